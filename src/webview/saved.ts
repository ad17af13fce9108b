import type { LegendPart } from '../shared/map-legend.ts';
import { envelope } from '../shared/map-mail.ts';
import type { MapPalette } from '../shared/map-palettes.ts';
import { inkOn } from '../shared/map-svg.ts';

/** Room for the title of a picture that is saved, in pixels. */
export const SAVED_TITLE = 40;
/** The least width of such a picture, in pixels, so that its legend has room. */
export const SAVED_WIDTH = 420;
const ROW = 20;
const LEFT = 8;

/** How high a legend is, with the line of mail hosts. */
export function legendHeight(legend: readonly LegendPart[]): number {
  return legend.reduce((sum, { rows }) => sum + (rows.length + 1) * ROW, ROW);
}

/** The title of a picture that is saved. */
export function drawTitle(context: CanvasRenderingContext2D, palette: MapPalette, title: string): void {
  context.fillStyle = palette.text;
  context.font = 'bold 15px sans-serif';
  context.fillText(title, LEFT, 24);
}

/** What stands below a map that is saved, and where. */
export interface SavedLegend {
  readonly legend: readonly LegendPart[];
  /** What is said of mail hosts; empty where there are none. */
  readonly mail: string;
  readonly left: number;
  readonly top: number;
}

/** The legend of a picture that is saved, below the map. */
export function drawSavedLegend(
  context: CanvasRenderingContext2D,
  palette: MapPalette,
  { legend, mail, left, top }: SavedLegend,
): void {
  let y = top;
  for (const { title, rows } of legend) {
    context.fillStyle = palette.text;
    context.font = 'bold 13px sans-serif';
    context.fillText(title, left, y + 12);
    y += ROW;
    context.font = '13px sans-serif';
    for (const { id, sign, title: state, count } of rows) {
      context.fillStyle = palette.cells[id];
      context.fillRect(left, y, 16, 16);
      context.strokeStyle = palette.line;
      context.lineWidth = 1;
      context.strokeRect(left + 0.5, y + 0.5, 15, 15);
      context.fillStyle = inkOn(palette.cells[id]);
      context.textAlign = 'center';
      context.fillText(sign, left + 8, y + 12.5);
      context.textAlign = 'left';
      context.fillStyle = palette.text;
      context.fillText(`${state}: ${count}`, left + 24, y + 12.5);
      y += ROW;
    }
  }
  if (mail === '') return;
  context.fill(new Path2D(envelope(left + 1, y + 2, 14)));
  context.fillText(mail, left + 24, y + 12.5);
}
