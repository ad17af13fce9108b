import { counted, noun, phrase } from '../language/phrase.ts';
import { ip4Text, parseIp4, withoutBrackets } from './ip4.ts';

/** An IPv6 address as its eight groups of 16 bits, the first one highest. */
export type Ip6 = readonly number[];

/**
 * Reads an IPv6 address as BIND does (RFC 4291 section 2.2): groups of up to four hexadecimal digits, one `::`, an
 * IPv4 address in place of the last two groups. No zone identifier, no prefix length. Undefined for anything else.
 */
export function parseIp6(text: string): Ip6 | undefined {
  const length = text.length;
  if (length < 2 || length > 45) return undefined;
  const groups: number[] = [];
  let gap = -1;
  let i = 0;
  if (text.charCodeAt(0) === 58) {
    if (text.charCodeAt(1) !== 58) return undefined;
    gap = 0;
    i = 2;
  }
  while (i < length) {
    const start = i;
    let group = 0;
    while (i < length) {
      const digit = hexDigit(text.charCodeAt(i));
      if (digit < 0) break;
      group = group * 16 + digit;
      i++;
    }
    if (i < length && text.charCodeAt(i) === 46) {
      const address = parseIp4(text.slice(start));
      if (address === undefined) return undefined;
      groups.push(Math.floor(address / 65536), address & 65535);
      break;
    }
    if (i === start || i - start > 4) return undefined;
    groups.push(group);
    if (i === length) break;
    if (text.charCodeAt(i) !== 58) return undefined;
    i++;
    if (i === length) return undefined;
    if (text.charCodeAt(i) === 58) {
      if (gap >= 0) return undefined;
      gap = groups.length;
      i++;
    }
  }
  if (gap < 0) return groups.length === 8 ? groups : undefined;
  const missing = 8 - groups.length;
  if (missing < 1) return undefined;
  groups.splice(gap, 0, ...new Array<number>(missing).fill(0));
  return groups;
}

/** An IPv6 address in the recommended form (RFC 5952): lower case, the longest run of zeros as `::`, mapped as IPv4. */
export function ip6Text(address: Ip6): string {
  const run = longestZeroRun(address);
  const mapped = run.start === 0 && run.length === 5 && address[5] === 0xffff;
  return textWithRun(address, run, mapped ? 6 : 8);
}

/** An IPv6 address as BIND and glibc print it: also those with 96 leading zero bits (`::1.2.3.4`) end as IPv4. */
export function ip6TextOfBind(address: Ip6): string {
  const run = longestZeroRun(address);
  const mixed = run.start === 0 && (run.length === 6 || (run.length === 5 && address[5] === 0xffff));
  return textWithRun(address, run, mixed ? 6 : 8);
}

/** An IPv6 address as one number. */
export function ip6ToBigint(address: Ip6): bigint {
  let value = 0n;
  for (const group of address) value = (value << 16n) | BigInt(group);
  return value;
}

/** The address behind a number from 0 to 2^128 - 1. */
export function ip6FromBigint(value: bigint): Ip6 {
  const groups: number[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) groups.push(Number((value >> shift) & 0xffffn));
  return groups;
}

/** Says what is wrong with a text that is no IPv6 address, as a half sentence to stand after it. */
export function explainIp6(text: string): string {
  if (parseIp4(text) !== undefined) return phrase`it is an IPv4 address`;
  const bare = withoutBrackets(text);
  if (bare !== undefined && parseIp6(bare)) return phrase`it stands in brackets`;
  const slash = text.indexOf('/');
  if (slash > 0 && parseIp6(text.slice(0, slash)) !== undefined)
    return phrase`an address record takes no prefix length`;
  const percent = text.indexOf('%');
  if (percent > 0 && parseIp6(text.slice(0, percent)) !== undefined)
    return phrase`an address record takes no zone identifier`;
  const strange = /[^0-9a-f:.]/i.exec(text);
  if (strange) return phrase`"${strange[0]}" is not a hexadecimal digit`;
  if (text.split('::').length > 2 || text.includes(':::')) return phrase`"::" may stand only once`;
  const long = text.split(/[:.]/).find((group) => group.length > 4);
  if (long !== undefined) return phrase`group "${long}" has more than four digits`;
  if (text.includes('.')) return phrase`its last part is not an IPv4 address`;
  if (!text.includes('::') && text.startsWith(':')) return phrase`it begins with a single ":"`;
  if (text.endsWith(':') && !text.endsWith('::')) return phrase`it ends in a single ":"`;
  const count = text.split(':').filter((group) => group !== '').length;
  if (text.includes('::')) return phrase`it has ${count} groups beside the "::", at most seven fit`;
  return phrase`it has ${counted(count, noun`group`)}, not eight`;
}

interface Run {
  readonly start: number;
  readonly length: number;
}

/** The first longest run of zero groups, of two at least; else one of length 0. */
function longestZeroRun(address: Ip6): Run {
  let best: Run = { start: -1, length: 0 };
  let start = 0;
  for (let i = 0; i <= 8; i++) {
    if (i < 8 && address[i] === 0) continue;
    if (i - start > best.length && i - start >= 2) best = { start, length: i - start };
    start = i + 1;
  }
  return best;
}

function textWithRun(address: Ip6, run: Run, hexGroups: number): string {
  let text = '';
  for (let i = 0; i < hexGroups; i++) {
    if (i === run.start) {
      text += '::';
      i += run.length - 1;
      continue;
    }
    if (text !== '' && !text.endsWith(':')) text += ':';
    text += (address[i] ?? 0).toString(16);
  }
  if (hexGroups === 8) return text;
  const ip4 = ip4Text((address[6] ?? 0) * 65536 + (address[7] ?? 0));
  return text.endsWith(':') ? text + ip4 : `${text}:${ip4}`;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 0x20;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
