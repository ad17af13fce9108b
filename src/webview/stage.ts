import { type MapRange, mapStates, STATE_BITS } from '../shared/map-cells.ts';
import { type MapLabels, noLabels } from '../shared/map-labels.ts';
import { type MapLayout, type Outline, outlineOf } from '../shared/map-layout.ts';
import { legendOf, mailNote } from '../shared/map-legend.ts';
import { type MapPalette, mapPalettes, type ThemeKind } from '../shared/map-palettes.ts';
import {
  type Drawn,
  drawBars,
  drawCursor,
  drawLabels,
  drawLines,
  drawMail,
  drawOutline,
  drawPublished,
  drawStretch,
  LEAST_FOR_SIGNS,
  type Stretch,
} from './layers.ts';
import { drawSavedLegend, drawTitle, legendHeight, SAVED_TITLE, SAVED_WIDTH } from './saved.ts';
import { Signs } from './signs.ts';

/** The largest side of a cell, in pixels. */
const LARGEST = 64;
/** Room for the labels of rows. */
const LABEL_ROOM = 116;
/** Room for the labels of columns. */
const LABEL_HEIGHT = 18;
/** Room around the map that fits its frame. */
const MARGIN = 8;

/**
 * Draws cells on a canvas. All cells are kept as an image of one pixel each, which is drawn enlarged: so a change costs a
 * pixel, and a frame while panning one call, whatever the number of cells. Lines, signs and borders are drawn where they can be seen.
 */
