import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayDo, type Permission, ROLES, type Role } from '../../src/access/roles.ts';
import { type DemoService, startDemo } from '../demo/service.ts';
import { signIn } from './client.ts';

/** What of JSON Schema the service's own description uses. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minimum?: number;
  readonly minLength?: number;
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly 'x-permission': string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const deep = (levels: number, inner = 'null') => `${'['.repeat(levels)}${inner}${']'.repeat(levels)}`;
const deepObject = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** As JSON, so that what no program would build can be sent. Texts that are themselves read as JSON are among them. */
const VALUES: readonly string[] = [
  'null',
  'true',
  '0',
  '-1',
  '1e308',
  '9007199254740993',
  '0.5',
  '""',
  '" "',
  '"\\u0000"',
  '"\\ud800"',
  '"__proto__"',
  '"constructor"',
  '"\' OR 1=1 --"',
  '"../../etc/passwd"',
  '"2026-99-99"',
  '"%s%n{x}"',
  JSON.stringify('字'.repeat(60_000)),
  JSON.stringify(deep(60_000)),
  JSON.stringify(deepObject(20_000)),
  JSON.stringify('{"__proto__":{"a":1},"constructor":{"prototype":{}}}'),
  '[]',
  '{}',
  '[null,[],{},-1,"x"]',
  '{"__proto__":{"role":"admin"},"toString":1}',
  '{"constructor":{"prototype":{"a":1}}}',
  deep(200),
];
/** Instead of a whole body. */
const BODIES: readonly string[] = [...VALUES, deep(60_000), deepObject(20_000), '{"a":', 'x', '\uFEFF{}', '['];
const FILES: readonly string[] = ['', 'x', '\uFEFF,,\n"', `PK\u0003\u0004${'x'.repeat(500)}`];
const IN_ADDRESS: readonly string[] = [
  '__proto__',
  'constructor',
  '..%2F..%2Fetc',
  '%00',
  '%ED%A0%80',
  '-1',
  '0',
  '1e308',
  '99999999999999999999',
  '%27%20OR%201=1',
  '[]',
  '字'.repeat(30),
  'x'.repeat(3_000),
  'NaN',
  '2026-13-45',
  '-5.1.x',
];

let demo: DemoService;
let folder: string;
let document: Document;
let conversation: string;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huifang-hostile-'));
  const config = JSON.parse(readFileSync('flows.config.json', 'utf8')) as { knowledge: { file: string } };
  const knowledge = { ...config.knowledge, file: resolve(config.knowledge.file) };
  writeFileSync(join(folder, 'flows.config.json'), JSON.stringify({ ...config, knowledge }));
  demo = await startDemo(undefined, { CONFIG_FILE: join(folder, 'flows.config.json') });
  await demo.post('campaign', { paused: true });
  for (const { userName, password, role, oneTime } of demo.firstAccounts) {
    const client = await signIn(demo.url, userName, password);
    if (oneTime) await client.post('/api/session/password', { old: password, new: 'a good long one 7' });
    cookies.set(role, client.cookie);
  }
  const found = await fetch(`${demo.url}/api/openapi.json`, { headers: { cookie: cookies.get('officer') ?? '' } });
  document = (await found.json()) as Document;
  const { handsets } = (await demo.get('handsets?limit=1')).body as { handsets: { conversationId: string }[] };
  conversation = handsets[0]?.conversationId ?? '';
}, 60_000);

afterAll(async () => {
  await demo.stop();
  rmSync(folder, { recursive: true });
});

/** Of what a pattern or a further rule asks for. */
const BY_NAME: Readonly<Record<string, string>> = {
  from: '2026-03-01',
  to: '2026-03-31',
  day: '2026-03-10',
  month: '2026-03',
  base: 'a'.repeat(64),
};

