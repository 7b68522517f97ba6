import type { Knowledge, KnowledgeFault } from '../knowledge.types.ts';

/** What a person should look at, though the file can be used: answers that are not given any more, numbers that disagree. */
export function knowledgeWarnings(raw: unknown, knowledge: Knowledge, today: string): readonly KnowledgeFault[] {
  const expired = knowledge.faq.flatMap(({ id, validUntil }, i) =>
    validUntil !== undefined && validUntil < today
      ? [
          {
            path: `faq[${String(i)}].validUntil`,
            message: `${id} is not given any more since its last day, ${validUntil} / 已过有效期，不再回答`,
          },
        ]
      : [],
  );
  return [...expired, ...bedsWarning(raw, knowledge)];
}

/** The file says that the hospital's beds are those of its wards. */
function bedsWarning(raw: unknown, { departments }: Knowledge): readonly KnowledgeFault[] {
  const told = (raw as { readonly hospital?: { readonly beds?: number } }).hospital?.beds;
  const sum = departments.reduce((beds, { ward }) => beds + (ward?.beds ?? 0), 0);
  if (told === undefined || told === sum) return [];
  return [
    {
      path: 'hospital.beds',
      message: `${String(told)}, but the wards have ${String(sum)} together / 与各病区床位之和 ${String(sum)} 不符`,
    },
  ];
}
