/** A changed text, and the version of the file that it was made from. */
export interface KeptDraft {
  readonly text: string;
  readonly base: string;
}

/** What is changed in this tab of the browser, by account and desk: it outlives the page being left and come back to. */
const here = new Map<string, KeptDraft>();

const page = globalThis as unknown as EventTarget;

export function keptDraft(key: string): KeptDraft | null {
  return here.get(key) ?? null;
}

/** Keeps it, or forgets it (null). While any is kept, closing the window asks first, whatever page is open. */
export function keepDraft(key: string, draft: KeptDraft | null): void {
  if (draft === null) here.delete(key);
  else here.set(key, draft);
  // The same listener is never added twice.
  if (here.size > 0) page.addEventListener('beforeunload', ask);
  else page.removeEventListener('beforeunload', ask);
}

function ask(event: Event): void {
  event.preventDefault();
}
