import { FAULT_BIT, MAIL_BIT } from '../shared/map-cells.ts';
import type { Stage } from './stage.ts';

/** A point of the page. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What keys and pointer do with a map. */
export interface MapInput {
  readonly canvas: HTMLCanvasElement;
  readonly stage: Stage;
  cellCount(): number;
  /** Goes to a cell; with `extend` all from where it was are selected. */
  goTo(cell: number, how: 'move' | 'extend'): void;
  goToNext(isWanted: (cell: number) => boolean, step: 1 | -1): void;
  /** The record of a cell, and when asked again its counterpart; the map of a block. */
  open(cell: number): void;
  /** The menu for what is selected. */
  openMenu(at: Point): void;
  /** The network around the one that is drawn. */
  widen(): void;
  /** Something is pressed elsewhere. */
  closeMenu(): void;
  hover(cell: number, at: Point): void;
  leave(): void;
  copy(): void;
  /** Another part of the map is seen. */
  moved(): void;
}

const PAGE = 256;
/** Pixels that a pointer moves before a press becomes a drag. */
const DRAG = 4;
const LARGER = 1.25;
const SMALLER = 0.8;

/** Whether someone has to do something about a cell. */
export function isFault(cell: number): boolean {
  return (cell & FAULT_BIT) !== 0;
}

/** Hover, click, drag, wheel: the left button selects, the middle one (or Alt) moves the map. */
export function listenToPointer(input: MapInput): void {
  const { canvas, stage } = input;
  let drag:
    | { readonly x: number; readonly y: number; readonly cell: number; readonly pans: boolean; isMoved: boolean }
    | undefined;

  canvas.addEventListener('pointerdown', (event) => {
    input.closeMenu();
    const cell = stage.cellAt(event.offsetX, event.offsetY);
    if (event.button === 2) return;
    canvas.setPointerCapture(event.pointerId);
    drag = { x: event.clientX, y: event.clientY, cell, pans: event.button === 1 || event.altKey, isMoved: false };
    if (event.button === 1) event.preventDefault();
  });
  canvas.addEventListener('pointermove', (event) => {
    const cell = stage.cellAt(event.offsetX, event.offsetY);
    if (!drag) {
      input.hover(cell, { x: event.clientX, y: event.clientY });
      return;
    }
    drag.isMoved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > DRAG;
    if (drag.pans) stage.pan(event.movementX, event.movementY);
    else if (drag.isMoved && cell >= 0 && drag.cell >= 0) {
      stage.cell = cell;
      stage.stretch = { first: Math.min(cell, drag.cell), last: Math.max(cell, drag.cell) };
      stage.ask();
    }
  });
  canvas.addEventListener('pointerup', (event) => {
    const was = drag;
    drag = undefined;
    if (!was || was.pans) {
      input.moved();
      return;
    }
    if (was.isMoved && stage.stretch) {
      input.openMenu({ x: event.clientX, y: event.clientY });
    } else if (was.cell >= 0) {
      input.goTo(was.cell, event.shiftKey ? 'extend' : 'move');
      if (!event.shiftKey) input.open(was.cell);
    }
  });
  canvas.addEventListener('pointerleave', () => {
    input.leave();
  });
  canvas.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    const cell = stage.cellAt(event.offsetX, event.offsetY);
    const { stretch } = stage;
    if (event.button === 2 && cell >= 0 && !(stretch && cell >= stretch.first && cell <= stretch.last))
      input.goTo(cell, 'move');
    input.leave();
    if (event.button === 2) input.openMenu({ x: event.clientX, y: event.clientY });
  });
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    input.leave();
    if (event.ctrlKey || event.metaKey) stage.zoom(event.deltaY < 0 ? LARGER : SMALLER, event.offsetX, event.offsetY);
    else stage.pan(-event.deltaX, -event.deltaY);
    input.moved();
  });
}

/** All of a map by keys. */
export function listenToKeys(input: MapInput): void {
  const { canvas, stage } = input;
  const menu = (): void => {
    const { x, y, side } = stage.placeOf(stage.cell);
    const frame = canvas.getBoundingClientRect();
    input.openMenu({ x: frame.left + x + side, y: frame.top + y + side });
  };
  const go = (cell: number, { shiftKey }: KeyboardEvent): void => input.goTo(cell, shiftKey ? 'extend' : 'move');
  const last = (): number => input.cellCount() - 1;
  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowRight: (event) => go(beside(stage, 1, 0), event),
    ArrowLeft: (event) => go(beside(stage, -1, 0), event),
    ArrowDown: (event) => go(beside(stage, 0, 1), event),
    ArrowUp: (event) => go(beside(stage, 0, -1), event),
    Home: (event) => go(0, event),
    End: (event) => go(last(), event),
    PageDown: (event) => go(Math.min(last(), stage.cell + PAGE), event),
    PageUp: (event) => go(Math.max(0, stage.cell - PAGE), event),
    Enter: () => input.open(stage.cell),
    ' ': menu,
    ContextMenu: menu,
    n: () => input.goToNext(isFault, 1),
    N: () => input.goToNext(isFault, -1),
    m: () => input.goToNext((cell) => (cell & MAIL_BIT) !== 0, 1),
    Backspace: () => input.widen(),
    u: () => input.widen(),
    '+': () => zoomAtCell(input, LARGER),
    '=': () => zoomAtCell(input, LARGER),
    '-': () => zoomAtCell(input, SMALLER),
    '0': () => fitAll(input),
    Escape: () => {
      stage.stretch = undefined;
      stage.ask();
    },
  };
  canvas.addEventListener('keydown', (event) => {
    const isCommand = event.ctrlKey || event.metaKey;
    const isMenu = event.key === 'F10' && event.shiftKey;
    const act = isCommand ? (event.key === 'c' ? () => input.copy() : undefined) : isMenu ? menu : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  });
}

/** The buttons beside the map that do what keys do. */
export function listenToButtons(input: MapInput): void {
  document.addEventListener('click', ({ target }) => {
    const does = target instanceof HTMLElement ? target.dataset.do : undefined;
    if (does === 'in') zoomAtCell(input, LARGER);
    if (does === 'out') zoomAtCell(input, SMALLER);
    if (does === 'fit') fitAll(input);
    if (does === 'fault') input.goToNext(isFault, 1);
    if (does === 'wider') input.widen();
  });
}

function fitAll({ stage, moved }: MapInput): void {
  stage.fit();
  moved();
}

function zoomAtCell({ stage, moved }: MapInput, factor: number): void {
  const { x, y, side } = stage.placeOf(stage.cell);
  stage.zoom(factor, x + side / 2, y + side / 2);
  stage.reveal(stage.cell);
  moved();
}

/** The cell beside one, by rows and columns of the layout. */
function beside(stage: Stage, dx: number, dy: number): number {
  const { layout } = stage;
  if (!layout) return -1;
  let [x, y] = [(layout.x[stage.cell] ?? 0) + dx, (layout.y[stage.cell] ?? 0) + dy];
  // Between groups there are rows without cells.
  for (; y >= 0 && y < layout.height && x >= 0 && x < layout.width; x += dx, y += dy) {
    const cell = layout.at[y * layout.width + x] as number;
    if (cell >= 0) return cell;
  }
  return -1;
}
