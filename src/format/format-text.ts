import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { QUOTED } from '../syntax/tape.ts';
import type { Stretch } from '../syntax/token.ts';
import { BYTE_ORDER_MARK, type SourceText } from '../text/source.ts';
import { layOut } from './layout.ts';
import { type Allowed, hasSameRecords } from './proof.ts';
import { type ScannedText, scannedText, scannedWith, textOfUnits, type Units } from './scanned-text.ts';
import { type Splice, SpliceList } from './splices.ts';
import type { FormatStyle } from './style.ts';

/** A place in a text where something is wrong, and whether a parenthesis or quotation mark is not closed there. */
export interface FaultPlace extends Stretch {
  readonly isUnclosed?: true;
}

/** What is known of a text, and what is wanted of it. */
export interface TextRequest {
  readonly style: FormatStyle;
  /** Faults beside those that the scanner finds: their rows stay as they are. */
  readonly faults?: readonly FaultPlace[];
  /** Which of the changes are made; all where left out. Asked in their order. */
  readonly isWanted?: (splice: Splice) => boolean;
  /** As many characters as the changes may take as edits: records beyond stay as they are. */
  readonly most?: number;
}

/** How a text is to be changed; or why nothing is. */
export type Formatted =
  | {
      readonly splices: SpliceList;
      /** How many records and directives were left because something is wrong with them. */
      readonly leftCount: number;
      /** Where a parenthesis or quotation mark is not closed: nothing behind it was changed. */
      readonly stop: number | undefined;
      /** Whether changes were left out because there are too many. */
      readonly isCut: boolean;
    }
  | { readonly refused: string };

/** Rounds after which a layout must have come to rest. */
const MOST_ROUNDS = 4;
const NOT_SHOWN = laterPhrase`it could not be shown that the records stay the same`;

/**
 * Lays out the records of a text; each `yield` is a place to stop. Refused unless the result has the same records and
 * comments, and, where all changes are made, a second run would change nothing in it.
 */
export function* formatText(source: SourceText, request: TextRequest): Generator<void, Formatted> {
  const { style, faults = [] } = request;
  const before = yield* scannedText(source);
  const left = leftRows(before, faults);
  const { isLeft, stop, leftCount } = left;
  yield;
  const allowed: Allowed = { isCaseFree: style.upperCase, areLinesFree: style.soa !== 'keep' || style.textWidth > 0 };
  let splices = yield* layOut(before, style, { isLeft, stop: stop ?? source.codes.length });
  let after = before;
  for (let round = 1; splices.length > 0; round++) {
    if (round > MOST_ROUNDS) return { refused: phrase`no layout was found that a second run would leave as it is` };
    const next = yield* scannedWith(after, splices);
    if (!(yield* hasSameRecords(before, next, allowed))) return { refused: translated(NOT_SHOWN) };
    yield;
    after = next;
    // As the rows are the same, what is left begins at the same row.
    const begin = stop === undefined ? next.codes.length : next.codes.length - (source.codes.length - stop);
    const more = yield* layOut(next, style, { isLeft, stop: begin });
    if (more.length === 0) {
      const all = round === 1 ? splices : yield* differences(before, next);
      const { wanted, isCut } = yield* wantedOf(all, before, request);
      if (wanted.length < all.length) {
        const part = yield* scannedWith(before, wanted);
        if (!(yield* hasSameRecords(before, part, allowed))) return { refused: translated(NOT_SHOWN) };
      }
      return { splices: wanted, leftCount, stop, isCut };
    }
    splices = more;
  }
  return { splices, leftCount, stop, isCut: false };
}

/** What an edit takes in an answer beside its text: nearer ones may as well be one. */
export const EDIT_SIZE = 100;
/** After so many words or changes others have a turn. */
const ITEMS_PER_SLICE = 8192;

