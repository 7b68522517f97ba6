import { RED_FLAGS, SELF_HARM } from '../certain.lists.ts';
import { everyStep, type Law } from '../trace.ts';

const answered = everyStep(
  'red-flag-answered-at-once',
  'A red flag gets the safety text in the same turn and brings staff urgently, whatever the state.',
  ({ read, said, commit: { record } }) => {
    const texts = read.map(({ text }) => text);
    const harm = texts.some((text) => SELF_HARM.includes(text));
    if (!harm && !texts.some((text) => RED_FLAGS.includes(text))) return [];
    const words = said.filter(({ urgent }) => urgent).map(({ text }) => text);
    const number = harm ? '12356' : '120';
    return [
      ...(words.some((text) => text.includes(number)) ? [] : [`no ${number} in ${JSON.stringify(words)}`]),
      ...(record.state === 'with_staff' && record.handoff?.priority === 'urgent' ? [] : [`state ${record.state}`]),
    ];
  },
);

export const safetyLaws: readonly Law[] = [answered];
