import { explainIp4, parseIp4 } from './ip4.ts';
import type { Ip6 } from './ip6.ts';
import { explainIp6, parseIp6 } from './ip6.ts';

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

/** A domain in an SPF term. With macros it is known only to the receiver of a mail (section 7). */
export interface SpfDomain {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly hasMacro: boolean;
}

/** A place where the record breaks the grammar, which makes receivers answer permerror (section 4.6). */
export interface SpfFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** An SPF record taken apart. Terms with a fault are left out of `terms`. */
export interface SpfRecord {
  readonly terms: readonly SpfTerm[];
  readonly faults: readonly SpfFault[];
}

/** Whether a text is an SPF record: its first word is the version (RFC 7208 section 4.5). */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

/** Takes an SPF record apart. The text is the record's strings joined without blanks (section 3.3). */
export function parseSpf(text: string): SpfRecord {
  const terms: SpfTerm[] = [];
  const faults: SpfFault[] = [];
  for (const match of text.matchAll(/[^ ]+/g)) {
    const start = match.index;
    if (start === 0) continue;
    const term = parseTerm(match[0], start);
    if ('message' in term) faults.push(term);
    else terms.push(term);
  }
  for (const name of ['redirect', 'exp']) {
    for (const again of terms.filter((term) => term.name === name).slice(1)) {
      faults.push({ start: again.start, end: again.end, message: `"${name}" stands twice` });
    }
  }
  return { terms, faults };
}

/** How many of its terms make the receiver ask the DNS; ten are allowed, those of included records counted too. */
export function spfLookups(record: SpfRecord): number {
  return record.terms.filter((term) => lookups.has(term.name)).length;
}

const lookups: ReadonlySet<string> = new Set(['include', 'a', 'mx', 'ptr', 'exists', 'redirect']);

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function parseTerm(text: string, start: number): SpfTerm | SpfFault {
  const word = { text, start, end: start + text.length };
  const modifier = /^([a-z][a-z0-9._-]*)=/i.exec(text);
  if (modifier) return parseModifier(word, modifier[1] ?? '');
  const match = /^([-+~?]?)([a-z0-9_-]*)(.*)$/is.exec(text);
  const name = (match?.[2] ?? '').toLowerCase();
  const rest = match?.[3] ?? '';
  const at = word.end - rest.length;
  if (!isMechanism(name)) return fault(word, `${explainUnknown(word.text)}`);
  return parseMechanism(word, name, qualifierOf(text), { text: rest, start: at, end: word.end });
}

function parseModifier(word: Word, name: string): SpfTerm | SpfFault {
  const text = word.text.slice(name.length + 1);
  const start = word.start + name.length + 1;
  const lower = name.toLowerCase();
  const known = lower === 'redirect' || lower === 'exp';
  const domain = readDomain({ text, start, end: word.end }, known);
  if ('message' in domain) return domain;
  return { kind: 'modifier', name: lower, start: word.start, end: word.end, domain };
}

