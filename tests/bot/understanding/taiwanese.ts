import { Converter } from 'opencc-js';

type MakeConverter = (options: { readonly from: string; readonly to: string }) => (text: string) => string;

/** The package's own type files do not resolve under nodenext, hence the detour. */
const convert = Converter as unknown as MakeConverter;

/** Mainland writing → Taiwanese writing. */
export const toTaiwan = convert({ from: 'cn', to: 'tw' });
/** Mainland writing → Hong Kong writing. */
export const toHongKong = convert({ from: 'cn', to: 'hk' });
/** Taiwanese writing → mainland writing. */
export const toMainland = convert({ from: 'tw', to: 'cn' });
