import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { remembering } from '../../../src/bot/understanding/remember.ts';
import { understand } from '../../support/understand.ts';
import { asked } from './readers/ask.ts';

const texts = readFileSync('examples/dialogues/followup.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .flatMap((line) => (JSON.parse(line) as { turns: unknown[] }).turns)
  .filter((turn): turn is string => typeof turn === 'string');
const QUESTIONS = ['opening', 'when', 'doctor', 'suggestions', 'none'];

test('what is remembered is what would be read anew: any question, patient and instant', () => {
  const quick = remembering(understand);
  const patients = [null, '王建国', '李秀兰', texts[1]?.slice(0, 2) ?? null];
  for (const patientName of patients) {
    for (const text of texts) {
      for (const [index, question] of QUESTIONS.entries()) {
        const context = asked(question, {
          patientName,
          now: Date.parse('2026-11-18T10:00:00+08:00') + index * 3_700_000,
        });
        expect(quick(text, context), `${text} at ${question}`).toEqual(understand(text, context));
      }
    }
  }
}, 120_000);

test('a time is read anew: an hour later it is another', () => {
  const quick = remembering(understand);
  const at = (now: number) => quick('半小时后', asked('when', { now })).find(({ kind }) => kind === 'contact_time');
  const noon = Date.parse('2026-11-18T12:00:00+08:00');
  expect(at(noon)).toMatchObject({ at: noon + 1_800_000 });
  expect(at(noon + 3_600_000)).toMatchObject({ at: noon + 5_400_000 });
});

test('a short text is read once', () => {
  let calls = 0;
  const quick = remembering((text, context) => {
    calls += 1;
    return understand(text, context);
  });
  const context = asked('doctor');
  for (let i = 0; i < 5; i += 1) quick('满意', context);
  expect(calls).toBe(1);
});
