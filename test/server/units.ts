import assert from 'node:assert/strict';
import type { Position, Range } from 'vscode-languageserver-protocol/node';
import type { Unit } from '../../src/server/columns.ts';

/** What a client may count characters of a line in. */
export const UNITS: readonly Unit[] = ['utf-8', 'utf-16', 'utf-32'];

/** How long a text is in a unit, as those measure it who have it in that unit. */
export function lengthIn(unit: Unit, text: string): number {
  if (unit === 'utf-8') return Buffer.byteLength(text);
  return unit === 'utf-16' ? text.length : Array.from(text).length;
}

/** A text up to a place that is told in a unit; between characters only. */
function before(unit: Unit, text: string, length: number): string {
  const cut =
    unit === 'utf-8'
      ? Buffer.from(text).subarray(0, length).toString()
      : unit === 'utf-16'
        ? text.slice(0, length)
        : Array.from(text).slice(0, length).join('');
  assert.ok(text.startsWith(cut), `${length} is inside a character of ${JSON.stringify(text)} in ${unit}`);
  assert.ok(lengthIn(unit, cut) === length, `${length} is behind the end of ${JSON.stringify(text)} in ${unit}`);
  return cut;
}

/** A position in UTF-16, told in a unit. */
export function positionIn(unit: Unit, text: string, { line, character }: Position): Position {
  return { line, character: lengthIn(unit, (linesOf(text)[line] ?? '').slice(0, character)) };
}

/** A position that is told in a unit, in UTF-16; throws where no character begins there. */
export function positionFrom(unit: Unit, text: string, { line, character }: Position): Position {
  return { line, character: before(unit, linesOf(text)[line] ?? '', character).length };
}

/** The same of both ends of a range. */
export function rangeFrom(unit: Unit, text: string, { start, end }: Range): Range {
  return { start: positionFrom(unit, text, start), end: positionFrom(unit, text, end) };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}
