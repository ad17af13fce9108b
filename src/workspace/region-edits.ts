import { NEEDS_MORE } from '../syntax/scan.ts';
import { Block } from '../text/block.ts';
import { type SourceText, sourceOfText } from '../text/source.ts';
import type { BlockReader } from './block-reader.ts';
import { RegionRows, regionAround } from './edit-region.ts';
import type { Instance, InstanceBlock, SourceFile } from './instance.ts';
import type { RecordTable } from './record-table.ts';
import { ReusePool } from './reuse.ts';

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** A place in a file by its blocks. */
export interface BlockPlace {
  readonly blockIndex: number;
  readonly offset: number;
}

/** Changes texts: cuts the lines around a change into blocks anew, and reads these in all instances of the file. */
export class RegionEdits {
  readonly #reader: BlockReader;
  readonly #records: RecordTable;
  readonly #markStale: (instance: Instance, from: number, to: number) => void;
  readonly #loadBlock: (file: SourceFile) => void;

  constructor(
    reader: BlockReader,
    records: RecordTable,
    on: { markStale: (instance: Instance, from: number, to: number) => void; loadBlock: (file: SourceFile) => void },
  ) {
    this.#reader = reader;
    this.#records = records;
    this.#markStale = on.markStale;
    this.#loadBlock = on.loadBlock;
  }

  /** Puts a text in the place of another. Where records go on in what is not read yet, more of it is. */
  replace(file: SourceFile, start: BlockPlace, end: BlockPlace, text: string): void {
    const { document } = file;
    const region = regionAround(document, start, end);
    const oldBlocks = document.blocks.slice(region.first, region.last + 1);
    let last = region.last;
    let tail = region.tail;
    for (;;) {
      const isLast = last >= document.blocks.length - 1 && !file.pending;
      const source = sourceOfText(region.head + text + tail, document.encoding, region.first === 0);
      const isInCrlf = source.codes.at(-1) === CARRIAGE_RETURN && document.blocks[last + 1]?.codes[0] === LINE_FEED;
      const blocks = isInCrlf ? undefined : this.#cut(source, isLast);
      if (blocks) {
        const before = new RegionRows(oldBlocks, (block) => this.#reader.scanner.scan(block));
        const after = new RegionRows(blocks, (block) => this.#reader.scanner.scan(block));
        document.splice(region.first, last - region.first + 1, blocks);
        for (const instance of file.instances) {
          this.#spliceInstance(instance, region.first, last - region.first + 1, blocks.length, {
            before,
            after,
            prefix: region.head.length,
            suffix: tail.length,
          });
        }
        return;
      }
      last++;
      if (last === document.blocks.length) this.#loadBlock(file);
      const more = document.blocks[last];
      if (!more) throw new Error('a text that ends asks for more');
      oldBlocks.push(more);
      tail += more.text;
    }
  }

  /**
   * The blocks of a stretch of text; undefined where it ends inside a record that goes on behind it, and where nothing is
   * left of it: what follows may begin the file then.
   */
  #cut(source: SourceText, isLast: boolean): Block[] | undefined {
    if (source.codes.length === 0 && !isLast) return undefined;
    const blocks: Block[] = [];
    let offset = 0;
    while (offset < source.codes.length) {
      const next = this.#reader.scanner.cut(source.codes, offset, isLast);
      if (next === NEEDS_MORE) return undefined;
      blocks.push(new Block(source, offset, next, this.#reader.scanner.tape.lineCount));
      offset = next;
    }
    if (blocks.length === 0 && isLast) blocks.push(new Block(source, 0, 0, 0));
    return blocks;
  }

  #spliceInstance(
    instance: Instance,
    first: number,
    removed: number,
    added: number,
    rows: { before: RegionRows; after: RegionRows; prefix: number; suffix: number },
  ): void {
    const old = instance.blocks.splice(first, removed, ...new Array<undefined>(added).fill(undefined));
    for (let index = first + added; index < instance.blocks.length; index++) {
      const block = instance.blocks[index];
      if (block) block.index = index;
    }
    if (instance.staleFrom > first) instance.staleFrom = first;
    if (instance.staleTo > first) instance.staleTo += added - removed;
    this.#markStale(instance, first, first + added);
    const oldRecords: number[] = [];
    const oldRows: number[] = [];
    const oldToNew = rows.before.matching(rows.after, rows.prefix, rows.suffix);
    old.forEach((block, i) => {
      if (!block) return;
      for (const record of block.records) {
        const newRow = oldToNew[(rows.before.base[i] ?? 0) + (this.#records.row[record] as number)] ?? -1;
        oldRecords.push(record);
        oldRows.push(newRow);
      }
    });
    this.#resolveRegion(instance, first, added, { old, oldRecords, oldRows, base: rows.after.base });
  }

  /** Reads the new blocks of an edit, with the records of the old ones at hand. */
  #resolveRegion(
    instance: Instance,
    first: number,
    added: number,
    region: {
      old: readonly (InstanceBlock | undefined)[];
      oldRecords: number[];
      oldRows: number[];
      base: readonly number[];
    },
  ): void {
    const view = instance.view;
    const gone: number[] = [];
    const keep: number[] = [];
    const keepRows: number[] = [];
    region.oldRecords.forEach((record, i) => {
      const row = region.oldRows[i] as number;
      if (row < 0) gone.push(record);
      else {
        keep.push(record);
        keepRows.push(row);
      }
    });
    const oldChildren = region.old.flatMap((block) => block?.children ?? []);
    let at = 0;
    for (let i = 0; i < added; i++) {
      const index = first + i;
      const block = instance.file.document.blocks[index];
      if (!block || this.#reader.entryOf(instance, index) === undefined) break;
      const base = region.base[i] ?? 0;
      const end = region.base[i + 1] ?? Number.MAX_SAFE_INTEGER;
      const from = at;
      while (at < keepRows.length && (keepRows[at] as number) < end) at++;
      const records = Int32Array.from(keep.slice(from, at));
      const rows = Int32Array.from(keepRows.slice(from, at), (row) => row - base);
      this.#reader.resolve(instance, index, this.#reader.scanner.scan(block), {
        pool: new ReusePool(this.#records, records, rows),
        children: oldChildren,
      });
    }
    while (at < keep.length) gone.push(keep[at++] as number);
    for (const record of gone) this.#reader.remove(view, record, instance);
    for (const block of region.old) {
      if (block) this.#reader.forget(block);
    }
    this.#reader.dropChildren(oldChildren);
  }
}
