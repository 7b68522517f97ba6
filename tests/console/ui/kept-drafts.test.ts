import { expect, onTestFinished, test, vi } from 'vitest';
import { keepDraft, keptDraft } from '../../../src/console/ui/pages/settings/flows/kept-drafts.ts';

test('closing the window asks as long as anything that was changed is kept, whatever page is open', () => {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const asks = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(asks()).toBe(false);
  keepDraft('u1 flows', { text: 'a', base: '1' });
  keepDraft('u1 roster', { text: 'b', base: '1' });
  keepDraft('u1 flows', null);
  expect([asks(), keptDraft('u1 flows'), keptDraft('u1 roster')?.text]).toEqual([true, null, 'b']);
  keepDraft('u1 roster', null);
  expect(asks()).toBe(false);
});
