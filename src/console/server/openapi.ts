import { z } from 'zod';
import type { Endpoint } from '../api/endpoint.ts';
import type { StreamRoute } from './deps.ts';
import { CONSOLE_HEADER } from './own-page.ts';
import { SESSION_ROUTES, type SessionRoute } from './session-routes.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** One thing the API can do, whatever mounts it. */
interface Operation extends Pick<Endpoint, 'path' | 'summary' | 'params' | 'query' | 'body' | 'upload'> {
  readonly method: string;
  /** A permission of roles.ts, `signed-in`, `session` (also before the first password is changed) or `none`. */
  readonly access: string;
  /** A row is left in the audit. */
  readonly audited: boolean;
}

/** Everything the API can do, in the order of its paths. */
function operations(endpoints: readonly Endpoint[], streams: readonly StreamRoute[]): readonly Operation[] {
  const own: readonly SessionRoute[] = Object.values(SESSION_ROUTES);
  const all: readonly Operation[] = [
    ...own.map((one) => ({ ...one, audited: one.method !== 'GET' })),
    ...endpoints.map((one) => ({ ...one, access: one.permission, audited: isAudited(one) })),
    ...streams.map((one) => ({ ...one, method: 'GET', access: one.permission, audited: false })),
  ];
  return all.toSorted((a, b) => a.path.localeCompare(b.path));
}

function isAudited(endpoint: Endpoint): boolean {
  return 'audit' in endpoint || endpoint.auditedInCommit === true;
}

/** The API as an OpenAPI 3.0 document, from the same list that is mounted. `x-permission` says who may call what, `x-audited` what is written down. */
export function openApi(endpoints: readonly Endpoint[], streams: readonly StreamRoute[]): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const operation of operations(endpoints, streams)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described(operation) };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Huifang console',
      version: '1',
      description: `Calls that change something carry the header ${CONSOLE_HEADER}: 1. Refusals: {error, code, details}.`,
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'huifang_console' } },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['error', 'code', 'details'],
          properties: {
            error: { type: 'string' },
            code: { type: 'string' },
            details: { type: 'array', items: { type: 'string' } },
          },
        },
      },
    },
  };
}

function described(operation: Operation): JsonSchema {
  const { method, path, summary, access, audited, body, upload } = operation;
  const parameters = [...inPath(operation), ...inQuery(operation), ...(method === 'GET' ? [] : [OWN_HEADER])];
  return {
    operationId: `${method.toLowerCase()} ${path}`,
    tags: [path.split('/')[2] ?? ''],
    summary,
    'x-permission': access,
    'x-audited': audited,
    ...(access === 'none' ? {} : { security: [{ session: [] }] }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : content('application/json', schemaOf(body))),
    ...(upload === undefined ? {} : content('application/octet-stream', { type: 'string', format: 'binary' })),
    responses: {
      '200': { description: 'Done.' },
      default: {
        description: 'Refused.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  };
}

const OWN_HEADER = { name: CONSOLE_HEADER, in: 'header', required: true, schema: { type: 'string', enum: ['1'] } };

function content(type: string, schema: JsonSchema): JsonSchema {
  return { requestBody: { required: true, content: { [type]: { schema } } } };
}

function schemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'openapi-3.0' });
}

function inPath({ path, params }: Operation): readonly JsonSchema[] {
  const schemas = params === undefined ? {} : propertiesOf(schemaOf(params));
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: schemas[name] ?? { type: 'string' },
  }));
}

function inQuery({ query }: Operation): readonly JsonSchema[] {
  if (query === undefined) return [];
  const schema = schemaOf(query);
  const required = Array.isArray(schema['required']) ? (schema['required'] as readonly unknown[]) : [];
  return Object.entries(propertiesOf(schema)).map(([name, of]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: of,
  }));
}

function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const properties = schema['properties'];
  return typeof properties === 'object' && properties !== null ? (properties as Record<string, JsonSchema>) : {};
}
