import { MAIL_BIT, mapStates, STATE_BITS } from '../shared/map-cells.ts';
import type { MapLayout } from '../shared/map-layout.ts';
import { mailMark, SIGN_OF_MAIL } from '../shared/map-mail.ts';
import type { MapPalette } from '../shared/map-palettes.ts';
import { inkOn } from '../shared/map-svg.ts';
import type { Drawn } from './layers.ts';

/** Cells of a tile's side, and tiles that are kept. */
const TILE = 16;
const MOST_TILES = 256;

/**
 * The signs of cells. They are drawn once for each size of a cell, then copied into tiles of 16 by 16 cells, which are kept:
 * so a frame while panning copies some tiles, and does not write thousands of letters.
 */
export class Signs {
  #sheet: HTMLCanvasElement | undefined;
  #key = '';
  readonly #tiles = new Map<number, HTMLCanvasElement>();

  /** Other cells or colours hold. */
  forget(): void {
    this.#key = '';
    this.#tiles.clear();
  }

  /** A cell at this row and column is other than before. */
  forgetAt(layout: MapLayout, x: number, y: number): void {
    this.#tiles.delete(tileAt(layout, x, y));
  }

  /** Draws the signs of all cells that can be seen; beside the second layer they stand aside. */
  draw(drawn: Drawn, isBesideLayer: boolean): void {
    const { context, palette, scale, left, top, seen } = drawn;
    const side = Math.round(scale * (window.devicePixelRatio || 1));
    const sheet = this.#sheetOf(palette, side, isBesideLayer);
    for (let y = seen.y0 - (seen.y0 % TILE); y < seen.y1; y += TILE)
      for (let x = seen.x0 - (seen.x0 % TILE); x < seen.x1; x += TILE) {
        const tile = this.#tileOf(drawn, sheet, { x, y, side });
        context.drawImage(tile, left + x * scale, top + y * scale, TILE * scale, TILE * scale);
      }
  }

  #tileOf(
    { layout, cells }: Drawn,
    sheet: HTMLCanvasElement,
    at: { x: number; y: number; side: number },
  ): HTMLCanvasElement {
    const { side } = at;
    const key = tileAt(layout, at.x, at.y);
    const known = this.#tiles.get(key);
    if (known) return known;
    const [oldest] = this.#tiles.size >= MOST_TILES ? this.#tiles.keys() : [];
    if (oldest !== undefined) this.#tiles.delete(oldest);
    const tile = document.createElement('canvas');
    tile.width = TILE * side;
    tile.height = TILE * side;
    this.#tiles.set(key, tile);
    const context = tile.getContext('2d');
    for (let y = 0; y < TILE && at.y + y < layout.height; y++)
      for (let x = 0; x < TILE && at.x + x < layout.width; x++) {
        const cell = layout.at[(at.y + y) * layout.width + at.x + x] as number;
        const value = cell < 0 ? 0 : (cells[cell] as number);
        if (value === 0) continue;
        const [column, row] = [value & STATE_BITS, (value & MAIL_BIT) === 0 ? 0 : 1];
        context?.drawImage(sheet, column * side, row * side, side, side, x * side, y * side, side, side);
      }
    return tile;
  }

  /** A column for each state, those of mail hosts in the second row. */
  #sheetOf(palette: MapPalette, side: number, isBesideLayer: boolean): HTMLCanvasElement {
    const key = `${side} ${isBesideLayer}`;
    if (this.#sheet && key === this.#key) return this.#sheet;
    this.#tiles.clear();
    const canvas = document.createElement('canvas');
    canvas.width = side * mapStates.length;
    canvas.height = side * 2;
    const context = canvas.getContext('2d');
    if (!context) return canvas;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const inset = isBesideLayer ? 0.34 : 0.5;
    const plain = { x: inset, y: inset, size: 0.62 };
    const mail = { ...SIGN_OF_MAIL, ...(isBesideLayer ? { y: 0.5 } : {}) };
    const mark = new Path2D(mailMark(side));
    for (const [state, { id, sign }] of mapStates.entries()) {
      for (const [row, at] of [plain, mail].entries()) {
        context.setTransform(1, 0, 0, 1, state * side, row * side);
        context.font = `600 ${Math.round(side * at.size)}px sans-serif`;
        context.fillStyle = inkOn(palette.cells[id]);
        if (id !== 'free') context.fillText(sign, at.x * side, (at.y + 0.04) * side);
        if (row === 1) context.fill(mark);
      }
    }
    this.#sheet = canvas;
    this.#key = key;
    return canvas;
  }
}

/** The number of the tile that a row and column lie in. */
function tileAt({ width }: MapLayout, x: number, y: number): number {
  return Math.floor(y / TILE) * Math.ceil(width / TILE) + Math.floor(x / TILE);
}
