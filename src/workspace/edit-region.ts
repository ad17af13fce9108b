import type { Tape } from '../syntax/tape.ts';
import type { Block } from '../text/block.ts';
import type { BlockDocument, Place } from '../text/document.ts';
import { areSameCodes, asciiText, type SourceText } from '../text/source.ts';

const FEW_LINES = 32;

/** The blocks that an edit touches, with their text before and behind it. */
export interface EditRegion {
  readonly first: number;
  readonly last: number;
  readonly head: string;
  readonly tail: string;
}

/** The blocks from `start` to `end`; with a neighbour where one of them is short, as many lines are typed, or a CRLF may be cut. */
export function regionAround(document: BlockDocument, start: Place, end: Place): EditRegion {
  const { blocks } = document;
  let first = Math.min(start.blockIndex, Math.max(blocks.length - 1, 0));
  let last = Math.max(end.blockIndex, first);
  let head = blocks[first]?.slice(0, start.offset) ?? '';
  const lastBlock = blocks[last];
  let tail = lastBlock?.slice(end.offset, lastBlock.length) ?? '';
  const before = blocks[first - 1];
  if (before && start.offset === 0 && before.slice(before.length - 1, before.length) === '\r') {
    head = before.text + head;
    first--;
  }
  const after = blocks[last + 1];
  if (after && Math.min(lastBlock?.lineCount ?? 0, after.lineCount) < FEW_LINES) {
    tail += after.text;
    last++;
  }
  return { first, last, head, tail };
}

/** A text in the place of another. */
interface Replacement {
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
}

/** All of another text of a document, in the place of all that it has. */
export function allOf({ blocks }: BlockDocument, { text, codes }: SourceText): Replacement {
  const start = { blockIndex: 0, offset: 0 };
  return { start, end: endOf(blocks), text: text ?? asciiText(codes) };
}

function endOf(blocks: readonly Block[]): Place {
  return { blockIndex: blocks.length - 1, offset: blocks.at(-1)?.length ?? 0 };
}

/** What differs between a document and another text of it: one edit; undefined where they are equal. */
export function differingPart(document: BlockDocument, source: SourceText): Replacement | undefined {
  const { text, codes } = source;
  const { blocks } = document;
  const stands = (block: Block, at: number): boolean =>
    text?.startsWith(block.text, at) ?? areSameCodes(block.codes, codes.subarray(at, at + block.length));
  let first = 0;
  let from = 0;
  for (; first < blocks.length; first++) {
    const block = blocks[first] as Block;
    if (!stands(block, from)) break;
    from += block.length;
  }
  let last = blocks.length - 1;
  let to = codes.length;
  for (; last > first; last--) {
    const block = blocks[last] as Block;
    if (to - block.length < from || !stands(block, to - block.length)) break;
    to -= block.length;
  }
  if (first === blocks.length) {
    if (from === codes.length) return undefined;
    const end = endOf(blocks);
    return { start: end, end, text: text?.slice(from) ?? asciiText(codes, from) };
  }
  // Within the blocks left, trim equal characters too, so that unchanged rows are known as such.
  const old = blocks
    .slice(first, last + 1)
    .map((block) => block.text)
    .join('');
  const now = text?.slice(from, to) ?? asciiText(codes, from, to);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  return {
    start: placeIn(blocks, first, head),
    end: placeIn(blocks, first, old.length - tail),
    text: now.slice(head, now.length - tail),
  };
}

function placeIn(blocks: readonly Block[], first: number, offset: number): Place {
  let blockIndex = first;
  let left = offset;
  while (blockIndex < blocks.length - 1 && left > (blocks[blockIndex]?.length ?? 0)) {
    left -= blocks[blockIndex]?.length ?? 0;
    blockIndex++;
  }
  return { blockIndex, offset: left };
}

/** Where the rows of some neighbouring blocks begin and end, counted from the first block's start. */
export class RegionRows {
  /** The number of rows before each block; one more item than blocks. */
  readonly base: number[] = [0];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #length = 0;

  constructor(blocks: readonly Block[], scanBlock: (block: Block) => { tape: Tape }) {
    for (const block of blocks) {
      const { tape } = scanBlock(block);
      for (let row = 0; row < tape.rowCount; row++) {
        this.#starts.push(this.#length + (tape.tokenStart[tape.rowToken[row] as number] as number));
        this.#ends.push(this.#length + (tape.rowEnd[row] as number));
      }
      this.base.push(this.#starts.length);
      this.#length += block.length;
    }
  }

  /**
   * For each row its row in the text `after` an edit that kept `prefix` characters before it and `suffix` behind it;
   * -1 for the rows that the edit may have changed.
   */
  matching(after: RegionRows, prefix: number, suffix: number): Int32Array {
    const count = this.#starts.length;
    const rows = new Int32Array(count).fill(-1);
    let head = 0;
    for (; head < count && (this.#ends[head] as number) < prefix; head++) {
      if (this.#starts[head] !== after.#starts[head] || this.#ends[head] !== after.#ends[head]) break;
      rows[head] = head;
    }
    const shift = after.#length - this.#length;
    const added = after.#starts.length - count;
    for (let row = count - 1; row >= head; row--) {
      const start = this.#starts[row] as number;
      if (start <= this.#length - suffix || after.#starts[row + added] !== start + shift) break;
      if (after.#ends[row + added] !== (this.#ends[row] as number) + shift || row + added < head) break;
      rows[row] = row + added;
    }
    return rows;
  }
}
