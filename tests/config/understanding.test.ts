import { describe, expect, test } from 'vitest';
import { loadHospitalConfig } from '../../src/config/load.ts';
import { faultsOf, put, shippedJson } from './sample.ts';

const faults = (understanding: object) => faultsOf(put(shippedJson(), 'understanding', understanding));

test('what a hospital may teach is taken', () => {
  const understanding = {
    phrases: [
      { meaning: 'emergency', add: ['引流管掉了'] },
      { meaning: 'rating.satisfied', add: ['巴适'], at: ['rating'] },
      { meaning: 'complaint', block: ['没毛病'], at: ['doctor', 'suggestions', 'opening'] },
    ],
    wordLists: { 护士: ['护士', '护理员'] },
    patterns: [{ meaning: 'complaint', all: ['<护士>', '没', '来'], none: ['麻烦'] }],
    thresholds: { thanks: 0.1, emergency: -0.1 },
    timeWords: { 收工后: '18:30', 赶集那天: '周六' },
  };
  const { understanding: read } = loadHospitalConfig(put(shippedJson(), 'understanding', understanding));
  expect(read.patterns[0]).toEqual({ meaning: 'complaint', all: ['<护士>', '没', '来'], none: ['麻烦'], within: 20 });
});

describe('safety can only be added to', () => {
  test.each(['emergency', 'self_harm', 'deceased', 'opt_out'])('%s: nothing is blocked or made rarer', (meaning) => {
    expect(faults({ phrases: [{ meaning, block: ['胸口疼'] }], thresholds: { [meaning]: 0.1 } })).toEqual([
      `understanding.phrases[0].block: ["胸口疼"] — allowed: nothing: ${meaning} keeps people safe and can only be added to`,
      `understanding.thresholds.${meaning}: 0.1 — allowed: 0 or less: ${meaning} keeps people safe and may only be found more easily`,
    ]);
  });
  test('red flags are tied to no question', () => {
    expect(faults({ phrases: [{ meaning: 'emergency', add: ['管子掉了'], at: ['doctor'] }] })).toEqual([
      'understanding.phrases[0].at: ["doctor"] — allowed: nothing here: red flags are seen at every question',
    ]);
  });
});

test.each([
  [{ phrases: [{ meaning: 'cheerful', add: ['巴适'] }] }, 'phrases[0].meaning: "cheerful" — allowed: one of abuse, '],
  [{ phrases: [{ meaning: 'rating', add: ['巴适'] }] }, 'phrases[0].meaning: "rating" — allowed: one of abuse, '],
  [{ phrases: [{ meaning: 'busy', add: [''] }] }, 'phrases[0].add[0]: "" — allowed: at least two characters'],
  [{ phrases: [{ meaning: 'busy', add: ['忙'] }] }, 'phrases[0].add[0]: "忙" — allowed: at least two characters'],
  [
    { phrases: [{ meaning: 'busy', add: ['忙！？'] }] },
    'phrases[0].add[0]: "忙！？" — allowed: at least two characters',
  ],
  [{ phrases: [{ meaning: 'busy' }] }, 'phrases[0]: {"meaning":"busy"} — allowed: add or block with at least one'],
  [
    { phrases: [{ meaning: 'busy', add: ['忙着咧'], block: ['忙著咧！'] }] },
    'phrases[0].block[0]: "忙著咧！" — allowed: a phrase that is not added as busy',
  ],
  [
    {
      phrases: [
        { meaning: 'busy', add: ['忙着咧'] },
        { meaning: 'busy', block: ['忙着咧'], at: ['doctor'] },
      ],
    },
    'phrases[1].block[0]: "忙着咧" — allowed: a phrase that is not added as busy',
  ],
  [
    { phrases: [{ meaning: 'busy', add: ['忙着咧'], at: ['doctr'] }] },
    'phrases[0].at[0]: "doctr" — allowed: one of doctor, nurse, ',
  ],
  [
    { patterns: [{ meaning: 'busy', all: ['<活>', '多'] }] },
    'patterns[0].all[0]: "<活>" — allowed: a list of wordLists (there is none)',
  ],
  [
    { wordLists: { 农活: ['插秧'] }, patterns: [{ meaning: 'busy', all: ['在', '多'], none: ['<活>'] }] },
    'patterns[0].none[0]: "<活>" — allowed: one of <农活>',
  ],
  [{ patterns: [{ meaning: 'busy', all: ['在'] }] }, 'patterns[0].all: ["在"] — allowed: at least two words or lists'],
  [
    { patterns: [{ meaning: 'busy', all: ['.*', '多'] }] },
    'patterns[0].all[0]: ".*" — allowed: a word without punctuation',
  ],
  [
    { patterns: [{ meaning: 'busy', all: ['在', '多'], within: 500 }] },
    'patterns[0].within: 500 — allowed: at most 60',
  ],
  [{ wordLists: { 农活: [] } }, 'wordLists.农活: [] — allowed: at least one word'],
  [{ wordLists: { 农活: ['插秧，'] } }, 'wordLists.农活[0]: "插秧，" — allowed: a word without punctuation'],
  [{ wordLists: { '<农活>': ['插秧'] } }, 'wordLists.<农活>: ["插秧"] — allowed: a name of 1 to 20 characters'],
  [{ thresholds: { thanks: 5 } }, 'thresholds.thanks: 5 — allowed: at most 0.3'],
  [{ thresholds: { cheerful: 0.1 } }, 'thresholds.cheerful: unknown setting'],
  [{ timeWords: { 收工后: '25:00' } }, 'timeWords.收工后: "25:00" — allowed: HH:MM, or a time that is understood'],
  [{ timeWords: { 收工后: '改天' } }, 'timeWords.收工后: "改天" — allowed: HH:MM, or a time that is understood'],
  [{ timeWords: { 晌: '12:00' } }, 'timeWords.晌: "12:00" — allowed: a word of at least two characters'],
])('%j is refused with its path', (understanding, line) => {
  expect(faults(understanding)).toEqual([expect.stringContaining(`understanding.${line}`)]);
});

test('all faults are told together', () => {
  const found = faults({
    phrases: [
      { meaning: 'cheerful', add: ['忙'] },
      { meaning: 'self_harm', block: ['不想活'] },
    ],
    patterns: [{ meaning: 'busy', all: ['<活>', '多'] }],
    thresholds: { opt_out: 0.2 },
    timeWords: { 收工后: '以后' },
    colour: 'blue',
  });
  expect(found.map((line) => line.split(': ')[0])).toEqual(
    expect.arrayContaining([
      'understanding.phrases[0].meaning',
      'understanding.phrases[0].add[0]',
      'understanding.phrases[1].block',
      'understanding.patterns[0].all[0]',
      'understanding.thresholds.opt_out',
      'understanding.timeWords.收工后',
      'understanding.colour',
    ]),
  );
});

test('too much to be read quickly is refused', () => {
  const phrases = Array.from({ length: 6 }, (_, i) => ({
    meaning: 'busy',
    add: Array.from({ length: 190 }, (__, k) => `忙着${String(i * 1000 + k)}`),
  }));
  expect(faults({ phrases })).toEqual([expect.stringContaining('allowed: at most 1000 phrases in all')]);
});
