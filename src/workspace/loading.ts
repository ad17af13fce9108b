import { NEEDS_MORE } from '../syntax/scan.ts';
import { Block, type Position, type Range } from '../text/block.ts';
import type { TextEdit } from '../text/document.ts';
import type { UnreadText } from '../text/unread.ts';
import type { BlockReader } from './block-reader.ts';
import type { Instance, SourceFile } from './instance.ts';

/** Files take turns: so the names of a forward zone and of its reverse zone meet while both are at hand. */
const BLOCKS_IN_TURN = 32;
/** Of an edit of more lines that are not read, those that go are not read either. */
const FEW_LINES = 256;

/** What a block that has come means for the instances of its file. */
interface Told {
  readonly markStale: (instance: Instance, from: number, to: number) => void;
  /** All of an instance is read. */
  readonly settle: (instance: Instance) => void;
}

/**
 * The files that are not read to their ends.
 *
 * Invariant: these are the files with `pending` text. An instance whose `staleFrom` is the number of its file's blocks has
 * all of them read: it takes the next one as it is cut.
 */
export class Loading {
  /** With the records that are expected of each. */
  readonly #files = new Map<SourceFile, number>();
  readonly #reader: BlockReader;
  readonly #told: Told;
  /** Records expected of all. */
  expected = 0;

  constructor(reader: BlockReader, told: Told) {
    this.#reader = reader;
    this.#told = told;
  }

  get isDone(): boolean {
    return this.#files.size === 0;
  }

  begin(file: SourceFile, expected: number): void {
    this.#files.set(file, expected);
    this.expected += expected;
  }

  end(file: SourceFile): void {
    this.expected -= this.#files.get(file) ?? 0;
    this.#files.delete(file);
  }

  /** Reads until `isOver` or until all is read; true where all is. */
  step(isOver: () => boolean): boolean {
    // Short turns at first: V8 then makes machine code for the rows of all files, and not of the first one alone.
    for (let turn = 1; this.#files.size > 0; turn = Math.min(2 * turn, BLOCKS_IN_TURN))
      for (const file of this.#files.keys())
        for (let count = 0; count < turn && file.pending; count++) {
          this.loadBlock(file);
          if (isOver()) return false;
        }
    return true;
  }

  /** Cuts all of a file into blocks now. */
  finish(file: SourceFile): void {
    while (file.pending) this.loadBlock(file);
  }

  /** Cuts the next block, and reads it at once where one instance is to have it and has all before it. */
  loadBlock(file: SourceFile): void {
    const { document, instances, pending } = file;
    if (!pending) return;
    const { source, offset } = pending.next;
    const index = document.blocks.length;
    const [only] = instances;
    const isOnlyInStep =
      only !== undefined &&
      instances.length === 1 &&
      only.blocks.length === index &&
      only.staleFrom >= index &&
      this.#reader.entryOf(only, index) !== undefined;
    const plain = isOnlyInStep ? this.#reader.readPlain(only, source, offset) : undefined;
    const block = plain ?? this.#cut(pending);
    if (!pending.advance(block)) {
      file.pending = undefined;
      // Of what is not ASCII the blocks keep no codes.
      if (source.text !== undefined) file.source = undefined;
      this.end(file);
    }
    if (block.length === 0 && index > 0) return;
    document.append(block);
    if (!isOnlyInStep) {
      for (const instance of instances)
        this.#told.markStale(instance, Math.min(index, instance.blocks.length), index + 1);
      return;
    }
    if (!plain) {
      // The rows are on the tape: they need not be scanned again.
      this.#reader.scanner.shiftTape();
      this.#reader.resolve(only, index, { tape: this.#reader.scanner.tape, block, codes: block.codes });
    }
    only.staleFrom = index + 1;
    if (!file.pending) this.#told.settle(only);
    else only.staleTo = index + 2;
  }

  #cut(unread: UnreadText): Block {
    for (;;) {
      const { source, offset } = unread.next;
      const next = this.#reader.scanner.cut(source.codes, offset, unread.isLast);
      if (next !== NEEDS_MORE) return new Block(source, offset, next, this.#reader.scanner.tape.lineCount);
      unread.gather();
    }
  }

  /**
   * Has the lines of an edit be read, where some of them are: gives its range, which they now have in the blocks. An edit
   * of what is not read yet is made there, without reading it: undefined.
   */
  take(file: SourceFile, { range, text }: TextEdit): Range | undefined {
    const { start } = range;
    let { end } = range;
    for (; file.pending; this.loadBlock(file)) {
      const line = file.document.firstLineOf(file.document.blocks.length);
      if (end.line < line) break;
      if (start.line > line && line > 0) {
        file.pending.edit({ range: { start: below(start, line), end: below(end, line) }, text });
        return undefined;
      }
      if (start.line > line || end.line <= line + FEW_LINES) continue;
      // Something stays, so that what is left joins no carriage return above to a line feed below.
      file.pending.edit({ range: { start: { line: 1, character: 0 }, end: below(end, line) }, text: ' ' });
      end = { line: line + 1, character: 1 };
    }
    return { start, end };
  }
}

function below({ line, character }: Position, lines: number): Position {
  return { line: line - lines, character };
}
