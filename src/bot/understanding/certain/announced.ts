import type { ReadCertain } from './certain.types.ts';

const LINK = '(?:另外|还有|对了|再说|顺便|不过|但是?|而且|哦|喂|你好|那|这|就|真|又|再|也|还|有|件|个|一|点|事情?|人|我|俺|咱|要|想|得|必须|一定|说|跟|向|你们|医院|[,。!、;…~\\s])*';
const ANNOUNCED = new RegExp(`^${LINK}(?:投诉|举报|反映|申诉)${LINK}(?:下|情况|问题|吧|啊|呀|了|呢)*[,。!…~ ]*$`);

/** 另外我还要投诉！ announces and tells nothing yet: the facts are asked for (situation 9). */
export const readAnnounced: ReadCertain = ({ n }, found) => {
  const told = found.find((finding) => finding.kind === 'complaint');
  if (told?.kind !== 'complaint' || !told.hasFacts || !ANNOUNCED.test(n.text)) return null;
  const bare = { ...told, hasFacts: false };
  return { adds: [bare], drops: ({ kind }) => kind === 'complaint' || kind === 'complaint_status' };
};
