import fc from 'fast-check';
import type { Details } from '../../src/bot/appointment/appointment.types.ts';
import type { KnowledgeReply, Topic } from '../../src/bot/knowledge/inquiry.types.ts';
import type { Consulted } from '../../src/flows/flow.ts';

const TOPIC: Topic = { entities: ['department:ortho'], attribute: null, day: null };
const SKIN = { id: 'skin', name: '皮肤科' };
const BONES = { id: 'bones', name: '骨科' };
export const DOCTOR = { id: 'd1', name: '林绍强', department: BONES };

/** Facts of an appointment by hand; nothing unless said. */
function details(facts: Partial<Details> = {}): Details {
  return {
    wish: null,
    givesUp: false,
    earlier: false,
    departments: [],
    shortened: false,
    doctors: [],
    namesOther: false,
    days: [],
    stretch: false,
    half: null,
    anyDay: false,
    name: null,
    phone: null,
    brokenPhone: null,
    corrects: false,
    ...facts,
  };
}

/** A message as the knowledge base reads it. */
export function read(facts: Partial<Details>, reply: KnowledgeReply = { type: 'none' }): Consulted {
  return { reply, details: details(facts), recent: null, asksDepartment: reply.type === 'departments' };
}

export const answer = (text: string, id = 'faq:x'): KnowledgeReply => ({
  type: 'answer',
  text,
  sources: [{ id, updatedOn: '2026-11-01' }],
  topic: TOPIC,
});
export const suggests = (...departments: readonly { id: string; name: string }[]): KnowledgeReply => ({
  type: 'departments',
  suggestions: departments.map((department) => ({ department, score: 0.9 })),
  topic: TOPIC,
});

const reply: fc.Arbitrary<KnowledgeReply> = fc.constantFrom<KnowledgeReply[]>(
  { type: 'none' },
  { type: 'unanswered' },
  { type: 'describe' },
  { type: 'which', about: 'item', topic: TOPIC },
  {
    type: 'choose',
    about: 'entry',
    choices: [
      { id: 'faq:a', label: '甲' },
      { id: 'faq:b', label: '乙' },
    ],
    topic: TOPIC,
  },
  answer('八点'),
  suggests(SKIN),
);

/** Anything that a message of a consultation can be read as. */
export const consulted: fc.Arbitrary<Consulted> = fc
  .record({
    reply,
    asksDepartment: fc.boolean(),
    recent: fc.constantFrom(null, { department: BONES, doctor: null }),
    details: fc.record({
      wish: fc.constantFrom(null, null, 'book' as const, 'change' as const, 'cancel' as const),
      givesUp: fc.boolean(),
      earlier: fc.boolean(),
      departments: fc.subarray([SKIN, BONES, { id: 'lab', name: '检验科' }]),
      shortened: fc.boolean(),
      doctors: fc.subarray([DOCTOR]),
      namesOther: fc.boolean(),
      days: fc.subarray([
        { date: '2026-11-20', past: false },
        { date: '2026-11-22', past: false },
        { date: '2026-11-10', past: true },
        { date: '2027-01-01', past: false },
        { date: '2028-01-01', past: false },
      ]),
      stretch: fc.boolean(),
      half: fc.constantFrom(null, 'morning' as const, 'evening' as const),
      anyDay: fc.boolean(),
      name: fc.constantFrom(null, '李芳'),
      phone: fc.constantFrom(null, '13800012301'),
      brokenPhone: fc.constantFrom(null, '1380001'),
      corrects: fc.boolean(),
    }),
  })
  .map((given) => given);
