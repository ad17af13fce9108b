import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_DNAME, TYPE_NS, TYPE_PTR, TYPE_RRSIG } from '../dns/type-codes.ts';
import { Header } from '../syntax/header.ts';
import { commentFault } from '../syntax/header-faults.ts';
import type { FieldUse } from '../syntax/rdata/kinds.ts';
import { fieldTable, rdataText } from '../syntax/rdata/rdata.ts';
import type { Token } from '../syntax/token.ts';
import type { Instance, InstanceBlock } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import { GENERATED, TYPE_UNREADABLE } from '../zone/draft.ts';
import { tokenAt, tokensOf } from '../zone/row-words.ts';
import { Rows } from './rows.ts';
import { stateBefore } from './state-at.ts';

/** A number that is the same for the same records in whatever order, and hardly ever for others. */
export interface Print {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** The same of the signatures alone. */
  readonly signatures: number;
}

/** Types whose rdata is one name or address, which the index has already. */
const ONE_NAME: ReadonlySet<number> = new Set([TYPE_A, TYPE_NS, TYPE_CNAME, TYPE_PTR, TYPE_AAAA, TYPE_DNAME]);
/** Fields in which letters differ from their other case. */
const CASED: ReadonlySet<FieldUse> = new Set<FieldUse>(['string', 'base64', 'parameter', 'other']);
const BLOCKS_PER_SLICE = 16;

/**
 * Prints of the records of instances. Those of blocks are kept as long as a block has the same records, so that after an
 * edit only what was edited is read again. Stores that share their names give the same prints.
 */
export class RecordPrints {
  readonly #kept = new WeakMap<Int32Array, Print>();

  /** The print of all records of an instance and of what it includes; each `yield` is a place to stop. */
  of(store: Store, instance: Instance): Generator<void, Print> {
    return this.ofBlocks(store, instance.blocks);
  }

  /** The same of some blocks. */
  *ofBlocks(store: Store, blocks: readonly (InstanceBlock | undefined)[]): Generator<void, Print> {
    const prints: Print[] = [];
    let readCount = 0;
    for (const block of blocks) {
      if (!block) continue;
      const kept = this.#kept.get(block.records);
      prints.push(kept ?? this.#read(store, block));
      if (!kept && ++readCount % BLOCKS_PER_SLICE === 0) yield;
      for (const child of block.children) if (child.instance) prints.push(yield* this.of(store, child.instance));
    }
    return sumOf(prints);
  }

  #read(store: Store, block: InstanceBlock): Print {
    const { records } = store;
    const texts = new RdataTexts(store, block);
    let low = 0;
    let high = 0;
    let count = 0;
    let signatures = 0;
    for (const id of block.inside) {
      const type = records.type[id] as number;
      // What is no record for servers, and was meant for none, is none when it becomes a comment.
      if (type === TYPE_UNREADABLE && texts.isComment(id)) continue;
      const data = records.data[id] as number;
      const hash = new Hash();
      hash.number(records.owner[id] as number);
      hash.number(type);
      hash.number(records.ttl[id] as number);
      hash.number(data);
      if (data === NO_NAME || !ONE_NAME.has(type)) hash.text(texts.of(id));
      low = (low + hash.low) >>> 0;
      high = (high + hash.high) >>> 0;
      count++;
      if (type === TYPE_RRSIG) signatures = (signatures + hash.low) >>> 0;
    }
    const print = { low, high, count, signatures };
    if (block.records.length > 0) this.#kept.set(block.records, print);
    return print;
  }
}

/** The print of all records that some prints are of. */
export function sumOf(prints: readonly Print[]): Print {
  let [low, high, count, signatures] = [0, 0, 0, 0];
  for (const print of prints) {
    low = (low + print.low) >>> 0;
    high = (high + print.high) >>> 0;
    count += print.count;
    signatures = (signatures + print.signatures) >>> 0;
  }
  return { low, high, count, signatures };
}

/** Whether two prints are of the same records. */
export function isSamePrint(a: Print, b: Print): boolean {
  return a.low === b.low && a.high === b.high && a.count === b.count;
}

/** The rdata of a block's records as canonical text; records are asked in the order of their rows. */
class RdataTexts {
  readonly #store: Store;
  readonly #block: InstanceBlock;
  readonly #rows: Rows;
  readonly #header = new Header();
  #originRow = -1;
  #origin = '';

  constructor(store: Store, block: InstanceBlock) {
    this.#store = store;
    this.#block = block;
    this.#rows = new Rows(store);
  }

  /** Whether the row of a record that can't be read begins as comments do elsewhere. */
  isComment(id: number): boolean {
    const scanned = this.#rows.of(this.#block);
    const row = this.#store.records.row[id] as number;
    return commentFault(tokenAt(scanned, scanned.tape.rowToken[row] as number)) !== undefined;
  }

  of(id: number): string {
    const { records } = this.#store;
    const row = records.row[id] as number;
    const type = records.type[id] as number;
    const scanned = this.#rows.of(this.#block);
    const first = scanned.tape.rowToken[row] as number;
    if (((records.flags[id] as number) & GENERATED) !== 0) return joined(tokensOf(scanned, first, row).slice(-1));
    this.#header.read(scanned.tape, row, scanned.codes);
    const words = tokensOf(scanned, this.#header.rdata, row);
    const { instance } = this.#block;
    const text = rdataText(type, words, this.#originAt(row), {
      classNumber: instance.zoneClass,
      encoding: instance.file.document.encoding,
    });
    if (text === undefined) return joined(tokensOf(scanned, first, row));
    return fieldTable(type).some(({ use }) => CASED.has(use)) ? text : text.toLowerCase();
  }

  /** Only a directive changes the origin. */
  #originAt(row: number): string {
    let isKnown = this.#originRow >= 0;
    for (let at = this.#originRow; isKnown && at < row; at++)
      isKnown = !this.#rows.isDirective({ block: this.#block, row: at });
    if (!isKnown) {
      const origin: NameId = stateBefore(this.#rows, { block: this.#block, row }).origin;
      this.#origin = this.#store.names.text(origin);
    }
    this.#originRow = row;
    return this.#origin;
  }
}

function joined(words: readonly Token[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** Two numbers of 32 bits, mixed so that sums of them tell sets apart. */
class Hash {
  low = 0x811c9dc5;
  high = 0x1b873593;

  number(value: number): void {
    this.low = mixed(Math.imul(this.low ^ value, 0x85ebca6b));
    this.high = mixed(Math.imul(this.high + value, 0xcc9e2d51));
  }

  text(text: string): void {
    for (let i = 0; i < text.length; i++) this.number(text.charCodeAt(i));
    this.number(text.length);
  }
}

function mixed(value: number): number {
  const folded = value ^ (value >>> 15);
  return (Math.imul(folded, 0x2c1b3c6d) ^ (folded >>> 13)) >>> 0;
}