/** Something that the schema takes, so that what is wrong with one field meets the code behind. */
function sample(schema: Schema, name = ''): unknown {
  if (name in BY_NAME) return BY_NAME[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.[0];
  return choice === undefined ? plainSample(schema) : sample(choice);
}

function plainSample(schema: Schema): unknown {
  switch (schema.type) {
    case 'object':
      return objectSample(schema);
    case 'array':
      return [sample(schema.items ?? {})];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return false;
    default:
      return 'x'.repeat(Math.max(3, schema.minLength ?? 1));
  }
}

function objectSample({ properties = {}, required = [] }: Schema): object {
  return Object.fromEntries(required.map((field) => [field, sample(properties[field] ?? {}, field)]));
}

function fieldsOf(schema: Schema): readonly string[] {
  const own = Object.keys(schema.properties ?? {});
  return [...new Set([...own, ...(schema.anyOf ?? schema.oneOf ?? []).flatMap(fieldsOf)])];
}

/** The body with one field replaced by what is given as JSON. */
function withField(body: unknown, field: string, value: string): string {
  const marked = JSON.stringify({ ...(body as object), [field]: '@@' });
  return marked.replace('"@@"', () => value);
}

interface Call {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
  readonly type?: string;
}

function* addresses(path: string, parameters: readonly Parameter[]): Generator<string> {
  const inPath = parameters.filter((one) => one.in === 'path');
  const inQuery = parameters.filter((one) => one.in === 'query');
  const real = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(
      String(name === 'id' ? conversation : sample(inPath.find((one) => one.name === name)?.schema ?? {}, name)),
    ),
  );
  const needed = inQuery
    .filter(({ required }) => required)
    .map(({ name, schema }) => `${name}=${String(sample(schema, name))}`);
  yield `${real}?${needed.join('&')}`;
  for (const value of inPath.length === 0 ? [] : IN_ADDRESS)
    yield `${path.replaceAll(/\{\w+\}/g, value)}?${needed.join('&')}`;
  for (const { name } of inQuery)
    for (const value of IN_ADDRESS)
      yield `${real}?${[...needed.filter((one) => !one.startsWith(`${name}=`)), `${name}=${value}`].join('&')}`;
  yield `${real}?__proto__=1&constructor[prototype]=2&a[]=1&a[]=2`;
  yield `${real}?${needed.join('&')}&${needed.join('&')}&limit=1&limit=2`;
}

function* calls(path: string, method: string, operation: Operation): Generator<Call> {
  const urls = [...addresses(path, operation.parameters ?? [])];
  const content = operation.requestBody?.content ?? {};
  const schema = content['application/json']?.schema;
  const body = schema === undefined ? undefined : sample(schema);
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  const [url = ''] = urls;
  for (const one of urls) yield { method, url: one, ...text };
  if ('application/octet-stream' in content)
    yield* FILES.map((bytes) => ({ method, url, body: bytes, type: 'application/octet-stream' }));
  else if (method !== 'get') yield* bodies(schema, body).map((given) => ({ method, url, body: given }));
}

function bodies(schema: Schema | undefined, body: unknown): readonly string[] {
  const own = schema === undefined ? [] : fieldsOf(schema);
  return [...BODIES, ...own.flatMap((field) => VALUES.map((value) => withField(body, field, value)))];
}

/** Everything that is called, as whom. Signing out would end the session that the others are tried with. */
function* everything(): Generator<{ readonly cookie: string; readonly call: Call }> {
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      if (method === 'delete' && path === '/api/session') continue;
      const access = operation['x-permission'];
      const role = ROLES.find((one) => cookies.has(one) && mayDo(one, access as Permission)) ?? 'officer';
      for (const call of calls(path, method, operation)) yield { cookie: cookies.get(role) ?? '', call };
    }
}

async function send(cookie: string, { method, url, body, type = 'application/json' }: Call): Promise<Response> {
  const headers = { cookie, 'x-huifang-console': '1', ...(body === undefined ? {} : { 'content-type': type }) };
  const controller = new AbortController();
  const response = await fetch(demo.url + url, {
    method: method.toUpperCase(),
    headers,
    signal: controller.signal,
    ...(body === undefined ? {} : { body }),
  });
  // Nobody ends a stream of events.
  if (response.headers.get('content-type')?.startsWith('text/event-stream') === true) controller.abort();
  return response;
}

test('whatever is sent to whichever endpoint, the service answers what is wrong with it and never fails itself', async () => {
  const failed: string[] = [];
  let sent = 0;
  for (const { cookie, call } of everything()) {
    sent += 1;
    const response = await send(cookie, call);
    const answer = await response.text().catch(() => '');
    if (response.status < 500) continue;
    const { method, url, body = '' } = call;
    failed.push(
      `${String(response.status)} ${method} ${url.slice(0, 120)} ${body.slice(0, 90)} ${answer.slice(0, 60)}`,
    );
  }
  expect(failed).toEqual([]);
  expect(sent).toBeGreaterThan(3_000);
}, 170_000);
