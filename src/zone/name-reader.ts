import { isNameFault, type NameFault, parseName } from '../dns/name.ts';
import { type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { NameTrail } from '../dns/name-trail.ts';
import type { Encoding } from '../text/source.ts';

const MEMO_SIZE = 255;

/** Bytes of a name's end, and the name that they stood for. */
class Memo {
  readonly bytes = new Uint8Array(MEMO_SIZE);
  length = 0;
  origin: NameId = NO_NAME;
  name: NameId = NO_NAME;
  /** The names that ended so. */
  readonly trail = new NameTrail();

  holds(codes: Uint8Array, from: number, length: number, origin: NameId): boolean {
    if (length !== this.length || origin !== this.origin) return false;
    const { bytes } = this;
    for (let i = length - 1; i >= 0; i--) if (bytes[i] !== codes[from + i]) return false;
    return true;
  }

  keep(codes: Uint8Array, from: number, length: number, origin: NameId, name: NameId): void {
    if (length > MEMO_SIZE) return;
    for (let i = 0; i < length; i++) this.bytes[i] = codes[from + i] as number;
    this.length = length;
    this.origin = origin;
    this.name = name;
  }
}

/**
 * Reads names from codes into the table. The text behind the first label is most often the one of the name read
 * before, so that is remembered, for relative and for absolute names: then a name costs one look-up.
 *
 * Invariant: a memo's bytes, with its origin where they are relative, stand for the memo's name.
 */
export class NameReader {
  readonly #names: NameTable;
  readonly #relative = new Memo();
  readonly #absolute = new Memo();
  readonly #starts = new Int32Array(130);

  constructor(names: NameTable) {
    this.#names = names;
  }

  /**
   * The name that `codes[start..end)` spells under `origin`; -1 where it is none. Without escapes and characters beyond
   * ASCII, which `readText` is for.
   */
  read(codes: Uint8Array, start: number, end: number, origin: NameId): NameId {
    let dot = start;
    while (dot < end && codes[dot] !== 46) dot++;
    return this.readSplit(codes, start, dot, end, origin, false);
  }

  /**
   * The same where the first dot is known (the end, where there is none). `isEndKnown` says that the name read before
   * under this origin had a dot, and is the same from there on.
   */
  readSplit(codes: Uint8Array, start: number, dot: number, end: number, origin: NameId, isEndKnown: boolean): NameId {
    if (dot === end) {
      if (end - start === 1 && codes[start] === 64) return origin;
      if (end - start > 63 || end === start) return NO_NAME;
      return this.#names.childAlong(this.#relative.trail, origin, codes, start, end);
    }
    if (dot === start) return end - start === 1 ? ROOT : NO_NAME;
    if (dot - start > 63) return NO_NAME;
    const restLength = end - dot - 1;
    const absolute = codes[end - 1] === 46;
    const memo = absolute ? this.#absolute : this.#relative;
    const memoOrigin = absolute ? ROOT : origin;
    if (!isEndKnown && !memo.holds(codes, dot + 1, restLength, memoOrigin)) {
      const rest = restLength === 0 ? ROOT : this.#readLabels(codes, dot + 1, end, absolute, origin);
      if (rest < 0) return NO_NAME;
      memo.keep(codes, dot + 1, restLength, memoOrigin, rest);
    }
    return this.#names.childAlong(memo.trail, memo.name, codes, start, dot);
  }

  /** The same for any text of a name; says what is wrong with it where it is none. */
  readText(text: string, origin: NameId, encoding: Encoding): NameId | NameFault {
    const name = parseName(text, encoding);
    if (isNameFault(name)) return name;
    let node: NameId = name.absolute ? ROOT : origin;
    for (let i = name.labels.length - 1; i >= 0; i--) {
      node = this.#names.childText(node, name.labels[i] ?? '');
      if (node < 0) return { error: 'name-length', offset: 0, length: text.length };
    }
    return node;
  }

  #readLabels(codes: Uint8Array, start: number, end: number, absolute: boolean, origin: NameId): NameId {
    const starts = this.#starts;
    const stop = absolute ? end - 1 : end;
    let count = 0;
    let labelStart = start;
    starts[count++] = start;
    for (let i = start; i <= stop; i++) {
      if (i < stop && codes[i] !== 46) continue;
      if (i === labelStart || i - labelStart > 63 || count > 128) return NO_NAME;
      labelStart = i + 1;
      starts[count++] = labelStart;
    }
    let node: NameId = absolute ? ROOT : origin;
    for (let i = count - 2; i >= 0 && node >= 0; i--) {
      node = this.#names.child(node, codes, starts[i] as number, (starts[i + 1] as number) - 1);
    }
    return node;
  }
}
