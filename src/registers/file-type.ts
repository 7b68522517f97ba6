/** What files are known by: bytes at a place. All of a row must be there. */
interface Sign {
  readonly type: string;
  readonly marks: readonly { readonly at: number; readonly bytes: string }[];
}

/** Pictures, PDF, Office documents and recordings, as phones and offices make them. */
const SIGNS: readonly Sign[] = [
  { type: 'image/jpeg', marks: [{ at: 0, bytes: '\xff\xd8\xff' }] },
  { type: 'image/png', marks: [{ at: 0, bytes: '\x89PNG\r\n\x1a\n' }] },
  { type: 'image/gif', marks: [{ at: 0, bytes: 'GIF8' }] },
  {
    type: 'image/webp',
    marks: [
      { at: 0, bytes: 'RIFF' },
      { at: 8, bytes: 'WEBP' },
    ],
  },
  {
    type: 'audio/wav',
    marks: [
      { at: 0, bytes: 'RIFF' },
      { at: 8, bytes: 'WAVE' },
    ],
  },
  { type: 'image/heic', marks: [{ at: 4, bytes: 'ftypheic' }] },
  { type: 'audio/mp4', marks: [{ at: 4, bytes: 'ftypM4A' }] },
  { type: 'audio/amr', marks: [{ at: 0, bytes: '#!AMR' }] },
  { type: 'audio/ogg', marks: [{ at: 0, bytes: 'OggS' }] },
  { type: 'audio/mpeg', marks: [{ at: 0, bytes: 'ID3' }] },
  { type: 'application/pdf', marks: [{ at: 0, bytes: '%PDF-' }] },
];

/** Office files are archives; what kind tells a name inside. */
const OFFICE: readonly { readonly type: string; readonly holds: string }[] = [
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', holds: 'word/' },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', holds: 'xl/' },
];
const ARCHIVE = 'PK\x03\x04';

/** Endings that go with a type; the first is given to names that have another one. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic'],
  'audio/wav': ['wav'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/amr': ['amr'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/mpeg': ['mp3'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/plain': ['txt', 'csv', 'md', 'log'],
};

/**
 * The name under which a file is kept: one line, no folders, nothing that turns the direction of writing, and an ending of its type. A
 * text that is called `bill.hta` would run on the computer of whoever opens it.
 */
export function fileName(name: string, type: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '').replace(/[\\/:*?"<>|]/g, '_');
  const endings = ENDINGS[type] ?? [];
  const fits = endings.some((ending) => plain.toLowerCase().endsWith(`.${ending}`));
  return fits || endings[0] === undefined ? plain : `${plain}.${endings[0]}`;
}

/** The type of a file by its content, or undefined when it is none that is kept. Plain text is UTF-8 without control characters. */
export function fileType(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return undefined;
  const has = (at: number, mark: string) =>
    Array.from(mark).every((character, index) => bytes[at + index] === character.charCodeAt(0));
  const sign = SIGNS.find(({ marks }) => marks.every(({ at, bytes: mark }) => has(at, mark)));
  if (sign !== undefined) return sign.type;
  if (has(0, ARCHIVE)) return officeType(bytes);
  return isText(bytes) ? 'text/plain' : undefined;
}

/** A document with macros says so by a part of its own: it is not kept. */
function officeType(bytes: Uint8Array): string | undefined {
  const names = Buffer.from(bytes).toString('latin1');
  if (!names.includes('[Content_Types].xml') || names.includes('vbaProject')) return undefined;
  return OFFICE.find(({ holds }) => names.includes(holds))?.type;
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Markup would run in a browser that somebody opens it with.
    return !/\p{Cc}/u.test(text.replace(/[\t\n\r]/g, '')) && !/^\s*</.test(text);
  } catch {
    return false;
  }
}
