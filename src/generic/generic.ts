import { parseIp4 } from '../dns/ip4.ts';
import { type Ip6, parseIp6 } from '../dns/ip6.ts';
import { phrase } from '../language/phrase.ts';
import { type Encoding, encoding4, otherAddress4 } from './encoding4.ts';
import { encoding6 } from './encoding6.ts';
import { type FoundWords, hostPart, type NameForm, nameForm, wordsOf } from './form.ts';
import { instanceName } from './instance.ts';
import { isPlaceholder, placeholderOf } from './placeholder.ts';
import { PROVIDER_DOMAINS } from './providers.ts';
import { CUSTOMER_LABELS, REVERSE_LABELS } from './words.ts';

export { mayBeGeneric, mayBeGeneric6 } from './prefilter.ts';

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
  if (form.labels.length === 1) return singleLabel(form.name);
  const words = wordsOf(form);
  const isAccess = words.access !== undefined || words.vague !== undefined;
  if (words.mail !== undefined && !isAccess) return undefined;
  const ip4 = parseIp4(address);
  const groups = ip4 === undefined ? parseIp6(address) : undefined;
  const encoding = encodingOf(ip4, groups, form);
  const found =
    byEncoding(encoding, form, words) ??
    placeholder(form) ??
    instance(form) ??
    provider(form) ??
    byOctet(encoding, form, words) ??
    byWords(form, words) ??
    otherAddress(ip4, form);
  return found && { ...found, isStatic: words.static !== undefined && !isAccess };
}

type Finding = Omit<GenericVerdict, 'isStatic'>;

function encodingOf(ip4: number | undefined, groups: Ip6 | undefined, form: NameForm): Encoding | undefined {
  if (ip4 !== undefined) return encoding4(ip4, form);
  return groups && encoding6(groups, form);
}

/** Half of the address or more. What chance can make needs a word beside it, and no router interface is read so. */
function byEncoding(encoding: Encoding | undefined, form: NameForm, words: FoundWords): Finding | undefined {
  if (encoding === undefined || isOctet(encoding)) return undefined;
  const { level, text } = encoding;
  if (level === 'full') return { kind: 'address', confidence: 'high', evidence: text };
  if (INTERFACE.test(form.name)) return undefined;
  if (level === 'part') return { kind: 'address', confidence: 'high', evidence: text };
  const word = words.access ?? words.vague ?? words.static ?? words.customer ?? words.machine;
  if (level === 'loose' ? word === undefined : FARM.test(form.name)) return undefined;
  return { kind: 'address', confidence: 'medium', evidence: beside(text, word) };
}

function isOctet({ level }: Encoding): boolean {
  return level === 'last' || level === 'digit';
}

/** An interface of a router: `ae-1`, `xe-0-0-1`, `ge1-2`, `hu-0-0-0-11`, `lo0`. */
const INTERFACE =
  /(?:^|[-._])(?:ae|be|xe|ge|te|et|gi|hu|fa|fe|lo|so|po|pos|eth|reth|vl|vlan|irb|lag|atm|bundle-ether|tengige|hundredgige|gigabitethernet|tengigabitethernet|port-channel|pw-ether|e|g|fo|twe)-?\d{1,4}(?![\da-z])/;

/** A farm of mail or web hosts numbered by its own people: `m17-178`. */
const FARM = /^m\d/;

function placeholder(form: NameForm): Finding | undefined {
  const found = placeholderOf(form);
  return found && { kind: 'placeholder', ...found };
}

/** A name of one label is no host's on the internet; only a placeholder is judged. */
function singleLabel(label: string): GenericVerdict | undefined {
  if (label !== 'localhost' && !isPlaceholder(label)) return undefined;
  return { kind: 'placeholder', isStatic: false, confidence: 'high', evidence: phrase`is the placeholder "${label}"` };
}

function instance(form: NameForm): Finding | undefined {
  if (form.hostLabels === 0) return undefined;
  const evidence = instanceName(form.labels[0] ?? '');
  return evidence === undefined ? undefined : { kind: 'instance', confidence: 'high', evidence };
}

function provider(form: NameForm): Finding | undefined {
  for (const { suffix, left } of PROVIDER_DOMAINS) {
    if (!form.name.endsWith(suffix)) continue;
    const at = form.name.length - suffix.length - 1;
    if (at >= 0 && form.name.charCodeAt(at) !== 46) continue;
    if ((left ?? /\d/).test(form.name.slice(0, Math.max(at, 0)))) {
      return {
        kind: 'provider',
        confidence: 'high',
        evidence: phrase`is one that the provider of ${suffix} gives by number`,
      };
    }
  }
  return undefined;
}