/** The changes that are wanted, up to the record with which they become too many. */
function* wantedOf(
  all: SpliceList,
  { tape }: ScannedText,
  { isWanted, most = Number.POSITIVE_INFINITY }: TextRequest,
): Generator<void, { readonly wanted: SpliceList; readonly isCut: boolean }> {
  const wanted = new SpliceList();
  let count = 0;
  let size = 0;
  let lastEnd = -EDIT_SIZE;
  let row = 0;
  let ofRow: Splice[] = [];
  for (const splice of all) {
    if (count++ % ITEMS_PER_SLICE === 0) yield;
    if (isWanted && !isWanted(splice)) continue;
    if ((tape.rowNext[row] as number) <= splice.start) {
      while (row < tape.rowCount && (tape.rowNext[row] as number) <= splice.start)
        if (++row % ITEMS_PER_SLICE === 0) yield;
      for (const one of ofRow) wanted.push(one);
      ofRow = [];
    }
    size += splice.text.length + Math.min(EDIT_SIZE, splice.start - lastEnd);
    if (size > most) return { wanted, isCut: true };
    lastEnd = splice.end;
    ofRow.push(splice);
  }
  for (const one of ofRow) wanted.push(one);
  return { wanted, isCut: false };
}

/** The rows that stay as they are; from an unclosed parenthesis on all, as servers read what follows as part of it. */
function leftRows(
  { tape, codes }: ScannedText,
  known: readonly FaultPlace[],
): { readonly isLeft: (row: number) => boolean; readonly stop: number | undefined; readonly leftCount: number } {
  const faults: FaultPlace[] = [...tape.faults, ...known];
  faults.sort((a, b) => a.start - b.start);
  const left = new Uint8Array(tape.rowCount);
  let leftCount = 0;
  let stop: number | undefined;
  let row = 0;
  for (const fault of faults) {
    while (row < tape.rowCount && (tape.rowNext[row] as number) <= fault.start) row++;
    if (row === tape.rowCount) break;
    if (fault.isUnclosed && stop === undefined) stop = Math.min(tape.rowStart[row] as number, fault.start);
    // A fault may reach over several rows.
    for (let at = row; at < tape.rowCount && (at === row || (tape.rowStart[at] as number) < fault.end); at++) {
      if (left[at] === 0) leftCount++;
      left[at] = 1;
    }
  }
  const isMarked = codes[0] === BYTE_ORDER_MARK;
  const isLeft = (at: number): boolean =>
    left[at] === 1 ||
    (isMarked && tape.rowStart[at] === 1) ||
    (stop !== undefined && (tape.rowStart[at] as number) >= stop);
  return { isLeft, stop, leftCount };
}

/** What differs between two texts of the same words: what stands between them, and words in another case. */
function* differences(before: ScannedText, after: ScannedText): Generator<void, SpliceList> {
  const splices = new SpliceList();
  let fromA = 0;
  let fromB = 0;
  const put = (endA: number, endB: number): void => {
    const change = changeOf(before.units.subarray(fromA, endA), after.units.subarray(fromB, endB), fromA);
    if (change) splices.push(change);
    fromA = endA;
    fromB = endB;
  };
  const { tokenStart, tokenEnd, tokenFlags, tokenCount } = before.tape;
  for (let token = 0; token < tokenCount; token++) {
    if (token % ITEMS_PER_SLICE === 0) yield;
    put(tokenStart[token] as number, after.tape.tokenStart[token] as number);
    if (((tokenFlags[token] as number) & QUOTED) === 0)
      put(tokenEnd[token] as number, after.tape.tokenEnd[token] as number);
    else {
      fromA = tokenEnd[token] as number;
      fromB = after.tape.tokenEnd[token] as number;
    }
  }
  put(before.units.length, after.units.length);
  return splices;
}

/** A replacement without what both texts begin and end with; undefined where they are the same. */
function changeOf(old: Units, units: Units, offset: number): Splice | undefined {
  let start = 0;
  while (start < old.length && start < units.length && old[start] === units[start]) start++;
  let endA = old.length;
  let endB = units.length;
  if (start === endA && start === endB) return undefined;
  while (endA > start && endB > start && old[endA - 1] === units[endB - 1]) {
    endA--;
    endB--;
  }
  return { start: offset + start, end: offset + endA, text: textOfUnits(units, start, endB) };
}
