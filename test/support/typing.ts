import type { Fixture } from './fixture.ts';
import { Workbench, type WorkbenchOptions } from './workbench.ts';

/** Types the fixture's files into empty ones: whole lines and parts of lines, in an order that the seed decides. */
export function typeFixture(fixture: Fixture, options: WorkbenchOptions, seed = 1): Workbench {
  const workbench = new Workbench(fixture, options, 'empty');
  const next = randomNumbers(seed);
  const pieces: Piece[] = [];
  for (const file of fixture.files) {
    if (workbench.project?.configurations.has(file.path)) continue;
    for (const text of chunksOf(file.text, next)) pieces.push({ path: file.path, text, isTyped: false });
  }
  const order = pieces.map((_, index) => index);
  for (let i = order.length - 1; i > 0; i--) {
    const j = next(i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  for (const index of order) {
    type(workbench, pieces, index);
    if (next(3) > 0) workbench.settle();
    else workbench.engine.step(() => next(2) === 0);
    if (next(6) === 0) erase(workbench, pieces, index);
    if (!pieces[index]?.isTyped) type(workbench, pieces, index);
  }
  workbench.settle();
  return workbench;
}

/** A part of a file's text; parts of one file stand in the order of the text. */
interface Piece {
  readonly path: string;
  readonly text: string;
  isTyped: boolean;
}

function chunksOf(text: string, next: (below: number) => number): string[] {
  return text.split(/(?<=\n)/).flatMap((line) => {
    if (line.length < 4 || next(3) > 0) return line === '' ? [] : [line];
    let at = 1 + next(line.length - 2);
    // A line end of two characters is not cut.
    if (line[at - 1] === '\r') at--;
    return [line.slice(0, at), line.slice(at)];
  });
}

function type(workbench: Workbench, pieces: readonly Piece[], index: number): void {
  const piece = pieces[index];
  if (!piece) return;
  const start = positionAfter(textBefore(pieces, index));
  workbench.store.edit(piece.path, [{ range: { start, end: start }, text: piece.text }]);
  piece.isTyped = true;
}

function erase(workbench: Workbench, pieces: readonly Piece[], index: number): void {
  const piece = pieces[index];
  if (!piece) return;
  const before = textBefore(pieces, index);
  const range = { start: positionAfter(before), end: positionAfter(before + piece.text) };
  workbench.store.edit(piece.path, [{ range, text: '' }]);
  piece.isTyped = false;
  workbench.settle();
}

/** What is typed of the pieces before one, in its file. */
function textBefore(pieces: readonly Piece[], index: number): string {
  const path = pieces[index]?.path;
  return pieces
    .slice(0, index)
    .filter((piece) => piece.path === path && piece.isTyped)
    .map((piece) => piece.text)
    .join('');
}

function positionAfter(text: string): { line: number; character: number } {
  const lines = text.split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** The same numbers for the same seed (mulberry32). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
