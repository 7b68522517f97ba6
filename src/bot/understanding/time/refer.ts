import type { TimeExpression } from './time.types.ts';

/** Points back at an hour named before: 明天那会儿, 后天这个点, tomorrow at that time. */
const SAME_HOUR = /^(?:的|也|,)?(?:那会儿?|那个?时候|那个点|那个时间|这个点|同一时间| (?:at )?that time)/;

/** Between two hours: not the first. */
const DENIED = /^[^,]*(?:不行|不方便|不可以|没空|有事|太早|太晚|no good|doesn't (?:work|suit)|is bad)[^,]*,/;

/**
 * Completes times that lean on an earlier one of the message: "明天早上六点我就下地了，六点打" is six tomorrow,
 * "早上六点半我就起了，明天那会儿行" half past six tomorrow.
 */
export function completed(expressions: readonly TimeExpression[], text: string): readonly TimeExpression[] {
  const list: TimeExpression[] = [];
  for (const expression of expressions) {
    const earlier = list.findLast(({ clock }) => clock !== undefined);
    list.push(earlier === undefined ? expression : leaning(expression, earlier, text));
  }
  return list;
}

function leaning(expression: TimeExpression, earlier: TimeExpression, text: string): TimeExpression {
  const { clock, part, day } = expression;
  if (part !== undefined || earlier.clock === undefined) return expression;
  if (clock !== undefined) {
    return day === undefined ? sameDay(expression, earlier, text) : expression;
  }
  if (day === undefined || !SAME_HOUR.test(text.slice(expression.end))) return expression;
  return { ...dayAndPart(earlier), ...expression, clock: earlier.clock };
}

/** The same hour again is that of the same day; "明天下午三点不行，四点" stays on that day, and a later hour in that part. */
function sameDay(expression: TimeExpression, earlier: TimeExpression, text: string): TimeExpression {
  const [hour, before] = [minutes(expression), minutes(earlier)];
  if (hour === before) return { ...expression, ...dayAndPart(earlier), ...clockOf(earlier) };
  if (!DENIED.test(text.slice(earlier.end, expression.start))) return expression;
  const { day } = earlier;
  if (hour > before) return { ...expression, ...dayAndPart(earlier) };
  return day === undefined ? expression : { ...expression, day };
}

function minutes({ clock }: TimeExpression): number {
  return clock === undefined ? -1 : clock.hour * 60 + clock.minute;
}

function clockOf({ clock }: TimeExpression): Pick<TimeExpression, 'clock'> {
  return clock === undefined ? {} : { clock };
}

function dayAndPart({ day, part }: TimeExpression): Pick<TimeExpression, 'day' | 'part'> {
  return { ...(day === undefined ? {} : { day }), ...(part === undefined ? {} : { part }) };
}
