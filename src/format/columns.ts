import type { HeaderShape, Headers } from './headers.ts';
import type { Piece } from './row.ts';
import { columnBehind, columnBehindText, type FormatStyle, filler, TAB, type Unit } from './style.ts';

/** The fields between the owner and the type in the order that most records have, the type, and the data. */
export const SLOT_TYPE = 2;
/** The field behind the type: where the data begin. */
export const SLOT_DATA = 3;
const SLOTS = [0, 1, SLOT_TYPE, SLOT_DATA] as const;

/** Where a field begins; `single` where one blank stands before it wherever it comes to be. */
export interface Stop {
  readonly column: number;
  readonly unit: Unit;
  readonly isSingle: boolean;
  /** How many records have the field. */
  readonly count: number;
}

/** Where the fields of a file's records begin. */
export interface Columns {
  /** By slot; undefined where no record has the field. */
  readonly stops: readonly (Stop | undefined)[];
  /** The slot of most records' first field behind the owner. */
  readonly lead: number;
  readonly order: Order;
  /** Whether that field has a column already, or the settings give it one. */
  readonly hasHabit: boolean;
}

/** Which fields stand where before the data. */
interface Order {
  /** Whether in most records that have both the class stands before the TTL. */
  readonly isClassFirst: boolean;
  /** Where few records have a class, it stands in the column of the type, and its type behind it: mostly that is the SOA. */
  readonly isClassRare: boolean;
}

/** Owners that reach farther than this beyond the middle one do not move the columns of all. */
const OUTLIER = 16;
/** Ends beyond this are counted as this. */
const FARTHEST = 511;
/** After so many rows others have a turn. */
const ROWS_PER_SLICE = 8192;

/**
 * The columns of records. A file's own are kept: columns in which most records have a field, or many have it and all but
 * unusually long owners fit. Where there are none, they are the first ones in which all fit. Laying the records out in them
 * makes them the file's own, so that a second look finds the same. Each `yield` is a place to stop.
 */
export function* findColumns(codes: Uint8Array, headers: Headers, style: FormatStyle): Generator<void, Columns> {
  const order = yield* orderOf(headers);
  const lead = yield* leadOf(headers, order);
  const stops: (Stop | undefined)[] = [];
  const ends = new Int32Array(headers.count);
  for (let i = 0; i < headers.count; i++) {
    if (i % ROWS_PER_SLICE === 0) yield;
    headers.select(i);
    ends[i] = headers.hasOwner ? headers.width(0) : 0;
  }
  const leadUnit = yield* unitOfFirstFields(codes, headers);
  let hasHabit = false;
  for (const slot of SLOTS) {
    const field = new Field(slot, slot === lead, order);
    for (let i = 0; i < headers.count; i++) {
      if (i % ROWS_PER_SLICE === 0) yield;
      headers.select(i);
      field.add(codes, headers, ends[i] as number);
    }
    if (field.count === 0) {
      stops.push(undefined);
      continue;
    }
    const given = style.columns[slot];
    const usual = field.count * RARE < headers.count ? leadUnit : field.unit;
    const own = given === undefined || given % TAB === 0 ? usual : 'blanks';
    const unit = style.indent === 'auto' ? own : style.indent;
    const habit = given ?? field.habit(unit);
    if (slot === lead) hasHabit = habit !== undefined && (given !== undefined || field.isMostlyAt(habit));
    const isAligned = hasHabit || leadUnit === 'tabs';
    const isSingle = habit === undefined && isAligned && slot > lead && field.isSingle;
    const { count } = field;
    stops.push({ column: habit ?? field.narrowest(unit), unit: isSingle ? 'blanks' : unit, isSingle, count });
    if (slot !== SLOT_DATA) yield* moveEnds(ends, headers, slot, { stops, lead, order });
  }
  return { stops, lead, order, hasHabit };
}

/** A field that fewer than one record of so many has stands behind what the lines have before their first field. */
const RARE = 4;

