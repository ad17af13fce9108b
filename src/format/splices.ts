import { type SourceText, sourceOfText } from '../text/source.ts';
import { grown } from '../text/typed-array.ts';
import type { FormatRow, Line } from './row.ts';

/** What stands from `start` to `end` of a text is to be replaced. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Splices in the order of their text, as numbers: millions of objects would be looked through again and again as garbage. */
export class SpliceList implements Iterable<Splice> {
  length = 0;
  /** By how much a text becomes longer. */
  growth = 0;
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #texts = new Int32Array(64);
  /** Most texts are one of few. */
  readonly #textOf: string[] = [];
  readonly #numberOf = new Map<string, number>();

  push({ start, end, text }: Splice): void {
    const i = this.length++;
    if (i === this.#starts.length) {
      this.#starts = grown(this.#starts, i * 2);
      this.#ends = grown(this.#ends, i * 2);
      this.#texts = grown(this.#texts, i * 2);
    }
    let number = this.#numberOf.get(text);
    if (number === undefined) {
      number = this.#textOf.push(text) - 1;
      this.#numberOf.set(text, number);
    }
    this.#starts[i] = start;
    this.#ends[i] = end;
    this.#texts[i] = number;
    this.growth += text.length - (end - start);
  }

  *[Symbol.iterator](): Generator<Splice, void> {
    for (let i = 0; i < this.length; i++) {
      const text = this.#textOf[this.#texts[i] as number] as string;
      yield { start: this.#starts[i] as number, end: this.#ends[i] as number, text };
    }
  }
}

/** Collects what is to be replaced in a text, from its beginning on; what would stay the same is left out. */
export class Splices {
  readonly all = new SpliceList();
  readonly #codes: Uint8Array;
  readonly #lineEnd: string;

  constructor(codes: Uint8Array) {
    this.#codes = codes;
    const at = codes.findIndex((code) => code === 10 || code === 13);
    this.#lineEnd = codes[at] !== 13 ? '\n' : codes[at + 1] === 10 ? '\r\n' : '\r';
  }

  put(start: number, end: number, text: string): void {
    if (text.length !== end - start || !this.#stands(start, text)) this.all.push({ start, end, text });
  }

  /** Puts the lines of a record as they were laid out. */
  putRow({ lines }: FormatRow): void {
    let from = lines[0]?.start ?? 0;
    let pending = '';
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as Line;
      if (i > 0 && !line.isNew) from = line.start;
      if (line.isNew) pending += this.#lineEnd;
      for (const { start, end, gap, text } of line.pieces) {
        pending += gap ?? this.#written(from, start);
        if (start === end) {
          pending += text ?? '';
          continue;
        }
        this.put(from, start, pending);
        if (text !== undefined) this.put(start, end, text);
        pending = '';
        from = end;
      }
      if (lines[i + 1]?.isNew) continue;
      const { comment, commentGap, end } = line;
      if (comment < 0) this.put(from, end, pending);
      else this.put(from, comment, pending + (commentGap ?? this.#written(from, comment)));
      pending = '';
    }
  }

  /** Blanks as they stand in the text. */
  #written(start: number, end: number): string {
    let text = '';
    for (let i = start; i < end; i++) text += this.#codes[i] === 9 ? '\t' : ' ';
    return text;
  }

  #stands(start: number, text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.#codes[start + i] !== text.charCodeAt(i)) return false;
    return true;
  }
}

/** A text with stretches of it replaced. */
export function spliced(source: SourceText, splices: SpliceList): SourceText {
  return source.text === undefined
    ? { ...source, codes: splicedCodes(source.codes, splices) }
    : sourceOfText(splicedText(source.text, splices), source.encoding);
}

function splicedText(whole: string, splices: SpliceList): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text } of splices) {
    parts.push(whole.slice(from, start), text);
    from = end;
  }
  parts.push(whole.slice(from));
  return parts.join('');
}

function splicedCodes(codes: Uint8Array, splices: SpliceList): Uint8Array {
  const result = new Uint8Array(codes.length + splices.growth);
  let from = 0;
  let at = 0;
  for (const { start, end, text } of splices) {
    result.set(codes.subarray(from, start), at);
    at += start - from;
    for (let i = 0; i < text.length; i++) result[at++] = text.charCodeAt(i);
    from = end;
  }
  result.set(codes.subarray(from), at);
  return result;
}
