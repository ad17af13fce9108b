import { phrase, translated } from '../language/phrase.ts';
import {
  cellAddress,
  cellsOfText,
  countCells,
  MAIL_BIT,
  type MapPicture,
  mapStates,
  rangeText,
  STATE_BITS,
  stateOf,
} from './map-cells.ts';

/** Addresses in a line. */
const PER_LINE = 64;

/**
 * A map as text: one character an address, 64 in a line, then what the characters mean and how many there are. It may
 * stand in a commit message: no line ends in a blank, and none is very long.
 */
export function mapText(picture: MapPicture): string {
  const cells = cellsOfText(picture.cells);
  const head = picture.view === '' ? picture.network : phrase`${picture.network} in view ${picture.view}`;
  const lines = cells.length === 0 ? [phrase`No address of it is in use`] : rows(picture, cells);
  return [head, '', ...lines, '', ...legendLines(cells), ...rangeLines(picture), ...mailLines(picture, cells), ''].join(
    '\n',
  );
}

/** A stretch of a map as text, as it is copied: `192.0.2.32 no PTR`. */
export function stretchText(picture: MapPicture, first: number, last: number): string {
  const cells = cellsOfText(picture.cells);
  const lines: string[] = [];
  for (let cell = first; cell <= last && cell < cells.length; cell++)
    lines.push(`${cellAddress(picture, cell)}  ${stateOf(cells[cell] as number).title}`);
  return `${lines.join('\n')}\n`;
}

function rows(picture: MapPicture, cells: Uint8Array): string[] {
  const stretches =
    picture.groups.length > 0
      ? picture.groups.flatMap(({ first, count }) => stretchesOf(first, count))
      : stretchesOf(0, cells.length);
  const labels = stretches.map(({ first }) => cellAddress(picture, first));
  const width = Math.max(...labels.map((label) => label.length));
  return stretches.map(({ first, count }, i) => {
    const signs = [...cells.subarray(first, first + count)].map((cell) => stateOf(cell).sign).join('');
    return `${(labels[i] ?? '').padEnd(width)}  ${signs}`;
  });
}

function stretchesOf(first: number, count: number): { readonly first: number; readonly count: number }[] {
  const found: { first: number; count: number }[] = [];
  for (let at = 0; at < count; at += PER_LINE) found.push({ first: first + at, count: Math.min(PER_LINE, count - at) });
  return found;
}

/** `= 217 agreed`, for each state that occurs. */
function legendLines(cells: Uint8Array): string[] {
  const { states } = countCells(cells);
  const width = Math.max(...states.map((count) => String(count).length));
  return mapStates.flatMap(({ sign, title }, state) =>
    states[state] ? [`${sign} ${String(states[state]).padStart(width)} ${translated(title)}`] : [],
  );
}

function rangeLines(picture: MapPicture): string[] {
  return picture.ranges.map(({ kind, first, last, zone, isHeld }) => {
    const what = { zone: phrase`a zone of its own`, cut: phrase`delegated`, child: phrase`a classless child` }[kind];
    const range = rangeText(cellAddress(picture, first), cellAddress(picture, last));
    return `${range}: ${zone}, ${what}${isHeld ? '' : phrase`, not held`}`;
  });
}

function mailLines(picture: MapPicture, cells: Uint8Array): string[] {
  const found: string[] = [];
  for (let cell = 0; cell < cells.length; cell++) {
    const value = cells[cell] as number;
    if ((value & MAIL_BIT) !== 0)
      found.push(phrase`mail host ${cellAddress(picture, cell)}: ${translated(stateOf(value & STATE_BITS).title)}`);
  }
  return found;
}
