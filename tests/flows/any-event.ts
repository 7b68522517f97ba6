import fc from 'fast-check';
import { FINDING_KINDS, type Finding } from '../../src/domain/finding.ts';
import { FLOW_TIMER_KINDS } from '../../src/domain/timer.ts';
import type { FlowEvent } from '../../src/flows/flow.ts';
import { consulted } from './consulted.ts';
import { f, START } from './talk.ts';

const question = fc.constantFrom('doctor', 'nurse', 'overall', 'suggestions', 'nonsense');
const details = fc.record({
  question,
  grade: fc.constantFrom('satisfied', 'mostly_satisfied', 'dissatisfied'),
  correction: fc.boolean(),
  firmness: fc.constantFrom('explicit', 'unsure'),
  concerns: fc.subarray(['doctor', 'nurse', 'food', '小陈']),
  hasFacts: fc.boolean(),
  text: fc.constantFrom('护士态度差', '饭凉', ''),
  confidence: fc.constantFrom(0.3, 0.55, 0.7, 0.9),
  about: fc.constantFrom('identity', 'bot'),
  at: fc.integer({ min: START, max: START + 1e9 }),
  precision: fc.constant('minute'),
});
const tiers = { deceased: ['high', 'medium'], emergency: ['high', 'low'], self_harm: ['high', 'low'] } as const;

const finding: fc.Arbitrary<Finding> = fc
  .record({ kind: fc.constantFrom(...FINDING_KINDS), details, low: fc.boolean() })
  .map(({ kind, details: given, low }) => {
    const tier =
      kind === 'deceased' || kind === 'emergency' || kind === 'self_harm' ? { tier: tiers[kind][low ? 1 : 0] } : {};
    return f(kind, { ...given, ...tier });
  });
const message: fc.Arbitrary<FlowEvent> = fc
  .record({
    text: fc.constantFrom('原话', '', '很长的一段说不清楚的话'),
    findings: fc.array(finding, { maxLength: 4 }),
    keyword: fc.constantFrom(null, null, null, null, 'stop' as const, 'start' as const, 'help' as const),
    known: fc.boolean(),
    consulted: fc.option(consulted, { nil: undefined }),
  })
  .map(({ text, findings, keyword, known, consulted: read }) => ({
    type: 'message',
    text,
    findings,
    ...(keyword === null ? {} : { carrierKeyword: keyword }),
    ...(known ? { knowledge: { id: 'x', answer: '到病案室' } } : {}),
    ...(read === undefined ? {} : { consulted: read }),
  }));
/** Whatever can happen to a talk, whether it makes sense or not. */
export const anyEvent: fc.Arbitrary<FlowEvent> = fc.oneof(
  { weight: 10, arbitrary: message },
  { weight: 2, arbitrary: fc.constantFrom(...FLOW_TIMER_KINDS).map((timer) => ({ type: 'timer' as const, timer })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('opted_out', 'unreachable')
      .map((why) => ({ type: 'undeliverable' as const, why: why as 'opted_out' })),
  },
);
