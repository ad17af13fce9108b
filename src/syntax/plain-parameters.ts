import { ip4FromCodes, ip6FromCodes } from '../dns/fast-address.ts';
import { plainNumber } from './header.ts';
import { isDigit, isLetter, LONGEST_LABEL, type PlainField, spells } from './plain-fields.ts';
import { END, PLAIN, type PlainWords } from './plain-words.ts';

const COMMA = 44;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const EQUALS = 61;

/** The mark of a service binding without address hints. */
export const NO_HINT = -1;

/**
 * The parameters of a service binding that most have (RFC 9460), each once. The mark becomes the IPv4 address of the only
 * address hint, NO_HINT where there is none, and 0 where it takes a closer look.
 */
export const parameters: PlainField = (words) => {
  let seen = 0;
  words.mark = NO_HINT;
  let kind = words.next();
  for (; kind === PLAIN; kind = words.next()) {
    const bit = parameterBit(words);
    if (bit === 0 || (seen & bit) !== 0) return false;
    seen |= bit;
  }
  return kind === END;
};

const addressWords = new Uint32Array(4);
/** The one address whose number is that of NO_HINT. */
const BROADCAST = 0xffffffff;

function parameterBit(words: PlainWords): number {
  const { codes, start, stop } = words;
  let equals = start;
  while (equals < stop && codes[equals] !== EQUALS) equals++;
  if (equals === stop) return 0;
  const from = equals + 1;
  if (spells(codes, start, equals, 'alpn')) {
    if (!isList(codes, from, stop, isFrequentProtocol)) words.isSound = false;
    return isList(codes, from, stop, isProtocol) ? 1 : 0;
  }
  if (spells(codes, start, equals, 'ipv4hint')) {
    const address = ip4FromCodes(codes, from, stop);
    words.mark = words.mark === NO_HINT && address > 0 && address < BROADCAST ? address | 0 : 0;
    return address >= 0 || isList(codes, from, stop, isIp4) ? 2 : 0;
  }
  if (spells(codes, start, equals, 'ipv6hint')) {
    words.mark = 0;
    return isList(codes, from, stop, isIp6) ? 4 : 0;
  }
  if (!spells(codes, start, equals, 'port')) return 0;
  const port = plainNumber(codes, from, stop);
  return port >= 0 && port <= 65535 && stop - from <= 5 ? 8 : 0;
}

/** Whether items between commas are all as they must be; `isItem` is given the codes and where one begins and ends. */
function isList(
  codes: Uint8Array,
  from: number,
  stop: number,
  isItem: (start: number, end: number, codes: Uint8Array) => boolean,
): boolean {
  let start = from;
  for (let at = from; at <= stop; at++) {
    if (at < stop && codes[at] !== COMMA) continue;
    if (at === start || !isItem(start, at, codes)) return false;
    start = at + 1;
  }
  return true;
}

function isProtocol(start: number, end: number, codes: Uint8Array): boolean {
  for (let at = start; at < end; at++) {
    const code = codes[at] as number;
    if (!isDigit(code) && !isLetter(code) && code !== HYPHEN && code !== SLASH && code !== DOT) return false;
  }
  return end - start < LONGEST_LABEL;
}

function isIp4(start: number, end: number, codes: Uint8Array): boolean {
  return ip4FromCodes(codes, start, end) >= 0;
}

function isIp6(start: number, end: number, codes: Uint8Array): boolean {
  return ip6FromCodes(codes, start, end, addressWords);
}

function isFrequentProtocol(start: number, end: number, codes: Uint8Array): boolean {
  return spells(codes, start, end, 'h2') || spells(codes, start, end, 'h3') || spells(codes, start, end, 'http/1.1');
}
