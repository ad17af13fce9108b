import { scanWhole } from '../syntax/scan.ts';
import { Tape } from '../syntax/tape.ts';
import { codeOf, type SourceText } from '../text/source.ts';
import { zeros } from '../text/typed-array.ts';
import type { Scanned } from './row.ts';
import type { SpliceList } from './splices.ts';

/** The UTF-16 units of a text: its codes where all is ASCII. */
export type Units = Uint8Array<ArrayBufferLike> | Uint16Array<ArrayBufferLike>;

/** A text with its words and rows. */
export interface ScannedText extends Scanned {
  readonly units: Units;
}

/** After so many units others have a turn. */
const UNITS_PER_SLICE = 500_000;
const SPLICES_PER_SLICE = 8192;
/** A call takes so many arguments. */
const UNITS_AT_ONCE = 8192;
/** Shorter stretches are copied unit by unit. */
const SHORT = 64;

/** Reads the words and rows of a text; each `yield` is a place to stop. */
export function* scannedText({ codes, text }: SourceText): Generator<void, ScannedText> {
  return yield* scanned(codes, text === undefined ? codes : yield* unitsOf(text));
}

/** The same of a scanned text with stretches of it replaced. */
export function* scannedWith(before: ScannedText, splices: SpliceList): Generator<void, ScannedText> {
  const units = yield* replaced(before.units, splices, (unit) => unit);
  const isAscii = before.units === before.codes;
  return yield* scanned(isAscii ? (units as Uint8Array) : yield* replaced(before.codes, splices, codeOf), units);
}

function* scanned(codes: Uint8Array, units: Units): Generator<void, ScannedText> {
  const tape = new Tape();
  yield* scanWhole(codes, tape);
  return { codes, units, tape };
}

function* unitsOf(text: string): Generator<void, Uint16Array> {
  const units = new Uint16Array(text.length);
  for (let from = 0; from < text.length; from += UNITS_PER_SLICE) {
    const end = Math.min(text.length, from + UNITS_PER_SLICE);
    for (let i = from; i < end; i++) units[i] = text.charCodeAt(i);
    yield;
  }
  return units;
}

function* replaced<T extends Units>(units: T, splices: SpliceList, of: (unit: number) => number): Generator<void, T> {
  const result = zeros(units, units.length + splices.growth);
  let from = 0;
  let at = 0;
  let count = 0;
  for (const { start, end, text } of splices) {
    if (++count % SPLICES_PER_SLICE === 0) yield;
    if (start - from > SHORT) yield* copy(units.subarray(from, start), result, at);
    else for (let i = from; i < start; i++) result[at + i - from] = units[i] as number;
    at += start - from;
    for (let i = 0; i < text.length; i++) result[at++] = of(text.charCodeAt(i));
    from = end;
  }
  yield* copy(units.subarray(from), result, at);
  return result;
}

/** Copies units to an offset of others. */
function* copy(units: Units, to: Units, offset: number): Generator<void, void> {
  for (let at = 0; at < units.length; at += UNITS_PER_SLICE) {
    if (at > 0) yield;
    to.set(units.subarray(at, at + UNITS_PER_SLICE), offset + at);
  }
}

/** The text of units from one offset to another. */
export function textOfUnits(units: Units, start: number, end: number): string {
  let text = '';
  for (let from = start; from < end; from += UNITS_AT_ONCE)
    text += String.fromCharCode(...units.subarray(from, Math.min(end, from + UNITS_AT_ONCE)));
  return text;
}
