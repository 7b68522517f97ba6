import { z } from 'zod';
import { clockTime } from './fields.ts';

const id = z.string().regex(/^[a-z][a-z0-9_-]{0,29}$/, 'small letters, digits, _ and -, beginning with a letter');
const name = z.string().trim().min(1, 'some text').max(60);

const shift = z.strictObject({
  id: id.describe('Stands in the history; never change it once used.'),
  name: name.describe('As the staff call it, e.g. 白班.'),
  from: clockTime.describe('When it begins, HH:MM.'),
  to: clockTime.describe('When it is handed over, HH:MM; earlier than from: the next day.'),
});

const check = z.strictObject({
  id: id.describe('Stands in the history; never change it once used.'),
  name: name.describe('What is checked, e.g. 钥匙.'),
});

const apart = (list: readonly { readonly id: string }[]) => new Set(list.map((one) => one.id)).size === list.length;

/** The centre's shifts and what is checked when they are handed over (handbook section 7). */
export const shiftsSchema = z
  .strictObject({
    list: z
      .array(shift)
      .min(1, 'at least one shift')
      .max(6)
      .refine(apart, 'each id once')
      .prefault([
        { id: 'day', name: '白班', from: '09:00', to: '15:00' },
        { id: 'evening', name: '晚班', from: '15:00', to: '21:00' },
      ])
      .describe('The shifts of a day.'),
    checks: z
      .array(check)
      .max(20)
      .refine(apart, 'each id once')
      .prefault([
        { id: 'keys', name: '钥匙' },
        { id: 'phone', name: '值班电话' },
        { id: 'equipment', name: '电脑和打印机' },
      ])
      .describe('Things that are checked at every handover.'),
    waitMinutes: z
      .int()
      .min(5)
      .max(240)
      .default(30)
      .describe('When nobody has taken over so long after the signature, the supervisors are told.'),
    complaintDays: z
      .int()
      .min(0)
      .max(14)
      .default(2)
      .describe('Complaints that are due within so many days stand in the handover.'),
  })
  .prefault({})
  .describe('Shifts and their handover.');
