/** A piece of HTML that is safe to put on a page. */
export interface Markup {
  readonly html: string;
}

type Part = Markup | string | number | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

function htmlOf(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(Math.round(part * 100) / 100);
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}

/** Builds markup; every text that is put in is escaped. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return {
    html: strings.map((text, index) => text + (index < parts.length ? htmlOf(parts[index] ?? '') : '')).join(''),
  };
}

/** Nothing. */
export const NONE: Markup = { html: '' };
