import type { Block } from '../text/block.ts';
import type { BlockDocument } from '../text/document.ts';
import { areSameCodes, type SourceText } from '../text/source.ts';

/** A stretch of blocks that differ, and the offsets of a past text in the place of which they stand. */
export interface Region {
  readonly first: number;
  /** The index behind them. */
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

const BLOCKS_PER_SLICE = 64;
/** A block that no longer stands where it did is looked for so many units further on. */
const LOOKED_AT = 32 * 1024;
/** After so many blocks that were not found none is looked for. */
const MOST_LOOKED_FOR = 16;

/**
 * Which blocks of documents stand in a past text. Where a block stands is kept, so that after an edit only what was edited
 * is compared again; blocks that were cut from that text itself are not compared at all.
 */
export class SharedBlocks {
  readonly #text: SourceText;
  readonly #offsets = new WeakMap<Block, number>();
  /** The blocks that were looked at last, and where they stand. */
  #last: readonly Block[] = [];
  #lastOffsets: readonly (number | undefined)[] = [];

  constructor(text: SourceText) {
    this.#text = text;
  }

  /**
   * What differs, with the one block behind that does not: it has the rows that take something from those above. None
   * where the texts are the same. Each `yield` is a place to stop.
   */
  *regions({ blocks }: BlockDocument): Generator<void, readonly Region[]> {
    const regions: Region[] = [];
    const now = [...blocks];
    const offsets = this.#knownOffsets(now);
    const { length } = this.#text.codes;
    let at = 0;
    let open: { readonly first: number; readonly from: number } | undefined;
    let isBehind = false;
    for (let index = 0; index < now.length; index++) {
      if (index % BLOCKS_PER_SLICE === BLOCKS_PER_SLICE - 1) yield;
      const block = now[index] as Block;
      let offset = offsets[index];
      if (offset === undefined || offset < at) {
        const mayMove = open !== undefined && !isBehind && index - open.first <= MOST_LOOKED_FOR;
        offset = this.#offsetOf(block, at, mayMove);
        offsets[index] = offset;
      }
      if (open && isBehind && offset === at) {
        regions.push({ ...open, end: index, to: at });
        open = undefined;
      }
      if (offset !== at) open ??= { first: index, from: at };
      isBehind = offset !== undefined;
      if (offset !== undefined) at = offset + block.length;
    }
    this.#last = now;
    this.#lastOffsets = offsets;
    if (!open && at < length) open = { first: blocks.length, from: at };
    if (open) regions.push({ ...open, end: blocks.length, to: length });
    return regions;
  }

  /** What was known of the blocks that are still there, above and below what was edited. */
  #knownOffsets(now: readonly Block[]): (number | undefined)[] {
    const [last, known] = [this.#last, this.#lastOffsets];
    const offsets = new Array<number | undefined>(now.length).fill(undefined);
    let first = 0;
    for (; first < now.length && now[first] === last[first]; first++) offsets[first] = known[first];
    const shift = last.length - now.length;
    for (let index = now.length - 1; index >= first && now[index] === last[index + shift]; index--)
      offsets[index] = known[index + shift];
    return offsets;
  }

  /** Where a block stands at an offset, or behind it. */
  #offsetOf(block: Block, at: number, mayMove: boolean): number | undefined {
    const known = this.#offsets.get(block) ?? cutFrom(block, this.#text);
    if (known !== undefined && known >= at) return known;
    const { codes, text } = this.#text;
    const wanted = block.codes;
    const end = mayMove ? Math.min(at + LOOKED_AT, codes.length - wanted.length) : at;
    for (let offset = at; offset <= end; offset++) {
      if (codes[offset] !== wanted[0] || codes[offset + 1] !== wanted[1] || codes[offset + 2] !== wanted[2]) continue;
      if (!areSameCodes(wanted, codes.subarray(offset, offset + wanted.length))) continue;
      if (text !== undefined && !text.startsWith(block.text, offset)) continue;
      this.#offsets.set(block, offset);
      return offset;
    }
    return undefined;
  }
}

/** The offset of a block in the text that it was cut from, where that is this one. */
function cutFrom(block: Block, { codes }: SourceText): number | undefined {
  if (!block.isAscii || block.codes.buffer !== codes.buffer) return undefined;
  const offset = block.codes.byteOffset - codes.byteOffset;
  return offset + block.length <= codes.length ? offset : undefined;
}
