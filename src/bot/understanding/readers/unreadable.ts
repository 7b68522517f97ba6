import type { Finding } from '../../../domain/finding.ts';
import type { Normalised } from '../normalise.ts';
import { whole } from './patterns.ts';

const MEDIA =
  /^\s*(?:[[【<(（](?:图片|照片|语音|视频|表情|动画表情|贴图|贴纸|文件|名片|位置|链接|红包|sticker|image|photo|picture|voice|video|audio|gif|file)[^\]】>)）]{0,60}[\]】>)）]\s{0,4}){1,20}$/i;
const CONSONANTS = /^[bcdfghjklmnpqrstvwxz]{4,}$/;
/** Rows of the keyboard: whoever runs along them wrote nothing. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'poiuytrewq', 'lkjhgfdsa', 'mnbvcxz'];
const SHORT_WORDS =
  /^(?:y|n|k|t|r|td|ok|no|hi|ty|ya|up|me|so|is|it|in|by|hmm+|hm|mm+|thx|tks|pls|plz|gm|bye|brb|lol|yep|yup|nah|wtf|omg|idk|tq|help|stop|start|btw|thnx|ths|xx|xoxo|okk|kk|oki|mph|ct|mri|x)$/;

/** Where it stands there is something to read. */
const HAN = /[\u4e00-\u9fa5]/;

/** Noise, stickers, pictures, a finger on the keyboard (situation 21); null when there is something to read. */
export function readUnreadable(n: Normalised): Finding | null {
  if (MEDIA.test(n.original)) return whole(n, 'unreadable', 0.95, 'unreadable.media');
  return HAN.test(n.text) ? null : readNoise(n);
}

function readNoise(n: Normalised): Finding | null {
  const letters = n.text.replace(/[^\p{L}\p{N}]/gu, '');
  if (letters === '') {
    if (/^[?!。,.…~\s]*\?[?!\s]*$/.test(n.text)) return null;
    return n.text.includes('☺') || n.text.includes('☹') ? null : whole(n, 'unreadable', 0.9, 'unreadable.symbols');
  }
  if (/^\d+$/.test(letters))
    return letters.length >= 4 && !/[:：点]/.test(n.text) ? whole(n, 'unreadable', 0.85, 'unreadable.digits') : null;
  if (isMixed(n.text.trim())) return whole(n, 'unreadable', 0.8, 'unreadable.keys');
  if (!/[^a-z0-9]/.test(letters)) return isMash(n.text) ? whole(n, 'unreadable', 0.85, 'unreadable.keys') : null;
  return null;
}

/** x8k2m, ggg: one run of letters and digits in turn, or of one letter. */
function isMixed(text: string): boolean {
  if (text.length < 3 || text.length > 14 || !/^[a-z0-9]+$/.test(text)) return false;
  if (/^([b-hjlp-wz])\1+$/.test(text)) return true;
  return /\d[a-z]+\d|[a-z]\d+[a-z]/.test(text) && !/[aeiou]{2}|\d(?:am|pm|st|nd|rd|th|h)\d*|covid|b12|h1n1/.test(text);
}

function isMash(text: string): boolean {
  const words = text.match(/[a-z]+/g) ?? [];
  if (words.length === 0) return false;
  if (words.every((word) => /^[^aeiouy]+$/.test(word) && !SHORT_WORDS.test(word)) && words.join('').length >= 4)
    return true;
  return words.every(
    (word) =>
      !SHORT_WORDS.test(word) && (word.length === 1 || CONSONANTS.test(word) || isRow(word) || isScramble(word)),
  );
}

function isRow(word: string): boolean {
  return (
    word.length >= 3 &&
    ROWS.some((row) => row.includes(word) || row.includes(word.slice(0, 4))) &&
    !/^(?:were|we|as|sad|was|pop|try|type|write|rope|tree|poor|quiet|your|power)/.test(word)
  );
}

/** Five consonants in a row, or hardly a vowel in a long word. */
function isScramble(word: string): boolean {
  if (word.length < 5) return false;
  const vowels = word.replace(/[^aeiouy]/g, '').length;
  return /[bcdfghjklmnpqrstvwxz]{5}/.test(word) || vowels / word.length < 0.15;
}
