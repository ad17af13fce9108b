import { parseIp4 } from '../dns/ip4.ts';
import { parseIp6 } from '../dns/ip6.ts';
import type { NameFault } from '../dns/name.ts';
import { isOneSlipAway } from '../dns/slip.ts';
import { parseTtl } from '../dns/ttl.ts';
import { classCode, className, typeCode, typeNames, typeStatus } from '../dns/types.ts';
import { phrase } from '../language/phrase.ts';
import type { Header } from './header.ts';
import { gluedOwner, invisibleCharacter, oddCharacter } from './odd-characters.ts';
import { checkRdata } from './rdata/rdata.ts';
import { withoutWord } from './rdata/repeated-word.ts';
import { type Fault, type FaultFix, shortened, type Token } from './token.ts';

/** What is wrong with the words before the rdata. `tokens` are all of the row's, the owner's included. */
export function headerFault(header: Header, tokens: readonly Token[], zoneClass: string): Fault[] {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return [];
  const comment = includeFault(tokens) ?? commentFault(first);
  if (comment) return [comment];
  const glued = header.owner >= 0 ? gluedOwner(first) : undefined;
  if (glued) return [glued.fault];
  const typed = header.problem === 'none' ? undefined : typeAsOwner(header, tokens);
  if (typed) return [typed];
  const offset = header.owner >= 0 ? 1 : 0;
  const typeIndex = offset + (header.ttlToken >= 0 ? 1 : 0) + (header.classToken >= 0 ? 1 : 0);
  const word = tokens[typeIndex];
  switch (header.problem) {
    case 'nothing-after-owner':
      return [nothingBehind(first)];
    case 'type-missing':
      return [
        {
          rule: 'syntax-field-missing',
          start: last.end,
          end: last.end,
          message: phrase`The record type is missing after "${last.text}"`,
        },
      ];
    case 'quoted':
      return word
        ? [
            {
              start: word.start,
              end: word.end,
              rule: 'syntax-quote',
              message: phrase`A TTL, class or type is not quoted: only owners and strings may be`,
            },
          ]
        : [];
    case 'type-unknown':
      return word ? [typeFault(header, tokens, typeIndex, zoneClass)] : [];
    case 'none':
      break;
  }
  if (word && typeStatus(header.type) !== 'data') {
    const why =
      typeStatus(header.type) === 'obsolete'
        ? phrase`is obsolete, and BIND refuses it: use MX`
        : phrase`is no record type of a zone: it exists in queries only`;
    return [{ start: word.start, end: word.end, rule: 'syntax-type', message: `${word.text.toUpperCase()} ${why}` }];
  }
  const classToken = tokens.find(
    (token, index) => index >= offset && index < typeIndex && parseTtl(token.text) === undefined,
  );
  if (!classToken) return [];
  return [
    {
      start: classToken.start,
      end: classToken.end,
      rule: 'syntax-class',
      message: phrase`Class ${className(header.class)} in a zone of class ${zoneClass}`,
    },
  ];
}

/**
 * A record that begins with its type, which servers read as an owner. Whether the owner is missing or a blank, nobody knows.
 */
function typeAsOwner(header: Header, [first, ...rdata]: readonly Token[]): Fault | undefined {
  if (!first || first.quoted || header.owner < 0 || rdata.length === 0) return undefined;
  const type = typeCode(first.text);
  if (type === undefined || typeStatus(type) !== 'data' || first.text !== first.text.toUpperCase()) return undefined;
  if (checkRdata(type, rdata, rdata.at(-1)?.end ?? first.end).length > 0) return undefined;
  const { start, end, text } = first;
  return {
    rule: 'syntax-owner-missing',
    start,
    end,
    message: phrase`"${text}" begins the line, so it is an owner and no record type: an owner is missing before it, or a blank`,
  };
}

/** A word alone in its line: a blank that is none may have glued others to it. */
function nothingBehind(owner: Token): Fault {
  const { start, end, text } = owner;
  const message = phrase`Nothing follows the owner "${shortened(text)}": a record needs a type and its data`;
  const fault = { start, end, rule: 'syntax-field-missing', message };
  const odd = invisibleCharacter(owner, fault);
  const fixed = odd?.fixes?.[0]?.text;
  return odd && (fixed === '' || fixed?.includes(' ')) ? odd : fault;
}

