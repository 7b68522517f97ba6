import { HOUR, SECOND } from '../../domain/clock.ts';
import type { SendFailure } from '../channel.ts';
import { type CodeRule, failureOfTransport } from '../errors.ts';

const blocked: CodeRule = {
  class: 'permanent',
  detail: '对方已停用或屏蔽该聊天，请改用其他方式联系。',
  consequence: 'unreachable',
};
const notFound: CodeRule = {
  class: 'permanent',
  detail: '找不到该聊天，请改用其他方式联系。',
  consequence: 'unreachable',
};
const badToken: CodeRule = { class: 'our_fault', detail: 'Telegram 令牌无效，发送已暂停，请检查 TELEGRAM_BOT_TOKEN。' };
const badMessage: CodeRule = {
  class: 'our_fault',
  scope: 'message',
  maxAttempts: 1,
  detail: 'Telegram 拒绝了这条消息的内容，请人工联系。',
};
const trouble: CodeRule = { class: 'uncertain', detail: 'Telegram 系统故障，是否已发送未知。' };

/** Wordings of 400 that speak of the chat, not of the message. */
const NO_CHAT = /chat not found|peer_id_invalid|user not found|chat_id is empty/i;

function ruleFor(status: number, description: string): CodeRule {
  if (status === 403) return blocked;
  if (status === 401 || status === 404) return badToken;
  if (status >= 500) return trouble;
  return NO_CHAT.test(description) ? notFound : badMessage;
}

/** `retry_after` in seconds; at most an hour is believed. Endless retries are bounded by the message's expiry. */
function tooFast(retryAfter: unknown): SendFailure {
  const seconds = typeof retryAfter === 'number' && retryAfter > 0 ? retryAfter : 1;
  return {
    kind: 'failed',
    class: 'retryable',
    code: '429',
    detail: '发送过快，Telegram 要求稍后再发。',
    retryAfterMs: Math.min(HOUR, seconds * SECOND),
    slowsChannel: true,
    maxAttempts: Number.MAX_SAFE_INTEGER,
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** What an error of a call means for the message: refused, never left, or nobody knows (channels.md 3). */
export function failureOfError(error: unknown): SendFailure {
  const response = fieldOf(error, 'response');
  const status = fieldOf(response, 'error_code');
  if (typeof status === 'number') {
    if (status === 429) return tooFast(fieldOf(fieldOf(response, 'parameters'), 'retry_after'));
    return {
      kind: 'failed',
      code: `http_${String(status)}`,
      ...ruleFor(status, String(fieldOf(response, 'description'))),
    };
  }
  if (fieldOf(error, 'type') === 'aborted') return failureOfTransport('ETIMEDOUT', undefined);
  const code = fieldOf(error, 'code');
  return failureOfTransport(typeof code === 'string' ? code : undefined, undefined);
}
