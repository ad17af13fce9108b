import { parseIp4 } from '../dns/ip4.ts';
import { parseIp6 } from '../dns/ip6.ts';
import { parseTtl } from '../dns/ttl.ts';
import { classCode, typeCode } from '../dns/types.ts';
import type { Fault, Token } from './token.ts';

/** Characters that nobody sees: of no width, or a control of the layout. */
const UNSEEN = '\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2064\\ufeff\\0';
/** Those that look like a blank and are none. */
const BLANKS = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\f\\v';
const QUOTES = '\\u2018-\\u201f';
const QUOTE = new RegExp(`[${QUOTES}]`);
const ODD = new RegExp(`[${UNSEEN}${BLANKS}${QUOTES}]`, 'g');
const UNSEEN_ONLY = new RegExp(`^[${UNSEEN}]+$`);
const INVISIBLE = new RegExp(`[${UNSEEN}${BLANKS}]`);

/**
 * The fault of a word that can't be read and has a character that looks like a blank or a quotation mark, or like
 * nothing. A message that shows the word would not show it.
 */
export function oddCharacter(word: Token): Fault | undefined {
  const found = [...word.text.matchAll(ODD)];
  const [first] = found;
  if (!first) return undefined;
  const [character] = first;
  const start = word.start + (word.quoted ? 1 : 0) + first.index;
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const rest = { rule: 'syntax-character', start, end: start + 1 };
  if (!INVISIBLE.test(character)) {
    const title = 'Replace it by a plain quotation mark';
    const message = `The character U+${code} looks like a quotation mark, but is part of a word here`;
    return { ...rest, message, fixes: [{ title, start, end: start + 1, text: '"' }] };
  }
  const isUnseen = UNSEEN_ONLY.test(character);
  const message = isUnseen
    ? `The character U+${code}, which nobody sees, is part of a word here`
    : `The character U+${code} looks like a blank, but is part of a word here`;
  if (word.quoted || found.some(([one]) => !INVISIBLE.test(one))) return { ...rest, message };
  return { ...rest, message, fixes: [withoutInvisible(word, found.length, isUnseen)] };
}

/** Deletes what stands at the word's edge or has no width; makes the others a blank, which the word then ends at. */
function withoutInvisible(
  { text, start, end }: Token,
  count: number,
  isUnseen: boolean,
): NonNullable<Fault['fixes']>[0] {
  const deleted = text.replace(ODD, '');
  const trimmed = text.replace(new RegExp(`^[${UNSEEN}${BLANKS}]+|[${UNSEEN}${BLANKS}]+$`, 'g'), '');
  const isWord = isOfHead(deleted) || parseIp4(deleted) !== undefined || parseIp6(deleted) !== undefined;
  const isDeleted = trimmed === deleted || isWord || (isUnseen && !isOfHead(trimmed.split(ODD)[0] ?? ''));
  const mended = isDeleted ? deleted : trimmed.replace(new RegExp(`[${UNSEEN}${BLANKS}]+`, 'g'), ' ');
  const what = count === 1 ? 'it' : `the ${count} characters`;
  return {
    title: isDeleted ? `Delete ${what}` : `Replace ${what} by ${count === 1 ? 'a blank' : 'blanks'}`,
    start,
    end,
    text: mended,
  };
}

/** Whether it is a class, a type or a number: what is glued to one of these had something between them. */
function isOfHead(word: string): boolean {
  return typeCode(word) !== undefined || classCode(word) !== undefined || parseTtl(word) !== undefined;
}

/** The same for a word of rdata, where typographic quotation marks may stand, and a fault that may be its character's. */
export function invisibleCharacter(word: Token, { rule }: Fault): Fault | undefined {
  return word.quoted || OF_OTHERS.has(rule) || !INVISIBLE.test(word.text) || QUOTE.test(word.text)
    ? undefined
    : oddCharacter(word);
}

/** What is wrong with such words whatever their characters are. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  'syntax-comment',
  'syntax-escape',
  'syntax-label-empty',
  'syntax-label-length',
  'syntax-name-length',
  'syntax-string',
]);
