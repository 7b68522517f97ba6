/** Handsets that are shown at first, and more at a time. */
export const PAGE = 60;

/** All that the page knows; drawing follows from it. */
export const page = {
  state: null,
  offset: 0,
  handsets: [],
  more: false,
  limit: PAGE,
  search: '',
  address: '',
  conversations: [],
  talk: '',
  fault: 'none',
  sending: {},
  moving: false,
  live: true,
  message: '',
};

/** Remembered in this browser, where that is allowed. */
export function remembered(store, key, value) {
  try {
    if (value === undefined) return window[store].getItem(`huifang.${key}`);
    window[store].setItem(`huifang.${key}`, value);
  } catch (error) {
    // Private windows may refuse; then it is forgotten.
  }
  return null;
}

export const seen = JSON.parse(remembered('sessionStorage', 'seen') || '{}');
export const now = () => Date.now() + page.offset;
export const isUnread = (handset) =>
  handset.address !== page.address &&
  handset.lastFrom === 'out' &&
  handset.lastSeq > (seen[handset.conversationId] || 0);

export function see() {
  for (const each of page.conversations) seen[each.id] = each.messages.length;
  remembered('sessionStorage', 'seen', JSON.stringify(seen));
}
