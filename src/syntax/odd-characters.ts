import { parseIp4 } from '../dns/ip4.ts';
import { parseIp6 } from '../dns/ip6.ts';
import { parseTtl } from '../dns/ttl.ts';
import { classCode, typeCode } from '../dns/types.ts';
import { phrase } from '../language/phrase.ts';
import type { Fault, Token } from './token.ts';

/** Characters that nobody sees: of no width, or a control of the layout. */
const UNSEEN = '\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2064\\ufeff\\0';
/** Those that look like a blank and are none. */
const BLANKS = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\f\\v';
const BLANK = new RegExp(`[${BLANKS}]`);
const EACH_BLANK = new RegExp(BLANK, 'g');
const BLANK_RUN = new RegExp(`[${BLANKS}]+`);
/** The same in names: octets of UTF-8, or that of a no-break space in Latin 1, which is no end of another character. */
const ESCAPED_BLANKS =
  /(?:\\194\\160|\\225\\154\\128|\\226\\128\\(?:12[89]|13[0-8]|175)|\\226\\129\\159|\\227\\128\\128|(?<!\\[12]\d\d)\\160|\\01[12])+/;
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
  const code = codeOf(character);
  const rest = { rule: 'syntax-character', start, end: start + 1 };
  if (!INVISIBLE.test(character)) {
    const title = phrase`Replace it by a plain quotation mark`;
    const message = phrase`The character U+${code} looks like a quotation mark, but is part of a word here`;
    return { ...rest, message, fixes: [{ title, start, end: start + 1, text: '"' }] };
  }
  const isUnseen = UNSEEN_ONLY.test(character);
  const message = isUnseen
    ? phrase`The character U+${code}, which nobody sees, is part of a word here`
    : phrase`The character U+${code} looks like a blank, but is part of a word here`;
  if (word.quoted || found.some(([one]) => !INVISIBLE.test(one))) return { ...rest, message };
  return { ...rest, message, fixes: [withoutInvisible(word, found.length, isUnseen)] };
}

/** An owner that has swallowed what stands behind it, and the owner that was meant; empty: that of the line above. */
export interface GluedOwner {
  readonly fault: Fault;
  readonly owner: string;
}

/** An owner with something that looks like a blank, behind which nothing stands but what follows an owner: a TTL, class or type. */
export function gluedOwner({ text, start, end, quoted }: Token): GluedOwner | undefined {
  const blank = quoted ? undefined : BLANK.exec(text);
  if (!blank) return undefined;
  const [owner = '', ...rest] = text.split(BLANK_RUN);
  if ((owner === '' && rest.every((word) => word === '')) || !rest.every((word) => word === '' || isOfHead(word)))
    return undefined;
  const at = start + blank.index;
  const count = [...text.matchAll(EACH_BLANK)].length;
  const title = count === 1 ? phrase`Replace it by a blank` : phrase`Replace the ${count} characters by blanks`;
  const fault: Fault = {
    rule: 'syntax-character',
    start: at,
    end: at + 1,
    message: phrase`The character U+${codeOf(blank[0])} looks like a blank, but is part of a word here`,
    fixes: [{ title, start, end, text: [owner, ...rest].join(' ') }],
  };
  return { fault, owner };
}

/** Whether a name, in its escaped text, is such an owner. */
export function isGluedName(name: string): boolean {
  const [owner = '', ...rest] = name.split(ESCAPED_BLANKS);
  const words = rest.map((word) => word.split('.', 1)[0] ?? '');
  if (words.length === 0 || (/(?:^|\.)$/.test(owner) && words.every((word) => word === ''))) return false;
  return words.every((word) => word === '' || isOfHead(word));
}

/** Octets of UTF-8 of characters that turn the direction of writing or have no width, in the escaped text of a name. */
const ESCAPED_HIDDEN = /\\226\\128\\(?:139|14[0-3]|17[0-4])|\\226\\129\\16\d|\\216\\156|\\239\\187\\191/;

/** Whether a name holds a character that nobody sees: its text tells of that. */
export function holdsHiddenCharacter(name: string): boolean {
  return ESCAPED_HIDDEN.test(name);
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
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
  const fixed = isDeleted ? deleted : trimmed.replace(new RegExp(`[${UNSEEN}${BLANKS}]+`, 'g'), ' ');
  const deletion = count === 1 ? phrase`Delete it` : phrase`Delete the ${count} characters`;
  const replacement = count === 1 ? phrase`Replace it by a blank` : phrase`Replace the ${count} characters by blanks`;
  return {
    title: isDeleted ? deletion : replacement,
    start,
    end,
    text: fixed,
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
