/** The OpenAPI document as a page that can be read and printed: no script, nothing from elsewhere. */

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: unknown;
}

interface Operation {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly 'x-permission': string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
}

export type ApiDocument = Readonly<Record<string, unknown>>;

const STYLE = `
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2328}
h2{margin:2.5rem 0 .5rem;border-bottom:1px solid #d0d7de}
h3{font:600 15px/1.4 ui-monospace,monospace;margin:1.5rem 0 .25rem;overflow-wrap:anywhere}
p{margin:.25rem 0}.who{color:#57606a}
code,pre{font:13px/1.45 ui-monospace,monospace;background:#f6f8fa;border-radius:4px}
code{padding:.1rem .3rem}pre{padding:.6rem;overflow:auto}
td,th{text-align:left;vertical-align:top;padding:.15rem 1rem .15rem 0}`;

export const API_PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${String(char.charCodeAt(0))};`);
}

export function apiPage(document: ApiDocument): string {
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const byTag = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const [tag = ''] = operation.tags;
      byTag.set(tag, [...(byTag.get(tag) ?? []), section(method, path, operation)]);
    }
  const parts = [...byTag].map(([tag, sections]) => `<h2>${escaped(tag)}</h2>${sections.join('')}`);
  const { description } = document['info'] as { description: string };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Huifang API</title><style>${STYLE}</style></head><body><main><h1>Huifang API</h1>
<p>${escaped(description)} <a href="/api/openapi.json">openapi.json</a></p>${parts.join('')}</main></body></html>`;
}

function section(method: string, path: string, operation: Operation): string {
  const { summary, parameters = [], requestBody } = operation;
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<p>Body, <code>${type}</code>:</p><pre>${escaped(JSON.stringify(schema, null, 2))}</pre>`,
  );
  return `<h3>${method.toUpperCase()} ${escaped(path)}</h3><p>${escaped(summary)}</p>
<p class="who">For: <code>${escaped(operation['x-permission'])}</code></p>${table(parameters)}${bodies.join('')}`;
}

function table(parameters: readonly Parameter[]): string {
  const shown = parameters.filter((parameter) => parameter.in !== 'header');
  if (shown.length === 0) return '';
  const rows = shown.map(({ name, in: place, required, schema }) => {
    const need = required ? '' : ', optional';
    return `<tr><td><code>${escaped(name)}</code></td><td>${place}${need}</td><td><code>${escaped(JSON.stringify(schema))}</code></td></tr>`;
  });
  return `<table><tr><th>Name</th><th>Where</th><th>Shape</th></tr>${rows.join('')}</table>`;
}
