import type { NameId } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../dns/type-codes.ts';
import { Header } from '../syntax/header.ts';
import type { Token } from '../syntax/token.ts';
import type { Block } from '../text/block.ts';
import { GENERATED } from '../zone/draft.ts';
import { tokensOf } from '../zone/row-words.ts';
import type { InstanceBlock, SourceFile, Zone } from './instance.ts';
import { compareInstances } from './instance-order.ts';
import type { RecordId } from './record-table.ts';
import type { Tables } from './tables.ts';

/** The words of a record as written. Offsets are in its block's text. */
export interface RecordWords {
  readonly owner: Token | undefined;
  readonly ttl: Token | undefined;
  readonly class: Token | undefined;
  readonly type: Token;
  readonly rdata: readonly Token[];
}

/**
 * Which part of a record something is said of: a word of the rdata by its number, or a stretch from an offset in that word
 * (quotation marks counted) to an offset in a later one.
 */
export type Part =
  | 'owner'
  | 'ttl'
  | 'type'
  | 'rdata'
  | 'target'
  | 'record'
  | {
      readonly rdata: number;
      readonly stretch?: { readonly from: number; readonly last: number; readonly to: number };
    };

/** A place that moves with the text: a part of a record, or a stretch of a block. */
export type Anchor =
  | { readonly kind: 'record'; readonly record: RecordId; readonly part: Part }
  | { readonly kind: 'block'; readonly block: InstanceBlock; readonly start: number; readonly end: number }
  | { readonly kind: 'file'; readonly file: SourceFile };

/** Words of a record, all or those of the rdata, and the text that they were read from. */
interface ReadWords {
  readonly from: Block;
  words: RecordWords | undefined;
  rdata: readonly Token[] | undefined;
}

/** A record of the index, to be asked. It is a view of the moment: keep ids, not these. */
export class ZoneRecord {
  readonly #store: Tables;
  readonly id: RecordId;
  /** The words as they were read last, where somebody asked: many rules look at one record. */
  #read: ReadWords | undefined;

  constructor(store: Tables, id: RecordId) {
    this.#store = store;
    this.id = id;
  }

  get owner(): NameId {
    return this.#store.records.owner[this.id] as number;
  }

  get type(): number {
    return this.#store.records.type[this.id] as number;
  }

  get ttl(): number {
    return this.#store.records.ttl[this.id] as number;
  }

  /** The absolute name in the rdata; of A and AAAA the address's reverse name; -1 where there is none. */
  get data(): NameId {
    return this.#store.records.data[this.id] as number;
  }

  /** Canonical absolute text of the owner. */
  get ownerText(): string {
    return this.#store.names.text(this.owner);
  }

  /** Canonical absolute text of the name in the rdata; empty where there is none. */
  get dataText(): string {
    return this.data < 0 ? '' : this.#store.names.text(this.data);
  }

  get isAddress(): boolean {
    return this.type === TYPE_A || this.type === TYPE_AAAA;
  }

  /** Made by $GENERATE: the row is not one record's own. */
  get generated(): boolean {
    return ((this.#store.records.flags[this.id] as number) & GENERATED) !== 0;
  }

  get block(): InstanceBlock {
    const block = this.#store.blockOf(this.id);
    if (!block) throw new Error(`record ${this.id} has no block`);
    return block;
  }

  get row(): number {
    return this.#store.records.row[this.id] as number;
  }

  get file(): SourceFile {
    return this.block.instance.file;
  }

  get zone(): Zone | undefined {
    return this.block.instance.zone;
  }

  /** The record's words, read from the text as it is now. Of a generated one: those of the $GENERATE line's rest. */
  words(): RecordWords {
    const read = this.#wordsAtHand();
    read.words ??= this.#readWords(read.from);
    return read.words;
  }

  /** The words of its rdata: of most records nobody asks for the others. */
  rdata(): readonly Token[] {
    const read = this.#wordsAtHand();
    if (read.words) return read.words.rdata;
    read.rdata ??= this.generated ? this.#readWords(read.from).rdata : this.#readRdata(read.from);
    return read.rdata;
  }

  /** What was read of the block as it is now; words from another text are forgotten. */
  #wordsAtHand(): ReadWords {
    const { block } = this;
    const text = block.instance.file.document.blocks[block.index];
    if (!text) throw new Error('a record without text');
    if (this.#read?.from !== text) this.#read = { from: text, words: undefined, rdata: undefined };
    return this.#read;
  }

  #readRdata(text: Block): readonly Token[] {
    const scanned = this.#store.scanRow(text, this.row);
    const header = new Header();
    header.read(scanned.tape, this.row, scanned.codes);
    return tokensOf(scanned, header.rdata, this.row);
  }

  #readWords(text: Block): RecordWords {
    const scanned = this.#store.scanRow(text, this.row);
    const first = scanned.tape.rowToken[this.row] as number;
    const all = tokensOf(scanned, first, this.row);
    if (this.generated) {
      const type = all[all.length - 2] ?? (all[0] as Token);
      return { owner: all[2], ttl: undefined, class: undefined, type, rdata: all.slice(-1) };
    }
    const header = new Header();
    header.read(scanned.tape, this.row, scanned.codes);
    const at = (token: number): Token | undefined => (token < 0 ? undefined : all[token - first]);
    return {
      owner: at(header.owner),
      ttl: at(header.ttlToken),
      class: at(header.classToken),
      type: at(header.typeToken) ?? (all[0] as Token),
      rdata: all.slice(header.rdata - first),
    };
  }

  /** The range of the $GENERATE line that makes the record, as written; empty for a record that stands by itself. */
  get range(): string {
    const { block } = this;
    const text = this.generated ? block.instance.file.document.blocks[block.index] : undefined;
    if (!text) return '';
    const scanned = this.#store.scanRow(text, this.row);
    return tokensOf(scanned, scanned.tape.rowToken[this.row] as number, this.row)[1]?.text ?? '';
  }

  /** By the ways in which their files are read: below 0 where this record is read first. */
  compareInstance(other: ZoneRecord): number {
    return compareInstances(this.block.instance, other.block.instance, this.#store.names);
  }

  /** A place in this record. */
  at(part: Part): Anchor {
    return { kind: 'record', record: this.id, part };
  }
}

/** Orders records by file, then by place: what is first in the text comes first. */
export function byPlace(a: ZoneRecord, b: ZoneRecord): number {
  const blockA = a.block;
  const blockB = b.block;
  const pathA = blockA.instance.file.path;
  const pathB = blockB.instance.file.path;
  if (pathA !== pathB) return pathA < pathB ? -1 : 1;
  return blockA.index - blockB.index || a.row - b.row || compareNames(a, b) || a.compareInstance(b);
}

/** Puts records in the order of the text. Lists begin with what was read last, so most of them are that backwards. */
export function inPlaceOrder(records: ZoneRecord[]): ZoneRecord[] {
  if (records.length < 2) return records;
  records.reverse();
  for (let i = 1; i < records.length; i++)
    if (byPlace(records[i - 1] as ZoneRecord, records[i] as ZoneRecord) > 0) return records.sort(byPlace);
  return records;
}

/** One row of a file that is included twice, or a $GENERATE line, has several records: by name, whose ids have no order. */
function compareNames(a: ZoneRecord, b: ZoneRecord): number {
  if (a.owner !== b.owner) return a.ownerText < b.ownerText ? -1 : 1;
  if (a.data !== b.data) return a.dataText < b.dataText ? -1 : 1;
  return 0;
}
