import type { Block } from '../text/block.ts';
import type { BlockDocument } from '../text/document.ts';
import type { Places, RowWords } from './place.ts';

/** A record or directive by its block, and its place in it. */
export interface RowAt {
  readonly blockIndex: number;
  readonly row: number;
}

/** What else than one row of a text is needed to look at it. */
export interface RowText {
  readonly document: BlockDocument;
  readonly places: Places;
}

/** The words of a row that is there. */
export function wordsAt({ document, places }: RowText, { blockIndex, row }: RowAt): RowWords {
  return places.rowWords(document.blocks[blockIndex] as Block, row);
}

/** The row before another one; undefined before the first one. */
export function rowBefore({ document, places }: RowText, { blockIndex, row }: RowAt): RowAt | undefined {
  if (row > 0) return { blockIndex, row: row - 1 };
  for (let index = blockIndex - 1; index >= 0; index--) {
    const count = places.rowCount(document.blocks[index] as Block);
    if (count > 0) return { blockIndex: index, row: count - 1 };
  }
  return undefined;
}

/** The row behind another one; undefined behind the last one. */
export function rowBehind({ document, places }: RowText, { blockIndex, row }: RowAt): RowAt | undefined {
  let next = row + 1;
  for (let index = blockIndex; index < document.blocks.length; index++) {
    if (next < places.rowCount(document.blocks[index] as Block)) return { blockIndex: index, row: next };
    next = 0;
  }
  return undefined;
}

/** Whether a row stands before another one of its text. */
export function isBefore(a: RowAt, b: RowAt): boolean {
  return a.blockIndex < b.blockIndex || (a.blockIndex === b.blockIndex && a.row < b.row);
}