function parseMechanism(
  word: Word,
  name: SpfMechanismName,
  qualifier: SpfQualifier,
  rest: Word,
): SpfMechanism | SpfFault {
  const base = { kind: 'mechanism', name, qualifier, start: word.start, end: word.end } as const;
  const open = { prefixLength4: 32, prefixLength6: 128 };
  switch (name) {
    case 'all':
      return rest.text === '' ? { ...base, ...open } : fault(rest, `"all" takes nothing after it`);
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
): { domain?: SpfDomain; prefixLength4: number; prefixLength6: number } | SpfFault {
  const match = /^(.*?)(?:\/([0-9]+))?(?:\/\/([0-9]+))?$/s.exec(rest.text);
  const before = name === 'ptr' ? rest.text : (match?.[1] ?? '');
  const lengths = name === 'ptr' ? [] : [match?.[2], match?.[3]];
  const prefixLength4 = readPrefixLength(lengths[0], 32);
  const prefixLength6 = readPrefixLength(lengths[1], 128);
  if (prefixLength4 === undefined) return fault(rest, `IPv4 prefix length ${lengths[0]} is not from 0 to 32`);
  if (prefixLength6 === undefined) return fault(rest, `IPv6 prefix length ${lengths[1]} is not from 0 to 128`);
  const open = { prefixLength4, prefixLength6 };
  if (before === '') return open;
  const domain = readRequiredDomain({ text: before, start: rest.start, end: rest.start + before.length }, name);
  return 'message' in domain ? domain : { ...open, domain };
}

function readNetwork4(rest: Word): { ip4: number; prefixLength4: number; prefixLength6: number } | SpfFault {
  const [address = '', length] = splitNetwork(rest.text);
  if (!rest.text.startsWith(':') || address === '') return fault(rest, '"ip4" must be followed by ":" and an address');
  const ip4 = parseIp4(address);
  if (ip4 === undefined) return fault(rest, `"${address}" is not an IPv4 address: ${explainIp4(address).reason}`);
  const prefixLength4 = readPrefixLength(length, 32);
  if (prefixLength4 === undefined) return fault(rest, `IPv4 prefix length "${length}" is not from 0 to 32`);
  return { ip4, prefixLength4, prefixLength6: 128 };
}

function readNetwork6(rest: Word): { ip6: Ip6; prefixLength4: number; prefixLength6: number } | SpfFault {
  const [address = '', length] = splitNetwork(rest.text);
  if (!rest.text.startsWith(':') || address === '') return fault(rest, '"ip6" must be followed by ":" and an address');
  const ip6 = parseIp6(address);
  if (ip6 === undefined) return fault(rest, `"${address}" is not an IPv6 address: ${explainIp6(address)}`);
  const prefixLength6 = readPrefixLength(length, 128);
  if (prefixLength6 === undefined) return fault(rest, `IPv6 prefix length "${length}" is not from 0 to 128`);
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

function readRequiredDomain(rest: Word, name: string): SpfDomain | SpfFault {
  if (!rest.text.startsWith(':')) {
    const message =
      rest.text === '' ? `"${name}" must be followed by ":" and a domain` : `"${rest.text}" is not ":" and a domain`;
    return fault(rest, message);
  }
  return readDomain({ text: rest.text.slice(1), start: rest.start + 1, end: rest.end }, true);
}

/** A domain-spec of section 7.1, or with `isDomain` false any macro-string. */
function readDomain(word: Word, isDomain: boolean): SpfDomain | SpfFault {
  const hasMacro = word.text.includes('%');
  for (const match of word.text.matchAll(/%/g)) {
    if (insideMacro(word.text, match.index)) continue;
    if (!macro.test(word.text.slice(match.index))) return fault(word, `"${word.text}" has a "%" that begins no macro`);
  }
  if (!/^[\x21-\x7e]*$/.test(word.text))
    return fault(word, `"${word.text}" has a character that is not printable ASCII`);
  if (isDomain) {
    if (word.text === '') return fault(word, 'a domain is missing');
    const endsInMacro = /%\{[^}]*\}$/.test(word.text);
    const topLabel = /(?:^|\.)(?:[a-z0-9-]*[a-z][a-z0-9-]*|[0-9]+-[a-z0-9-]*)\.?$/i.test(word.text);
    if (!endsInMacro && !(topLabel && word.text.includes('.')))
      return fault(word, `"${word.text}" is not a full domain name`);
  }
  return { text: word.text, start: word.start, end: word.end, hasMacro };
}

const macro = /^%(?:[%_-]|\{[slodipvhcrt][0-9]*r?[-.+,/_=]*\})/i;

/** Whether the `%` at `index` is the second one of `%%`. */
function insideMacro(text: string, index: number): boolean {
  let run = 0;
  for (let i = index - 1; i >= 0 && text.charAt(i) === '%'; i--) run++;
  return run % 2 === 1;
}

function explainUnknown(text: string): string {
  if (/^v=spf/i.test(text)) return 'a second version begins here: two records run together';
  if (parseIp4(text.split('/', 1)[0] ?? '') !== undefined) return `"${text}" needs "ip4:" before it`;
  if (parseIp6(text.split('/', 1)[0] ?? '') !== undefined) return `"${text}" needs "ip6:" before it`;
  return `"${text}" is not an SPF mechanism or modifier`;
}

function isMechanism(name: string): name is SpfMechanismName {
  return mechanisms.has(name);
}

const mechanisms: ReadonlySet<string> = new Set(['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists']);

function qualifierOf(text: string): SpfQualifier {
  const first = text.charAt(0);
  return first === '-' || first === '~' || first === '?' ? first : '+';
}

function fault(word: Word, message: string): SpfFault {
  return { start: word.start, end: word.end, message };
}
