import { countWhile } from './bisect.ts';
import { type Block, lineEnd, lineOffset, type Position, type Range } from './block.ts';
import { finished } from './finished.ts';
import type { Encoding, SourceText } from './source.ts';
import { grown } from './typed-array.ts';

/** After so many blocks others have a turn. */
const BLOCKS_PER_SLICE = 64;

/** A place inside a document's blocks. */
export interface Place {
  readonly blockIndex: number;
  readonly offset: number;
}

/** A line of a block, counted from its first, and the offset at which it starts. */
interface Near {
  readonly block: Block;
  readonly codes: Uint8Array;
  line: number;
  start: number;
}

/** A change of a text: the range as it is before the change. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/**
 * The text of one file as an array of blocks.
 *
 * Invariant: the blocks joined are the text; no block but an only one is empty; a CRLF is never cut in two.
 */
export class BlockDocument {
  readonly blocks: Block[] = [];
  encoding: Encoding = 'utf8';
  #lineStarts = new Int32Array(64);
  /** Blocks whose first line is known. */
  #linesKnown = 1;
  /** The line of a block in which a position was found last: who asks for one mostly asks for the next one too. */
  #near: Near | undefined;

  /** Puts blocks in the place of `removeCount` blocks at `index`. */
  splice(index: number, removeCount: number, added: readonly Block[]): void {
    this.blocks.splice(index, removeCount, ...added);
    this.#linesKnown = Math.min(this.#linesKnown, index + 1);
  }

  append(block: Block): void {
    this.blocks.push(block);
  }

  get text(): string {
    return this.blocks.map((block) => block.text).join('');
  }

  /** The text as the scanner reads it, at the cost of a copy. */
  get source(): SourceText {
    return finished(this.sourceSteps(0, this.blocks.length));
  }

  /** The same of the blocks from `first` up to `end`; each `yield` is a place to stop. */
  *sourceSteps(first: number, end: number): Generator<void, SourceText> {
    const blocks = this.blocks.slice(first, end);
    const isAscii = blocks.every((block) => block.isAscii);
    const codes = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
    const texts: string[] = [];
    let at = 0;
    for (let count = 0; count < blocks.length; count += BLOCKS_PER_SLICE) {
      if (count > 0) yield;
      const slice = blocks.slice(count, count + BLOCKS_PER_SLICE);
      for (const block of slice) {
        codes.set(block.codes, at);
        at += block.length;
      }
      if (!isAscii) texts.push(slice.map((block) => block.text).join(''));
    }
    return { codes, text: isAscii ? undefined : texts.join(''), encoding: this.encoding };
  }

  get length(): number {
    return this.blocks.reduce((sum, block) => sum + block.length, 0);
  }

  /** Lines as editors count them: one more than line ends. */
  get lineCount(): number {
    return this.firstLineOf(this.blocks.length) + 1;
  }

  /** The number of the first line of a block, zero-based. */
  firstLineOf(blockIndex: number): number {
    const { blocks } = this;
    if (this.#lineStarts.length <= blocks.length) this.#lineStarts = grown(this.#lineStarts, blocks.length * 2 + 1);
    const starts = this.#lineStarts;
    for (; this.#linesKnown <= Math.min(blockIndex, blocks.length); this.#linesKnown++) {
      starts[this.#linesKnown] =
        (starts[this.#linesKnown - 1] as number) + (blocks[this.#linesKnown - 1] as Block).lineCount;
    }
    return starts[Math.min(blockIndex, blocks.length)] ?? 0;
  }

  /** The place of a position; beyond the line's end its end, beyond the text's end its end. */
  placeAt(position: Position): Place {
    const blockIndex = this.blockOfLine(position.line);
    const block = this.blocks[blockIndex];
    if (!block) return { blockIndex: 0, offset: 0 };
    const codes = block.codes;
    const start = lineOffset(codes, position.line - this.firstLineOf(blockIndex));
    const { end } = lineEnd(codes, start);
    return { blockIndex, offset: Math.min(start + position.character, end) };
  }

  /** The position of a place in a block. */
  positionAt(blockIndex: number, offset: number): Position {
    const block = this.blocks[blockIndex];
    const firstLine = this.firstLineOf(blockIndex);
    if (!block) return { line: firstLine, character: offset };
    const near = this.#nearIn(block);
    if (offset < near.start) near.line = near.start = 0;
    for (;;) {
      const { codes, start } = near;
      const line = firstLine + near.line;
      const { end, next } = lineEnd(codes, start);
      if (offset <= end || next >= codes.length) {
        if (offset >= next && next > end) return { line: line + 1, character: offset - next };
        return { line, character: offset - start };
      }
      if (offset < next) return { line, character: end - start };
      near.start = next;
      near.line++;
    }
  }

  /** The block that holds a line; the last one for lines beyond the end. */
  blockOfLine(line: number): number {
    return Math.max(countWhile(this.blocks.length, (index) => this.firstLineOf(index) <= line) - 1, 0);
  }

  /** The text of a line, without its line end. */
  lineText(line: number): string {
    const blockIndex = this.blockOfLine(line);
    const block = this.blocks[blockIndex];
    if (!block) return '';
    const near = this.#nearIn(block);
    const wanted = line - this.firstLineOf(blockIndex);
    if (wanted < near.line) near.line = near.start = 0;
    near.start = lineOffset(near.codes, wanted - near.line, near.start);
    near.line = wanted;
    const { start } = near;
    // Beyond the last line nobody counts.
    if (start >= near.codes.length) near.line = near.start = 0;
    return block.slice(start, lineEnd(near.codes, start).end);
  }

  #nearIn(block: Block): Near {
    if (this.#near?.block !== block) this.#near = { block, codes: block.codes, line: 0, start: 0 };
    return this.#near;
  }
}