/** A fault for a token that is no domain name. */
export function ownerFault(token: Token, fault: NameFault): Fault {
  const from = token.start + (token.quoted ? 1 : 0) + fault.offset;
  const end = Math.min(token.end, Math.max(from + fault.length, from + 1));
  const start = Math.min(from, token.end);
  const text = shortened(token.text);
  switch (fault.error) {
    case 'label-empty':
      return {
        rule: 'syntax-label-empty',
        start,
        end,
        message: phrase`"${text}" has an empty label: two dots in a row, or one at the start`,
      };
    case 'label-length':
      return {
        rule: 'syntax-label-length',
        start,
        end,
        message: phrase`A label has at most 63 octets, this one has more: "${text}"`,
      };
    case 'name-length':
      return {
        rule: 'syntax-name-length',
        start,
        end,
        message: phrase`A name has at most 255 octets with its origin, this one has more: "${text}"`,
      };
    case 'escape':
      return {
        rule: 'syntax-escape',
        start,
        end,
        message: phrase`"${text}" has a bad escape: it is \\DDD with three digits up to 255, or \\ and one character`,
      };
  }
}

function typeFault(header: Header, tokens: readonly Token[], typeIndex: number, zoneClass: string): Fault {
  const word = tokens[typeIndex] as Token;
  const owner = header.owner >= 0 ? tokens[0] : undefined;
  const rdata = tokens.slice(typeIndex + 1);
  const isAgain = tokens.slice(owner ? 1 : 0, typeIndex).some(({ text }) => sameWord(text, word.text));
  if (isAgain && isWholeRecord(header, rdata)) return repeated(word);
  if (zoneClass === 'IN') {
    const fault = rdata.length === 0 ? missingTypeOfAddress(word, owner) : undefined;
    if (fault) return fault;
    if (header.classToken < 0 && isNearIn(word.text) && isWholeRecord(header, rdata)) return mistypedClass(word);
  }
  return unknownType(word, typeIndex > (owner ? 1 : 0), rdata);
}

function sameWord(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}

/** A class or TTL that stands once more before the type. */
function repeated(word: Token): Fault {
  const { start, end, text } = word;
  const rule = classCode(text) === undefined ? 'syntax-number' : 'syntax-type';
  return { rule, start, end, message: phrase`"${text}" stands twice`, fixes: [withoutWord(word, start)] };
}

/** An address in the place of the type; where the owner reads as a type itself, nobody knows what is missing. */
function missingTypeOfAddress(word: Token, owner: Token | undefined): Fault | undefined {
  const family = addressType(word.text);
  if (family === undefined) return undefined;
  if (owner && (typeCode(owner.text) ?? classCode(owner.text) ?? parseTtl(owner.text)) !== undefined) return undefined;
  const { start, end, text } = word;
  return {
    rule: 'syntax-type',
    start,
    end,
    message: phrase`The record type is missing before the address "${text}": it is ${family}`,
    fixes: [{ title: phrase`Insert the type ${family}`, start, end: start, text: `${family} ` }],
  };
}

/** Whether TTL, type and data follow, as they do behind a class. */
function isWholeRecord(header: Header, rest: readonly Token[]): boolean {
  const [first] = rest;
  if (!first || first.quoted) return false;
  const isTtl = header.ttlToken < 0 && parseTtl(first.text) !== undefined;
  const [type, ...rdata] = isTtl ? rest.slice(1) : rest;
  const code = type && !type.quoted ? typeCode(type.text) : undefined;
  if (!type || code === undefined || rdata.length === 0) return false;
  return checkRdata(code, rdata, rdata.at(-1)?.end ?? type.end).length === 0;
}

/** Whether a word of two letters or so is one slip away from the class. */
export function isNearIn(word: string): boolean {
  return word.length < 4 && isOneSlipAway(word.toUpperCase(), 'IN');
}

function mistypedClass({ text, start, end }: Token): Fault {
  return {
    rule: 'syntax-class',
    start,
    end,
    message: phrase`"${text}" is no class and no record type: did you mean IN?`,
    fixes: [{ title: phrase`Change to IN`, start, end, text: 'IN' }],
  };
}

