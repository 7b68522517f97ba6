import type { ErrorAnswer } from '../../wire/session.ts';

/** A refusal of the service, or of the way to it. `code`: of src/domain/errors.ts, or `OFFLINE`. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** Lines a person can act on. */
  readonly details: readonly string[];

  constructor(status: number, code: string, details: readonly string[] = []) {
    super(code);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

const signedOutListeners = new Set<() => void>();

/** Calls back when the service says that nobody is signed in; returns how to stop. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** Proves that the call comes from a page of the console: other sites cannot set it. */
const OURS = { 'x-huifang-console': '1' };

function isErrorAnswer(answer: unknown): answer is ErrorAnswer {
  return typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string';
}

async function refusal(response: Response): Promise<ApiError> {
  const answer: unknown = await response.json().catch(() => undefined);
  if (!isErrorAnswer(answer)) return new ApiError(response.status, response.status === 404 ? 'NOT_FOUND' : 'INTERNAL');
  return new ApiError(response.status, answer.code, Array.isArray(answer.details) ? answer.details : []);
}

/** When somebody last touched this page; what it asks for by itself must not keep an unused session alive. Epoch ms. */
let touchedAt = Date.now();
for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
  addEventListener(kind, () => (touchedAt = Date.now()), { capture: true, passive: true });

async function ask(path: string, init: RequestInit): Promise<Response> {
  const idle = { 'x-huifang-idle': String(Math.floor((Date.now() - touchedAt) / 1000)) };
  const headers = { ...(init.headers as Readonly<Record<string, string>>), ...idle };
  const response = await fetch(path, { ...init, headers, credentials: 'same-origin' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'OFFLINE');
  });
  if (response.ok) return response;
  // Signing in itself may fail with 401; only a lost session sends back to the login page.
  if (response.status === 401 && path !== '/api/session') for (const listener of signedOutListeners) listener();
  throw await refusal(response);
}

async function askJson<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await ask(path, {
    method,
    headers: {
      ...OURS,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** GET; throws ApiError. `T` is the type in console/wire. */
export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return askJson<T>('GET', path, undefined, signal);
}

/** POST with a JSON body; throws ApiError. */
export function post<T>(path: string, body: unknown = {}): Promise<T> {
  return askJson<T>('POST', path, body);
}

/** PUT with a JSON body; throws ApiError. */
export function put<T>(path: string, body: unknown): Promise<T> {
  return askJson<T>('PUT', path, body);
}

/** DELETE; throws ApiError. */
export function del<T>(path: string): Promise<T> {
  return askJson<T>('DELETE', path);
}

/** Sends a file as it is (`Endpoint.upload`); its name and the like go into the query. Throws ApiError. */
export async function upload<T>(path: string, file: Blob): Promise<T> {
  const headers = { ...OURS, 'content-type': 'application/octet-stream' };
  const response = await ask(path, { method: 'POST', headers, body: file });
  return (await response.json()) as T;
}

/** Sends one file as it is; throws ApiError. */
export async function sendFile<T>(path: string, file: Blob): Promise<T> {
  const headers = { ...OURS, accept: 'application/json', 'content-type': 'application/octet-stream' };
  const response = await ask(path, { method: 'POST', headers, body: file });
  return (await response.json()) as T;
}

/** Fetches a file to be shown; throws ApiError. */
export async function fetchFile(path: string): Promise<Blob> {
  return (await ask(path, { headers: OURS })).blob();
}

/** Fetches a file and hands it to the browser to keep, under the name that the service gave it; throws ApiError. */
export async function download(path: string, name: string): Promise<void> {
  const response = await ask(path, { headers: OURS });
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(response.headers.get('content-disposition')) ?? name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

function fileName(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1];
  return encoded === undefined ? /filename="([^"]+)"/u.exec(disposition ?? '')?.[1] : decodeURIComponent(encoded);
}

type QueryValue = string | number | boolean | null | undefined;

/** `/api/inbox` and `{queue: 'mine', label: null}` → `/api/inbox?queue=mine`: what is null or undefined is left out. */
export function withQuery(path: string, query: Readonly<Record<string, QueryValue>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
