import { explainIp4, parseIp4 } from '../dns/ip4.ts';
import type { Ip6 } from '../dns/ip6.ts';
import { explainIp6, parseIp6 } from '../dns/ip6.ts';
import { phrase } from '../language/phrase.ts';
import type { MailFault } from './fault.ts';
import { keptByText } from './kept-by-text.ts';
import { readDomain, type SpfDomain } from './spf-domain.ts';
import { explainUnknown, meantTerm } from './spf-meant.ts';
import { sharedWords, type Word, wordsIn } from './spf-words.ts';

export type { SpfDomain } from './spf-domain.ts';

/** What a matching mechanism says about the sender (RFC 7208 section 4.6.2): pass, fail, softfail, neutral. */
export type SpfQualifier = '+' | '-' | '~' | '?';

/** The mechanisms of RFC 7208 section 5. */
export type SpfMechanismName = 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists';

/** One word of an SPF record. Offsets are in the record's text, half-open; `name` is in lower case. */
export type SpfTerm = SpfMechanism | SpfModifier;

/** A mechanism with what stands after its name. `domain` is as written, macros and all; it is absent for the own name. */
export interface SpfMechanism {
  readonly kind: 'mechanism';
  readonly name: SpfMechanismName;
  readonly qualifier: SpfQualifier;
  readonly start: number;
  readonly end: number;
  readonly domain?: SpfDomain;
  readonly ip4?: number;
  readonly ip6?: Ip6;
  /** For `a`, `mx` and `ip4` 32 and for `ip6` 128 where nothing is written. */
  readonly prefixLength4: number;
  readonly prefixLength6: number;
}

/** A modifier: `redirect`, `exp`, or one that nobody knows, which receivers ignore (section 6). */
export interface SpfModifier {
  readonly kind: 'modifier';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly domain: SpfDomain;
}

/** An SPF record taken apart. Terms with a fault, which makes receivers answer permerror (section 4.6), are left out. */
export interface SpfRecord {
  readonly terms: readonly SpfTerm[];
  readonly faults: readonly MailFault[];
}

/** Whether a text is an SPF record: its first word is the version (RFC 7208 section 4.5). */
export function isSpf(text: string): boolean {
  return text.slice(0, 6).toLowerCase() === 'v=spf1' && (text.length === 6 || text[6] === ' ');
}

/**
 * Takes an SPF record apart. The text is the record's strings joined without blanks (section 3.3); `joints` are the
 * offsets at which they meet, where a blank is often forgotten.
 */
export function parseSpf(text: string, joints: readonly number[] = []): SpfRecord {
  return joints.length > 0 ? readSpf(text, joints) : readWhole(text);
}

const readWhole = keptByText((text) => readSpf(text, []));

function readSpf(text: string, joints: readonly number[]): SpfRecord {
  const terms: SpfTerm[] = [];
  const faults: MailFault[] = [];
  for (const word of sharedWords(wordsIn(text).slice(1), (one) => !isFault(parseTerm(one)))) {
    const glued = gluedAt(word, joints);
    const term = glued ?? parseTerm(word);
    if (isFault(term)) faults.push(term.meant ? term : withMeant(term, word));
    else terms.push(term);
  }
  for (const name of ['redirect', 'exp']) {
    for (const again of terms.filter((term) => term.name === name).slice(1))
      faults.push({ start: again.start, end: again.end, message: phrase`"${name}" stands twice` });
  }
  return { terms, faults: faults.sort((a, b) => a.start - b.start) };
}

/** Whether a term makes the receiver ask the DNS; ten of them are allowed, those of included records counted too. */
export function isLookup(term: SpfTerm): boolean {
  return lookups.has(term.name);
}

/** How many of its terms make the receiver ask the DNS (section 4.6.4). */
export function spfLookups(record: SpfRecord): number {
  return record.terms.filter(isLookup).length;
}

const lookups: ReadonlySet<string> = new Set(['include', 'a', 'mx', 'ptr', 'exists', 'redirect']);

function isFault(term: SpfTerm | MailFault): term is MailFault {
  return 'message' in term;
}

/** Two terms that are one word because strings are joined without a blank; undefined where they are one anyway. */
function gluedAt(word: Word, joints: readonly number[]): MailFault | undefined {
  for (const joint of joints) {
    if (joint <= word.start || joint >= word.end) continue;
    const before = { text: word.text.slice(0, joint - word.start), start: word.start, end: joint };
    const after = { text: word.text.slice(joint - word.start), start: joint, end: word.end };
    const isClear = isClearTerm(after.text);
    if (!isClear && !isFault(parseTerm(word))) continue;
    if (isFault(parseTerm(before)) || (!isClear && isFault(parseTerm(after)))) continue;
    const meant = {
      start: joint,
      end: joint,
      text: ' ',
      title: phrase`Add the blank between the strings`,
      isSure: true,
    } as const;
    const message = phrase`"${before.text}" and "${after.text}" are one word: strings are joined without a blank`;
    return { start: word.start, end: word.end, message, meant };
  }
  return undefined;
}

