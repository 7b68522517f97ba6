import { DAY, HOUR, SECOND } from '../domain/clock.ts';
import type { SendFailure } from './channel.ts';

/** What a carrier code means to us; the failure without its code. */
export type CodeRule = Omit<SendFailure, 'kind' | 'code'>;

const tooFast: CodeRule = {
  class: 'retryable',
  detail: '发送过快，运营商要求稍后再发。',
  retryAfterMs: SECOND,
  slowsChannel: true,
};
const carrierTrouble: CodeRule = { class: 'uncertain', detail: '运营商系统故障，是否已发送未知，正在核对。' };
const stopped: CodeRule = { class: 'our_fault', detail: '短信账号无法使用，发送已暂停，请检查账号与密钥。' };
const wrongSender: CodeRule = { class: 'our_fault', detail: '发送号码或短信服务设置有误，发送已暂停，请检查设置。' };
const unregistered: CodeRule = { class: 'our_fault', detail: '发送号码尚未完成登记，发送已暂停，请办理登记。' };
const notAllowedThere: CodeRule = {
  class: 'our_fault',
  scope: 'message',
  detail: '账号未开通向该地区或该号码发送，请在运营商处开通。',
};
const badMessage: CodeRule = {
  class: 'our_fault',
  scope: 'message',
  maxAttempts: 1,
  detail: '消息内容不合运营商要求（为空、过长或模板参数有误），请人工联系。',
};
const filtered: CodeRule = {
  class: 'our_fault',
  scope: 'message',
  maxAttempts: 1,
  detail: '消息被运营商过滤，请检查短信模板内容。',
};
const badNumber: CodeRule = { class: 'permanent', detail: '号码无效，请核对号码。', consequence: 'unreachable' };
const noSms: CodeRule = {
  class: 'permanent',
  detail: '该号码收不到短信（座机或运营商不支持），请改用其他方式联系。',
  consequence: 'unreachable',
};
const optedOut: CodeRule = { class: 'permanent', detail: '对方已退订，不会再发送。', consequence: 'opted_out' };
const dailyCap: CodeRule = { class: 'retryable', detail: '已达当日发送上限。', retryAfterMs: DAY };
const unknownDelivery: CodeRule = {
  class: 'retryable',
  detail: '运营商未能送达，原因不明。',
  maxAttempts: 2,
  retryAfterMs: HOUR,
};

/** Twilio's codes (channels.md 2.7). Codes as numbers of their documentation; the classes are ours. */
export const TWILIO_CODES: Readonly<Record<string, CodeRule>> = {
  '429': tooFast,
  '14107': tooFast,
  '20429': tooFast,
  '21611': tooFast,
  '30001': tooFast,
  '30017': tooFast,
  '30022': tooFast,
  '30410': tooFast,
  '63018': tooFast,
  '20500': carrierTrouble,
  '20503': carrierTrouble,
  '30003': {
    class: 'retryable',
    detail: '手机关机或不在服务区，暂时无法送达。',
    maxAttempts: 2,
    retryAfterMs: 3 * HOUR,
  },
  '30008': unknownDelivery,
  '63010': unknownDelivery,
  '63012': unknownDelivery,
  '30023': dailyCap,
  '30027': dailyCap,
  '20003': stopped,
  '30002': stopped,
  '21408': notAllowedThere,
  '21608': notAllowedThere,
  '21212': wrongSender,
  '21606': wrongSender,
  '21703': wrongSender,
  '21705': wrongSender,
  '21712': wrongSender,
  '30018': unregistered,
  '30024': unregistered,
  '30032': unregistered,
  '30034': unregistered,
  '21602': badMessage,
  '21617': badMessage,
  '21655': badMessage,
  '21656': badMessage,
  '30007': filtered,
  '21211': badNumber,
  '30005': badNumber,
  '21214': noSms,
  '21612': noSms,
  '21614': noSms,
  '21635': noSms,
  '30006': noSms,
  '30004': { class: 'permanent', detail: '消息被对方手机或运营商拦截，请改用其他方式联系。' },
  '21610': optedOut,
  '63014': optedOut,
  '63016': { class: 'permanent', detail: '超出可自由回复的时间窗口，需要使用模板消息。' },
  '63003': { class: 'permanent', detail: '该渠道找不到此收件人。' },
  '63024': { class: 'permanent', detail: '收件人无效。' },
  '63032': { class: 'permanent', detail: '运营商限制向该用户发送。' },
};

/** The carrier refused and gave no code that we know: the HTTP status decides. */
function ruleForStatus(status: number): CodeRule {
  if (status === 429) return tooFast;
  if (status === 401 || status === 403 || status === 404) return stopped;
  if (status === 408 || status >= 500) return carrierTrouble;
  if (status >= 400) return { class: 'permanent', detail: '运营商拒绝发送，请人工联系。' };
  return { class: 'uncertain', detail: '运营商的答复无法识别，正在核对。' };
}

/** A refusal as the carrier's API answered it. The carrier's own sentence is left out: it may contain the number. */
export function failureOfResponse(status: number, code: string | undefined, retryAfterMs?: number): SendFailure {
  const rule = (code === undefined ? undefined : TWILIO_CODES[code]) ?? ruleForStatus(status);
  const wait = rule.class === 'retryable' ? (retryAfterMs ?? rule.retryAfterMs) : undefined;
  return {
    kind: 'failed',
    code: code ?? `http_${String(status)}`,
    ...rule,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  };
}

/** A failure that came later, in a status callback or the message list. Without a code the reason is unknown. */
export function failureOfCode(code: string | undefined): SendFailure {
  const known = code === undefined ? undefined : TWILIO_CODES[code];
  if (known !== undefined) return { kind: 'failed', code: code ?? 'unknown', ...known };
  return { kind: 'failed', class: 'permanent', code: code ?? 'unknown', detail: '运营商报告未能送达，请人工联系。' };
}

/** Nothing left this machine: the address is unknown, refuses or cannot be routed. Trying again repeats nothing. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The call broke without an answer: either it never left, or nobody knows. `code` and `syscall` as Node reports them. */
export function failureOfTransport(code: string | undefined, syscall: string | undefined): SendFailure {
  if (code !== undefined && (NEVER_LEFT.has(code) || syscall === 'connect' || syscall === 'getaddrinfo')) {
    // Endless retries are bounded by the message's expiry: an outage of our own line is nobody's refusal.
    return {
      kind: 'failed',
      class: 'retryable',
      code: code === 'ECONNREFUSED' ? 'refused' : code.toLowerCase(),
      detail: '连接不上运营商，消息未发出。',
      maxAttempts: Number.MAX_SAFE_INTEGER,
    };
  }
  const timedOut = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
  return {
    kind: 'failed',
    class: 'uncertain',
    code: timedOut ? 'timeout' : (code?.toLowerCase() ?? 'broken_answer'),
    detail: '运营商没有答复，是否已发送未知，正在核对。',
  };
}

/** `Retry-After` in seconds or as a date; milliseconds from `now`, at most an hour. */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  const seconds = Number(value);
  const span = Number.isFinite(seconds) ? seconds * SECOND : Date.parse(value) - now;
  return Number.isFinite(span) ? Math.min(HOUR, Math.max(0, span)) : undefined;
}
