import { Converter } from 'opencc-js/cn2t';

type MakeConverter = (options: { readonly from: string; readonly to: string }) => (text: string) => string;

/** Mainland writing → Taiwanese writing. The package's own type files do not resolve under nodenext, hence the detour. */
export const toTaiwan = (Converter as unknown as MakeConverter)({ from: 'cn', to: 'tw' });
