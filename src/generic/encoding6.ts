import type { Ip6 } from '../dns/ip6.ts';
import { phrase } from '../language/phrase.ts';
import type { Encoding } from './encoding4.ts';
import type { NameForm } from './form.ts';

/** Finds the strongest way in which a name spells an IPv6 address. */
export function encoding6(groups: Ip6, form: NameForm): Encoding | undefined {
  const text = form.name.slice(0, form.end);
  return (
    nibbles(groups, text) ??
    compressed(groups, text) ??
    groupSequence(groups, text) ??
    hardware(groups, text) ??
    tail(groups, text)
  );
}

/** Thirty-two hexadecimal digits, or the sixteen of one half, together or one by one, either way round. */
function nibbles(groups: Ip6, text: string): Encoding | undefined {
  const digits = groups.map(padded).join('');
  const joined = text.replace(/(?<![0-9a-z])([0-9a-f])[-.](?=[0-9a-f](?![0-9a-z]))/g, '$1');
  for (const plain of joined === text ? [text] : [text, joined]) {
    if (plain.includes(digits)) return { level: 'full', text: phrase`spells the whole address` };
    if (plain.includes(backwards(digits))) return { level: 'full', text: phrase`spells the whole address, reversed` };
    const half = digits.slice(16);
    if (significant(half) < 6) continue;
    if (plain.includes(half)) return { level: 'part', text: phrase`spells the second half of the address` };
    if (plain.includes(backwards(half)))
      return { level: 'part', text: phrase`spells the second half of the address, reversed` };
  }
  return undefined;
}

/** Four groups and more one after the other, either way round, or two or three with the last where hardly by chance. */
function groupSequence(groups: Ip6, text: string): Encoding | undefined {
  const pieces = text.split(/[-._]/).map(groupOf);
  let best: Match = { length: 0, weight: 0, hasLast: false, isReversed: false };
  for (let at = 0; at < pieces.length; at++) {
    for (let start = 0; start < 8; start++) {
      for (const step of [1, -1]) {
        const match = common(groups, pieces, { at, start, step });
        if (match.length > best.length || (match.length === best.length && match.weight > best.weight)) best = match;
      }
    }
  }
  const { length, weight, hasLast, isReversed } = best;
  const way = isReversed ? ', reversed' : '';
  if (length === 8) return { level: 'full', text: phrase`spells the whole address${way}` };
  if ((length >= 4 && weight >= 5) || (length === 3 && weight >= 8 && hasLast)) {
    return { level: 'part', text: phrase`holds ${length} groups of the address${way}` };
  }
  if (length === 2 && weight >= 5 && hasLast)
    return { level: 'pair', text: phrase`holds the last two groups of the address${way}` };
  return undefined;
}

/** Groups that follow each other in the name and in the address, and how many digits of them carry meaning. */
interface Match {
  readonly length: number;
  readonly weight: number;
  readonly hasLast: boolean;
  readonly isReversed: boolean;
}

interface Alignment {
  readonly at: number;
  readonly start: number;
  readonly step: number;
}

/** What pieces from `at` on have in common with the groups from `start` on. */
function common(groups: Ip6, pieces: readonly number[], { at, start, step }: Alignment): Match {
  let length = 0;
  let weight = 0;
  let index = start;
  for (; index >= 0 && index < 8; index += step) {
    const group = groups[index] ?? 0;
    if (pieces[at + length] !== group) break;
    weight += group === 0 ? 0 : group.toString(16).length;
    length++;
  }
  const isReversed = step < 0;
  return { length, weight, hasLast: isReversed ? start === 7 : index === 8, isReversed };
}

/**
 * A piece of up to four hexadecimal digits as a number; -1 for anything else. The first piece may have a word before its
 * digits, one of which must be decimal then.
 */
function groupOf(piece: string, index: number): number {
  const digits = index === 0 ? (/(?:^|[^0-9a-f])([0-9a-f]{1,4})$/.exec(piece)?.[1] ?? '') : piece;
  if (!/^[0-9a-f]{1,4}$/.test(digits) || (digits !== piece && !/[0-9]/.test(digits))) return -1;
  return Number.parseInt(digits, 16);
}

/** The short form with its colons turned into dashes: `2001-db8--1`. */
function compressed(groups: Ip6, text: string): Encoding | undefined {
  for (const piece of text.split('.')) {
    const found = /(?:^|[^0-9a-f])((?:[0-9a-f]{1,4}-)*(?:[0-9a-f]{1,4})?--(?:[0-9a-f]{1,4}(?:-[0-9a-f]{1,4})*)?)$/.exec(
      piece,
    )?.[1];
    if (found === undefined) continue;
    const [head = '', tailText = ''] = found.split('--');
    const last = tailText === '' ? [] : tailText.split('-');
    let first = head === '' ? [] : head.split('-');
    // Digits of a prefix, as of "ip6-", look like a group before the first.
    for (; first.length > 0; first = first.slice(1)) {
      const missing = 8 - first.length - last.length;
      if (missing < 1 || first.length + last.length < 2) continue;
      const all = [...first, ...new Array<string>(missing).fill('0'), ...last];
      if (all.every((group, index) => Number.parseInt(group, 16) === groups[index])) {
        return { level: 'full', text: phrase`spells the whole address, ${first.join(':')}::${last.join(':')}` };
      }
    }
  }
  return undefined;
}

/** The hardware address that an EUI-64 interface identifier was made from (RFC 4291, appendix A). */
function hardware(groups: Ip6, text: string): Encoding | undefined {
  const digits = groups.slice(4).map(padded).join('');
  if (digits.slice(6, 10) !== 'fffe') return undefined;
  const first = (Number.parseInt(digits.slice(0, 2), 16) ^ 2).toString(16).padStart(2, '0');
  const mac = first + digits.slice(2, 6) + digits.slice(10);
  const pairs = mac.match(/../g) ?? [];
  const fours = mac.match(/..../g) ?? [];
  const forms = [mac, pairs.join('-'), pairs.join('.'), fours.join('-'), fours.join('.')];
  if (!forms.some((form) => text.includes(form))) return undefined;
  return { level: 'part', text: phrase`spells the hardware address ${mac} of the interface identifier` };
}

/** The last group alone, as it is written. */
function tail(groups: Ip6, text: string): Encoding | undefined {
  const last = (groups[7] ?? 0).toString(16);
  if (last.length < 2 || !/[0-9]/.test(last)) return undefined;
  const before = /^[0-9]+$/.test(last) ? '[^0-9]' : '[^0-9a-f]';
  const found = new RegExp(`(?:^|${before})0{0,2}${last}(?![0-9a-f])`).test(text);
  return found ? { level: 'last', text: phrase`encodes the last group ${last}` } : undefined;
}

function padded(group: number): string {
  return group.toString(16).padStart(4, '0');
}

function backwards(text: string): string {
  return text.split('').reverse().join('');
}

function significant(digits: string): number {
  return digits.replace(/0/g, '').length;
}