/** Whether a text can only be a term of its own, whatever stands before it. */
function isClearTerm(text: string): boolean {
  const lower = text.toLowerCase();
  if (/^[-~?+]all(?:$|[^a-z0-9])/.test(lower)) return true;
  return /^[-~?+]?(?:include|exists|ip4|ip6|a|mx|ptr):/.test(lower) || lower.startsWith('redirect=');
}

function withMeant(fault: MailFault, word: Word): MailFault {
  const meant = meantTerm(word, (text) => {
    const words = wordsIn(text);
    return words.length > 0 && words.every((one) => !isFault(parseTerm(one)));
  });
  if (!meant) return fault;
  const isList = /[,;]/.test(word.text) && fault.end === word.end && !word.text.includes('%');
  const what = isList ? explainUnknown(word.text) : fault.message;
  const message =
    meant.text.length > LONGEST_MEANT || meant.text === '' ? what : phrase`${what} ("${meant.text}" is meant)`;
  return { ...fault, ...(isList ? { start: word.start } : {}), message, meant };
}

/** What is longer is in the title of the fix only. */
const LONGEST_MEANT = 60;

function parseTerm(word: Word): SpfTerm | MailFault {
  const { text, start } = word;
  if (text.includes(' ')) return fault(word, phrase`"${text}" is one term with a blank in it`);
  const equals = nameLength(text);
  if (equals > 0 && text[equals] === '=') return parseModifier(word, text.slice(0, equals));
  const qualifierLength = '+-~?'.includes(text.charAt(0)) ? 1 : 0;
  let end = qualifierLength;
  while (end < text.length && isNameCharacter(text.charCodeAt(end))) end++;
  const name = text.slice(qualifierLength, end).toLowerCase();
  if (!isMechanism(name)) return { start, end: word.end, message: explainUnknown(text) };
  return parseMechanism(word, name, { text: text.slice(end), start: start + end, end: word.end });
}

function parseModifier(word: Word, name: string): SpfTerm | MailFault {
  const lower = name.toLowerCase();
  const rest = { text: word.text.slice(name.length + 1), start: word.start + name.length + 1, end: word.end };
  if (lower === 'v') return fault(word, phrase`a second version begins here: two records run together`);
  if (isMechanism(lower))
    return { ...fault(word, phrase`"${name}" takes ":", and with "=" nobody knows it`), isPassedOver: true };
  const domain = readDomain(rest, lower === 'redirect' || lower === 'exp' ? 'domain' : 'any');
  if ('message' in domain) return domain;
  return { kind: 'modifier', name: lower, start: word.start, end: word.end, domain };
}

function parseMechanism(word: Word, name: SpfMechanismName, rest: Word): SpfMechanism | MailFault {
  const { start, end } = word;
  const base = { kind: 'mechanism', name, qualifier: qualifierOf(word.text), start, end } as const;
  const open = { prefixLength4: 32, prefixLength6: 128 };
  switch (name) {
    case 'all':
      return rest.text === '' ? { ...base, ...open } : fault(rest, phrase`"all" takes nothing after it`);
    case 'ip4':
    case 'ip6': {
      const network = name === 'ip4' ? readNetwork4(rest) : readNetwork6(rest);
      return 'message' in network ? network : { ...base, ...network };
    }
    case 'include':
    case 'exists': {
      const domain = readRequiredDomain(rest, name);
      return 'message' in domain ? domain : { ...base, ...open, domain };
    }
    case 'ptr':
    case 'a':
    case 'mx': {
      const target = readTarget(rest, name);
      return 'message' in target ? target : { ...base, ...target };
    }
  }
}

/** `[":" domain-spec] [dual-cidr-length]` of sections 5.3 and 5.4; `ptr` takes no length. */
function readTarget(
  rest: Word,
  name: SpfMechanismName,
): { domain?: SpfDomain; prefixLength4: number; prefixLength6: number } | MailFault {
  const cut = name === 'ptr' ? { before: rest.text, lengths: [] } : cutLengths(rest.text);
  const { before, lengths } = cut;
  const prefixLength4 = readPrefixLength(lengths[0], 32);
  const prefixLength6 = readPrefixLength(lengths[1], 128);
  if (prefixLength4 === undefined) return fault(rest, phrase`IPv4 prefix length ${lengths[0]} is not from 0 to 32`);
  if (prefixLength6 === undefined) return fault(rest, phrase`IPv6 prefix length ${lengths[1]} is not from 0 to 128`);
  const open = { prefixLength4, prefixLength6 };
  if (before === '') return open;
  const domain = readRequiredDomain({ text: before, start: rest.start, end: rest.start + before.length }, name);
  return 'message' in domain ? domain : { ...open, domain };
}

