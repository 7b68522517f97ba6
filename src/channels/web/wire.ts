import type { Language } from '../../domain/language.ts';

/** What the page and the server say to each other. Read by both, so it holds only plain values and types. */

/** Carries the session token where cookies do not reach: the widget's frame on another site. */
export const SESSION_HEADER = 'x-chat-session';
/** Longest message, in UTF-16 units. */
export const MAX_TEXT = 2_000;
/** A new one when the notice says something else, so that everybody is asked again. */
export const NOTICE_VERSION = 1;
/** Most line keys in one acknowledgement. */
export const MAX_SEEN = 200;
/** The stream says something at least this often, milliseconds; a page that hears nothing for much longer connects anew. */
export const HEARTBEAT_MS = 15_000;

export const PATHS = {
  session: '/chat/api/session',
  end: '/chat/api/session/end',
  messages: '/chat/api/messages',
  events: '/chat/api/events',
  poll: '/chat/api/poll',
  seen: '/chat/api/seen',
} as const;

/** One line of the transcript. */
export interface ChatLine {
  /** Number of the talk and of the line within it, `0.12`: the same line always has the same key. */
  readonly key: string;
  readonly from: 'me' | 'bot' | 'staff';
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
  /** Answers to choose from. */
  readonly options: readonly string[];
  /** A page has acknowledged it before. */
  readonly seen: boolean;
}

/** What is new since the page's cursor. Lines may come twice; the page drops those whose key it has. */
export interface ChatUpdate {
  readonly lines: readonly ChatLine[];
  /** To be sent back as `after`. */
  readonly cursor: string;
  /** A reply is being made. */
  readonly busy: boolean;
}

/** What a page is opened with. */
export interface PageConfig {
  readonly name: Readonly<Record<Language, string>>;
  /** For people who would rather call. */
  readonly phone: string;
  /** Ambulance. */
  readonly emergency: string;
}
