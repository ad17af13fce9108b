import { asciiText, BYTE_ORDER_MARK, type SourceText, sourceOfText } from './source.ts';

/**
 * Some whole lines of a file. Only the last block of a file may lack a final line end.
 *
 * Invariant: exactly one of codes and text is kept: codes where all is ASCII, text elsewhere.
 */
export class Block {
  readonly #codes: Uint8Array | undefined;
  readonly #text: string | undefined;
  /** Whether a byte order mark begins the block. */
  readonly #isStart: boolean;
  readonly length: number;
  /** Line ends in the block. */
  readonly lineCount: number;
  /** False where it is known that no comment is in the block. */
  readonly mayHaveComments: boolean;
  /** Whether it is known that all rows are plain ones (`PlainRows`), and neither directives nor SOA records. */
  readonly isPlain: boolean;

  /** `plain` says of plain rows, where it is known that they are, whether comments are among them, and a `$TTL` line or an SOA record. */
  constructor(
    source: SourceText,
    start: number,
    end: number,
    lineCount: number,
    plain?: { readonly hasComments: boolean; readonly hasHead: boolean },
  ) {
    this.mayHaveComments = plain?.hasComments ?? true;
    this.isPlain = plain?.hasHead === false;
    this.length = end - start;
    this.lineCount = lineCount;
    if (source.text === undefined) this.#codes = source.codes.subarray(start, end);
    else this.#text = source.text.slice(start, end);
    this.#isStart = source.codes[start] === BYTE_ORDER_MARK;
  }

  get text(): string {
    return this.#text ?? asciiText(this.#codes ?? new Uint8Array(0));
  }

  get codes(): Uint8Array {
    return this.#codes ?? sourceOfText(this.#text ?? '', 'utf8', this.#isStart).codes;
  }

  /** False where a character beyond ASCII stands in the block. */
  get isAscii(): boolean {
    return this.#codes !== undefined;
  }

  slice(start: number, end: number): string {
    return this.#codes ? asciiText(this.#codes, start, end) : (this.#text ?? '').slice(start, end);
  }
}

/** A place in a text: zero-based, the character in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Below 0 where `a` comes before `b`, 0 where they are the same. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** A stretch of a text, from `start` up to but without `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The offset of the line that follows the one at `from` as the `line`th; by default counted from the block's first. */
export function lineOffset(codes: Uint8Array, line: number, from = 0): number {
  let offset = from;
  for (let left = line; left > 0 && offset < codes.length; left--) offset = lineEnd(codes, offset).next;
  return offset;
}

/** Where the line that holds `offset` ends, before its line end and after it. LF, CRLF and a lone CR end lines. */
export function lineEnd(codes: Uint8Array, offset: number): { end: number; next: number } {
  let end = offset;
  while (end < codes.length && codes[end] !== 10 && codes[end] !== 13) end++;
  const next = codes[end] === 13 && codes[end + 1] === 10 ? end + 2 : Math.min(end + 1, codes.length);
  return { end, next };
}
