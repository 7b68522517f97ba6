/** Where the conversation is kept among the queries. */
export function conversationKey(id: string): readonly ['conversation', string] {
  return ['conversation', id];
}

export function conversationPath(id: string): string {
  return `/api/conversations/${encodeURIComponent(id)}`;
}
