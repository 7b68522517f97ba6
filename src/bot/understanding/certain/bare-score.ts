import type { RatingFinding } from '../../../domain/finding.ts';
import { normalise } from '../normalise.ts';
import type { ReadCertain } from './certain.types.ts';

const WHO =
  '(?:那|我|这|们|的|就|是|医生|大夫|医师|护士|护理|医院|整体|总体|the|doctors?|nurses?|hospital|[,:\\s]){0,6}';
const STARS =
  '(?:给|打|评|算|能)*(?:[\\d一二两三四五]|one|two|three|four|five)\\s*(?:颗|个)?(?:星星|星|stars?)(?:吧|了|啊|哈|呀)*';
const BARE = new RegExp(`^${WHO}${STARS}[。.!~]*$`);

/** 护士四颗星: so many stars are a grade, and no reason for it; what fell short is asked. */
export const readBareScore: ReadCertain = (_, found) => {
  const bare = found.filter(
    (one): one is RatingFinding =>
      one.kind === 'rating' && one.reason !== undefined && BARE.test(normalise(one.reason).text),
  );
  const adds = bare.map(({ reason: _reason, ...rating }) => rating);
  return bare.length === 0 ? null : { adds, drops: (finding) => bare.some((one) => one === finding) };
};