/** The last octet beside a word, or alone as the whole first label. */
function byOctet(encoding: Encoding | undefined, form: NameForm, words: FoundWords): Finding | undefined {
  if (encoding === undefined || !isOctet(encoding) || words.host !== undefined || INTERFACE.test(form.name))
    return undefined;
  const { text } = encoding;
  const [first = ''] = form.labels;
  // Whoever runs two name servers or gateways numbers them too, and often gives them the lowest addresses.
  if (encoding.level === 'digit' && COUNTED.test(first)) return undefined;
  const access = words.access ?? words.vague;
  if (access !== undefined) return { kind: 'access', confidence: 'medium', evidence: beside(text, access) };
  if (words.static !== undefined && encoding.level === 'last')
    return { kind: 'static', confidence: 'low', evidence: beside(text, words.static) };
  const machine = encoding.level === 'last' && !countsItself(words.machine, text, form) ? words.machine : undefined;
  const word = words.customer ?? machine;
  if (word !== undefined) return { kind: 'address', confidence: 'low', evidence: beside(text, word) };
  if (form.hostLabels > 0 && /^\d+$/.test(first)) {
    return { kind: 'address', confidence: 'low', evidence: phrase`begins with the last octet ${first} and no word` };
  }
  if (encoding.level === 'last' && LINE_CODE.test(first)) {
    return { kind: 'address', confidence: 'low', evidence: phrase`${text}, at the end of the line code "${first}"` };
  }
  return undefined;
}

/** A word with one digit, such as `nat1` or `dhcp-2`; customers are only counted by who has many. */
const COUNTED = /^(?!cust|subscriber)[a-z]+-?\d$/;

/** Whether a word has a number of its own, which is not the octet: the twelfth rack's fourth node, `node04.rack12`. */
function countsItself(word: string | undefined, text: string, form: NameForm): boolean {
  const own = word === undefined ? undefined : new RegExp(`(?:^|[^a-z])${word}-?0*(\\d+)`).exec(form.name)?.[1];
  return own !== undefined && !text.endsWith(` ${own}`);
}

/** Long and with a digit in one of the middle parts, or three numbers at the end: `ca-town-node1-zone7-b-159`, `x-1-6-196`. */
const LINE_CODE = /^(?=.{16})[a-z]+-(?:[a-z0-9]+-)*[a-z]+\d[a-z0-9]*-(?:[a-z0-9]+-)*\d+$|\d-\d+-\d+$/;

/** A word of access lines or customers beside a number that tells one of them from the next. */
function byWords(form: NameForm, words: FoundWords): Finding | undefined {
  if (words.host !== undefined || INTERFACE.test(form.name)) return undefined;
  const host = hostPart(form);
  if (words.access !== undefined && (/\d.*\d.*\d/.test(host) || /\d.*\.dyn(?:amic)?(?:\.|$)/.test(host))) {
    return { kind: 'access', confidence: 'medium', evidence: phrase`numbers an access line ("${words.access}")` };
  }
  if (words.vague !== undefined && /\d{4}|\d{3}.*[^\d]\d|\d[^\d].*\d{3}/.test(host)) {
    return { kind: 'access', confidence: 'low', evidence: phrase`numbers an access line ("${words.vague}")` };
  }
  if (words.static !== undefined && /\d{5}/.test(host)) {
    return { kind: 'static', confidence: 'low', evidence: phrase`numbers a static address ("${words.static}")` };
  }
  const customer = CUSTOMER.exec(host)?.[1];
  if (customer !== undefined)
    return { kind: 'access', confidence: 'low', evidence: phrase`numbers a customer, ${customer}` };
  return inTable(form) ?? numbersAlone(form);
}

const CUSTOMER = /(?:^|[^a-z])((?:cust|customer|subscriber)-?\d{2,}|(?:client|user)-?\d{3,})(?=$|[^a-z\d])/;

/** A number below a label that only tables of names have: `1234.rdns.example.net`, `b3162.static.example.net`. */
function inTable(form: NameForm): Finding | undefined {
  const digits = form.labels[0]?.replace(/\D/g, '').length ?? 0;
  for (let i = 1; i < form.hostLabels; i++) {
    const label = form.labels[i] ?? '';
    const isReverse = REVERSES.has(label);
    if (!isReverse && !CUSTOMERS.has(label)) continue;
    if (digits < (isReverse ? 2 : label === 'static' ? 4 : 3)) continue;
    const kind = isReverse ? 'placeholder' : label === 'static' ? 'static' : 'access';
    return { kind, confidence: 'low', evidence: phrase`numbers an entry of a table, "${label}"` };
  }
  return undefined;
}

/** A first label of four numbers and more without a word: `1-1-12-13a`. */
function numbersAlone(form: NameForm): Finding | undefined {
  const [first = ''] = form.labels;
  if (form.hostLabels < 2 || !/^\d+(?:-\d+){3,}[a-z]?$/.test(first)) return undefined;
  return { kind: 'access', confidence: 'low', evidence: phrase`begins with numbers alone, ${first}` };
}

const REVERSES: ReadonlySet<string> = new Set(REVERSE_LABELS);
const CUSTOMERS: ReadonlySet<string> = new Set(CUSTOMER_LABELS);

function otherAddress(ip4: number | undefined, form: NameForm): Finding | undefined {
  const address = otherAddress4(form);
  if (address === undefined) return undefined;
  const which = ip4 === undefined ? phrase`an address` : phrase`another address`;
  return { kind: 'address', confidence: 'medium', evidence: phrase`spells ${which}, ${address}` };
}

function beside(text: string, word: string | undefined): string {
  return word === undefined ? text : phrase`${text}, beside the word "${word}"`;
}
