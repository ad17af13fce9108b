import type { NameId } from '../dns/name-table.ts';
import { phrase } from '../language/phrase.ts';
import { BLANK_OWNER } from '../syntax/tape.ts';
import type { Token } from '../syntax/token.ts';
import type { InstanceBlock, SourceFile, Zone } from '../workspace/instance.ts';
import type { RecordId } from '../workspace/record-table.ts';
import type { ScannedBlock } from '../workspace/scanned-block.ts';
import type { Store } from '../workspace/store.ts';
import type { View } from '../workspace/view.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import { type Change, type Refusal, replaceInBlock } from './change.ts';
import type { ModelLine } from './model-line.ts';
import { whyNotWritable } from './writable.ts';

/** A row as a key: equal for the same row of the same block. */
export function rowKey({ block, row }: { readonly block: { readonly id: number }; readonly row: number }): string {
  return `${block.id} ${row}`;
}

/** A row of a block, where a line can be put before or behind. */
export interface RowPlace {
  readonly block: InstanceBlock;
  readonly row: number;
}

/** The row that a record stands in. */
export function placeOf(record: ZoneRecord): RowPlace {
  return { block: record.block, row: record.row };
}

/** What stands behind a row: a record with an owner, a line that takes the owner from above, or a directive. */
export interface NextRow {
  readonly place: RowPlace;
  readonly kind: 'owner' | 'blank' | 'directive' | 'include-of-blank';
}

/** The serial's word in an SOA record. */
export interface SerialWord {
  readonly record: ZoneRecord;
  readonly token: Token;
}

/**
 * By record its line as a model; by zone and type the records that may be models; by view and /24 what is delegated there;
 * by zone the word of its serial.
 */
export interface Cache {
  readonly lines: Map<RecordId, ModelLine | undefined>;
  readonly models: Map<Zone, Map<string, readonly ZoneRecord[]>>;
  readonly delegated: Map<View, ReadonlyMap<NameId, NameId[]>>;
  readonly serials: Map<Zone, SerialWord | undefined>;
}

/** The rows of texts, and what was worked out of them. Good while no text changes. */
export class Rows {
  readonly store: Store;
  /** What others have worked out of these texts. */
  readonly cache: Cache = { lines: new Map(), models: new Map(), delegated: new Map(), serials: new Map() };
  readonly #writable = new Map<SourceFile, string | undefined>();

  constructor(store: Store) {
    this.store = store;
  }

  of(place: InstanceBlock): ScannedBlock {
    const block = place.instance.file.document.blocks[place.index];
    if (!block) throw new Error('a block without text');
    return this.store.keptScan(block);
  }

  /** Why no fix may write to a file; undefined where it may. */
  whyNotWritable(file: SourceFile): string | undefined {
    if (!this.#writable.has(file)) this.#writable.set(file, whyNotWritable(this.store, file));
    return this.#writable.get(file);
  }

  isBlankOwner({ block, row }: RowPlace): boolean {
    return ((this.of(block).tape.rowFlags[row] as number) & BLANK_OWNER) !== 0;
  }

  isDirective(place: RowPlace): boolean {
    const { tape, codes } = this.of(place.block);
    return codes[tape.tokenStart[tape.rowToken[place.row] as number] as number] === 36 && !this.isBlankOwner(place);
  }

  /** Offsets of the whole lines that a row takes up, its parentheses and its last line end included. */
  linesOf({ block, row }: RowPlace): { start: number; end: number } {
    const { tape } = this.of(block);
    return { start: tape.rowStart[row] as number, end: tape.rowNext[row] as number };
  }

  /** The rows behind a row, on through the blocks of its file. */
  *behind(place: RowPlace): Generator<NextRow> {
    let { block } = place;
    let row = place.row + 1;
    for (;;) {
      const { tape } = this.of(block);
      for (; row < tape.rowCount; row++) yield { place: { block, row }, kind: this.#kindOf({ block, row }) };
      const next = block.instance.blocks[block.index + 1];
      if (!next) return;
      block = next;
      row = 0;
    }
  }

  #kindOf(place: RowPlace): NextRow['kind'] {
    if (this.isBlankOwner(place)) return 'blank';
    if (!this.isDirective(place)) return 'owner';
    const child = place.block.children.find((one) => one.site.row === place.row)?.instance?.blocks[0];
    const isInherited = child !== undefined && this.of(child).tape.rowCount > 0;
    return isInherited && this.isBlankOwner({ block: child, row: 0 }) ? 'include-of-blank' : 'directive';
  }

  /**
   * The last row behind which a new record may stand without taking over lines that inherit their owner: those with a
   * blank in column 0 belong to the record above them, also behind a directive and in an included file.
   */
  lastOfGroup(place: RowPlace): RowPlace {
    let last = place;
    for (const next of this.behind(place)) {
      if (next.kind === 'owner') break;
      if (next.kind !== 'directive') last = next.place;
    }
    return last;
  }

  /** Whether lines behind a row take their owner from it or from what stands above it. */
  isInherited(place: RowPlace): boolean {
    return this.lastOfGroup(place) !== place;
  }

  /** The last row of the file that an instance reads; undefined where it has none. */
  lastOf(blocks: readonly (InstanceBlock | undefined)[]): RowPlace | undefined {
    for (let index = blocks.length - 1; index >= 0; index--) {
      const block = blocks[index];
      const rowCount = block ? this.of(block).tape.rowCount : 0;
      if (block && rowCount > 0) return { block, row: rowCount - 1 };
    }
    return undefined;
  }

  /** Puts a line behind a row; where the row's own line has no end, before the new line. */
  insertBehind(place: RowPlace, line: string): Change | Refusal {
    if (this.#isOpen(place))
      return { refused: phrase`the record above in ${place.block.instance.file.path} is not closed` };
    const { end } = this.linesOf(place);
    const { codes } = this.of(place.block);
    const eol = this.lineEndOf(place.block);
    const hasNoEnd = end > 0 && codes[end - 1] !== 10 && codes[end - 1] !== 13;
    if (!hasNoEnd) return replaceInBlock(place.block, end, end, line + eol);
    // BIND refuses a directive on a last line that has no end.
    const isDirective = line.slice(line.lastIndexOf('\n') + 1).startsWith('$');
    return replaceInBlock(place.block, end, end, eol + line + (isDirective ? eol : ''));
  }

  /** Puts a line before a row's first line. */
  insertBefore(place: RowPlace, line: string): Change {
    const { start } = this.linesOf(place);
    return replaceInBlock(place.block, start, start, line + this.lineEndOf(place.block));
  }

  /** How the lines of a block end: as the first one does, else as the file's first. */
  lineEndOf(block: InstanceBlock): string {
    const { blocks } = block.instance.file.document;
    for (const text of [blocks[block.index], blocks[0]]) {
      const codes = text?.codes;
      const at = codes?.findIndex((code) => code === 10 || code === 13) ?? -1;
      if (!codes || at < 0) continue;
      if (codes[at] === 10) return '\n';
      return codes[at + 1] === 10 ? '\r\n' : '\r';
    }
    return '\n';
  }

  /** A parenthesis or quotation mark of the row is not closed: where the record ends is a guess. */
  #isOpen({ block, row }: RowPlace): boolean {
    const { tape } = this.of(block);
    if (tape.faults.length === 0) return false;
    const { start, end } = this.linesOf({ block, row });
    return tape.faults.some((fault) => fault.start >= start && fault.start < end);
  }
}
