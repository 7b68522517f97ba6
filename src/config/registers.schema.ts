import { z } from 'zod';
import { REGISTER_CATEGORIES } from '../domain/register.ts';
import { spellings, words } from './fields.ts';

const MAX_DAYS = 90;
const MAX_DEPARTMENT = 60;

const days = z.int().min(1).max(MAX_DAYS);

const rule = z
  .strictObject({
    category: z.enum(REGISTER_CATEGORIES).describe('What the entry is about.'),
    words: spellings.default([]).describe('Any of these in the text; empty: whatever it says.'),
    concerns: spellings
      .default([])
      .describe(
        'Any of these among what it concerns (doctor, nurse, carer, fees, environment, food …); empty: anything.',
      ),
    department: words(MAX_DEPARTMENT).describe('Office that is proposed to staff.'),
  })
  .describe('One rule; the first that fits is proposed.');

/** Standards section 6: 红包/索要 → 行风办, nursing → 护理部, fees → 财务/医保办, care → 医患办/医务部. */
const ROUTING: z.input<typeof rule>[] = [
  {
    category: 'conduct',
    words: ['红包', '紅包', '索要', '回扣', '塞钱', '塞錢', '送礼', '送禮', '请吃饭'],
    department: '行风办',
  },
  { category: 'privacy', words: ['隐私', '隱私', '泄露', '洩漏', '说给别人', '当众'], department: '医患关系办公室' },
  { category: 'nursing', concerns: ['nurse', 'carer'], department: '护理部' },
  { category: 'fees', concerns: ['fees'], department: '财务科' },
  { category: 'environment', concerns: ['environment', 'food', 'cleaner'], department: '总务科' },
  { category: 'process', concerns: ['procedure', 'pharmacy'], department: '门诊部' },
  { category: 'quality', concerns: ['doctor', 'medical'], department: '医务部' },
  {
    category: 'attitude',
    words: ['态度', '態度', '不耐烦', '不耐煩', '凶', '骂', '罵', '冷漠'],
    department: '医患关系办公室',
  },
  { category: 'other', department: '医患关系办公室' },
];

/** How complaints are handled: deadlines and offices. */
export const registersSchema = z
  .strictObject({
    answerDays: days.default(5).describe('Working days to answer a complaint, counted from the day after it came in.'),
    coAnswerDays: days.default(10).describe('Working days when more than one department handles it.'),
    categoryDays: z
      .partialRecord(z.enum(REGISTER_CATEGORIES), days)
      .default({})
      .describe('Other spans by main category, for example 30 for conduct where the house rules say so.'),
    conductAfterDays: z
      .int()
      .min(0)
      .max(MAX_DAYS)
      .default(1)
      .describe(
        'Working days past the deadline after which the conduct office is told as well; the head of the department and the supervisors are told at once.',
      ),
    leaderAfterDays: z
      .int()
      .min(0)
      .max(MAX_DAYS)
      .default(3)
      .describe('Working days past the deadline after which leaders are told as well.'),
    routing: z
      .array(rule)
      .max(100)
      .prefault(ROUTING)
      .describe('Which office a complaint goes to unless staff choose another.'),
  })
  .prefault({})
  .describe('Complaint and praise registers.');
