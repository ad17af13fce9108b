import { lineEnd, type Position } from './block.ts';
import type { TextEdit } from './document.ts';
import { asciiText, joinedSource, partOfSource, type SourceText, sourceOfText } from './source.ts';

/** So many codes more are looked at where a record goes on beyond those at hand, the next time twice as many. */
const MORE_CODES = 4096;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** Some whole lines of a text: those of a source from an offset on. */
interface Stretch {
  readonly source: SourceText;
  readonly offset: number;
  /** Line ends in it; undefined where nobody has counted them. */
  readonly lines: number | undefined;
}

/**
 * The rest of a text, which is still to be cut into blocks. It takes edits without being cut: the lines that one touches
 * become a stretch of their own.
 *
 * Invariant: the stretches joined are the rest. None but an only one is empty, each but the last ends with a line end, and
 * no CRLF is cut in two.
 */
export class UnreadText {
  readonly #stretches: Stretch[];

  constructor(source: SourceText) {
    this.#stretches = [{ source, offset: 0, lines: undefined }];
  }

  /** What the next block is cut from: a source from an offset on. */
  get next(): { readonly source: SourceText; readonly offset: number } {
    return this.#stretches[0] as Stretch;
  }

  /** Whether nothing follows that. */
  get isLast(): boolean {
    return this.#stretches.length < 2;
  }

  get length(): number {
    return this.#stretches.reduce((sum, { source, offset }) => sum + source.codes.length - offset, 0);
  }

  /** At the cost of a copy. */
  get source(): SourceText {
    const [first, ...others] = this.#stretches.map(restOf);
    return joinedSource([first as SourceText, ...others]);
  }

  get isAscii(): boolean {
    return this.#stretches.every(({ source }) => source.text === undefined);
  }

  /** Takes away what has become a block; false where nothing is left. */
  advance({ length, lineCount }: { readonly length: number; readonly lineCount: number }): boolean {
    const { source, offset, lines } = this.#stretches[0] as Stretch;
    if (offset + length < source.codes.length)
      this.#stretches[0] = { source, offset: offset + length, lines: lines === undefined ? lines : lines - lineCount };
    else this.#stretches.shift();
    return this.#stretches.length > 0;
  }

  /** Puts more to what the next block is cut from. */
  gather(): void {
    const [first, second] = this.#stretches as [Stretch, Stretch];
    const { source, offset } = second;
    const wanted = offset + Math.max(MORE_CODES, first.source.codes.length - first.offset);
    const end = lineEnd(source.codes, Math.min(wanted, source.codes.length)).next;
    const [taken, ...left] = cut(second, end, lineEnds(source.codes, offset, end));
    this.#stretches.splice(0, 2, joined(first, taken), ...left);
  }

  /** Changes the rest; lines are counted from its first one, in which no change begins. */
  edit({ range, text }: TextEdit): void {
    const [start, end] = [this.#inside(range.start), this.#inside(range.end)];
    // With the line above, so that no CRLF comes to be cut in two.
    const above = this.#stretchAt(Math.max(start.line - 1, 0));
    const from = this.#stretchAt(start.line);
    const to = this.#stretchAt(end.line);
    const behind = this.#stretchAt(end.line + 1);
    const kept = this.#stretches.slice(above, from).map(textOf).join('');
    const head = this.#lineAt(from, (codes, offset) => [offset, placeIn(codes, offset, start.character)]);
    const tail = this.#lineAt(to, (codes, offset) => [placeIn(codes, offset, end.character), codes.length]);
    const source = sourceOfText(kept + head + text + tail, this.next.source.encoding, false);
    const lines = lineEnds(source.codes, 0, source.codes.length);
    this.#stretches.splice(above, behind - above, { source, offset: 0, lines });
  }

  #lineAt(index: number, part: (codes: Uint8Array, offset: number) => [start: number, end: number]): string {
    const stretch = this.#stretches[index];
    if (!stretch) return '';
    const [start, end] = part(stretch.source.codes, stretch.offset);
    return sliced(stretch.source, start, end);
  }

