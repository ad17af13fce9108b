import { parseIp4 } from '../dns/ip4.ts';
import { phrase } from '../language/phrase.ts';
import type { MailFault } from './fault.ts';
import type { Word } from './spf-words.ts';

/** A domain in an SPF term. With macros it is known only to the receiver of a mail (RFC 7208 section 7). */
export interface SpfDomain {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly hasMacro: boolean;
}

/** Reads a domain-spec of RFC 7208 section 7.1, or any macro-string, which an unknown modifier may hold. */
export function readDomain(word: Word, what: 'domain' | 'any'): SpfDomain | MailFault {
  const { text, start, end } = word;
  const macros = readMacros(text);
  if (macros.wrongAt !== undefined) return fault(word, phrase`"${text}" has a "%" that begins no macro`);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x21 || code > 0x7e) return fault(word, phrase`"${text}" has a character that is not printable ASCII`);
  }
  if (what === 'domain') {
    if (text === '') return fault(word, phrase`a domain is missing`);
    if (parseIp4(text.split('/', 1)[0] ?? '') !== undefined)
      return fault(word, phrase`"${text}" is an address, where a name is expected`);
    const odd = ODD.exec(macros.literal)?.[0];
    if (odd !== undefined) return fault(word, phrase`"${text}" is no domain name: it has "${odd}" in it`);
    if (!macros.endsInMacro && !isFullName(text)) return fault(word, phrase`"${text}" is not a full domain name`);
  }
  return { text, start, end, hasMacro: macros.count > 0 };
}

/** What the grammar lets pass, and no name has: most often another term that a blank should part. */
const ODD = /[:;,=/"\\@]/;

interface Macros {
  readonly count: number;
  readonly wrongAt: number | undefined;
  readonly endsInMacro: boolean;
  /** The text without its macros. */
  readonly literal: string;
}

/** Goes through a macro-string once: `%%`, `%_`, `%-` and `%{letter digits r delimiters}`. */
function readMacros(text: string): Macros {
  let count = 0;
  let literal = '';
  let endsInMacro = false;
  for (let i = 0; i < text.length; ) {
    if (text[i] !== '%') {
      literal += text[i];
      endsInMacro = false;
      i++;
      continue;
    }
    const length = macroLength(text, i);
    if (length === 0) return { count, wrongAt: i, endsInMacro: false, literal };
    count++;
    endsInMacro = text[i + 1] === '{';
    i += length;
  }
  return { count, wrongAt: undefined, endsInMacro, literal };
}

function macroLength(text: string, at: number): number {
  const next = text.charAt(at + 1);
  if (next !== '' && '%_-'.includes(next)) return 2;
  if (next !== '{' || !/[slodipvhcrt]/i.test(text.charAt(at + 2))) return 0;
  let end = at + 3;
  while (/[0-9]/.test(text.charAt(end))) end++;
  // How many parts are kept is never none (RFC 7208 section 7.3).
  if (end > at + 3 && Number(text.slice(at + 3, end)) === 0) return 0;
  if (text.charAt(end).toLowerCase() === 'r') end++;
  while (text.charAt(end) !== '' && '-.+,/_='.includes(text.charAt(end))) end++;
  return text[end] === '}' ? end + 1 - at : 0;
}

/** Whether a name has a dot in it and ends in what can be a top-level domain: not in digits alone. */
function isFullName(text: string): boolean {
  const name = text.endsWith('.') ? text.slice(0, -1) : text;
  const top = name.slice(name.lastIndexOf('.') + 1);
  return name.includes('.') && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(top) && !/^[0-9]+$/.test(top);
}

function fault({ start, end }: Word, message: string): MailFault {
  return { start, end, message };
}