/** What most records have before their first field behind the owner. */
function* unitOfFirstFields(codes: Uint8Array, headers: Headers): Generator<void, Unit> {
  let tabCount = 0;
  for (let i = 0; i < headers.count; i++) {
    if (i % ROWS_PER_SLICE === 0) yield;
    headers.select(i);
    const index = headers.hasOwner ? 1 : 0;
    if (hasTab(codes, { gapStart: headers.gapStart(index), start: headers.start(index) })) tabCount++;
  }
  return tabCount * 2 > headers.count ? 'tabs' : 'blanks';
}

/** Columns as far as they are known while they are looked for. */
type Places = Omit<Columns, 'hasHabit'>;

/** Where the lines come to end behind their words in a slot. */
function* moveEnds(ends: Int32Array, headers: Headers, slot: number, columns: Places): Generator<void, void> {
  const { order } = columns;
  for (let i = 0; i < headers.count; i++) {
    if (i % ROWS_PER_SLICE === 0) yield;
    headers.select(i);
    const index = pieceAt(headers, slot, order);
    if (index < 0) continue;
    const end = ends[i] as number;
    ends[i] = columnBehindText(end, gapBefore(columns, headers, index, end)) + headers.width(index);
    // Behind a class in the column of the type the type follows.
    if (isTypeAside(headers, order) && slot === SLOT_TYPE)
      ends[i] = (ends[i] as number) + 1 + headers.width(headers.headerCount - 1);
  }
}

/** What is to stand before a field of a record whose line so far ends at `end`. */
export function gapBefore({ stops, lead, order }: Places, row: HeaderShape, index: number, end: number): string {
  const isFirst = index === (row.hasOwner ? 1 : 0);
  if (index === row.headerCount - 1 && isTypeAside(row, order)) return ' ';
  const own = stops[slotOf(row, index, order)];
  // The first field of a line begins in a column, also where it mostly follows another one.
  const stop = own?.isSingle && isFirst ? stops[lead] : own;
  if (!stop || stop.isSingle) return ' ';
  if (end >= stop.column) return stop.unit === 'tabs' ? '\t' : ' ';
  return filler(end, stop.column, stop.unit);
}

/** Whether a record has its type behind the column of types. */
function isTypeAside(row: HeaderShape, { isClassRare }: Order): boolean {
  return isClassRare && row.class >= 0;
}

/** The slot of a piece before the data, or of the first one of the data. */
function slotOf(row: HeaderShape, index: number, order: Order): number {
  if (index === row.headerCount) return SLOT_DATA;
  if (index === row.headerCount - 1 || (index === row.class && order.isClassRare)) return SLOT_TYPE;
  if (row.ttl >= 0 && row.class >= 0) return index === Math.min(row.ttl, row.class) ? 0 : 1;
  return (index === row.class) === order.isClassFirst ? 0 : 1;
}

/** The piece of a row in a slot, or -1. */
function pieceAt(row: HeaderShape, slot: number, order: Order): number {
  if (slot === SLOT_DATA) return row.headerCount;
  if (slot === SLOT_TYPE) return isTypeAside(row, order) ? row.class : row.headerCount - 1;
  if (row.ttl >= 0 && slotOf(row, row.ttl, order) === slot) return row.ttl;
  return row.class >= 0 && slotOf(row, row.class, order) === slot ? row.class : -1;
}

function* orderOf(headers: Headers): Generator<void, Order> {
  let balance = 0;
  let classCount = 0;
  for (let i = 0; i < headers.count; i++) {
    if (i % ROWS_PER_SLICE === 0) yield;
    headers.select(i);
    if (headers.class < 0) continue;
    classCount++;
    if (headers.ttl >= 0) balance += headers.class < headers.ttl ? 1 : -1;
  }
  return { isClassFirst: balance > 0, isClassRare: classCount * 4 < headers.count };
}