/** What stands before `/24`, `//64` or `/24//64`, and the lengths of both families. */
function cutLengths(text: string): { readonly before: string; readonly lengths: readonly (string | undefined)[] } {
  const six = digitsBehind(text, '//');
  const left = six === undefined ? text : text.slice(0, -six.length - 2);
  const four = digitsBehind(left, '/');
  return { before: four === undefined ? left : left.slice(0, -four.length - 1), lengths: [four, six] };
}

function digitsBehind(text: string, slashes: string): string | undefined {
  let at = text.length;
  while (at > 0 && isDigit(text.charCodeAt(at - 1))) at--;
  return at < text.length && text.slice(0, at).endsWith(slashes) ? text.slice(at) : undefined;
}

interface Network {
  readonly ip4?: number;
  readonly ip6?: Ip6;
  readonly prefixLength4: number;
  readonly prefixLength6: number;
}

function readNetwork4(rest: Word): Network | MailFault {
  const [address = '', length] = splitNetwork(rest.text);
  if (!rest.text.startsWith(':') || address === '')
    return fault(rest, phrase`"ip4" must be followed by ":" and an address`);
  const ip4 = parseIp4(address);
  if (ip4 === undefined) return fault(rest, phrase`"${address}" is not an IPv4 address: ${explainIp4(address).reason}`);
  const prefixLength4 = readPrefixLength(length, 32);
  if (prefixLength4 === undefined) return fault(rest, phrase`IPv4 prefix length "${length}" is not from 0 to 32`);
  return { ip4, prefixLength4, prefixLength6: 128 };
}

function readNetwork6(rest: Word): Network | MailFault {
  const [address = '', length] = splitNetwork(rest.text);
  if (!rest.text.startsWith(':') || address === '')
    return fault(rest, phrase`"ip6" must be followed by ":" and an address`);
  const ip6 = parseIp6(address);
  if (ip6 === undefined) return fault(rest, phrase`"${address}" is not an IPv6 address: ${explainIp6(address)}`);
  const prefixLength6 = readPrefixLength(length, 128);
  if (prefixLength6 === undefined) return fault(rest, phrase`IPv6 prefix length "${length}" is not from 0 to 128`);
  return { ip6, prefixLength4: 32, prefixLength6 };
}

function splitNetwork(rest: string): [string, string | undefined] {
  const slash = rest.indexOf('/');
  return slash < 0 ? [rest.slice(1), undefined] : [rest.slice(1, slash), rest.slice(slash + 1)];
}

/** The length, the greatest one where none is written, undefined where it is none (no leading zeros). */
function readPrefixLength(text: string | undefined, greatest: number): number | undefined {
  if (text === undefined) return greatest;
  if (!/^(?:0|[1-9][0-9]{0,2})$/.test(text)) return undefined;
  return Number(text) > greatest ? undefined : Number(text);
}

function readRequiredDomain(rest: Word, name: string): SpfDomain | MailFault {
  if (!rest.text.startsWith(':')) {
    const message =
      rest.text === ''
        ? phrase`"${name}" must be followed by ":" and a domain`
        : phrase`"${rest.text}" is not ":" and a domain`;
    return fault(rest, message);
  }
  return readDomain({ text: rest.text.slice(1), start: rest.start + 1, end: rest.end }, 'domain');
}

/** The length of the letters, digits and `-_.` that a text begins with, the first of them a letter; else 0. */
function nameLength(text: string): number {
  if (!/^[a-z]/i.test(text)) return 0;
  let length = 1;
  while (length < text.length && (isNameCharacter(text.charCodeAt(length)) || text[length] === '.')) length++;
  return length;
}

function isNameCharacter(code: number): boolean {
  const lower = code | 32;
  return isDigit(code) || code === 45 || code === 95 || (lower >= 97 && lower <= 122);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isMechanism(name: string): name is SpfMechanismName {
  return mechanisms.has(name);
}

const mechanisms: ReadonlySet<string> = new Set(['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists']);

function qualifierOf(text: string): SpfQualifier {
  const first = text.charAt(0);
  return first === '-' || first === '~' || first === '?' ? first : '+';
}

function fault(word: Word, message: string): MailFault {
  return { start: word.start, end: word.end, message };
}
