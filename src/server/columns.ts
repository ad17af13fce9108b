import type { InitializeParams } from 'vscode-languageserver';

/** The unit that characters of a line are counted in: bytes, UTF-16 units, code points. */
export type Unit = 'utf-8' | 'utf-16' | 'utf-32';

const UNITS: readonly Unit[] = ['utf-8', 'utf-16', 'utf-32'];

/** The unit that a client would like best, of those that it can do; UTF-16 where it does not say. */
export function unitOf({ general }: InitializeParams['capabilities']): Unit {
  const wanted: unknown = general?.positionEncodings;
  if (!Array.isArray(wanted)) return 'utf-16';
  return UNITS.find((unit) => unit === wanted.find((one) => UNITS.includes(one))) ?? 'utf-16';
}

/**
 * One line in UTF-16 and in another unit. Who asks for one place mostly asks for a later one next: it goes on from there.
 *
 * Invariant: `#inner` and `#outer` are the same place, before a whole character.
 */
export class Columns {
  readonly #line: string;
  readonly #unit: Unit;
  #inner = 0;
  #outer = 0;

  constructor(line: string, unit: Unit) {
    this.#line = line;
    this.#unit = unit;
  }

  /** A place that is told in UTF-16, in the other unit; inside a character its end: what is marked there is the character. */
  outward(character: number): number {
    if (character < this.#inner) this.#inner = this.#outer = 0;
    for (let step = this.#step(); step; step = this.#step()) {
      if (this.#inner >= character) return this.#outer;
      this.#take(step);
    }
    return this.#outer + Math.max(0, character - this.#inner);
  }

  /** A place that is told in the other unit, in UTF-16; inside a character its beginning. */
  inward(character: number): number {
    if (character < this.#outer) this.#inner = this.#outer = 0;
    for (let step = this.#step(); step; step = this.#step()) {
      if (this.#outer + step.outer > character) return this.#inner;
      this.#take(step);
    }
    // Behind the line's end there is nothing to be measured: it stays as far behind it.
    return this.#inner + character - this.#outer;
  }

  /** How much room the next character takes; undefined at the end. */
  #step(): Step | undefined {
    const code = this.#line.codePointAt(this.#inner);
    if (code === undefined) return undefined;
    const inner = code > 0xffff ? 2 : 1;
    if (this.#unit !== 'utf-8') return { inner, outer: this.#unit === 'utf-16' ? inner : 1 };
    // A surrogate without its other half is sent as a character that takes three bytes.
    return { inner, outer: code < 0x80 ? 1 : code < 0x800 ? 2 : inner + 2 };
  }

  #take({ inner, outer }: Step): void {
    this.#inner += inner;
    this.#outer += outer;
  }
}

interface Step {
  readonly inner: number;
  readonly outer: number;
}
