import { normalise } from '../../understanding/normalise.ts';
import type { Mention } from '../entities/entities.types.ts';
import type { Choice } from '../inquiry.types.ts';

const ORDINALS: readonly RegExp[] = [
  /^(?:1|一|①|第?一[个项]?|第1[个项]?|前者|the first(?: one)?|first)(?:[.。、)]|吧)?$/,
  /^(?:2|二|②|第?二[个项]?|第2[个项]?|后者|the second(?: one)?|second)(?:[.。、)]|吧)?$/,
  /^(?:3|三|③|第?三[个项]?|第3[个项]?|the third(?: one)?|third)(?:[.。、)]|吧)?$/,
];
const AROUND = /^(?:我(?:问|说|要)的?是|是|就是|问的?是|选|要)|(?:的|吧|那个|谢谢|[。.!?,])+$/g;
const SHORT = 16;

/** The offered choice that a message takes: by its number, its title, or by naming one of them and nothing else. */
export function taken(offered: readonly Choice[], text: string, mentions: readonly Mention[]): Choice | undefined {
  if (offered.length === 0) return undefined;
  const at = ORDINALS.findIndex((words) => words.test(text));
  if (at >= 0) return offered[at];
  const plain = text.replace(AROUND, '');
  const titled = offered.filter(({ id, label }) => {
    const title = normalise(label).text;
    return (
      plain.length >= 2 &&
      (title === plain ||
        (text.length <= SHORT && (titleHolds(title, plain) || (id.startsWith('faq:') && title.includes(plain)))))
    );
  });
  if (titled.length === 1) return titled[0];
  const named = new Set(mentions.flatMap(({ kind, candidates }) => candidates.map(({ id }) => `${kind}:${id}`)));
  const meant = offered.filter(({ id }) => named.has(id));
  return meant.length === 1 && text.length <= SHORT ? meant[0] : undefined;
}

/** 产科 is no part of the title 妇产科: a title holds what begins it. */
function titleHolds(title: string, plain: string): boolean {
  return title.startsWith(plain);
}
