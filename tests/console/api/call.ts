import type { Role } from '../../../src/access/roles.ts';
import type { Endpoint, SignedIn } from '../../../src/console/api/endpoint.ts';

export function signedIn(role: Role, change: Partial<SignedIn> = {}): SignedIn {
  return { accountId: `u-${role}`, name: role, role, department: null, staffName: null, ...change };
}

/** What a call brings besides who makes it. */
export interface Given {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Calls endpoints as the server does once session and permission are checked: everything has the endpoint's shape. */
export function caller(endpoints: readonly Endpoint[], now: () => number) {
  return async <T>(line: string, who: SignedIn, given: Given = {}): Promise<T> => {
    const [method, path] = line.split(' ');
    const endpoint = endpoints.find((one) => one.method === method && one.path === path);
    if (endpoint === undefined) throw new Error(`no endpoint ${line}`);
    const call = {
      who,
      params: endpoint.params?.parse(given.params ?? {}),
      query: endpoint.query?.parse(given.query ?? {}),
      body: endpoint.body?.parse(given.body),
      now: now(),
    };
    return (await endpoint.handle(call)) as T;
  };
}
