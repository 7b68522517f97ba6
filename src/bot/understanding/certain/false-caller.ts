import { guarded } from '../sieve/guarded.ts';
import type { ReadCertain } from './certain.types.ts';

/** Somebody called and wanted numbers, codes or money sent: 有人打电话说要给我退钱，叫我报验证码. */
const CALLED = guarded(/(?:打|来)(?:了|过)?(?:我|个)?(?:的)?电话|来电|短信|链接|加(?:我|个)?(?:微信|群)/);
const WANTED = /验证码|银行卡|卡号|转账|密码|点(?:开|击)?(?:链接|网址)/;

/** Whoever asks whether a caller was genuine asks for no refund himself (situation 18). */
export const readFalseCaller: ReadCertain = ({ n }, found) => {
  if (!found.some(({ kind }) => kind === 'scam_doubt') || !CALLED.test(n) || !WANTED.test(n.text)) return null;
  return { adds: [], drops: ({ kind }) => kind === 'beyond_authority' };
};
