import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_NSEC, TYPE_NSEC3, TYPE_RRSIG } from '../../dns/type-codes.ts';
import { NO_TYPES, withType } from '../../dns/type-sums.ts';
import { typeOfCodes } from '../../dns/type-words.ts';
import { Rows } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import { asciiWord } from '../../syntax/header.ts';
import type { InstanceBlock } from '../../workspace/instance.ts';
import type { RecordId, RecordTable } from '../../workspace/record-table.ts';
import type { Store } from '../../workspace/store.ts';
import { GENERATED } from '../../zone/draft.ts';
import type { NameReader } from '../../zone/name-reader.ts';
import type { HeadId } from '../../zone/signature-heads.ts';
import type { RowNumbers } from './row-numbers.ts';

/** What the signatures and proofs of a block say that are not in the columns of the table, as numbers side by side. */
export interface SignatureBlock {
  /** RRSIG records, and what each says before its signature. */
  readonly signatures: readonly RecordId[];
  readonly heads: readonly HeadId[];
  /** NSEC and NSEC3 records, and of each: the next owner, whose hash stands below the apex for NSEC3, and the sum of the types. */
  readonly proofs: readonly RecordId[];
  readonly following: readonly NameId[];
  readonly types: readonly number[];
  /** An NSEC3 record passes over delegations that are not signed (RFC 5155 section 6). */
  readonly isOptOut: boolean;
  /** Something is written in another way than signers write it: nobody knows what all of it says. */
  readonly isUnclear: boolean;
}

type Building = {
  -readonly [Key in keyof SignatureBlock]: SignatureBlock[Key] extends readonly (infer T)[] ? T[] : boolean;
};

/** What a reader of blocks takes along. */
export interface SignatureReading {
  readonly store: Store;
  readonly rows: RowNumbers;
  readonly names: NameReader;
}

/** Whether a record of a block is a signature or a proof that is not in the columns of the table. */
export function isOfText({ records }: Store, record: RecordId): boolean {
  const type = records.type[record];
  return (
    (type === TYPE_RRSIG || type === TYPE_NSEC || type === TYPE_NSEC3) &&
    (((records.flags[record] as number) & GENERATED) !== 0 || !isInColumns(records, record, type === TYPE_RRSIG))
  );
}

/** Whether the columns of the table say what stands in an RRSIG, NSEC or NSEC3 record. */
function isInColumns({ mark, following }: RecordTable, record: RecordId, isSignature: boolean): boolean {
  return isSignature ? mark[record] !== 0 : following[record] !== 0;
}

/**
 * Reads the signatures and proofs of a block that are not in the columns of the table. What signers do not write (words for
 * numbers, RFC 3597) makes it unclear.
 */
export function readSignatures(block: InstanceBlock, reading: SignatureReading): SignatureBlock {
  const { store, rows } = reading;
  const { type, flags } = store.records;
  const found: Building = {
    ...{ signatures: [], heads: [], proofs: [], following: [], types: [] },
    isOptOut: false,
    isUnclear: false,
  };
  rows.open(block);
  for (const record of block.inside) {
    if (!isOfText(store, record)) continue;
    if (((flags[record] as number) & GENERATED) !== 0) found.isUnclear = true;
    else {
      rows.to(record);
      const isRead =
        type[record] === TYPE_RRSIG
          ? addSignature(found, record, block, reading)
          : addProof(found, record, block, reading);
      if (!isRead) found.isUnclear = true;
    }
  }
  return found;
}

function addSignature(found: Building, record: RecordId, block: InstanceBlock, reading: SignatureReading): boolean {
  const { rows, store } = reading;
  if (rows.count < 9) return false;
  const type = typeOfCodes(rows.codes, rows.startOf(0), rows.endOf(0));
  // BIND takes the number of a type by itself, too.
  const covered = type < 0 ? digits(rows, 0) : type;
  const algorithm = rows.number(1);
  const originalTtl = digits(rows, 3) | 0;
  const expiration = time(rows, 4);
  const inception = time(rows, 5);
  const tag = rows.number(6);
  const signer = nameAt(7, record, block, reading);
  if (covered < 0 || algorithm < 0 || tag < 0 || signer < 0 || expiration < 0 || inception < 0) return false;
  found.signatures.push(record);
  found.heads.push(store.heads.idOf({ covered, algorithm, originalTtl, expiration, inception, tag }, signer));
  return true;
}

function addProof(found: Building, record: RecordId, block: InstanceBlock, reading: SignatureReading): boolean {
  const { rows, store } = reading;
  const isHashed = store.records.type[record] === TYPE_NSEC3;
  const first = isHashed ? 5 : 1;
  if (rows.count < first) return false;
  const apex = block.instance.zone?.apex ?? NO_NAME;
  const following = isHashed
    ? store.names.child(apex, rows.codes, rows.startOf(4), rows.endOf(4))
    : nameAt(0, record, block, reading);
  // A type that stands twice is one bit all the same.
  const listed = new Set<number>();
  for (let place = first; place < rows.count; place++) {
    listed.add(typeOfCodes(rows.codes, rows.startOf(place), rows.endOf(place)));
  }
  if (listed.has(-1)) return false;
  const types = [...listed].reduce(withType, NO_TYPES);
  if (following < 0) return false;
  if (isHashed && (rows.number(1) & 1) === 1) found.isOptOut = true;
  found.proofs.push(record);
  found.following.push(following);
  found.types.push(types);
  return true;
}

function nameAt(
  place: number,
  record: RecordId,
  block: InstanceBlock,
  { rows, names, store }: SignatureReading,
): NameId {
  const [start, end] = [rows.startOf(place), rows.endOf(place)];
  // Signers write whole names, mostly.
  const isAbsolute = rows.codes[end - 1] === 46;
  const origin = isAbsolute
    ? 0
    : stateBefore(new Rows(store), { block, row: store.records.row[record] as number }).origin;
  if (!rows.isOdd(place)) return names.read(rows.codes, start, end, origin);
  const name = names.readText(asciiWord(rows.codes, start, end), origin, block.instance.file.document.encoding);
  return typeof name === 'number' ? name : NO_NAME;
}

/** A word of digits alone as a number; -1 where it is none. */
function digits(rows: RowNumbers, place: number): number {
  const end = rows.endOf(place);
  let value = 0;
  for (let i = rows.startOf(place); i < end; i++) {
    const digit = (rows.codes[i] as number) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** A time as its digits; one in seconds (RFC 4034 section 3.2) is turned into those of the date. */
function time(rows: RowNumbers, place: number): number {
  const length = rows.endOf(place) - rows.startOf(place);
  const value = digits(rows, place);
  return value < 0 || length === 14 ? value : length > 10 ? -1 : timeDigits(value);
}

/** Seconds since 1970 as the digits of the date in UTC, YYYYMMDDHHmmSS. */
export function timeDigits(seconds: number): number {
  return Number(new Date(seconds * 1000).toISOString().replace(/\.\d+Z$|\D/g, ''));
}

/** The digits of a date as seconds since 1970. */
export function secondsOf(digits: number): number {
  const part = (unit: number, size: number): number => Math.floor(digits / unit) % size;
  return (
    Date.UTC(part(1e10, 1e4), part(1e8, 100) - 1, part(1e6, 100), part(1e4, 100), part(100, 100), part(1, 100)) / 1000
  );
}

/** The digits of a date in words: `2026-11-23 12:00 UTC`. */
export function timeText(digits: number): string {
  const text = String(digits).padStart(14, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)} ${text.slice(8, 10)}:${text.slice(10, 12)} UTC`;
}