function unknownType(word: Token, afterTtlOrClass: boolean, rdata: readonly Token[]): Fault {
  const odd = oddCharacter(word);
  if (odd) return odd;
  if (/^\$(?:origin|ttl|include|generate)$/i.test(word.text))
    return {
      start: word.start,
      end: word.end,
      rule: 'syntax-directive',
      message: phrase`${word.text.toUpperCase()} is a directive at the beginning of a line only: behind a blank it is read as a record type`,
    };
  if (/^[-+]?\d/.test(word.text)) {
    const expected = afterTtlOrClass ? phrase`a record type` : phrase`a TTL, a class or a record type`;
    return {
      start: word.start,
      end: word.end,
      rule: 'syntax-number',
      message: phrase`Expected ${expected}, found "${shortened(word.text)}", which is not a TTL (up to 4294967295, or numbers with w d h m s such as 1h30m)`,
    };
  }
  const { start, end } = word;
  if (/^WINS-?R?$/i.test(word.text))
    return {
      rule: 'syntax-type',
      start,
      end,
      message: phrase`${word.text.toUpperCase()} is a record of Windows' DNS server, and others refuse the zone: delete it where they are to read it`,
      isOfWindows: true,
    };
  // Without data behind it the word is more likely that: its type is missing.
  const near = rdata.length > 0 ? nearType(word, rdata) : undefined;
  const message = phrase`Unknown record type "${shortened(word.text)}"${near ? phrase`: did you mean ${near}?` : ''}`;
  if (!near) return { rule: 'syntax-type', start, end, message };
  return {
    rule: 'syntax-type',
    start,
    end,
    message,
    fixes: [{ title: phrase`Change to ${near}`, start, end, text: near }],
  };
}

/** The type that a word was most likely meant to be, by the data behind it and by its letters. */
export function nearType(word: Token, rdata: readonly Token[]): string | undefined {
  const bare = word.text.replace(/[:.,=]$/, '');
  if (bare !== word.text && typeCode(bare) !== undefined) return bare;
  return typeOfAddress(word, rdata) ?? nearestType(word.text);
}

/** An $INCLUDE as in C, with a path and perhaps an origin behind it: no comment. */
function includeFault([first, path, ...others]: readonly Token[]): Fault | undefined {
  if (first?.text.toLowerCase() !== '#include' || first.quoted || !path || others.length > 1) return undefined;
  if (!/[./]/.test(path.text)) return undefined;
  const { start, end } = first;
  return noDirective(first, { title: phrase`Change to ${'$INCLUDE'}`, start, end, text: '$INCLUDE' });
}

/** The fault of a word that is to be a directive and is none, with what it was most likely meant to be. */
export function noDirective({ start, end, text }: Token, fix: FaultFix | undefined): Fault {
  const message = phrase`Unknown directive "${text}": there are $ORIGIN, $TTL, $INCLUDE and $GENERATE`;
  return { rule: 'syntax-directive', start, end, message, ...(fix ? { fixes: [fix] } : {}) };
}

/** The fault of a line that can't be read and begins as comments do elsewhere. */
export function commentFault(first: Token): Fault | undefined {
  const mark = first.quoted ? undefined : /^(?:#|\/\/|\/\*)/.exec(first.text)?.[0];
  if (mark === undefined) return undefined;
  return {
    start: first.start,
    end: first.end,
    rule: 'syntax-comment',
    message: phrase`A comment begins with ";", not with "${mark}"`,
    fixes: [
      { title: phrase`Make it a comment with ";"`, start: first.start, end: first.start + mark.length, text: ';' },
    ],
  };
}

/** Where the data is one address, the type can only be that of its family. */
function typeOfAddress(word: Token, rdata: readonly Token[]): string | undefined {
  const [address] = rdata;
  if (!address || address.quoted || rdata.length > 1 || !/^a+$/i.test(word.text)) return undefined;
  return addressType(address.text);
}

function addressType(text: string): 'A' | 'AAAA' | undefined {
  if (parseIp4(text) !== undefined) return 'A';
  return parseIp6(text) === undefined ? undefined : 'AAAA';
}

/** The known type that is one slip away from a word; none for words that are far from all. */
function nearestType(word: string): string | undefined {
  const upper = word.toUpperCase();
  if (upper.length < 2 || upper.length > 10) return undefined;
  let best: string | undefined;
  for (const name of typeNames()) {
    if (name.length > 1 && isOneSlipAway(upper, name)) {
      if (best === undefined || COMMON.indexOf(name) > COMMON.indexOf(best)) best = name;
    }
  }
  return best;
}

const COMMON = ['SPF', 'DNAME', 'CAA', 'DS', 'SRV', 'SOA', 'NS', 'MX', 'TXT', 'PTR', 'CNAME', 'AAAA'];
