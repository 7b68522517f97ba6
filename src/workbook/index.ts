export { type ChangedCell, type ChangedEntry, changesBetween, type SheetChanges } from './changes.ts';
export { readWorkbook, writeWorkbook } from './file.ts';
export { joinedWords } from './joined.ts';
export { faultLine } from './place.ts';
export { readSheets } from './read.ts';
export { saveKnowledge } from './save.ts';
export type { Json } from './workbook.types.ts';
export { sheetsOf } from './write.ts';
