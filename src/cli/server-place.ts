import { Header, TYPE_NS } from '../syntax/header.ts';
import { Tape } from '../syntax/tape.ts';
import type { Fault } from '../syntax/token.ts';
import type { InstanceBlock } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';

/** Of these BIND names the line they are on: they show while the word is read. */
const WHERE_THEY_ARE = new Set(['syntax-base64', 'syntax-hex', 'syntax-parenthesis']);

/** A fault as BIND reports it. */
export interface ServerFault {
  readonly fault: Fault;
  /** Where in the block. */
  readonly offset: number;
}

/** Finds what BIND reports of a block's faults, and where. One is used for all blocks of a zone. */
export class ServerPlaces {
  readonly #store: Store;
  readonly #tape = new Tape();
  readonly #header = new Header();
  #codes: Uint8Array = new Uint8Array(0);

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * The faults that BIND reports, with their places. Where a line ends too early BIND passes over the next one too, so
   * that nothing is said of that.
   */
  reported(block: InstanceBlock, faults: readonly Fault[]): ServerFault[] {
    if (faults.length === 0) return [];
    this.#read(block);
    const reported: ServerFault[] = [];
    let passedOver = -1;
    for (const fault of [...faults].sort((a, b) => a.start - b.start)) {
      const row = this.#rowOf(fault.start);
      if (row >= 0 && row === passedOver && !this.#hasLineEnd(this.#tape.rowEnd[row] as number, fault.start)) continue;
      reported.push({ fault, offset: this.#offsetOf(row, fault) });
      if (row >= 0 && this.#endsTooEarly(row, fault)) passedOver = this.#rowBehind(row);
    }
    return reported;
  }

  /**
   * In a record over several lines BIND's place is the end of the word before the wrong one; for what is wrong with its
   * first words and with the record as a whole it is the record's beginning.
   */
  #offsetOf(row: number, { rule, start: at }: Fault): number {
    if (row < 0 || WHERE_THEY_ARE.has(rule)) return at;
    const tape = this.#tape;
    const end = tape.rowToken[row + 1] as number;
    const first = tape.rowToken[row] as number;
    const start = tape.tokenStart[first] as number;
    if (!this.#hasLineEnd(start, Math.max(at, start))) return at;
    this.#header.read(tape, row, this.#codes);
    let token = first;
    while (token < end && (tape.tokenEnd[token] as number) <= at) token++;
    if (this.#header.problem !== 'none' || token < this.#header.rdata) return start;
    if (rule === 'syntax-quote' && this.#isOpenString(token)) return at;
    const before = tape.tokenEnd[token - 1] as number;
    return this.#hasLineEnd(before, at) ? before : at;
  }

  /** A record without type, an NS without name, a directive without its argument. */
  #endsTooEarly(row: number, { rule }: Fault): boolean {
    if (rule !== 'syntax-field-missing' && rule !== 'syntax-comment' && rule !== 'syntax-generate') return false;
    const tape = this.#tape;
    if (this.#codes[tape.tokenStart[tape.rowToken[row] as number] as number] === 36) return tape.width(row) < 5;
    this.#header.read(tape, row, this.#codes);
    const { problem, type, rdata } = this.#header;
    if (problem === 'none') return type === TYPE_NS && rdata === tape.rowToken[row + 1];
    return problem === 'nothing-after-owner' || problem === 'type-missing';
  }

  /** The row that begins in the line behind a row; -1 where that line is empty. */
  #rowBehind(row: number): number {
    const tape = this.#tape;
    if (row + 1 >= tape.rowCount) return -1;
    const start = tape.tokenStart[tape.rowToken[row + 1] as number] as number;
    let lineEnds = 0;
    for (let at = tape.rowEnd[row] as number; at < start; at++) if (this.#codes[at] === 10) lineEnds++;
    return lineEnds === 1 ? row + 1 : -1;
  }

  #isOpenString(token: number): boolean {
    const start = this.#tape.tokenStart[token] as number;
    const last = (this.#tape.tokenEnd[token] as number) - 1;
    return this.#codes[start] === 34 && (last === start || this.#codes[last] !== 34);
  }

  #read(block: InstanceBlock): void {
    const text = block.instance.file.document.blocks[block.index];
    if (text) this.#codes = this.#store.scanBlock(text, this.#tape).codes;
    else this.#tape.reset();
  }

  #rowOf(offset: number): number {
    const tape = this.#tape;
    let row = tape.rowCount - 1;
    while (row >= 0 && (tape.tokenStart[tape.rowToken[row] as number] as number) > offset) row--;
    return row;
  }

  #hasLineEnd(from: number, to: number): boolean {
    return this.#codes.subarray(from, to).includes(10);
  }
}
