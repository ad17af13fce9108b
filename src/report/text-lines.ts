import { countWhile } from '../text/bisect.ts';
import type { Position, Range } from '../text/block.ts';

/** The lines of a text that is held as a whole, found once for many places in it. */
export class TextLines {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (const match of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(match.index + match[0].length);
  }

  /** The line and column of an offset; one outside the text counts as its nearest end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    const line = countWhile(this.#starts.length, (index) => (this.#starts[index] as number) <= at) - 1;
    return { line, character: at - (this.#starts[line] as number) };
  }

  /** The range of a stretch of the text. */
  range(span: { readonly start: number; readonly end: number }): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }
}

/** The range of one stretch of a short text; for many of them `TextLines` is made once. */
export function rangeIn(text: string, span: { readonly start: number; readonly end: number }): Range {
  return new TextLines(text).range(span);
}
