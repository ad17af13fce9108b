import { BLANK, CLOSE, KIND, LINE_END, OPEN } from '../syntax/characters.ts';
import { Header } from '../syntax/header.ts';
import { BLANK_OWNER, QUOTED } from '../syntax/tape.ts';
import type { ScannedText } from './scanned-text.ts';

/** What a formatting may change beside blanks. */
export interface Allowed {
  /** The case of types and classes. */
  readonly isCaseFree: boolean;
  /** Line ends and parentheses inside a record. */
  readonly areLinesFree: boolean;
}

/** After so many rows, or characters, others have a turn. */
const ROWS_PER_SLICE = 4096;
const MARKS_PER_SLICE = 100_000;

/**
 * Whether two texts hold the same records in the same order, with the same comments. What a record means follows from its
 * words, whether they are quoted, whether a blank stands before the first one, and the rows above it (RFC 1035 section
 * 5.1): so it is enough that all of these are the same in every row, the class, TTL and type that are read included, and
 * that no row has faults that it did not have. Each `yield` is a place to stop.
 */
export function* hasSameRecords(before: ScannedText, after: ScannedText, allowed: Allowed): Generator<void, boolean> {
  const a = before.tape;
  const b = after.tape;
  if (a.rowCount !== b.rowCount || a.tokenCount !== b.tokenCount || a.faults.length !== b.faults.length) return false;
  for (let i = 0; i < a.faults.length; i++) if (a.faults[i]?.message !== b.faults[i]?.message) return false;
  if (!(yield* hasSameMarks(before, after, allowed))) return false;
  const headers = [new Header(), new Header()] as const;
  for (let row = 0; row < a.rowCount; row++) {
    if (row % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
    if (a.rowToken[row] !== b.rowToken[row]) return false;
    if ((((a.rowFlags[row] as number) ^ (b.rowFlags[row] as number)) & BLANK_OWNER) !== 0) return false;
    headers[0].read(a, row, before.codes);
    headers[1].read(b, row, after.codes);
    if (!isSameHeader(...headers)) return false;
    const { typeToken, classToken } = headers[0];
    for (let token = a.rowToken[row] as number; token < (a.rowToken[row + 1] as number); token++) {
      const mayDiffer =
        allowed.isCaseFree && headers[0].problem === 'none' && (token === typeToken || token === classToken);
      if (!isSameWord(before, after, { token, mayDiffer })) return false;
    }
  }
  return true;
}

function isSameHeader(a: Header, b: Header): boolean {
  return (
    a.problem === b.problem &&
    a.owner === b.owner &&
    a.ttl === b.ttl &&
    a.ttlToken === b.ttlToken &&
    a.class === b.class &&
    a.classToken === b.classToken &&
    a.type === b.type &&
    a.typeToken === b.typeToken
  );
}

interface Word {
  readonly token: number;
  /** Whether its letters may be others in case. */
  readonly mayDiffer: boolean;
}

function isSameWord(
  { tape: a, units: unitsA }: ScannedText,
  { tape: b, units: unitsB }: ScannedText,
  { token, mayDiffer }: Word,
): boolean {
  const startA = a.tokenStart[token] as number;
  const startB = b.tokenStart[token] as number;
  const length = (a.tokenEnd[token] as number) - startA;
  if ((b.tokenEnd[token] as number) - startB !== length) return false;
  if ((((a.tokenFlags[token] as number) ^ (b.tokenFlags[token] as number)) & QUOTED) !== 0) return false;
  for (let i = 0; i < length; i++) {
    const unitA = unitsA[startA + i] as number;
    const unitB = unitsB[startB + i] as number;
    if (unitA !== unitB && !(mayDiffer && upper(unitA) === upper(unitB))) return false;
  }
  return true;
}

/** Whether all that is no blank is the same in both texts, comments included. */
function* hasSameMarks(
  before: ScannedText,
  after: ScannedText,
  { isCaseFree, areLinesFree }: Allowed,
): Generator<void, boolean> {
  const a = before.units;
  const b = after.units;
  let atA = 0;
  let atB = 0;
  for (let count = 1; ; count++) {
    if (count % MARKS_PER_SLICE === 0) yield;
    while (atA < a.length && isPassed(a[atA] as number, areLinesFree)) atA++;
    while (atB < b.length && isPassed(b[atB] as number, areLinesFree)) atB++;
    if (atA >= a.length || atB >= b.length) return atA >= a.length && atB >= b.length;
    const unitA = a[atA++] as number;
    const unitB = b[atB++] as number;
    if (unitA !== unitB && !(isCaseFree && upper(unitA) === upper(unitB))) return false;
  }
}

function isPassed(unit: number, areLinesFree: boolean): boolean {
  if (unit > 127) return false;
  const kind = KIND[unit];
  return kind === BLANK || (areLinesFree && (kind === LINE_END || kind === OPEN || kind === CLOSE));
}

function upper(unit: number): number {
  return unit >= 97 && unit <= 122 ? unit - 32 : unit;
}
