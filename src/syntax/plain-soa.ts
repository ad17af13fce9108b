import { LOWER } from '../dns/name-hash.ts';
import { FLAGS, HYPHEN, NO_HOST } from '../dns/name-meta.ts';
import { areUsualTimes } from '../dns/soa-times.ts';
import { parseSeconds } from '../dns/ttl.ts';
import { asciiWord, plainNumber } from './header.ts';
import { LONGEST_LABEL, type PlainField } from './plain-fields.ts';
import { PLAIN, type PlainWords } from './plain-words.ts';

const DOT = 46;
const LONGEST_NAME = 254;
const GREATEST_SERIAL = 0xffffffff;
const MOST_DIGITS = 10;

/**
 * A mailbox of letters, digits and hyphens: one label below the origin, as `hostmaster`, or a whole name with its final dot,
 * whose domain then is that of a host.
 */
export const mailbox: PlainField = (words) => {
  if (words.next() !== PLAIN) return false;
  const { codes, start, stop } = words;
  if (stop - start > LONGEST_NAME) return false;
  let labelCount = 0;
  let label = start;
  for (let at = start; at < stop; at++) {
    if (codes[at] !== DOT) continue;
    if (!isHostLabel(codes, label, at)) return false;
    labelCount++;
    label = at + 1;
  }
  if (label === stop) return labelCount > 2;
  words.isRelative = true;
  return labelCount === 0 && isHostLabel(codes, label, stop);
};

/** A serial of 32 bits. */
export const serial: PlainField = (words) => {
  if (words.next() !== PLAIN) return false;
  const value = plainNumber(words.codes, words.start, words.stop, MOST_DIGITS);
  return value >= 0 && value <= GREATEST_SERIAL;
};

/** The four timers, with units or without; those that are not as usual are not sound. */
export const times: PlainField = (words) => {
  const refresh = time(words);
  const retry = time(words);
  const expire = time(words);
  const minimum = time(words);
  if (refresh < 0 || retry < 0 || expire < 0 || minimum < 0) return false;
  if (!areUsualTimes({ refresh, retry, expire, minimum })) words.isSound = false;
  return true;
};

/** The seconds of the next word: `3600`, `1h`, `1d12h`; -1 for anything else. */
function time(words: PlainWords): number {
  if (words.next() !== PLAIN || words.stop - words.start > MOST_DIGITS) return -1;
  return parseSeconds(asciiWord(words.codes, words.start, words.stop)) ?? -1;
}

/** Whether a label is of letters, digits and hyphens, and neither begins nor ends with a hyphen. */
function isHostLabel(codes: Uint8Array, start: number, end: number): boolean {
  if (end === start || end - start > LONGEST_LABEL || codes[start] === HYPHEN || codes[end - 1] === HYPHEN)
    return false;
  for (let at = start; at < end; at++)
    if (((FLAGS[LOWER[codes[at] as number] as number] as number) & NO_HOST) !== 0) return false;
  return true;
}