  /** A position, or the end where it is beyond that. */
  #inside(position: Position): Position {
    if (this.#stretchAt(position.line) < this.#stretches.length) return position;
    const last = this.#stretches.reduce((sum, { lines = 0 }) => sum + lines, 0);
    return position.line > last ? { line: last, character: Number.MAX_SAFE_INTEGER } : position;
  }

  /** Has a stretch begin with a line; gives its index, that behind all where there is no such line. */
  #stretchAt(line: number): number {
    let left = line;
    for (let index = 0; index < this.#stretches.length; index++) {
      if (left === 0) return index;
      const stretch = this.#stretches[index] as Stretch;
      const { source, offset, lines } = stretch;
      const isLast = index === this.#stretches.length - 1;
      if (lines !== undefined && (left > lines || (left === lines && !isLast))) {
        left -= lines;
        continue;
      }
      const found = lineFrom(source.codes, offset, left);
      const passed = left - found.left;
      if (found.left === 0 && found.offset < source.codes.length) {
        this.#stretches.splice(index, 1, ...cut(stretch, found.offset, passed));
        return index + 1;
      }
      this.#stretches[index] = { source, offset, lines: passed };
      left = found.left;
    }
    return this.#stretches.length;
  }
}

/** A stretch up to an offset, with so many line ends in it, and what is left of it. */
function cut({ source, offset, lines }: Stretch, at: number, linesBefore: number): [Stretch, ...Stretch[]] {
  const first = { source: partOfSource(source, 0, at), offset, lines: linesBefore };
  if (at >= source.codes.length) return [first];
  return [first, { source, offset: at, lines: lines === undefined ? undefined : lines - linesBefore }];
}

function joined(first: Stretch, second: Stretch): Stretch {
  const [one, other] = [restOf(first), restOf(second)];
  const isCounted = first.lines !== undefined && second.lines !== undefined;
  const lines = isCounted ? first.lines + second.lines : undefined;
  return { source: joinedSource([one, other]), offset: 0, lines };
}

function restOf({ source, offset }: Stretch): SourceText {
  return partOfSource(source, offset);
}

function textOf({ source, offset }: Stretch): string {
  return sliced(source, offset, source.codes.length);
}

function sliced({ codes, text }: SourceText, start: number, end: number): string {
  return text?.slice(start, end) ?? asciiText(codes, start, end);
}

/** The offset of a character in the line that begins at an offset; beyond the line's end its end. */
function placeIn(codes: Uint8Array, offset: number, character: number): number {
  return Math.min(offset + character, lineEnd(codes, offset).end);
}

/** Where the line begins that is so many lines below the one at an offset; where there are fewer, how many are left. */
function lineFrom(codes: Uint8Array, from: number, line: number): { offset: number; left: number } {
  let offset = from;
  let left = line;
  // Of a million lines each is one search; a carriage return alone ends lines too, and hardly any text has one.
  for (let feed = 0; left > 0 && feed >= 0; ) {
    feed = codes.indexOf(LINE_FEED, offset);
    offset = feed < 0 ? codes.length : feed + 1;
    if (feed >= 0) left--;
  }
  const carriageReturn = codes.indexOf(CARRIAGE_RETURN, from);
  if (carriageReturn < 0 || carriageReturn >= offset) return { offset, left };
  offset = from;
  left = line;
  while (left > 0 && offset < codes.length) {
    const { end, next } = lineEnd(codes, offset);
    if (next > end) left--;
    offset = next;
  }
  return { offset, left };
}

function lineEnds(codes: Uint8Array, from: number, to: number): number {
  return MOST_LINES - lineFrom(codes.subarray(0, to), from, MOST_LINES).left;
}

const MOST_LINES = Number.MAX_SAFE_INTEGER;
