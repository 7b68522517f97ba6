import type { ReadCertain } from './certain.types.ts';

const ANNOUNCED = /投诉|举报|反映|申诉/;
/** All that an announcement is made of, besides what is complained of. */
const WORDS =
  /投诉|举报|反映|申诉|另外|还有|对了|再说|顺便|不过|但是|而且|你好|必须|一定|你们|医院|事情|情况|问题|一下|[哦喂那这就真又再也还有件个一点事人我俺咱要想得说跟向下吧啊呀了呢,。!、;…~\s]/g;

/** 另外我还要投诉！ announces and tells nothing yet: the facts are asked for (situation 9). */
export const readAnnounced: ReadCertain = ({ n }, found) => {
  const told = found.find((finding) => finding.kind === 'complaint');
  if (told?.kind !== 'complaint' || !told.hasFacts) return null;
  if (!ANNOUNCED.test(n.text) || n.text.replace(WORDS, '') !== '') return null;
  const bare = { ...told, hasFacts: false };
  return { adds: [bare], drops: ({ kind }) => kind === 'complaint' || kind === 'complaint_status' };
};
