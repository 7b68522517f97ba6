export type Rules = Readonly<Record<string, string>>;

/** Set on the element and marked important: neither the host's style sheets nor its policy against inline styles get in the way. */
export function style(node: HTMLElement, rules: Rules): void {
  for (const name of Object.keys(rules)) node.style.setProperty(name, rules[name] ?? '', 'important');
}

const FONT = '16px/1.4 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
/** Above whatever the host page has. */
const TOP = '2147483000';

export const BUTTON: Rules = {
  position: 'fixed',
  bottom: '20px',
  'z-index': TOP,
  font: FONT,
  'font-weight': '600',
  color: '#fff',
  background: '#0b6b61',
  border: '2px solid #fff',
  'border-radius': '28px',
  padding: '12px 22px',
  margin: '0',
  width: 'auto',
  height: 'auto',
  'min-height': '52px',
  'box-shadow': '0 3px 12px rgba(0,0,0,.3)',
  cursor: 'pointer',
};
export const FOCUSED: Rules = { outline: '3px solid #f2b600', 'outline-offset': '2px' };

const DIALOG: Rules = {
  position: 'fixed',
  'z-index': TOP,
  background: '#fff',
  overflow: 'hidden',
  'box-shadow': '0 6px 30px rgba(0,0,0,.35)',
};
const WHOLE: Rules = { ...DIALOG, top: '0', left: '0', right: '0', bottom: '0', width: 'auto', height: 'auto' };

/** The dialog's place: the whole of a narrow window, else a corner of it. */
export function place(narrow: boolean, side: 'left' | 'right'): Rules {
  if (narrow) return { ...WHOLE, 'border-radius': '0' };
  const other = side === 'left' ? 'right' : 'left';
  const size = { width: '400px', height: 'calc(100% - 110px)', 'max-height': '660px', 'border-radius': '14px' };
  return { ...DIALOG, top: 'auto', bottom: '90px', [other]: 'auto', [side]: '20px', ...size };
}

export const FRAME: Rules = { border: '0', width: '100%', height: '100%', display: 'block' };
export const FALLBACK: Rules = { padding: '40px 12px', 'text-align': 'center' };
export const FALLBACK_PART: Rules = {
  font: FONT,
  color: '#0b4f48',
  background: '#fff',
  border: '1px solid #0b4f48',
  'border-radius': '8px',
  padding: '12px 16px',
  margin: '6px',
  display: 'inline-block',
};
