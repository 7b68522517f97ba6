import type { ReadCertain } from './certain.types.ts';

/** All of a room, a ward or a floor, and not the house. */
const WHOLE = /(?:整(?:个|间|层)?|全)(?:病房|病区|楼层?|层楼?|层|走廊|楼道|房间|屋子?|科室?|病室|一层)/;
const HOUSE = /医院|本院|贵院|整体|总体|总的|综合|院方|方面/;

/** 整个病房都被吵醒 tells how far it was heard; it does not grade the hospital as a whole. */
export const readWholeWard: ReadCertain = ({ n, context }) => {
  if (!WHOLE.test(n.text) || HOUSE.test(n.text)) return null;
  const ofHouse = context.questions.filter(({ type, roles }) => type === 'rating' && roles.length === 0);
  const ids = ofHouse.map(({ id }) => id).filter((id) => id !== context.question.id && id !== context.question.about);
  return { adds: [], drops: (finding) => finding.kind === 'rating' && ids.includes(finding.question) };
};
