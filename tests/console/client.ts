/** A browser's side of the console's API: keeps the session cookie and sends what the pages send. */
export interface ConsoleClient {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  del(path: string): Promise<Answer>;
  readonly cookie: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** A client that holds this cookie ('' : nobody is signed in). */
export function clientOf(url: string, cookie: string): ConsoleClient {
  const send = async (method: string, path: string, { body, headers = {} }: Sent = {}) =>
    answerOf(
      await fetch(url + path, {
        method,
        headers: {
          cookie,
          ...(method === 'GET' ? {} : { 'x-huifang-console': '1' }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  return {
    cookie,
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, { body, ...(headers === undefined ? {} : { headers }) }),
    put: (path, body) => send('PUT', path, { body }),
    del: (path) => send('DELETE', path),
  };
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function trySignIn(url: string, userName: string, password: string, totp?: string): Promise<Answer> {
  return clientOf(url, '').post('/api/session', { userName, password, ...(totp === undefined ? {} : { totp }) });
}

/** Signs in; fails if it is refused. */
export async function signIn(url: string, userName: string, password: string, totp?: string): Promise<ConsoleClient> {
  const answer = await trySignIn(url, userName, password, totp);
  if (answer.status !== 200) throw new Error(`${userName} was refused: ${JSON.stringify(answer.body)}`);
  return clientOf(url, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
}

/** Status and code of a refusal; `ok` for what is none. */
export function codeOf({ status, body }: Answer): readonly [number, string] {
  const code: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined;
  return [status, typeof code === 'string' ? code : 'ok'];
}
