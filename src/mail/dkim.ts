import { phrase } from '../language/phrase.ts';
import { decodeBase64 } from './base64.ts';
import type { MailFault } from './fault.ts';
import { type PublicKey, readPublicKey } from './public-key.ts';
import {
  missingSemicolons,
  parseTags,
  repeatedTags,
  type Tag,
  type TagList,
  tagNamed,
  withSemicolons,
  wordsOf,
} from './tags.ts';

/** A DKIM key record (RFC 6376 section 3.6.1) taken apart. */
export interface DkimKey {
  readonly list: TagList;
  readonly faults: readonly MailFault[];
  /** The key; undefined where it can not be read or is revoked. */
  readonly key: PublicKey | undefined;
  /** Whether `p` is empty: the key was taken back (section 3.6.1). */
  readonly isRevoked: boolean;
  /** Whether it says that signatures are only tried out (`t=y`). */
  readonly isTesting: boolean;
}

/** Whether a text says that it is a DKIM key, or looks like one: `v=DKIM1`, or a `p` with `k` before it. */
export function isDkim(text: string): boolean {
  return /^\s{0,8}v\s{0,8}=\s{0,8}dkim/i.test(text.slice(0, 40));
}

/** Takes a DKIM key record apart. */
export function parseDkim(text: string): DkimKey {
  const missing = missingSemicolons(parseTags(text), TAGS);
  const list = parseTags(withSemicolons(text, missing));
  const p = tagNamed(list, 'p');
  // A record that was pasted twice is one fault, whatever stands in its second half.
  const again = p?.value.search(/v\s{0,8}=\s{0,8}DKIM1/) ?? -1;
  const faults: MailFault[] = [...list.faults, ...(again < 0 ? repeatedTags(list) : []), ...missing];
  checkVersion(list, faults);
  const type = tagNamed(list, 'k');
  if (type && !KEY_TYPES.has(type.value) && !endsInBackslash(type))
    faults.push(told(type, phrase`"${type.value}" is no key type: "k" is rsa or ed25519`));
  checkHashes(list, faults);
  checkServices(list, faults);
  const cut = backslashFault(list);
  if (cut) faults.push(cut);
  if (p && again >= 0) {
    const start = p.valueStart + again;
    faults.push({ start, end: start + 1, message: phrase`a second key begins within the first one` });
  }
  const key = p && again < 0 ? readKey(p, type?.value ?? 'rsa', faults) : undefined;
  if (!p && faults.length === 0) faults.push(wholly(text, phrase`the key is missing: there is no "p"`));
  return { list, faults, key, isRevoked: p?.value === '', isTesting: flagsOf(list).includes('y') };
}

/** The tags of RFC 6376 section 3.6.1, and `g` of RFC 4871. */
const TAGS: ReadonlySet<string> = new Set(['v', 'h', 'k', 'n', 'p', 's', 't', 'g']);
const KEY_TYPES: ReadonlySet<string> = new Set(['rsa', 'ed25519']);

function checkVersion({ tags }: TagList, faults: MailFault[]): void {
  const at = tags.findIndex(({ name }) => name === 'v');
  const version = tags[at];
  if (!version) return;
  if (version.value !== 'DKIM1') {
    if (!endsInBackslash(version)) faults.push(told(version, phrase`the version is "DKIM1", not "${version.value}"`));
  } else if (at > 0) faults.push(told(version, phrase`"v=DKIM1" must come first`));
}

function checkHashes(list: TagList, faults: MailFault[]): void {
  const hashes = tagNamed(list, 'h');
  if (!hashes || hashes.value === '') return;
  const names = wordsOf(hashes, ':').map(({ text }) => text);
  if (!names.includes('sha256'))
    faults.push(told(hashes, phrase`"h=${hashes.value}" leaves out sha256, the one that signers use (RFC 8301)`));
}

function checkServices(list: TagList, faults: MailFault[]): void {
  const services = tagNamed(list, 's');
  if (!services || services.value === '' || endsInBackslash(services)) return;
  const names = wordsOf(services, ':').map(({ text }) => text);
  if (!names.includes('*') && !names.includes('email'))
    faults.push(
      told(services, phrase`"s=${services.value}" is not for mail: receivers use keys of "email" and "*" only`),
    );
}

/** An octet of a backslash: `\\;` is written where `\;` or a quoted `;` was meant. */
function backslashFault({ tags }: TagList): MailFault | undefined {
  const tag = tags.find(endsInBackslash);
  if (!tag) return undefined;
  const { end } = tag;
  const meant = { start: end - 1, end, text: '', title: phrase`Delete the backslash before ";"` };
  return { start: end - 1, end, message: phrase`a backslash stands before ";", and is part of "${tag.name}"`, meant };
}

function endsInBackslash({ value }: Tag): boolean {
  return value.endsWith('\\');
}

function readKey(p: Tag, type: string, faults: MailFault[]): PublicKey | undefined {
  if (p.value === '' || !KEY_TYPES.has(type) || endsInBackslash(p)) return undefined;
  const pem = p.value.indexOf('-----');
  if (pem >= 0) {
    const place = { start: p.valueStart + pem, end: p.valueStart + pem + 5 };
    faults.push({
      ...place,
      message: phrase`the lines "-----BEGIN" and "-----END" of the key's file do not belong here`,
    });
    return undefined;
  }
  const data = decodeBase64(p.value);
  if ('wrongAt' in data) {
    faults.push(base64Fault(p, data));
    return undefined;
  }
  const key = readPublicKey(data.bytes, type);
  if (key.kind !== 'wrong') return key;
  faults.push({ ...keyPlace(p), message: phrase`the key can not be used: ${key.why}` });
  return undefined;
}

function base64Fault(p: Tag, { wrongAt, reason }: { readonly wrongAt: number; readonly reason: string }): MailFault {
  const isAtEnd = wrongAt === p.value.length;
  const start = isAtEnd ? p.valueStart : p.valueStart + wrongAt;
  const again = isAtEnd ? -1 : p.value.indexOf('p=', Math.max(wrongAt - 1, 0));
  const message = isAtEnd
    ? phrase`the key is cut: its ${reason}`
    : again >= 0
      ? phrase`a second key begins within the first one`
      : phrase`the key can not be read: ${reason}`;
  return { start, end: isAtEnd ? p.end : Math.min(start + 1, p.end), message };
}

function flagsOf(list: TagList): readonly string[] {
  const flags = tagNamed(list, 't');
  return flags ? wordsOf(flags, ':').map(({ text }) => text) : [];
}

function keyPlace(tag: Tag): { readonly start: number; readonly end: number } {
  return { start: tag.valueStart, end: tag.end };
}

function told(tag: Tag, message: string): MailFault {
  return { start: tag.start, end: tag.end, message };
}

function wholly(text: string, message: string): MailFault {
  return { start: 0, end: text.length, message };
}