export class Stage {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #base = document.createElement('canvas');
  #image: ImageData | undefined;
  #pixels = new Uint32Array();
  #layout: MapLayout | undefined;
  #cells: Uint8Array = new Uint8Array();
  #published: Int8Array | undefined;
  #outlines: { readonly range: MapRange; readonly outline: Outline }[] = [];
  #labels: MapLabels = noLabels;
  #isBlocks = false;
  #theme: ThemeKind = 'light';
  #colors = new Uint32Array();
  readonly #signs = new Signs();
  #isAsked = false;
  /** Whether the map is to fit its frame, whatever its size. */
  #isFitted = false;
  scale = 0;
  left = 0;
  top = 0;
  /** The cell that keys start from, and the stretch that is selected. */
  cell = 0;
  stretch: Stretch | undefined;
  /** How long the last drawing took, in milliseconds, and how many there were: for measurements. */
  readonly times = { last: 0, count: 0 };

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('no canvas can be drawn on here');
    this.#context = context;
  }

  /** The size of the frame in the page's pixels. */
  get frame(): { readonly width: number; readonly height: number } {
    return { width: this.#canvas.clientWidth, height: this.#canvas.clientHeight };
  }

  get layout(): MapLayout | undefined {
    return this.#layout;
  }

  get palette(): MapPalette {
    return mapPalettes[this.#theme];
  }

  /** Takes other cells, and where they stand. */
  show(cells: Uint8Array, layout: MapLayout, theme: ThemeKind): void {
    this.#cells = cells;
    this.#layout = layout;
    this.#base.width = Math.max(layout.width, 1);
    this.#base.height = Math.max(layout.height, 1);
    this.#image = new ImageData(this.#base.width, this.#base.height);
    this.#pixels = new Uint32Array(this.#image.data.buffer);
    this.setTheme(theme);
  }

  /** What says where one is, and whether cells stand for blocks of addresses. */
  setLabels(labels: MapLabels, isBlocksShown: boolean): void {
    this.#labels = labels;
    this.#isBlocks = isBlocksShown;
    this.ask();
  }

  setTheme(theme: ThemeKind): void {
    this.#theme = theme;
    this.#signs.forget();
    this.#colors = new Uint32Array(mapStates.map(({ id }) => pixelOf(this.palette.cells[id])));
    for (let cell = 0; cell < this.#cells.length; cell++) this.#paint(cell);
    this.#putImage();
    this.ask();
  }

  /** Numbers of cells, each followed by what the cell is now. */
  change(changes: readonly number[]): void {
    const layout = this.#layout;
    for (let i = 0; i + 1 < changes.length; i += 2) {
      const cell = changes[i] as number;
      if (cell >= this.#cells.length) continue;
      this.#cells[cell] = changes[i + 1] as number;
      this.#paint(cell);
      if (layout) this.#signs.forgetAt(layout, layout.x[cell] as number, layout.y[cell] as number);
    }
    this.#putImage();
    this.ask();
  }

  setRanges(ranges: readonly MapRange[]): void {
    const layout = this.#layout;
    this.#outlines = layout
      ? ranges.map((range) => ({ range, outline: outlineOf(layout, range.first, range.last) }))
      : [];
    this.ask();
  }

  /** The second layer: by cell the state that servers give, -1 where nobody asked. */
  setPublished(published: Int8Array | undefined): void {
    this.#published = published;
    this.ask();
  }

  /** All of the map in its frame, as large as it goes. */
  fit(): void {
    const layout = this.#layout;
    if (!layout) return;
    const { width, height } = this.frame;
    const isList = layout.labels.length > 0;
    const isLabelled = this.#labels.rows.length > 0;
    const beside = isLabelled || this.#labels.edges.length > 0 ? LABEL_ROOM : MARGIN;
    const above = isLabelled ? LABEL_HEIGHT : MARGIN;
    const wide = (width - beside - MARGIN) / layout.width;
    const side = isList ? Math.min(wide, 24) : Math.min(wide, (height - above - MARGIN) / layout.height);
    this.scale = Math.max(0.5, Math.min(LARGEST, side >= 2 ? Math.floor(side) : side));
    this.left = beside;
    this.top = above;
    this.#isFitted = true;
    this.ask();
  }

  /** The frame has another size. */
  resized(): void {
    if (this.#isFitted) this.fit();
    else this.ask();
  }

  /** Zooms by a factor; what stands at the point stays there. */
  zoom(factor: number, x = this.frame.width / 2, y = this.frame.height / 2): void {
    this.#isFitted = false;
    const before = this.scale;
    const after = before * factor;
    this.scale = Math.max(0.5, Math.min(LARGEST, after >= 4 ? Math.round(after) : after));
    this.left = x - ((x - this.left) * this.scale) / before;
    this.top = y - ((y - this.top) * this.scale) / before;
    this.#hold();
    this.ask();
  }

  pan(dx: number, dy: number): void {
    this.#isFitted = false;
    this.left += dx;
    this.top += dy;
    this.#hold();
    this.ask();
  }

  /** Brings a cell into the frame. */
  reveal(cell: number): void {
    const layout = this.#layout;
    if (!layout || cell >= layout.x.length) return;
    const { width, height } = this.frame;
    const x = (layout.x[cell] as number) * this.scale + this.left;
    const y = (layout.y[cell] as number) * this.scale + this.top;
    if (x < 0 || x + this.scale > width) this.left += width / 2 - x;
    if (y < 0 || y + this.scale > height) this.top += height / 2 - y;
    this.ask();
  }

  /** The cell at a point of the frame; -1 where there is none. */
  cellAt(x: number, y: number): number {
    const layout = this.#layout;
    if (!layout) return -1;
    const column = Math.floor((x - this.left) / this.scale);
    const row = Math.floor((y - this.top) / this.scale);
    if (column < 0 || row < 0 || column >= layout.width || row >= layout.height) return -1;
    return layout.at[row * layout.width + column] as number;
  }

  /** The place of a cell in the frame. */
  placeOf(cell: number): { readonly x: number; readonly y: number; readonly side: number } {
    const x = (this.#layout?.x[cell] ?? 0) * this.scale + this.left;
    const y = (this.#layout?.y[cell] ?? 0) * this.scale + this.top;
    return { x, y, side: this.scale };
  }

  /** Draws before the next frame is shown, once however often it is asked for. */
  ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    requestAnimationFrame(() => {
      this.#isAsked = false;
      this.draw();
    });
  }

  draw(): void {
    const began = performance.now();
    const ratio = window.devicePixelRatio || 1;
    const { width, height } = this.frame;
    const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== pixelWidth || this.#canvas.height !== pixelHeight) {
      this.#canvas.width = pixelWidth;
      this.#canvas.height = pixelHeight;
    }
    const context = this.#context;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.palette.background;
    context.fillRect(0, 0, width, height);
    if (this.#layout) this.#drawMap(context, this.#layout);
    this.times.last = performance.now() - began;
    this.times.count++;
  }

  /** The whole map on a canvas of its own, a cell so large, under a title and above its legend. */
  picture(side: number, title: string): HTMLCanvasElement {
    const legend = legendOf(this.#cells);
    const canvas = document.createElement('canvas');
    const layout = this.#layout;
    if (!layout) return canvas;
    const isLabelled = this.#labels.rows.length > 0;
    const frame = {
      left: isLabelled || this.#labels.edges.length > 0 ? LABEL_ROOM : MARGIN,
      top: SAVED_TITLE + (isLabelled ? LABEL_HEIGHT : 0),
      width: layout.width * side,
      height: layout.height * side,
    };
    canvas.width = Math.max(frame.left + frame.width + MARGIN, SAVED_WIDTH);
    canvas.height = frame.top + frame.height + 2 * MARGIN + legendHeight(legend);
    const context = canvas.getContext('2d');
    if (!context) return canvas;
    const kept = { scale: this.scale, left: this.left, top: this.top, stretch: this.stretch, cell: this.cell };
    Object.assign(this, { scale: side, left: frame.left, top: frame.top, stretch: undefined, cell: -1 });
    context.fillStyle = this.palette.background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    this.#drawMap(context, layout, { width: canvas.width, height: canvas.height });
    Object.assign(this, kept);
    drawTitle(context, this.palette, title);
    drawSavedLegend(context, this.palette, {
      legend,
      mail: mailNote(this.#cells),
      left: MARGIN,
      top: frame.top + frame.height + 2 * MARGIN,
    });
    return canvas;
  }

  #drawMap(context: CanvasRenderingContext2D, layout: MapLayout, frame = this.frame): void {
    const { scale, left, top } = this;
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#base, left, top, layout.width * scale, layout.height * scale);
    const { palette } = this;
    const [cells, published] = [this.#cells, this.#published];
    const seen = {
      x0: Math.max(0, Math.floor(-left / scale)),
      y0: Math.max(0, Math.floor(-top / scale)),
      x1: Math.min(layout.width, Math.ceil((frame.width - left) / scale)),
      y1: Math.min(layout.height, Math.ceil((frame.height - top) / scale)),
    };
    const drawn: Drawn = { context, palette, layout, cells, scale, left, top, seen };
    if (this.#isBlocks) drawBars(drawn);
    if (published) drawPublished(drawn, published);
    drawLines(drawn);
    if (scale >= LEAST_FOR_SIGNS) this.#signs.draw(drawn, published !== undefined);
    else drawMail(drawn);
    drawLabels(drawn, this.#labels);
    for (const { range, outline } of this.#outlines) drawOutline(drawn, range.kind, outline);
    if (this.stretch) drawStretch(drawn, this.stretch);
    const isSeen = document.activeElement === this.#canvas || this.stretch !== undefined;
    if (isSeen && this.cell >= 0 && this.cell < layout.x.length) drawCursor(drawn, this.cell);
  }

  #paint(cell: number): void {
    const layout = this.#layout;
    if (!layout) return;
    const place = (layout.y[cell] as number) * layout.width + (layout.x[cell] as number);
    this.#pixels[place] = this.#colors[(this.#cells[cell] as number) & STATE_BITS] as number;
  }

  #putImage(): void {
    if (this.#image) this.#base.getContext('2d')?.putImageData(this.#image, 0, 0);
  }

  /** Some of the map stays in the frame. */
  #hold(): void {
    const layout = this.#layout;
    if (!layout) return;
    const { width, height } = this.frame;
    this.left = Math.min(width - 3 * MARGIN, Math.max(3 * MARGIN - layout.width * this.scale, this.left));
    this.top = Math.min(height - 3 * MARGIN, Math.max(3 * MARGIN - layout.height * this.scale, this.top));
  }
}

/** `#rrggbb` as a pixel of an image, in the order of bytes of all machines that run editors. */
function pixelOf(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  return (0xff000000 | ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
}
