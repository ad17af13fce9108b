import { algorithmStanding, digestStanding } from '../dns/dnssec.ts';
import {
  TYPE_CAA,
  TYPE_DS,
  TYPE_HTTPS,
  TYPE_MX,
  TYPE_NSEC,
  TYPE_NSEC3,
  TYPE_RRSIG,
  TYPE_SOA,
  TYPE_SRV,
  TYPE_SSHFP,
  TYPE_TLSA,
  TYPE_TXT,
} from '../dns/type-codes.ts';
import {
  base64,
  following,
  hashedFollowing,
  hex,
  host,
  isKnownTag,
  lastString,
  number,
  ofEvery,
  type PlainField,
  signatureHead,
  someTypes,
  strings,
  tag,
  target,
  types,
} from './plain-fields.ts';
import { parameters } from './plain-parameters.ts';
import { mailbox, serial, times } from './plain-soa.ts';
import { END, type PlainWords } from './plain-words.ts';

const u8 = number(255);
const u16 = number(65_535);
/** Priorities and ports: 0 has a meaning of its own. */
const positive = ofEvery(u16, ({ kept }) => kept > 0);
const caaFlags = ofEvery(u8, ({ kept }) => kept === 0 || kept === 128);
/** The numbers that have a meaning (RFC 6698 section 2.1); what stands for a whole certificate may have any length. */
const tlsaUsage = ofEvery(u8, ({ kept }) => kept <= 3);
const tlsaSelector = ofEvery(u8, ({ kept }) => kept <= 1);
const tlsaMatching = ofEvery(u8, ({ kept }) => kept === 1 || kept === 2);
const tlsaData = hex((matching) => [0, 32, 64][matching] ?? 0);
/** Keys and digests that validators take. */
const keyAlgorithm = ofEvery(u8, ({ kept }) => algorithmStanding(kept) === 'used');
const digestType = ofEvery(u8, ({ kept }) => digestStanding(kept) === 'used');
const digest = hex((kind) => DIGEST_SIZES[kind] ?? -1);
const DIGEST_SIZES = [-1, 20, 32, -1, 48];

/**
 * The types whose rdata is read straight from the text where it is written as nearly always, and the readers of their
 * fields. Types of one address or name have a shorter way yet (`PlainRows`); all others, and what a reader is not sure of,
 * go by the table of types (`rdata/types.ts`), which tells the faults. A property holds each of these against that one.
 */
const FIELDS: readonly (readonly [type: number, ...fields: readonly PlainField[]])[] = [
  [TYPE_SOA, host, mailbox, serial, times],
  [TYPE_MX, u16, host],
  [TYPE_TXT, strings],
  [TYPE_SRV, u16, u16, positive, host],
  [TYPE_DS, u16, keyAlgorithm, digestType, digest],
  [TYPE_SSHFP, u8, u8, hex((kind) => [-1, 20, 32][kind] ?? -1)],
  [TYPE_RRSIG, signatureHead, base64],
  [TYPE_NSEC, following, someTypes],
  [TYPE_NSEC3, hashedFollowing, types],
  [TYPE_TLSA, tlsaUsage, tlsaSelector, tlsaMatching, tlsaData],
  [TYPE_HTTPS, positive, target, parameters],
  [TYPE_CAA, caaFlags, ofEvery(tag, isKnownTag), lastString],
];

/** Longer rdata may be more than servers keep. */
export const MOST_CHARACTERS = 32_768;

const fieldsOf: (readonly PlainField[] | undefined)[] = [];
for (const [code, ...fields] of FIELDS) fieldsOf[code] = fields;

/** Whether rdata of a type may be read from the text. */
export function hasPlainFields(code: number): boolean {
  return fieldsOf[code] !== undefined;
}

/** Reads the rdata of a type up to the end of its row; false where it may be wrong, or is written in another way. */
export function readPlainFields(code: number, words: PlainWords): boolean {
  const fields = fieldsOf[code];
  if (!fields) return false;
  const from = words.at;
  for (let i = 0; i < fields.length; i++) if (!(fields[i] as PlainField)(words)) return false;
  return (words.isEnded || words.next() === END) && words.behind - from <= MOST_CHARACTERS;
}
