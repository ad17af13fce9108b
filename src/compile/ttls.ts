import type { NameId } from '../dns/name-table.ts';
import { TYPE_RRSIG, TYPE_SIG } from '../dns/type-codes.ts';
import { typeCode } from '../dns/types.ts';
import { Header } from '../syntax/header.ts';
import { Tape } from '../syntax/tape.ts';
import type { Instance, InstanceBlock } from '../workspace/instance.ts';
import type { ScannedBlock } from '../workspace/scanned-block.ts';
import type { Store } from '../workspace/store.ts';
import { GENERATED, OUTSIDE, TYPE_UNREADABLE } from '../zone/draft.ts';
import { tokenAt } from '../zone/row-words.ts';

/** An RRset: its owner and type, for signatures with the type they sign (each such type is a set of its own). */
export type SetKey = number | string;

/** The set of a record; `firstWord` is its rdata's first word, which matters for signatures only. */
export function setKey(owner: NameId, type: number, firstWord: string): SetKey {
  return isSignature(type) ? `${owner} ${type} ${typeCode(firstWord) ?? 0}` : owner * 65_536 + type;
}

/** RRSIG and SIG. */
function isSignature(type: number): boolean {
  return type === TYPE_RRSIG || type === TYPE_SIG;
}

/**
 * The TTLs that BIND gives the sets whose records differ in it; undefined where all TTLs of the zone are equal. Records
 * of one owner that stand together take the first one's TTL; of several such groups the last one's counts for all.
 */
export function settledTtls(store: Store, root: Instance): ReadonlyMap<SetKey, number> | undefined {
  const { ttl, owner, limit } = store.records;
  let first = -1;
  for (let record = 0; record < limit; record++) {
    if (owner[record] === -1) continue;
    if (first < 0) first = record;
    if (ttl[record] !== ttl[first]) {
      const walk: Walk = {
        store,
        ttls: new Map(),
        tape: new Tape(),
        header: new Header(),
        scanned: undefined,
        group: new Map(),
        owner: -1,
      };
      readInstance(walk, root);
      endGroup(walk);
      return walk.ttls;
    }
  }
  return undefined;
}

interface Walk {
  readonly store: Store;
  readonly ttls: Map<SetKey, number>;
  readonly tape: Tape;
  readonly header: Header;
  /** What is on the tape. */
  scanned: ScannedBlock | undefined;
  /** The group that is not ended: its owner, and the TTLs of its sets. */
  readonly group: Map<SetKey, number>;
  owner: NameId;
}

function readInstance(walk: Walk, instance: Instance): void {
  const { row } = walk.store.records;
  for (const block of instance.blocks) {
    if (!block) continue;
    const children = [...block.children].reverse();
    for (const record of block.records) {
      while (children.length > 0 && (children.at(-1)?.site.row ?? 0) < (row[record] as number))
        readChild(walk, children.pop()?.instance);
      readRecord(walk, block, record);
    }
    while (children.length > 0) readChild(walk, children.pop()?.instance);
  }
}

function readChild(walk: Walk, child: Instance | undefined): void {
  endGroup(walk);
  if (child) readInstance(walk, child);
  endGroup(walk);
}

function endGroup(walk: Walk): void {
  for (const [key, ttl] of walk.group) walk.ttls.set(key, ttl);
  walk.group.clear();
  walk.owner = -1;
}

function readRecord(walk: Walk, block: InstanceBlock, record: number): void {
  const { records } = walk.store;
  const owner = records.owner[record] as number;
  const type = records.type[record] as number;
  const flags = records.flags[record] as number;
  const isGenerated = (flags & GENERATED) !== 0;
  if (!isGenerated && owner !== walk.owner) {
    endGroup(walk);
    walk.owner = owner;
  }
  if ((flags & OUTSIDE) !== 0 || type === TYPE_UNREADABLE) return;
  const key = setKey(owner, type, isSignature(type) ? firstWord(walk, block, records.row[record] as number) : '');
  const ttl = records.ttl[record] as number;
  // What $GENERATE makes does not wait for the group's end.
  if (isGenerated) walk.ttls.set(key, ttl);
  else if (!walk.group.has(key)) walk.group.set(key, ttl);
}

function firstWord(walk: Walk, { instance, index }: InstanceBlock, row: number): string {
  const { header, tape } = walk;
  const text = instance.file.document.blocks[index];
  if (!text) return '';
  // Of a block with signatures each is asked for its first word.
  if (walk.scanned?.block !== text) walk.scanned = walk.store.scanBlock(text, tape);
  const { scanned } = walk;
  header.read(tape, row, scanned.codes);
  return tokenAt(scanned, header.rdata).text;
}
