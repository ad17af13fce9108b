import { lowerName } from '../dns/name.ts';
import type { NameId } from '../dns/name-table.ts';
import { TYPE_NS, TYPE_RRSIG, TYPE_SIG } from '../dns/type-codes.ts';
import { typeCode } from '../dns/types.ts';
import { Header } from '../syntax/header.ts';
import { Tape } from '../syntax/tape.ts';
import type { RecordId } from '../workspace/record-table.ts';
import type { ScannedBlock } from '../workspace/scanned-block.ts';
import type { Store } from '../workspace/store.ts';
import { TYPE_UNREADABLE } from '../zone/draft.ts';
import { tokenAt } from '../zone/row-words.ts';
import type { HeadId } from '../zone/signature-heads.ts';

/** An RRset: its owner and type, for signatures with the type they sign (each such type is a set of its own). */
export type SetKey = number | string;

/** The set of a record; `firstWord` is its rdata's first word, which matters for signatures only. */
export function setKey(owner: NameId, type: number, firstWord: string): SetKey {
  if (type === TYPE_SIG) return `${owner} ${typeCode(firstWord) ?? 0}`;
  return type === TYPE_RRSIG ? -1 - (owner * 65_536 + (typeCode(firstWord) ?? 0)) : owner * 65_536 + type;
}

/** RRSIG and SIG. */
function isSignature(type: number): boolean {
  return type === TYPE_RRSIG || type === TYPE_SIG;
}

/** A record as it comes in a file, of a set. */
export interface TtlRecord {
  readonly key: SetKey;
  readonly type: number;
  readonly ttl: number;
  readonly data: string;
}

/**
 * The TTLs that BIND gives sets: told of all records in the order of the file. Records of one owner, written with the same
 * letters, that stand together take the first one's TTL; of several such groups the last one's counts for all. Addresses of
 * a delegation's servers do not end the group of the delegation.
 */
export class GroupTtls {
  readonly #ttls = new Map<SetKey, number>();
  #current: OwnerGroup | undefined;
  #glue: OwnerGroup | undefined;

  get ttls(): ReadonlyMap<SetKey, number> {
    return this.#ttls;
  }

  /** The owner of the record that comes, absolute as written. */
  begin(owner: string): void {
    if (this.#glue?.owner === owner || (!this.#glue && this.#current?.owner === owner)) return;
    this.#end(this.#glue);
    this.#glue = undefined;
    if (this.#current?.owner === owner) return;
    if (this.#current?.servers.has(lowerName(owner))) {
      this.#glue = groupOf(owner);
      return;
    }
    this.#end(this.#current);
    this.#current = groupOf(owner);
  }

  /** A record of the owner that has begun. */
  add({ key, type, ttl, data }: TtlRecord): void {
    const group = this.#glue ?? this.#current;
    if (!group) return;
    if (!group.ttls.has(key)) group.ttls.set(key, ttl);
    if (type === TYPE_NS && !this.#glue) group.servers.add(lowerName(data));
  }

  /** A record that $GENERATE makes: it does not wait for the group's end. */
  addGenerated(key: SetKey, ttl: number): void {
    this.#ttls.set(key, ttl);
  }

  /** A file begins or ends. */
  endFile(): void {
    this.#end(this.#glue);
    this.#end(this.#current);
    this.#glue = undefined;
    this.#current = undefined;
  }

  #end(group: OwnerGroup | undefined): void {
    if (group) for (const [key, ttl] of group.ttls) this.#ttls.set(key, ttl);
  }
}

interface OwnerGroup {
  readonly owner: string;
  readonly ttls: Map<SetKey, number>;
  /** The names that its NS records hold, in lower case. */
  readonly servers: Set<string>;
}

function groupOf(owner: string): OwnerGroup {
  return { owner, ttls: new Map(), servers: new Set() };
}

/** Whether the records of any set differ in their TTL. */
export function hasMixedTtls(store: Store): boolean {
  const { records } = store;
  const words = new FirstWords(store);
  for (let id = 0; id < records.limit; id++)
    if (records.owner[id] !== -1 && records.nextAt(id) >= 0 && differsFromNext(id, store, words)) return true;
  return false;
}

/** Whether the next record of the same set has another TTL. */
function differsFromNext(id: RecordId, { records }: Store, words: FirstWords): boolean {
  const type = records.type[id] as number;
  if (type === TYPE_UNREADABLE) return false;
  for (let other = records.nextAt(id); other >= 0; other = records.nextAt(other)) {
    if (records.type[other] !== type || (isSignature(type) && words.covered(id) !== words.covered(other))) continue;
    return records.ttl[other] !== records.ttl[id];
  }
  return false;
}

/**
 * The types that signatures cover: the table tells them where it was sure of what stands there, else the first words do, from
 * blocks that are scanned once for all that is asked of them in turn.
 */
class FirstWords {
  readonly #store: Store;
  readonly #tape = new Tape();
  readonly #header = new Header();
  #scanned: ScannedBlock | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  covered(signature: RecordId): number | string {
    const { records, heads } = this.#store;
    const head = records.type[signature] === TYPE_RRSIG ? (records.mark[signature] as HeadId) : 0;
    if (head > 0) return heads.covered[head] as number;
    const word = this.#of(signature);
    return typeCode(word) ?? word;
  }

  #of(record: RecordId): string {
    const block = this.#store.blockOf(record);
    const text = block?.instance.file.document.blocks[block.index];
    if (!text) return '';
    if (this.#scanned?.block !== text) this.#scanned = this.#store.scanBlock(text, this.#tape);
    const scanned = this.#scanned;
    this.#header.read(this.#tape, this.#store.records.row[record] as number, scanned.codes);
    return tokenAt(scanned, this.#header.rdata).text.toUpperCase();
  }
}
