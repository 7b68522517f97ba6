import type { Twilio } from 'twilio';
import type { SendFailure } from '../channel.ts';
import { failureOfResponse, failureOfTransport, readRetryAfter } from '../errors.ts';
import type { TwilioOptions } from './options.ts';

/** An answer of the carrier that is no success, with what its library drops: the headers. */
class CarrierRefusal extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, code: string | undefined, retryAfterMs: number | undefined) {
    super(`the carrier answered ${String(status)}${code === undefined ? '' : ` (${code})`}`);
    this.name = 'CarrierRefusal';
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

const API_ORIGIN = /^https:\/\/api(?:\.[a-z0-9-]+)*\.twilio\.com(?::443)?(?=\/)/;
const DEFAULT_TIMEOUT = 10_000;

/** Makes the library's client at its first use: loading it costs 200 ms and 30 MB. */
export function lazyClient(options: TwilioOptions): () => Promise<Twilio> {
  let client: Promise<Twilio> | undefined;
  return () => {
    client ??= makeClient(options);
    return client;
  };
}

async function makeClient(options: TwilioOptions): Promise<Twilio> {
  const { default: twilio } = await import('twilio');
  const base = options.apiBaseUrl?.replace(/\/+$/, '');

  class AddressedClient extends twilio.RequestClient {
    override async request<T>(request: Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0]) {
      const uri = base === undefined ? request.uri : redirect(request.uri, base);
      const response = await super.request<T>({ ...request, uri } as typeof request & { data?: T });
      if (response.statusCode >= 400) throw refusal(response.statusCode, response.body, response.headers);
      return response;
    }
  }

  const httpClient = new AddressedClient({ timeout: options.timeoutMs ?? DEFAULT_TIMEOUT });
  return twilio(options.accountSid, options.authToken, { httpClient });
}

/** With a stand-in configured nothing may reach the real carrier. */
function redirect(uri: string, base: string): string {
  if (!API_ORIGIN.test(uri)) throw new Error('a call to an address that is not redirected');
  return uri.replace(API_ORIGIN, base);
}

function refusal(status: number, body: unknown, headers: unknown): CarrierRefusal {
  const code = fieldOf(parsed(body), 'code');
  const retryAfter = fieldOf(headers, 'retry-after');
  return new CarrierRefusal(
    status,
    typeof code === 'number' || typeof code === 'string' ? String(code) : undefined,
    readRetryAfter(typeof retryAfter === 'string' ? retryAfter : undefined, Date.now()),
  );
}

function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** What an error of a call means for the message: refused, never left, or nobody knows. */
export function failureOfError(error: unknown): SendFailure {
  if (error instanceof CarrierRefusal) return failureOfResponse(error.status, error.code, error.retryAfterMs);
  const code = fieldOf(error, 'code');
  const cause = fieldOf(error, 'cause');
  const syscall = fieldOf(error, 'syscall') ?? fieldOf(cause, 'syscall');
  return failureOfTransport(
    typeof code === 'string' ? code : undefined,
    typeof syscall === 'string' ? syscall : undefined,
  );
}
