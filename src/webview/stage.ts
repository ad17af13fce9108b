import {
  MAIL_BIT,
  type MapPalette,
  type MapRange,
  mapPalettes,
  mapStates,
  STATE_BITS,
  type ThemeKind,
} from '../shared/map-cells.ts';
import { type MapLayout, type Outline, outlineOf } from '../shared/map-layout.ts';
import { inkOn } from '../shared/map-svg.ts';

/** Pixels of a cell's side from which lines and signs are drawn, and the largest side. */
const LEAST_FOR_LINES = 6;
const LEAST_FOR_SIGNS = 13;
const LARGEST = 64;
const SIDE_OF_SQUARE = 16;
/** Pixels of a square's side from which it is named. */
const LEAST_FOR_SQUARES = 100;
/** Room for the labels of rows. */
const LABEL_ROOM = 92;
/** Room around the map that fits its frame. */
const MARGIN = 8;

/** A stretch of cells, from the lower to the higher number, both inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

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
  #rowLabels: readonly string[] = [];
  #squareLabels: readonly { readonly text: string; readonly x: number; readonly y: number }[] = [];
  #theme: ThemeKind = 'light';
  #colors = new Uint32Array();
  #sprites: HTMLCanvasElement | undefined;
  #spriteKey = '';
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

  /** Names for rows of cells, from the top, and for squares. */
  setLabels(
    rows: readonly string[],
    squares: readonly { readonly text: string; readonly x: number; readonly y: number }[],
  ): void {
    this.#rowLabels = rows;
    this.#squareLabels = squares;
    this.ask();
  }

  setTheme(theme: ThemeKind): void {
    this.#theme = theme;
    this.#spriteKey = '';
    this.#colors = new Uint32Array(mapStates.map(({ id }) => pixelOf(this.palette.cells[id])));
    for (let cell = 0; cell < this.#cells.length; cell++) this.#paint(cell);
    this.#putImage();
    this.ask();
  }

  /** Numbers of cells, each followed by what the cell is now. */
  change(changes: readonly number[]): void {
    for (let i = 0; i + 1 < changes.length; i += 2) {
      const cell = changes[i] as number;
      if (cell >= this.#cells.length) continue;
      this.#cells[cell] = changes[i + 1] as number;
      this.#paint(cell);
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
    const beside = this.#rowLabels.length > 0 ? LABEL_ROOM : MARGIN;
    const wide = (width - beside - MARGIN) / layout.width;
    const side = isList ? Math.min(wide, 24) : Math.min(wide, (height - 2 * MARGIN) / layout.height);
    this.scale = Math.max(0.5, Math.min(LARGEST, side >= 2 ? Math.floor(side) : side));
    this.left = beside;
    this.top = MARGIN;
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

  /** The whole map on a canvas of its own, a cell so large. */
  picture(side: number): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    const layout = this.#layout;
    if (!layout) return canvas;
    canvas.width = layout.width * side;
    canvas.height = layout.height * side;
    const context = canvas.getContext('2d');
    if (!context) return canvas;
    const kept = { scale: this.scale, left: this.left, top: this.top, stretch: this.stretch, cell: this.cell };
    Object.assign(this, { scale: side, left: 0, top: 0, stretch: undefined, cell: -1 });
    context.fillStyle = this.palette.background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    this.#drawMap(context, layout, { width: canvas.width, height: canvas.height });
    Object.assign(this, kept);
    return canvas;
  }

  #drawMap(context: CanvasRenderingContext2D, layout: MapLayout, frame = this.frame): void {
    const { scale, left, top } = this;
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#base, left, top, layout.width * scale, layout.height * scale);
    const seen = {
      x0: Math.max(0, Math.floor(-left / scale)),
      y0: Math.max(0, Math.floor(-top / scale)),
      x1: Math.min(layout.width, Math.ceil((frame.width - left) / scale)),
      y1: Math.min(layout.height, Math.ceil((frame.height - top) / scale)),
    };
    if (this.#published) this.#drawPublished(context, layout, seen);
    if (scale >= LEAST_FOR_LINES || layout.labels.length === 0) this.#drawLines(context, layout, seen);
    if (scale >= LEAST_FOR_SIGNS) this.#drawSigns(context, layout, seen);
    else this.#drawMail(context, layout, seen);
    this.#drawLabels(context, layout);
    for (const { range, outline } of this.#outlines) this.#drawOutline(context, range, outline);
    if (this.stretch) this.#drawStretch(context, layout, this.stretch);
    if (this.cell >= 0 && this.cell < layout.x.length) this.#drawCursor(context, this.cell);
  }

  /** Where one is: names of groups, the first address of each row of a small map, that of each square of a large one. */
  #drawLabels(context: CanvasRenderingContext2D, layout: MapLayout): void {
    const { scale, left, top } = this;
    context.fillStyle = this.palette.text;
    context.font = '12px sans-serif';
    for (const { text, x, y } of layout.labels) context.fillText(text, left + x * scale, top + (y + 1) * scale - 5);
    if (this.#rowLabels.length > 0 && scale >= LEAST_FOR_SIGNS) {
      context.textAlign = 'right';
      for (const [row, text] of this.#rowLabels.entries())
        context.fillText(text, left - 6, top + (row + 0.5) * scale + 4);
      context.textAlign = 'left';
    }
    if (scale * SIDE_OF_SQUARE < LEAST_FOR_SQUARES) return;
    for (const { text, x, y } of this.#squareLabels) {
      const width = context.measureText(text).width + 8;
      context.globalAlpha = 0.85;
      context.fillStyle = this.palette.background;
      context.fillRect(left + x * scale, top + y * scale, width, 17);
      context.globalAlpha = 1;
      context.fillStyle = this.palette.text;
      context.fillText(text, left + x * scale + 4, top + y * scale + 13);
    }
  }

  #drawLines(context: CanvasRenderingContext2D, layout: MapLayout, seen: Seen): void {
    const { scale, left, top } = this;
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
    context.strokeStyle = this.palette.grid;
    context.lineWidth = 1;
    context.stroke();
  }

  #drawSigns(context: CanvasRenderingContext2D, layout: MapLayout, seen: Seen): void {
    const sprites = this.#spritesOf();
    const side = Math.round(this.scale * this.#ratio());
    for (let y = seen.y0; y < seen.y1; y++)
      for (let x = seen.x0; x < seen.x1; x++) {
        const cell = layout.at[y * layout.width + x] as number;
        const value = cell < 0 ? 0 : (this.#cells[cell] as number);
        if (value === 0) continue;
        context.drawImage(
          sprites,
          (value & STATE_BITS) * side,
          (value & MAIL_BIT) !== 0 ? side : 0,
          side,
          side,
          this.left + x * this.scale,
          this.top + y * this.scale,
          this.scale,
          this.scale,
        );
      }
  }

  /** Mail hosts in cells too small for signs: a dot. */
  #drawMail(context: CanvasRenderingContext2D, layout: MapLayout, seen: Seen): void {
    if (this.scale < 2) return;
    context.fillStyle = this.palette.mail;
    const size = Math.max(1.5, this.scale / 3);
    for (let y = seen.y0; y < seen.y1; y++)
      for (let x = seen.x0; x < seen.x1; x++) {
        const cell = layout.at[y * layout.width + x] as number;
        if (cell < 0 || ((this.#cells[cell] as number) & MAIL_BIT) === 0) continue;
        const inset = (this.scale - size) / 2;
        context.fillRect(this.left + x * this.scale + inset, this.top + y * this.scale + inset, size, size);
      }
  }

  /** The lower right half of each cell that was asked for; all of a small cell that differs. */
  #drawPublished(context: CanvasRenderingContext2D, layout: MapLayout, seen: Seen): void {
    const { scale, left, top } = this;
    for (let y = seen.y0; y < seen.y1; y++)
      for (let x = seen.x0; x < seen.x1; x++) {
        const cell = layout.at[y * layout.width + x] as number;
        const state = cell < 0 ? -1 : (this.#published?.[cell] ?? -1);
        const id = mapStates[state]?.id;
        if (id === undefined) continue;
        context.fillStyle = this.palette.cells[id];
        const [x0, y0] = [left + x * scale, top + y * scale];
        if (scale < LEAST_FOR_LINES) {
          if (state !== ((this.#cells[cell] as number) & STATE_BITS)) context.fillRect(x0, y0, scale, scale);
          continue;
        }
        context.beginPath();
        context.moveTo(x0 + scale, y0);
        context.lineTo(x0 + scale, y0 + scale);
        context.lineTo(x0, y0 + scale);
        context.closePath();
        context.fill();
        context.strokeStyle = this.palette.background;
        context.stroke();
      }
  }

  #drawOutline(context: CanvasRenderingContext2D, { kind }: MapRange, { across, down }: Outline): void {
    const { scale, left, top, palette } = this;
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

  #drawStretch(context: CanvasRenderingContext2D, layout: MapLayout, { first, last }: Stretch): void {
    context.fillStyle = this.palette.text;
    context.globalAlpha = 0.22;
    for (let cell = first; cell <= last && cell < layout.x.length; cell++) {
      const { x, y, side } = this.placeOf(cell);
      context.fillRect(x, y, side, side);
    }
    context.globalAlpha = 1;
    if (last - first > 4096) return;
    this.#drawOutline(context, { kind: 'cut', first, last, zone: '', isHeld: true }, outlineOf(layout, first, last));
  }

  #drawCursor(context: CanvasRenderingContext2D, cell: number): void {
    if (document.activeElement !== this.#canvas && !this.stretch) return;
    const { x, y, side } = this.placeOf(cell);
    const size = Math.max(side, 7);
    const shift = (size - side) / 2;
    context.lineWidth = 4;
    context.strokeStyle = this.palette.background;
    context.strokeRect(x - shift - 1, y - shift - 1, size + 2, size + 2);
    context.lineWidth = 2;
    context.strokeStyle = this.palette.text;
    context.strokeRect(x - shift - 1, y - shift - 1, size + 2, size + 2);
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

  #ratio(): number {
    return window.devicePixelRatio || 1;
  }

  /** The signs of all states for cells of this size, those of mail hosts in the second row. */
  #spritesOf(): HTMLCanvasElement {
    const side = Math.round(this.scale * this.#ratio());
    const key = `${side} ${this.#theme} ${this.#published !== undefined}`;
    if (this.#sprites && key === this.#spriteKey) return this.#sprites;
    const canvas = document.createElement('canvas');
    canvas.width = side * mapStates.length;
    canvas.height = side * 2;
    const context = canvas.getContext('2d');
    if (!context) return canvas;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.font = `600 ${Math.round(side * 0.62)}px sans-serif`;
    const inset = this.#published ? 0.34 : 0.5;
    for (const [state, { id, sign }] of mapStates.entries()) {
      for (const row of [0, 1]) {
        context.fillStyle = inkOn(this.palette.cells[id]);
        if (id !== 'free') context.fillText(sign, (state + inset) * side, (row + inset) * side + side * 0.04);
        if (row === 0) continue;
        context.strokeStyle = inkOn(this.palette.cells[id]);
        context.lineWidth = Math.max(1.5, side * 0.09);
        context.strokeRect(state * side + side * 0.1, side + side * 0.1, side * 0.8, side * 0.8);
      }
    }
    this.#sprites = canvas;
    this.#spriteKey = key;
    return canvas;
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

interface Seen {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** `#rrggbb` as a pixel of an image, in the order of bytes of all machines that run editors. */
function pixelOf(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  return (0xff000000 | ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
}
