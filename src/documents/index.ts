/** Printable documents: one model, and what is made of it. */

export { toPrintHtml } from './html/to-html.ts';
export { toPdf, toXlsx } from './render.ts';
export * from './sheet.ts';
