import { hasMailWord, hasNameServerWord, registrableLabels } from './form.ts';

/** The PTRs of one reverse zone in ascending order of their addresses, as their owner keeps them. */
export interface PointerSource {
  readonly count: number;
  /** A number that grows by one from an address to the next; the low 52 bits of an IPv6 address will do. */
  order(index: number): number;
  /** Writes the name's bytes in lower-case presentation form and returns how many they are; at most 1,024. */
  writeName(index: number, into: Uint8Array): number;
}

/** Pointers whose names differ by nothing but a number that counts with the address, or not at all. */
export interface Series {
  /** The name with the numbers that differ replaced by `#`. */
  readonly template: string;
  readonly count: number;
  /** The indices of the pointers, ascending. */
  readonly members: Uint32Array;
}

/**
 * The series among the PTRs of a zone: five and more that share a template, one number of which moves with the address
 * in at least 60 % of the steps; or four and more with the very same name. A gap wider than 256 addresses ends a series.
 * Names of mail systems and name servers make none. One pass, linear.
 */
export function seriesOf(source: PointerSource): Series[] {
  const scan = new Scan();
  const templates = new Templates(source.count);
  const runs = new Runs();
  const templateOf = new Int32Array(source.count);
  for (let i = 0; i < source.count; i++) {
    scan.read(source, i);
    const slot = templates.slotOf(scan.template);
    templateOf[i] = slot;
    const before = templates.stateAt(slot);
    if (before === NEW) {
      templates.meet(slot, i, scan.whole);
    } else if (before <= ONCE) {
      const first = ONCE - before;
      const run = runs.begin(slot, first, source.order(first), templates.wholeAt(slot));
      templates.open(slot, run);
      runs.add(run, i, source.order(i), scan);
    } else {
      runs.add(before, i, source.order(i), scan);
    }
  }
  return collect(source, runs.finish(), templateOf);
}

const LEAST_COUNTED = 5;
const LEAST_SAME = 4;
const SHARE = 0.6;
const GAP = 256;
/** How many numbers of a name are watched. */
const WATCHED = 6;

/** Gathers the members of the runs that are series; `templateOf` tells the template of each pointer. */
function collect(source: PointerSource, spans: readonly Span[], templateOf: Int32Array): Series[] {
  const open = new Map<number, Span[]>();
  for (const span of spans) open.set(span.template, [...(open.get(span.template) ?? []), span]);
  if (open.size === 0) return [];
  for (let i = 0; i < templateOf.length; i++) {
    const waiting = open.get(templateOf[i] ?? -1);
    const span = waiting?.[0];
    if (waiting === undefined || span === undefined || i < span.first) continue;
    span.members[span.filled++] = i;
    if (span.filled === span.members.length) waiting.shift();
  }
  const all: Series[] = [];
  for (const { members } of spans) {
    const template = seriesTemplate([0, 1, members.length - 1].map((at) => nameOf(source, members[at] ?? 0)));
    if (template !== undefined) all.push({ template, count: members.length, members });
  }
  return all;
}

function nameOf(source: PointerSource, index: number): string {
  const bytes = new Uint8Array(1024);
  return String.fromCharCode(...bytes.subarray(0, source.writeName(index, bytes)));
}

/**
 * The template of some names of one series, which differ in nothing but their numbers: the first with a `#` for each
 * number that is not the same in all. Undefined for names of mail systems and name servers, which make no series.
 */
export function seriesTemplate(names: readonly string[]): string | undefined {
  const [first = ''] = names;
  if (isExempt(first)) return undefined;
  const numbers = names.map((name) => name.match(/\d+/g) ?? []);
  let at = -1;
  return first.replace(/\d+/g, (number) => {
    at++;
    return numbers.every((others) => others[at] === number) ? number : '#';
  });
}

/** Names that count without being generic: mail farms and name servers. */
function isExempt(name: string): boolean {
  const labels = name.replace(/\.$/, '').split('.');
  return hasMailWord(labels, labels.length - registrableLabels(labels)) || hasNameServerWord(labels[0] ?? '');
}

/** What was read of one name: hashes of its template and of all of it, and its first numbers. */
class Scan {
  template = 0;
  whole = 0;
  numbers = 0;
  readonly values = new Float64Array(WATCHED);
  readonly #bytes = new Uint8Array(1024);

  read(source: PointerSource, index: number): void {
    const bytes = this.#bytes;
    const length = source.writeName(index, bytes);
    let template = 0x811c9dc5;
    let whole = 0x2545f491;
    let numbers = 0;
    let i = 0;
    while (i < length) {
      let byte = bytes[i] ?? 0;
      let digit = byte - 48;
      if (digit < 0 || digit > 9) {
        template = Math.imul(template ^ byte, 0x01000193);
        i++;
        continue;
      }
      let value = 0;
      while (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        whole = Math.imul(whole ^ byte, 0x01000193);
        i++;
        byte = i < length ? (bytes[i] ?? 0) : 0;
        digit = byte - 48;
      }
      template = Math.imul(template ^ 35, 0x01000193);
      whole = Math.imul(whole ^ i, 0x01000193);
      if (numbers < WATCHED) this.values[numbers++] = value;
    }
    this.template = template;
    this.whole = whole ^ template;
    this.numbers = numbers;
  }
}

/** The states of a template: not met, met once at pointer `ONCE - state`; from 0 on the number of its columns. */
const NEW = -1;
const ONCE = -2;

/** The templates by their hashes. Invariant: at most half of the slots are taken. */
class Templates {
  readonly #shift: number;
  readonly #hashes: Int32Array;
  readonly #states: Int32Array;
  readonly #wholes: Int32Array;

