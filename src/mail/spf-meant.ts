import { parseIp4 } from '../dns/ip4.ts';
import { parseIp6 } from '../dns/ip6.ts';
import { isOneSlipAway } from '../dns/slip.ts';
import { phrase } from '../language/phrase.ts';
import type { Meant } from './fault.ts';
import type { Word } from './spf-words.ts';

/** What is wrong with a word that is neither mechanism nor modifier. */
export function explainUnknown(text: string): string {
  const address = text.split('/', 1)[0] ?? '';
  if (parseIp4(address) !== undefined) return phrase`"${text}" needs "ip4:" before it`;
  if (parseIp6(address) !== undefined) return phrase`"${text}" needs "ip6:" before it`;
  if (text.includes(',')) return phrase`"${text}" is no term: blanks part terms, not commas`;
  if (text.includes(';')) return phrase`"${text}" is no term: blanks part terms, not semicolons`;
  return phrase`"${text}" is not an SPF mechanism or modifier`;
}

/** What the author of a word that can not be read meant; only what can be read then, and only where it is one thing. */
export function meantTerm({ text, start, end }: Word, isReadable: (text: string) => boolean): Meant | undefined {
  for (const reading of readings(text)) {
    if (reading === '' ? text.length > 1 : reading === text || !isReadable(reading)) continue;
    const title = reading === '' ? phrase`Delete "${text}"` : phrase`Change "${text}" to "${reading}"`;
    return { start, end, text: reading, title, ...(SURE.test(reading) ? { isSure: true } : {}) };
  }
  return undefined;
}

/** Where the name or the colon of one term was wrong, and what it names is left as it was. */
const SURE = /^[-~?+]?(?:ip4|ip6|include|exists|redirect)[:=][^ ]+$/;

/** The mistakes that people make, each undone. */
function* readings(text: string): Generator<string> {
  if (text.length > LONGEST_WORD) return;
  if (text === ';' || text === ',') yield '';
  if (text.includes(' ')) {
    yield text.replaceAll(' ', '');
    yield text.replace(/ +/, text.toLowerCase().startsWith('redirect') ? '=' : ':');
  }
  if (/[,;]/.test(text)) yield listed(text);
  const address = text.split('/', 1)[0] ?? '';
  if (parseIp4(address) !== undefined) yield `ip4:${text}`;
  if (parseIp6(address) !== undefined) yield `ip6:${text}`;
  const match = /^([-~?+]?)([a-z0-9_-]+)([:=])(.*)$/i.exec(text);
  if (match) {
    const [, qualifier = '', name = '', separator = '', value = ''] = match;
    yield* withName(qualifier, name.toLowerCase(), { separator, value });
  }
  yield* misspelt(text);
}

/** No term is so long; of what is longer nobody guesses what was meant. */
const LONGEST_WORD = 400;

/** Commas and semicolons as blanks; an address behind one has the mechanism of the address before it. */
function listed(text: string): string {
  const parts = text.split(/[,;]/).filter((part) => part !== '');
  return parts.map((part, index) => (index > 0 ? withAddressName(part) : part)).join(' ');
}

function withAddressName(part: string): string {
  const address = part.split('/', 1)[0] ?? '';
  if (parseIp4(address) !== undefined) return `ip4:${part}`;
  return parseIp6(address) === undefined ? part : `ip6:${part}`;
}

function* withName(
  qualifier: string,
  name: string,
  { separator, value }: { readonly separator: string; readonly value: string },
): Generator<string> {
  const address = value.split('/', 1)[0] ?? '';
  const isIp4 = parseIp4(address) !== undefined;
  const isIp6 = parseIp6(address) !== undefined;
  if (ADDRESS_NAMES.has(name) && isIp4) yield `${qualifier}ip4:${value}`;
  if (ADDRESS_NAMES.has(name) && isIp6) yield `${qualifier}ip6:${value}`;
  if (isIp4 || isIp6) return;
  if (name === 'ip4' || name === 'ip6') yield `${qualifier}a:${value}`;
  if (separator === '=' && MECHANISMS.includes(name)) yield `${qualifier}${name}:${value}`;
  if (separator === ':' && name === 'redirect') yield `redirect=${value}`;
  const nearest = NAMES.filter((known) => isOneSlipAway(known, name));
  if (nearest.length === 1) yield `${qualifier}${nearest[0]}${nearest[0] === 'redirect' ? '=' : ':'}${value}`;
}

const ADDRESS_NAMES: ReadonlySet<string> = new Set([
  'ip',
  'ip4',
  'ip6',
  'ipv4',
  'ipv6',
  'ip-4',
  'ip-6',
  'a',
  'mx',
  'i4',
  'i6',
  'pi4',
  'pi6',
  'ipp4',
]);
const MECHANISMS: readonly string[] = ['include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'];
const NAMES: readonly string[] = ['include', 'exists', 'redirect'];

/** `all` with another dash, a slip or a dot. */
function* misspelt(text: string): Generator<string> {
  const match = /^([-~?+\u2010-\u2015\u2212])([a-z.]{2,5})$/i.exec(text);
  const qualifier = match?.[1] ?? '';
  const word = (match?.[2] ?? '').toLowerCase();
  if (word === '') return;
  const sign = '-~?+'.includes(qualifier) ? qualifier : '-';
  if (word === 'all' || isOneSlipAway('all', word)) yield `${sign}all`;
}
