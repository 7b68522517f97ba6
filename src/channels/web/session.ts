import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { DAY, SECOND } from '../../domain/clock.ts';
import { SESSION_HEADER } from './wire.ts';

const COOKIE = 'huifang_chat';
/** Of the widget's frame. */
const FRAME_COOKIE = 'huifang_chat_frame';
/** From acceptance of the notice; the notice says so. */
const LIFE = 30 * DAY;
const RANDOM_BYTES = 24;
/** Length of an address: 192 bits of the hash, base64url. */
const ADDRESS_LENGTH = 32;

/** Somebody who accepted the notice. */
export interface Session {
  /** The secret that the browser keeps. Never stored, never logged. */
  readonly token: string;
  /** Of the contact, in the store: a hash, from which nobody gets back to the token. */
  readonly address: string;
}

/**
 * Anonymous sessions without a table: a token is an instant, a random number and our signature. So nobody can invent sessions
 * round the limit on new ones, a restart forgets nobody, and there is nothing to clean up. What it cannot do is be revoked before its time:
 * ending a chat makes the browser forget the token, and no one else has it.
 */
export class Sessions {
  readonly #secret: string;
  readonly #now: () => number;

  /** `now`: epoch ms of the real clock, because browsers drop cookies by it. */
  constructor(secret: string, now: () => number) {
    this.#secret = secret;
    this.#now = now;
  }

  create(): Session {
    const since = Math.floor(this.#now() / SECOND).toString(36);
    const body = `${since}.${randomBytes(RANDOM_BYTES).toString('base64url')}`;
    const token = `${body}.${this.#sign(body)}`;
    return { token, address: addressOf(token) };
  }

  /** The session that a request belongs to. The header wins: it is only there where cookies do not reach. */
  of(headers: IncomingHttpHeaders): Session | undefined {
    const header = headers[SESSION_HEADER];
    return this.#read(
      typeof header === 'string'
        ? header
        : (cookieOf(headers.cookie, COOKIE) ?? cookieOf(headers.cookie, FRAME_COOKIE)),
    );
  }

  #read(token: string | undefined): Session | undefined {
    const [since = '', random = '', signature = '', ...more] = (token ?? '').split('.');
    if (token === undefined || more.length > 0) return undefined;
    const [given, right] = [Buffer.from(signature), Buffer.from(this.#sign(`${since}.${random}`))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    const age = this.#now() - Number.parseInt(since, 36) * SECOND;
    return age < LIFE ? { token, address: addressOf(token) } : undefined;
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#secret).update(body).digest('base64url');
  }
}

function addressOf(token: string): string {
  return createHash('sha256').update(`huifang web ${token}`).digest('base64url').slice(0, ADDRESS_LENGTH);
}

function cookieOf(header: string | undefined, wanted: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === wanted && value !== '') return value;
  }
  return undefined;
}

function cookie(name: string, token: string, flags: string): string {
  const life = token === '' ? 0 : LIFE / SECOND;
  return `${name}=${token}; Path=/chat; Max-Age=${String(life)}; HttpOnly; ${flags}`;
}

/** `Set-Cookie` that keeps the session of our own page; an empty token forgets it. */
export function pageCookie(token: string, secure: boolean): string {
  return cookie(COOKIE, token, `SameSite=Lax${secure ? '; Secure' : ''}`);
}

/**
 * The same for the widget's frame, kept apart for each site that shows it. Where a browser blocks the storage of frames, this is what
 * lets a chat go on after a reload; needs https.
 */
export function frameCookie(token: string): string {
  return cookie(FRAME_COOKIE, token, 'SameSite=None; Secure; Partitioned');
}
