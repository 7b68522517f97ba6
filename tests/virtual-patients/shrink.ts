import type { Dialogue, DialogueTurn } from '../../src/evaluate/dialogue.ts';

type StillBroken = (dialogue: Dialogue) => Promise<boolean>;
/** What a dialogue is tried with instead, boldest first. */
type Smaller = (dialogue: Dialogue) => readonly Dialogue[];

/** Fewer and shorter, as long as the same law stays broken: nobody should have to read ten turns where two will do. */
export async function shrink(dialogue: Dialogue, stillBroken: StillBroken): Promise<Dialogue> {
  let smallest = dialogue;
  for (;;) {
    const next = await firstBroken(
      [...fewerTurns(smallest), ...plainerTurns(smallest), ...plainer(smallest)],
      stillBroken,
    );
    if (next === undefined) return smallest;
    smallest = next;
  }
}

async function firstBroken(candidates: readonly Dialogue[], stillBroken: StillBroken): Promise<Dialogue | undefined> {
  for (const candidate of candidates) if (isWhole(candidate) && (await stillBroken(candidate))) return candidate;
  return undefined;
}

/** Somebody has to write before anything else can happen in a consultation. */
function isWhole({ flow, turns }: Dialogue): boolean {
  const [first] = turns;
  return flow === 'followup' ? true : typeof first === 'string' || (first !== undefined && 'burst' in first);
}

const fewerTurns: Smaller = (dialogue) => {
  const { turns } = dialogue;
  const halves = [turns.slice(Math.ceil(turns.length / 2)), turns.slice(0, Math.floor(turns.length / 2))];
  const without = turns.map((_, left) => turns.filter((__, index) => index !== left));
  return [...(turns.length > 2 ? halves : []), ...without].map((fewer) => ({ ...dialogue, turns: fewer }));
};

const plainerTurns: Smaller = (dialogue) =>
  dialogue.turns.flatMap((turn, at) =>
    plainerThan(turn).map((other) => ({ ...dialogue, turns: dialogue.turns.with(at, other) })),
  );

function plainerThan(turn: DialogueTurn): readonly DialogueTurn[] {
  if (typeof turn === 'string') return shorter(turn);
  if (!('burst' in turn)) return [];
  const { burst } = turn;
  const fewer = burst.length > 1 ? burst.map((_, left) => burst.filter((__, index) => index !== left)) : [];
  const shorterTexts = burst.flatMap((text, at) => shorter(text).map((other) => burst.with(at, other)));
  return [...burst, ...[...fewer, ...shorterTexts].map((texts) => ({ burst: texts }))];
}

/** Half a surrogate pair is left out: no handset sends one. */
const isWhollyWritten = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** Single clauses, then halves. */
function shorter(text: string): readonly string[] {
  const clauses = text.split(/[，。！？,.!?;；\n]+/u).filter((part) => part.trim() !== '');
  const half = Math.ceil(text.length / 2);
  const halves = text.length > 3 ? [text.slice(0, half), text.slice(half)].filter(isWhollyWritten) : [];
  return [...(clauses.length > 1 ? clauses : []), ...halves].filter((part) => part.length < text.length);
}

/** Everything that is the same for all patients. */
const plainer: Smaller = (dialogue) => {
  const usual = dialogue.flow === 'followup' ? 'sms' : 'web';
  return [
    ...(dialogue.lang === 'zh-CN' ? [] : [{ ...dialogue, lang: 'zh-CN' as const }]),
    ...(dialogue.channel === usual ? [] : [{ ...dialogue, channel: usual } as const]),
  ];
};
