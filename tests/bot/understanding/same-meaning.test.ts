import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readHospital } from '../../../src/app/hospital.ts';
import { counted } from '../../../src/evaluate/messages/check.ts';
import { messageContext } from '../../../src/evaluate/messages/context.ts';
import { type LabelledMessage, parseMessage } from '../../../src/evaluate/messages/message.ts';
import { toHongKong, toMainland, toTaiwan } from './taiwanese.ts';

/** Ways of writing the same message must not change what it means. */

const { kit } = readHospital('flows.config.json');
const messages = readdirSync('corpus/development').flatMap((name) =>
  readFileSync(`corpus/development/${name}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => parseMessage(line, `${name}:${String(index)}`)),
);

/** Courtesy, which may come with any message. */
const POLITE = new Set(['greeting', 'thanks', 'farewell', 'apology']);

/** What was found, without courtesy, where and why. */
function meaning(message: LabelledMessage, text: string): string {
  const found = counted(kit.understand(text, messageContext(kit, { ...message, lang: 'zh-CN' })));
  const parts = found
    .filter(({ kind }) => !POLITE.has(kind))
    .map((finding) => {
      const { kind } = finding;
      if (kind === 'rating') return `${kind} ${finding.question} ${finding.grade}`;
      if (kind === 'contact_time') return `${kind} ${String(finding.at)}`;
      return 'tier' in finding ? `${kind} ${finding.tier}` : kind;
    });
  return parts.sort().join(', ');
}

const ended = (mark: string) => (text: string) => (/[\p{L}\p{N}]$/u.test(text) ? text + mark : text);
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) + 0xfee0));

const HAN = /[\u4e00-\u9fff]/;

/** Share of the messages that the rewriting changes and that still mean the same. */
function kept(rewrite: (text: string) => string): number {
  const changed = messages.filter(({ text }) => HAN.test(text) && rewrite(text) !== text);
  expect(changed.length).toBeGreaterThan(100);
  const same = changed.filter((message) => meaning(message, message.text) === meaning(message, rewrite(message.text)));
  return same.length / changed.length;
}

describe('the same words in another writing', () => {
  test('simplified and traditional characters, both ways', { timeout: 60_000 }, () => {
    expect(kept((text) => (toTaiwan(text) === text ? toMainland(text) : toTaiwan(text)))).toBeGreaterThan(0.995);
    expect(kept(toHongKong)).toBeGreaterThan(0.995);
  });

  test.each([
    ['full-width signs', wide, 0.995],
    ['blanks round it', (text: string) => `  ${text} \n`, 0.999],
    ['commas of the other width', (text: string) => text.replaceAll('，', ','), 0.999],
    ['a full stop at the end', ended('。'), 0.985],
    ['an exclamation mark at the end', ended('！'), 0.985],
    ['a greeting before it', (text: string) => `您好，${text}`, 0.995],
    ['a greeting parted by a blank', (text: string) => `你好 ${text}`, 0.985],
    ['thanks behind it', ended('，谢谢'), 0.995],
    ['a greeting and thanks', (text: string) => `您好，${ended('，谢谢您！')(text)}`, 0.995],
  ])('%s', { timeout: 60_000 }, (_, rewrite, least) => {
    expect(kept(rewrite)).toBeGreaterThan(least);
  });
});
