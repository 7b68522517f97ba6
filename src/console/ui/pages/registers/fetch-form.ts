import { ApiError, withQuery } from '../../api/client.ts';

interface Wanted {
  readonly path: string;
  readonly format: 'html' | 'pdf';
  readonly language: string;
  /** With names and numbers, because of this; null: masked. */
  readonly reason: string | null;
}

/** The printed form as a file; throws ApiError. */
export async function fetchForm({ path, format, language, reason }: Wanted): Promise<Blob> {
  const headers = { 'x-huifang-console': '1', 'content-type': 'application/json' };
  const init = reason === null ? {} : { method: 'POST', headers, body: JSON.stringify({ reason }) };
  const response = await fetch(withQuery(path, { format, language }), { ...init, credentials: 'same-origin' });
  if (!response.ok) throw new ApiError(response.status, response.status === 403 ? 'FORBIDDEN' : 'INTERNAL');
  return response.blob();
}
