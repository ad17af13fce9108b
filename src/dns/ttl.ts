/** A time to live in seconds. `overflow`: it was over 2^31 - 1, so that it counts as 0 (RFC 2181 section 8). */
export interface Ttl {
  readonly seconds: number;
  readonly overflow: boolean;
}

/** The largest time to live (RFC 2181 section 8). */
const maxTtl = 0x7fffffff;

/**
 * Reads a time to live as BIND does: a number of seconds, or numbers with a unit (w d h m s) in any order, repeats
 * added up. Undefined where it is none, which includes more than 32 bits.
 */
export function parseTtl(text: string): Ttl | undefined {
  const seconds = parseSeconds(text);
  if (seconds === undefined) return undefined;
  return seconds > maxTtl ? { seconds: 0, overflow: true } : { seconds, overflow: false };
}

/** The seconds of a time with or without units, up to 32 bits; undefined where the text is none (SOA fields, TTLs). */
export function parseSeconds(text: string): number | undefined {
  const length = text.length;
  if (length === 0 || length > 63) return undefined;
  let total = 0;
  let i = 0;
  while (i < length) {
    const start = i;
    let value = 0;
    for (; i < length; i++) {
      const digit = text.charCodeAt(i) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (i === start || value > 0xffffffff) return undefined;
    if (i === length) {
      // A number without a unit stands alone; BIND lets zeros with units precede it.
      if (total !== 0) return undefined;
      return value;
    }
    const unit = unitSeconds(text.charCodeAt(i));
    if (unit === 0) return undefined;
    total += value * unit;
    i++;
  }
  return total > 0xffffffff ? undefined : total;
}

/** The shortest way to write a time with units, largest first: `1d`, `1h30m`. Zero is `0`. */
export function ttlText(seconds: number): string {
  if (seconds === 0) return '0';
  let text = '';
  let rest = seconds;
  for (const [letter, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${letter}`;
    rest -= count * size;
  }
  return text;
}

const units = [
  ['w', 604800],
  ['d', 86400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

function unitSeconds(code: number): number {
  switch (code | 0x20) {
    case 0x77:
      return 604800;
    case 0x64:
      return 86400;
    case 0x68:
      return 3600;
    case 0x6d:
      return 60;
    case 0x73:
      return 1;
    default:
      return 0;
  }
}
