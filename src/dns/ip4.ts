import { counted, laterPhrase, noun, phrase, translated } from '../language/phrase.ts';

/**
 * Reads an IPv4 address as BIND does, as a number from 0 to 2^32 - 1: four decimal octets without leading zeros
 * (RFC 6943 section 3.1.1 calls this form strict). Undefined for anything else.
 */
export function parseIp4(text: string): number | undefined {
  const length = text.length;
  if (length < 7 || length > 15) return undefined;
  let address = 0;
  let octet = -1;
  let dots = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 46) {
      if (octet < 0) return undefined;
      address = address * 256 + octet;
      octet = -1;
      dots++;
    } else {
      const digit = code - 48;
      if (digit < 0 || digit > 9 || octet === 0) return undefined;
      octet = octet < 0 ? digit : octet * 10 + digit;
      if (octet > 255) return undefined;
    }
  }
  return dots === 3 && octet >= 0 ? address * 256 + octet : undefined;
}

/** An IPv4 address in its only form. */
export function ip4Text(address: number): string {
  return `${Math.floor(address / 0x1000000)}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}

/** Why a text is no IPv4 address. `offset` and `length` tell the place; `fixed` is the address that was likely meant. */
export interface Ip4Fault {
  readonly kind: 'leading-zero' | 'octet-range' | 'octet-count' | 'character' | 'ip6';
  readonly offset: number;
  readonly length: number;
  /** A half sentence to stand after the text: `octet 256 is over 255`. */
  readonly reason: string;
  readonly fixed?: string;
}

/** Says what is wrong with a text that is no IPv4 address. */
export function explainIp4(text: string): Ip4Fault {
  const whole = { offset: 0, length: text.length };
  if (/^[0-9a-f]*:[0-9a-f:.]*$/i.test(text) && text.indexOf(':') !== text.lastIndexOf(':')) {
    return { kind: 'ip6', ...whole, reason: phrase`it is an IPv6 address` };
  }
  const rest = explainRest(text);
  if (rest) return rest;
  const dotted = text.replaceAll(',', '.');
  if (dotted !== text && parseIp4(dotted) !== undefined) {
    return { kind: 'character', ...placeOf(text, ','), reason: phrase`a comma stands in it for a dot`, fixed: dotted };
  }
  const bare = withoutBrackets(text);
  if (bare !== undefined && parseIp4(bare) !== undefined) {
    return { kind: 'character', ...whole, reason: phrase`it stands in brackets`, fixed: bare };
  }
  const octets = text.split('.');
  let offset = 0;
  for (const octet of octets) {
    if (!/^[0-9]*$/.test(octet)) {
      return {
        kind: 'character',
        offset,
        length: octet.length,
        reason: phrase`"${octet}" is not a number from 0 to 255`,
      };
    }
    offset += octet.length + 1;
  }
  const count = octets.filter((octet) => octet !== '').length;
  if (count !== 4)
    return {
      kind: 'octet-count',
      ...whole,
      reason: phrase`it has ${counted(count, noun`octet`)}, not four`,
    };
  if (octets.length > 4) {
    const where = octets[0] === '' ? phrase`a dot begins it` : phrase`two dots in a row`;
    return { kind: 'octet-count', ...whole, reason: phrase`an octet is empty: ${where}` };
  }
  return explainOctets(octets);
}

/** What stands in square brackets, as URLs have an IPv6 address and mail domains any; undefined for other text. */
export function withoutBrackets(text: string): string | undefined {
  return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : undefined;
}

function placeOf(text: string, part: string): { offset: number; length: number } {
  return { offset: text.indexOf(part), length: part.length };
}

/** A good address with a final dot, a prefix length or a port after it. */
function explainRest(text: string): Ip4Fault | undefined {
  const fixed = /^[0-9.]*[0-9]/.exec(text)?.[0] ?? '';
  const what = unwelcome.get(text.charAt(fixed.length));
  if (what === undefined || parseIp4(fixed) === undefined) return undefined;
  const place = { offset: fixed.length, length: text.length - fixed.length };
  return { kind: 'character', ...place, reason: phrase`it ends in ${translated(what)}`, fixed };
}

const unwelcome: ReadonlyMap<string, string> = new Map([
  ['.', laterPhrase`a dot`],
  ['/', laterPhrase`a prefix length`],
  [':', laterPhrase`a port`],
  [',', laterPhrase`a comma`],
]);

function explainOctets(octets: readonly string[]): Ip4Fault {
  let offset = 0;
  for (const octet of octets) {
    if (Number(octet) > 255) {
      return { kind: 'octet-range', offset, length: octet.length, reason: phrase`octet ${octet} is over 255` };
    }
    offset += octet.length + 1;
  }
  const index = octets.findIndex((octet) => octet.length > 1 && octet.startsWith('0'));
  const octet = octets[index] ?? '';
  const before = octets.slice(0, Math.max(index, 0)).join('.');
  return {
    kind: 'leading-zero',
    offset: before === '' ? 0 : before.length + 1,
    length: octet.length,
    reason: phrase`octet ${octet} has a leading zero`,
    fixed: octets.map((each) => String(Number(each))).join('.'),
  };
}