function* leadOf(headers: Headers, order: Order): Generator<void, number> {
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < headers.count; i++) {
    if (i % ROWS_PER_SLICE === 0) yield;
    headers.select(i);
    const slot = slotOf(headers, headers.hasOwner ? 1 : 0, order);
    counts[slot] = (counts[slot] as number) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

/** How the records of a file have one field. */
class Field {
  readonly slot: number;
  readonly #isLead: boolean;
  readonly #order: Order;
  count = 0;
  #tabCount = 0;
  #singleCount = 0;
  #behindCount = 0;
  /** How many records end at a column before the field. */
  readonly #ends = new Int32Array(FARTHEST + 1);
  /** By column: the records that have it there, and whether one of them has more than one blank before it. */
  readonly #at = new Map<number, { count: number; isWide: boolean }>();

  constructor(slot: number, isLead: boolean, order: Order) {
    this.slot = slot;
    this.#isLead = isLead;
    this.#order = order;
  }

  /** Counts the selected record, whose line ends at `end` before the field. */
  add(codes: Uint8Array, headers: Headers, end: number): void {
    const index = pieceAt(headers, this.slot, this.#order);
    // Types and data that stand aside say nothing of the columns.
    if (index < 0 || (this.slot >= SLOT_TYPE && isTypeAside(headers, this.#order))) return;
    const gap = { gapStart: headers.gapStart(index), start: headers.start(index) };
    const isWide = gap.start - gap.gapStart > 1 || codes[gap.gapStart] === 9;
    this.count++;
    if (hasTab(codes, gap)) this.#tabCount++;
    if (index > (headers.hasOwner ? 1 : 0)) {
      this.#behindCount++;
      if (!isWide) this.#singleCount++;
    }
    const capped = Math.min(end, FARTHEST);
    this.#ends[capped] = (this.#ends[capped] as number) + 1;
    // Where it would stand with the blanks as they are.
    let column = end;
    for (let i = gap.gapStart; i < gap.start; i++) column = columnBehind(column, codes[i] as number);
    const known = this.#at.get(column);
    if (!known) this.#at.set(column, { count: 1, isWide });
    else {
      known.count++;
      known.isWide ||= isWide;
    }
  }

  get unit(): Unit {
    return this.#tabCount * 2 >= this.count ? 'tabs' : 'blanks';
  }

  /** Whether nearly all records have one blank before the field. */
  get isSingle(): boolean {
    return !this.#isLead && this.#singleCount >= this.#behindCount * 0.8;
  }

  /** Whether more than half of the records have the field in a column. */
  isMostlyAt(column: number): boolean {
    return (this.#at.get(column)?.count ?? 0) * 2 > this.count;
  }

  /** The column in which the records have the field by habit. */
  habit(unit: Unit): number | undefined {
    const last = this.#lastEnd();
    const isEven = this.#ends[last] === this.#countUpTo(last);
    let best: number | undefined;
    let bestCount = 0;
    for (const [column, { count, isWide }] of this.#at) {
      if (unit === 'tabs' && column % TAB !== 0) continue;
      const fits = this.#countUpTo(column - 1);
      const isCommon = isWide && count * 2 > this.count && fits >= this.count * 0.8;
      const isRoomy = column > last && count * 3 >= this.count && count > 1 && (isWide || isEven);
      if (isCommon) return column;
      if (isRoomy && (count > bestCount || (count === bestCount && column < (best ?? 0)))) {
        best = column;
        bestCount = count;
      }
    }
    return best;
  }

  /** The first column that leaves room for all records but those with unusually long words. */
  narrowest(unit: Unit): number {
    const column = this.#lastEnd() + 1;
    return unit === 'tabs' ? Math.ceil(column / TAB) * TAB : column;
  }

  /** Where the longest record ends before the field that is not unusually long. */
  #lastEnd(): number {
    let middle = 0;
    for (let left = this.count / 2; middle < FARTHEST; middle++) {
      left -= this.#ends[middle] as number;
      if (left <= 0) break;
    }
    let last = Math.min(middle + OUTLIER, FARTHEST);
    while (last > 0 && this.#ends[last] === 0) last--;
    return last;
  }

  #countUpTo(column: number): number {
    let count = 0;
    for (let end = 0; end <= Math.min(column, FARTHEST); end++) count += this.#ends[end] as number;
    return count;
  }
}

/** Whether a tab stands before a piece. */
export function hasTab(codes: Uint8Array, { gapStart, start }: Pick<Piece, 'gapStart' | 'start'>): boolean {
  for (let i = gapStart; i < start; i++) if (codes[i] === 9) return true;
  return false;
}
