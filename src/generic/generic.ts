import { parseIp4 } from '../dns/ip4.ts';
import { type Ip6, parseIp6 } from '../dns/ip6.ts';
import { type Encoding, encoding4, otherAddress4 } from './encoding4.ts';
import { encoding6 } from './encoding6.ts';
import { hostPart, type NameForm, nameForm, type Words, wordsOf } from './form.ts';
import { instanceName } from './instance.ts';
import { PROVIDER_DOMAINS } from './providers.ts';
import { PLACEHOLDER_LABELS } from './words.ts';

/** Why a reverse name looks like one that a provider's machine made. */
export interface GenericVerdict {
  readonly kind: 'address' | 'access' | 'static' | 'instance' | 'placeholder' | 'provider';
  /** The name says that the address stays: some receivers let such names pass, others refuse them all the same. */
  readonly isStatic: boolean;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Half a sentence that reads after "the name": `encodes the octets 34 and 12, reversed`. */
  readonly evidence: string;
}

/**
 * Whether the name of an address was made from the address or from a counter rather than chosen. The address is IPv4 or
 * IPv6 in any form; without a readable one only words and shapes count. Undefined for a chosen name, and for a name
 * below `arpa`, which is a fault of its own.
 */
export function genericName(address: string, name: string): GenericVerdict | undefined {
  const form = nameForm(name);
  if (form === undefined || form.labels.at(-1) === 'arpa') return undefined;
  const words = wordsOf(form);
  if (words.mail !== undefined && words.access === undefined) return undefined;
  const ip4 = parseIp4(address);
  const groups = ip4 === undefined ? parseIp6(address) : undefined;
  const encoding = encodingOf(ip4, groups, form);
  const isStatic = words.static !== undefined && words.access === undefined;
  const found =
    byEncoding(encoding, form, words) ??
    placeholder(form, words) ??
    instance(form) ??
    provider(form) ??
    byWords(encoding, form, words) ??
    other(ip4, form);
  return found && { ...found, isStatic };
}

type Finding = Omit<GenericVerdict, 'isStatic'>;

function encodingOf(ip4: number | undefined, groups: Ip6 | undefined, form: NameForm): Encoding | undefined {
  if (ip4 !== undefined) return encoding4(ip4, form);
  if (groups === undefined) return undefined;
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return encoding4((((groups[6] ?? 0) << 16) | (groups[7] ?? 0)) >>> 0, form);
  return encoding6(groups, form);
}

function byEncoding(encoding: Encoding | undefined, form: NameForm, words: Words): Finding | undefined {
  if (encoding === undefined) return undefined;
  const { level, text } = encoding;
  if (level === 'full' || level === 'part') return { kind: 'address', confidence: 'high', evidence: text };
  if (INTERFACE.test(form.name)) return undefined;
  const word = words.access ?? words.static ?? words.customer;
  if (level === 'pair' && !/^m\d/.test(form.name)) {
    return { kind: 'address', confidence: 'medium', evidence: beside(text, word) };
  }
  if (level === 'loose' && word !== undefined) {
    return { kind: 'address', confidence: 'medium', evidence: beside(text, word) };
  }
  return undefined;
}

/** An interface of a router: `ae-1`, `xe-0-0-1`, `ge1-2`, `hu-0-0-0-11`, `lo0`. */
const INTERFACE =
  /(?:^|[-.])(?:ae|be|xe|ge|te|et|gi|hu|fa|fe|lo|so|po|pos|eth|vl|vlan|irb|lag|bundle-ether|be-bundle|tengige|hundredgige|gigabitethernet|tengigabitethernet|port-channel|pw-ether|e|g|te|fo|twe)-?\d/;

function placeholder(form: NameForm, words: Words): Finding | undefined {
  const [first = '', second = ''] = form.labels;
  if (form.labels.length === 2 && first === 'localhost')
    return { kind: 'placeholder', confidence: 'high', evidence: 'is localhost' };
  if (form.hostLabels === 0) return undefined;
  const label = PLACEHOLDERS.has(first)
    ? first
    : form.hostLabels > 1 && PLACEHOLDERS.has(`${first}-${second}`)
      ? `${first}.${second}`
      : undefined;
  if (label === undefined && !/^(?:hosted|powered)-?by-/.test(first)) return undefined;
  if (words.host !== undefined) return undefined;
  return { kind: 'placeholder', confidence: 'medium', evidence: `begins with the placeholder "${label ?? first}"` };
}

const PLACEHOLDERS: ReadonlySet<string> = new Set(PLACEHOLDER_LABELS);

function instance(form: NameForm): Finding | undefined {
  if (form.hostLabels === 0) return undefined;
  const id = instanceName(form.labels[0] ?? '');
  return id && { kind: 'instance', confidence: 'high', evidence: id };
}

function provider(form: NameForm): Finding | undefined {
  for (const { suffix, left } of PROVIDER_DOMAINS) {
    if (!form.name.endsWith(suffix)) continue;
    const at = form.name.length - suffix.length - 1;
    if (at >= 0 && form.name.charCodeAt(at) !== 46) continue;
    const rest = form.name.slice(0, Math.max(at, 0));
    if ((left ?? /\d/).test(rest)) {
      return { kind: 'provider', confidence: 'high', evidence: `is numbered by the provider of ${suffix}` };
    }
  }
  return undefined;
}

/** A word of access lines or customers beside a number that tells one of them from the next. */
function byWords(encoding: Encoding | undefined, form: NameForm, words: Words): Finding | undefined {
  if (words.host !== undefined || INTERFACE.test(form.name)) return undefined;
  const octet = encoding?.level === 'last' ? encoding.text : undefined;
  if (octet !== undefined) {
    if (words.access) return { kind: 'access', confidence: 'medium', evidence: beside(octet, words.access) };
    if (words.static) return { kind: 'static', confidence: 'low', evidence: beside(octet, words.static) };
    if (words.customer) return { kind: 'address', confidence: 'low', evidence: beside(octet, words.customer) };
    if (/^\d+$/.test(form.labels[0] ?? '') && form.hostLabels > 0)
      return { kind: 'address', confidence: 'low', evidence: `${octet} and nothing else` };
  }
  const host = hostPart(form);
  if (words.access !== undefined && (/\d{3}/.test(host) || /\d[^\d]+\d/.test(host))) {
    return { kind: 'access', confidence: 'medium', evidence: `numbers an access line ("${words.access}")` };
  }
  const customer = /(?:^|[-.])(cust(?:omer)?|client|user|subscriber|abonent)-?(\d{2,})(?=$|[-.])/.exec(host);
  if ((customer && (customer[1] ?? '').startsWith('cust')) || (customer?.[2]?.length ?? 0) > 2) {
    return { kind: 'access', confidence: 'low', evidence: `numbers a customer ("${customer?.[1]}${customer?.[2]}")` };
  }
  return undefined;
}

function other(ip4: number | undefined, form: NameForm): Finding | undefined {
  const address = otherAddress4(form);
  if (address === undefined) return undefined;
  const which = ip4 === undefined ? 'an address' : 'another address';
  return { kind: 'address', confidence: 'medium', evidence: `spells ${which}, ${address}` };
}

function beside(text: string, word: string | undefined): string {
  return word === undefined ? text : `${text}, beside the word "${word}"`;
}
