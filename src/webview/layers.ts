import { FAULT_BIT, MAIL_BIT, type MapRange, mapStates, QUARTERS_SHIFT, STATE_BITS } from '../shared/map-cells.ts';
import type { MapLabels } from '../shared/map-labels.ts';
import { type MapLayout, type Outline, outlineOf } from '../shared/map-layout.ts';
import type { MapPalette } from '../shared/map-palettes.ts';

/** Pixels of a cell's side from which lines are drawn. */
const LEAST_FOR_LINES = 6;
/** Pixels of a cell's side from which its sign is drawn. */
export const LEAST_FOR_SIGNS = 13;
const SIDE_OF_SQUARE = 16;
/** Pixels of a square's side from which it is named. */
const LEAST_FOR_SQUARES = 100;
/** Pixels of a square's side from which the rows of squares are named. */
const LEAST_FOR_EDGES = 14;
/** A longer stretch is told by its shade alone. */
const LONGEST_OUTLINED = 4096;

/** A stretch of cells, from the lower to the higher number, both inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** What is drawn, where, and which rows and columns can be seen. */
export interface Drawn {
  readonly context: CanvasRenderingContext2D;
  readonly palette: MapPalette;
  readonly layout: MapLayout;
  readonly cells: Uint8Array;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly seen: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

/** Where one is: names of groups, rows and columns of a small map, squares of a large one. */
export function drawLabels({ context, palette, layout, scale, left, top }: Drawn, labels: MapLabels): void {
  context.fillStyle = palette.text;
  context.font = `12px sans-serif`;
  for (const { text, x, y } of layout.labels) context.fillText(text, left + x * scale, top + (y + 1) * scale - 5);
  if (labels.rows.length > 0 && scale >= LEAST_FOR_SIGNS) {
    context.textAlign = 'right';
    for (const [row, text] of labels.rows.entries()) context.fillText(text, left - 6, top + (row + 0.5) * scale + 4);
    context.textAlign = 'center';
    context.font = '11px sans-serif';
    for (const [column, text] of labels.columns.entries())
      context.fillText(text, left + (column + 0.5) * scale, top - 5);
    context.font = '12px sans-serif';
    context.textAlign = 'left';
  }
  if (scale * SIDE_OF_SQUARE < LEAST_FOR_SQUARES) {
    if (scale * SIDE_OF_SQUARE < LEAST_FOR_EDGES) return;
    context.textAlign = 'right';
    for (const { text, y } of labels.edges) context.fillText(text, left - 6, top + y * scale + 12);
    context.textAlign = 'left';
    return;
  }
  for (const { text, x, y } of labels.squares) {
    const width = context.measureText(text).width + 8;
    context.globalAlpha = 0.85;
    context.fillStyle = palette.background;
    context.fillRect(left + x * scale, top + y * scale, width, 17);
    context.globalAlpha = 1;
    context.fillStyle = palette.text;
    context.fillText(text, left + x * scale + 4, top + y * scale + 13);
  }
}

/** Lines between cells; between squares where cells are small. */
export function drawLines({ context, palette, layout, scale, left, top, seen }: Drawn): void {
  const step = scale >= LEAST_FOR_LINES ? 1 : SIDE_OF_SQUARE;
  if (scale * step < LEAST_FOR_LINES || layout.labels.length > 0) return;
  context.beginPath();
  const end = { x: left + layout.width * scale, y: top + layout.height * scale };
  for (let x = seen.x0 - (seen.x0 % step); x <= seen.x1; x += step) {
    const at = Math.round(left + x * scale) + 0.5;
    context.moveTo(at, top);
    context.lineTo(at, end.y);
  }
  for (let y = seen.y0 - (seen.y0 % step); y <= seen.y1; y += step) {
    const at = Math.round(top + y * scale) + 0.5;
    context.moveTo(left, at);
    context.lineTo(end.x, at);
  }
  context.strokeStyle = palette.grid;
  context.lineWidth = 1;
  context.stroke();
}

/** At the right of each block with faults what of it is in order; cells too small for that show the fault alone. */
export function drawBars({ context, palette, layout, cells, scale, left, top, seen }: Drawn): void {
  if (scale < LEAST_FOR_LINES) return;
  context.fillStyle = palette.cells.agreed;
  const width = Math.max(2, scale / 4);
  for (let y = seen.y0; y < seen.y1; y++)
    for (let x = seen.x0; x < seen.x1; x++) {
      const cell = layout.at[y * layout.width + x] as number;
      const value = cell < 0 ? 0 : (cells[cell] as number);
      if ((value & FAULT_BIT) === 0) continue;
      const inOrder = 3 - (value >> QUARTERS_SHIFT);
      context.fillRect(left + (x + 1) * scale - width, top + y * scale, width, (scale * inOrder) / 4);
    }
}

/** Mail hosts in cells too small for signs: a dot. */
export function drawMail({ context, palette, layout, cells, scale, left, top, seen }: Drawn): void {
  if (scale < 2) return;
  context.fillStyle = palette.mail;
  const size = Math.max(1.5, scale / 3);
  for (let y = seen.y0; y < seen.y1; y++)
    for (let x = seen.x0; x < seen.x1; x++) {
      const cell = layout.at[y * layout.width + x] as number;
      if (cell < 0 || ((cells[cell] as number) & MAIL_BIT) === 0) continue;
      const inset = (scale - size) / 2;
      context.fillRect(left + x * scale + inset, top + y * scale + inset, size, size);
    }
}

/** The lower right half of each cell that was asked for; all of a small cell that differs. */
export function drawPublished(
  { context, palette, layout, cells, scale, left, top, seen }: Drawn,
  published: Int8Array,
): void {
  for (let y = seen.y0; y < seen.y1; y++)
    for (let x = seen.x0; x < seen.x1; x++) {
      const cell = layout.at[y * layout.width + x] as number;
      const state = cell < 0 ? -1 : (published[cell] ?? -1);
      const id = mapStates[state]?.id;
      if (id === undefined) continue;
      context.fillStyle = palette.cells[id];
      const [x0, y0] = [left + x * scale, top + y * scale];
      if (scale < LEAST_FOR_LINES) {
        if (state !== ((cells[cell] as number) & STATE_BITS)) context.fillRect(x0, y0, scale, scale);
        continue;
      }
      context.beginPath();
      context.moveTo(x0 + scale, y0);
      context.lineTo(x0 + scale, y0 + scale);
      context.lineTo(x0, y0 + scale);
      context.closePath();
      context.fill();
      context.strokeStyle = palette.background;
      context.stroke();
    }
}

/** A border: that of a classless child is dashed. */
export function drawOutline(
  { context, palette, scale, left, top }: Drawn,
  kind: MapRange['kind'],
  { across, down }: Outline,
): void {
  context.beginPath();
  for (const [x, y] of across) {
    context.moveTo(left + x * scale, top + y * scale);
    context.lineTo(left + (x + 1) * scale, top + y * scale);
  }
  for (const [x, y] of down) {
    context.moveTo(left + x * scale, top + y * scale);
    context.lineTo(left + x * scale, top + (y + 1) * scale);
  }
  context.strokeStyle = kind === 'child' ? palette.child : palette.cut;
  context.lineWidth = scale >= LEAST_FOR_LINES ? 2.5 : 1.5;
  context.setLineDash(kind === 'child' ? [5, 3] : []);
  context.stroke();
  context.setLineDash([]);
}

/** The addresses that are selected. */
export function drawStretch(drawn: Drawn, { first, last }: Stretch): void {
  const { context, palette, layout, scale, left, top } = drawn;
  context.fillStyle = palette.text;
  context.globalAlpha = 0.22;
  for (let cell = first; cell <= last && cell < layout.x.length; cell++)
    context.fillRect(left + (layout.x[cell] as number) * scale, top + (layout.y[cell] as number) * scale, scale, scale);
  context.globalAlpha = 1;
  if (last - first < LONGEST_OUTLINED) drawOutline(drawn, 'cut', outlineOf(layout, first, last));
}

/** A frame around the cell that keys start from: also around one too small to be seen. */
export function drawCursor({ context, palette, layout, scale, left, top }: Drawn, cell: number): void {
  const size = Math.max(scale, 7) + 2;
  const shift = (size - scale) / 2;
  const [x, y] = [left + (layout.x[cell] as number) * scale - shift, top + (layout.y[cell] as number) * scale - shift];
  context.lineWidth = 4;
  context.strokeStyle = palette.background;
  context.strokeRect(x, y, size, size);
  context.lineWidth = 2;
  context.strokeStyle = palette.text;
  context.strokeRect(x, y, size, size);
}