  constructor(names: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(names * 2 + 1)));
    this.#shift = 32 - bits;
    this.#hashes = new Int32Array(2 ** bits);
    this.#states = new Int32Array(2 ** bits).fill(NEW);
    this.#wholes = new Int32Array(2 ** bits);
  }

  /** The slot of a template, taken or to be taken. */
  slotOf(hash: number): number {
    const mask = this.#states.length - 1;
    let slot = Math.imul(hash, 0x9e3779b1) >>> this.#shift;
    while (this.#states[slot] !== NEW && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    this.#hashes[slot] = hash;
    return slot;
  }

  stateAt(slot: number): number {
    return this.#states[slot] ?? NEW;
  }

  wholeAt(slot: number): number {
    return this.#wholes[slot] ?? 0;
  }

  meet(slot: number, index: number, whole: number): void {
    this.#states[slot] = ONCE - index;
    this.#wholes[slot] = whole;
  }

  open(slot: number, run: number): void {
    this.#states[slot] = run;
  }
}

/** A run that is a series, and its members as far as they are gathered. */
interface Span {
  readonly template: number;
  readonly first: number;
  readonly members: Uint32Array;
  filled: number;
}

/**
 * The open run of each template that came twice: pointers without a gap between them, in columns. A run is closed once,
 * by the next one of its template or by `finish`.
 */
class Runs {
  #count = 0;
  /** By template: its slot, the first pointer, how many there are, and how many are named as the one before. */
  #columns = new Int32Array(COLUMNS * 64);
  #whole = new Int32Array(64);
  #order = new Float64Array(64);
  #values = new Float64Array(WATCHED * 64);
  /** For each number of the names, in how many steps it moved with the address. */
  #moves = new Int32Array(WATCHED * 64);
  readonly #spans: Span[] = [];

  /** Opens the columns of a template with its first pointer, whose numbers are not known any more. */
  begin(slot: number, index: number, order: number, whole: number): number {
    const run = this.#count++;
    if (run === this.#whole.length) this.#grow();
    this.#columns[run * COLUMNS + SLOT] = slot;
    this.#restart(run, index);
    this.#order[run] = order;
    this.#whole[run] = whole;
    this.#values.fill(Number.NaN, run * WATCHED, run * WATCHED + WATCHED);
    return run;
  }

  add(run: number, index: number, order: number, scan: Scan): void {
    const step = order - (this.#order[run] ?? 0);
    const at = run * WATCHED;
    const column = run * COLUMNS;
    if (step > GAP) {
      this.#close(run);
      this.#restart(run, index);
    } else {
      this.#columns[column + SIZE] = (this.#columns[column + SIZE] ?? 0) + 1;
      if (scan.whole === this.#whole[run]) this.#columns[column + SAME] = (this.#columns[column + SAME] ?? 0) + 1;
      for (let i = 0; step > 0 && i < scan.numbers; i++) {
        const move = (scan.values[i] ?? 0) - (this.#values[at + i] ?? 0);
        if (move === step) this.#moves[at + i] = (this.#moves[at + i] ?? 0) + 1;
      }
    }
    for (let i = 0; i < scan.numbers; i++) this.#values[at + i] = scan.values[i] ?? 0;
    this.#order[run] = order;
    this.#whole[run] = scan.whole;
  }

  /** Closes what is open and returns the series, by their first pointers. */
  finish(): readonly Span[] {
    for (let run = 0; run < this.#count; run++) this.#close(run);
    return this.#spans.sort((left, right) => left.first - right.first);
  }

  #restart(run: number, index: number): void {
    const column = run * COLUMNS;
    this.#columns[column + FIRST] = index;
    this.#columns[column + SIZE] = 1;
    this.#columns[column + SAME] = 0;
    for (let i = run * WATCHED; i < run * WATCHED + WATCHED; i++) this.#moves[i] = 0;
  }

  #close(run: number): void {
    if (!this.#isSeries(run)) return;
    const column = run * COLUMNS;
    const members = new Uint32Array(this.#columns[column + SIZE] ?? 0);
    const first = this.#columns[column + FIRST] ?? 0;
    this.#spans.push({ template: this.#columns[column + SLOT] ?? 0, first, members, filled: 0 });
  }

  /** The first step of a template is not counted among the moves: its numbers are not kept until it comes again. */
  #isSeries(run: number): boolean {
    const size = this.#columns[run * COLUMNS + SIZE] ?? 0;
    if (size < LEAST_SAME) return false;
    const same = this.#columns[run * COLUMNS + SAME] ?? 0;
    if (same >= Math.max(SHARE * (size - 1), LEAST_SAME - 1)) return true;
    if (size < LEAST_COUNTED) return false;
    const least = SHARE * (size - 2);
    const at = run * WATCHED;
    for (let i = at; i < at + WATCHED; i++) if ((this.#moves[i] ?? 0) >= least) return true;
    return false;
  }

  #grow(): void {
    const more = this.#whole.length * 2;
    this.#columns = grown(this.#columns, more * COLUMNS);
    this.#whole = grown(this.#whole, more);
    this.#moves = grown(this.#moves, more * WATCHED);
    this.#order = grownFloats(this.#order, more);
    this.#values = grownFloats(this.#values, more * WATCHED);
  }
}

const SLOT = 0;
const FIRST = 1;
const SIZE = 2;
const SAME = 3;
const COLUMNS = 4;

function grown(array: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(array);
  return larger;
}

function grownFloats(array: Float64Array<ArrayBuffer>, capacity: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(capacity);
  larger.set(array);
  return larger;
}
