import { counted, noun, phrase, translated } from '../language/phrase.ts';
import {
  cellAddress,
  cellName,
  cellsName,
  cellsOfText,
  isBlocks,
  MAIL_BIT,
  type MapPicture,
  STATE_BITS,
  stateNumber,
  stateOf,
} from './map-cells.ts';
import { legendOf, pictureTitle } from './map-legend.ts';

/** Addresses in a line. */
const PER_LINE = 64;

/**
 * A map as text: one character an address, 64 in a line, then what the characters mean and how many there are. It may
 * stand in a commit message: no line ends in a blank, and none is very long. Of a wide network a character is a block, and
 * lines in which nothing is in use are left out.
 */
export function mapText(picture: MapPicture): string {
  const cells = cellsOfText(picture.cells);
  const title = pictureTitle(picture);
  const head = isBlocks(picture.cellPrefix) ? phrase`${title}, one character a /${picture.cellPrefix}` : title;
  const lines = cells.length === 0 ? [phrase`No address of it is in use`] : rows(picture, cells);
  return [head, '', ...lines, '', ...legendLines(cells), ...rangeLines(picture), ...mailLines(picture, cells), ''].join(
    '\n',
  );
}

/** A stretch of a map as text, as it is copied: `192.0.2.32  no PTR`. */
export function stretchText(picture: MapPicture, first: number, last: number): string {
  const cells = cellsOfText(picture.cells);
  const lines: string[] = [];
  for (let cell = first; cell <= last && cell < cells.length; cell++)
    lines.push(`${cellName(picture, cell)}  ${translated(stateOf(cells[cell] as number).title)}`);
  return `${lines.join('\n')}\n`;
}

const [FREE, NOT_HELD] = [stateNumber('free'), stateNumber('not-held')];

function rows(picture: MapPicture, cells: Uint8Array): string[] {
  const all =
    picture.groups.length > 0
      ? picture.groups.flatMap(({ first, count }) => stretchesOf(first, count))
      : stretchesOf(0, cells.length);
  const isUsed = ({ first, count }: Stretch): boolean =>
    cells
      .subarray(first, first + count)
      .some((cell) => (cell & STATE_BITS) !== FREE && (cell & STATE_BITS) !== NOT_HELD);
  const stretches = isBlocks(picture.cellPrefix) ? all.filter(isUsed) : all;
  const labels = stretches.map(({ first }) => cellAddress(picture, first));
  const width = Math.max(...labels.map((label) => label.length));
  const lines = stretches.map(({ first, count }, i) => {
    const signs = [...cells.subarray(first, first + count)].map((cell) => stateOf(cell).sign).join('');
    return `${(labels[i] ?? '').padEnd(width)}  ${signs}`;
  });
  const left = all.length - stretches.length;
  return left === 0 ? lines : [...lines, phrase`(${counted(left, noun`line`)} with nothing in use left out)`];
}

interface Stretch {
  readonly first: number;
  readonly count: number;
}

function stretchesOf(first: number, count: number): Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < count; at += PER_LINE) found.push({ first: first + at, count: Math.min(PER_LINE, count - at) });
  return found;
}

/** `= 217 agreed`, for each state that occurs, faults first. */
function legendLines(cells: Uint8Array): string[] {
  const parts = legendOf(cells);
  const width = Math.max(...parts.flatMap(({ rows: own }) => own.map(({ count }) => String(count).length)));
  return parts.flatMap(({ title, rows: own }) => [
    `${title}:`,
    ...own.map((row) => `${row.sign} ${String(row.count).padStart(width)} ${row.title}`),
  ]);
}

/** The stretches of cells that belong together: `192.0.2.64-127: 64/26.2.0.192.in-addr.arpa, a classless child`. */
export function rangeLines(picture: MapPicture): string[] {
  return picture.ranges.map(({ kind, first, last, zone, isHeld }) => {
    const what = { zone: phrase`a zone of its own`, cut: phrase`delegated`, child: phrase`a classless child` }[kind];
    const range = cellsName(picture, first, last);
    return `${range}: ${zone}, ${what}${isHeld ? '' : phrase`, not held`}`;
  });
}

function mailLines(picture: MapPicture, cells: Uint8Array): string[] {
  const found: string[] = [];
  if (isBlocks(picture.cellPrefix)) return found;
  for (let cell = 0; cell < cells.length; cell++) {
    const value = cells[cell] as number;
    if ((value & MAIL_BIT) !== 0)
      found.push(phrase`mail host ${cellAddress(picture, cell)}: ${translated(stateOf(value & STATE_BITS).title)}`);
  }
  return found;
}
