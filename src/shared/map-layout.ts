import type { MapGroup } from './map-cells.ts';

/** How the cells of a map are laid out: along a Hilbert curve, or in rows of squares. */
export const mapOrders = ['rows', 'hilbert'] as const;
/** An order in which cells are laid out. */
export type MapOrder = (typeof mapOrders)[number];

/** Where each cell stands, and which cell stands where. Units are cells. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly x: Uint16Array;
  readonly y: Uint16Array;
  /** By `y * width + x`: the cell, -1 where there is none. */
  readonly at: Int32Array;
  /** Where the names of groups are written. */
  readonly labels: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

/** Cells of a square of a /24, and columns of a group. */
const SIDE = 16;
const SQUARE = SIDE * SIDE;

/**
 * Lays out a power of two of cells: 256 as 16 by 16, more as squares of squares, in rows or along a Hilbert curve. Where
 * the number is no square, the layout is twice as wide as high.
 */
export function squareLayout(count: number, order: MapOrder): MapLayout {
  const bits = Math.max(0, Math.round(Math.log2(count)));
  const width = 2 ** Math.ceil(bits / 2);
  const height = 2 ** Math.floor(bits / 2);
  const layout = emptyLayout(count, width, height);
  for (let cell = 0; cell < count; cell++) {
    if (order === 'hilbert') placeOnCurve(layout, cell, height);
    else placeInRows(layout, cell);
  }
  return layout;
}

/** Lays out groups below each other, each under its name, 16 cells in a row. */
export function groupLayout(groups: readonly MapGroup[]): MapLayout {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const rows = groups.reduce((sum, group) => sum + 2 + Math.ceil(group.count / SIDE), 0);
  const layout = emptyLayout(count, SIDE, Math.max(rows, 1));
  const labels: { text: string; x: number; y: number }[] = [];
  let top = 0;
  for (const { label, first, count: members } of groups) {
    labels.push({ text: label, x: 0, y: top });
    for (let i = 0; i < members; i++) place(layout, first + i, i % SIDE, top + 1 + Math.floor(i / SIDE));
    top += 2 + Math.ceil(members / SIDE);
  }
  return { ...layout, labels };
}

/** The first cell of each row, top to bottom; -1 where a row has none. For the labels beside a small map. */
export function rowStarts({ at, width, height }: MapLayout): number[] {
  return Array.from({ length: height }, (_, y) => at[y * width] as number);
}

/** The upper left corners of the squares of 256 cells, each with its first cell; none where the map is one square. */
export function squareCorners({
  x,
  y,
  labels,
}: MapLayout): { readonly cell: number; readonly x: number; readonly y: number }[] {
  const found: { cell: number; x: number; y: number }[] = [];
  if (labels.length > 0 || x.length <= SQUARE) return found;
  for (let cell = 0; cell < x.length; cell += SQUARE) {
    const corner = (value: number): number => value - (value % SIDE);
    found.push({ cell, x: corner(x[cell] as number), y: corner(y[cell] as number) });
  }
  return found;
}

/** The sides of cells where a stretch of cells borders on others: `[x, y, length]` along the rows and the columns. */
export function outlineOf(layout: MapLayout, first: number, last: number): Outline {
  const across: [number, number][] = [];
  const down: [number, number][] = [];
  const isIn = (x: number, y: number): boolean => {
    if (x < 0 || y < 0 || x >= layout.width || y >= layout.height) return false;
    const cell = layout.at[y * layout.width + x] as number;
    return cell >= first && cell <= last;
  };
  for (let cell = first; cell <= last && cell < layout.x.length; cell++) {
    const x = layout.x[cell] as number;
    const y = layout.y[cell] as number;
    if (!isIn(x, y - 1)) across.push([x, y]);
    if (!isIn(x, y + 1)) across.push([x, y + 1]);
    if (!isIn(x - 1, y)) down.push([x, y]);
    if (!isIn(x + 1, y)) down.push([x + 1, y]);
  }
  return { across, down };
}

/** Sides of cells: those that run across begin at a point and go one to the right, those that run down one further down. */
export interface Outline {
  readonly across: readonly (readonly [x: number, y: number])[];
  readonly down: readonly (readonly [x: number, y: number])[];
}

function emptyLayout(count: number, width: number, height: number): MapLayout {
  return {
    width,
    height,
    x: new Uint16Array(count),
    y: new Uint16Array(count),
    at: new Int32Array(width * height).fill(-1),
    labels: [],
  };
}

function place(layout: MapLayout, cell: number, x: number, y: number): void {
  layout.x[cell] = x;
  layout.y[cell] = y;
  layout.at[y * layout.width + x] = cell;
}

/** Rows of a square of 256, squares in rows. */
function placeInRows(layout: MapLayout, cell: number): void {
  const side = Math.min(SIDE, layout.width);
  const square = Math.floor(cell / SQUARE);
  const within = cell % SQUARE;
  const perRow = layout.width / side;
  const x = (square % perRow) * side + (within % side);
  place(layout, cell, x, Math.floor(square / perRow) * SIDE + Math.floor(within / side));
}

/** The curve of a square of `side`; a second one beside it where the layout is wider. */
function placeOnCurve(layout: MapLayout, cell: number, side: number): void {
  const square = Math.floor(cell / (side * side));
  let rest = cell % (side * side);
  let x = 0;
  let y = 0;
  for (let size = 1; size < side; size *= 2) {
    const right = 1 & (rest >> 1);
    const up = 1 & (rest ^ right);
    if (up === 0) {
      if (right === 1) {
        x = size - 1 - x;
        y = size - 1 - y;
      }
      [x, y] = [y, x];
    }
    x += size * right;
    y += size * up;
    rest >>= 2;
  }
  place(layout, cell, square * side + x, y);
}
