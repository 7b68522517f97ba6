type Attributes = Readonly<Record<string, string | boolean>>;

/** Makes an element. Text goes in as text, never as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value === true) node.setAttribute(name, '');
    else if (typeof value === 'string') node.setAttribute(name, value);
  }
  for (const child of children) node.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  return node;
}

export function button(className: string, label: string, onClick: () => void): HTMLButtonElement {
  const node = el('button', { type: 'button', class: className }, label);
  node.addEventListener('click', onClick);
  return node;
}

export function byId(id: string): HTMLElement {
  const node = document.getElementById(id);
  if (node === null) throw new Error(`the page has no ${id}`);
  return node;
}

export function fill(node: Node, ...children: readonly Node[]): void {
  node.textContent = '';
  for (const child of children) node.appendChild(child);
}

export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** `tel:` with what phones can dial. */
function telLink(text: string, number: string): HTMLAnchorElement {
  return el('a', { href: `tel:${number.replace(/[^\d+*#]/g, '')}` }, text);
}

/** A sentence in which the number can be tapped. */
export function withNumber(sentence: string, number: string): readonly (Node | string)[] {
  const at = sentence.indexOf(number);
  if (at < 0) return [sentence];
  return [sentence.slice(0, at), telLink(number, number), sentence.slice(at + number.length)];
}
