import {
  cellAddress,
  cellsOfText,
  cellsText,
  countCells,
  faultStates,
  freeAddresses,
  MAIL_BIT,
  type MapPicture,
  mapStates,
  rangeText,
  STATE_BITS,
  stateOf,
} from '../shared/map-cells.ts';
import {
  groupLayout,
  type MapLayout,
  mapOrders,
  rowStarts,
  squareCorners,
  squareLayout,
} from '../shared/map-layout.ts';
import type { FromMapView, MapViewState, ToMapView } from '../shared/map-messages.ts';
import { mapSvg, sideFor } from '../shared/map-svg.ts';
import { mapText, stretchText } from '../shared/map-text.ts';
import { editorApi, element, themeKind } from './editor.ts';
import { Menu, type MenuEntry } from './menu.ts';
import { Stage } from './stage.ts';

const FREE_WANTED = 8;
const PAGE = 256;
/** Pixels that a pointer moves before a press becomes a drag. */
const DRAG = 4;

const editor = editorApi<MapViewState>();
const canvas = element('map', HTMLCanvasElement);
const stage = new Stage(canvas);
const menu = new Menu(element('menu', HTMLElement));
const tip = element('tip', HTMLElement);
const said = element('said', HTMLElement);
const details = element('details', HTMLElement);
const networkField = element('network', HTMLInputElement);
const viewField = element('view', HTMLSelectElement);
const orderField = element('order', HTMLSelectElement);
const publishedField = element('published', HTMLInputElement);

let kept: MapViewState = editor.getState() ?? {
  network: canvas.dataset.network ?? '',
  view: '',
  order: 'rows',
  isPublished: false,
  scale: 0,
  left: 0,
  top: 0,
  cell: 0,
};
let picture: MapPicture | undefined;
let cells: Uint8Array = new Uint8Array();
let publishedStates: readonly (readonly [string, number])[] = [];
/** What was said of addresses since the last change. */
const described = new Map<string, readonly string[]>();
let opened: { readonly cell: number; readonly side: 0 | 1 } | undefined;
let waiting: { readonly x: number; readonly y: number } | undefined;

function tell(message: FromMapView): void {
  editor.postMessage(message);
}

function keep(change: Partial<MapViewState>): void {
  kept = { ...kept, ...change };
  editor.setState(kept);
}

function keepPlace(): void {
  keep({ scale: stage.scale, left: stage.left, top: stage.top, cell: stage.cell });
}

function addressOf(cell: number): string {
  return picture ? cellAddress(picture, cell) : '';
}

function layoutOf(shown: MapPicture): MapLayout {
  if (shown.groups.length > 0 || shown.cells.length === 0) return groupLayout(shown.groups);
  return squareLayout(shown.cells.length, kept.order);
}

/** Puts cells, labels and borders where they stand. */
function lay(shown: MapPicture): void {
  const layout = layoutOf(shown);
  stage.show(cells, layout, themeKind());
  stage.setRanges(shown.ranges);
  const isRows = kept.order === 'rows' && shown.groups.length === 0 && cells.length <= PAGE;
  stage.setLabels(
    isRows ? rowStarts(layout).map((cell) => cellAddress(shown, cell)) : [],
    squareCorners(layout).map(({ cell, x, y }) => ({ text: `${cellAddress(shown, cell)}/24`, x, y })),
  );
}

/** Shows a picture; where it is of the same network, what is seen of it stays. */
function show(next: MapPicture): void {
  const isSame = picture?.network === next.network && picture.view === next.view;
  const isBack = !picture && kept.network === next.network && kept.scale > 0;
  picture = next;
  cells = cellsOfText(next.cells);
  described.clear();
  opened = undefined;
  lay(next);
  if (isBack) Object.assign(stage, { scale: kept.scale, left: kept.left, top: kept.top, cell: kept.cell });
  else if (!isSame) {
    stage.cell = 0;
    stage.stretch = undefined;
    stage.fit();
  }
  networkField.value = next.network;
  document.title = `Reverse map of ${next.network}`;
  element('title', HTMLElement).textContent = document.title;
  canvas.setAttribute('aria-label', `${document.title}: ${cells.length} addresses`);
  element('empty', HTMLElement).hidden = cells.length > 0;
  keep({ network: next.network, view: next.view });
  putPublished();
  drawLegend();
  drawRanges();
}

function showViews(views: readonly string[]): void {
  const named = views.filter((view) => view !== '');
  viewField.replaceChildren(...views.map((view) => new Option(view === '' ? 'no view' : view, view)));
  viewField.value = picture?.view ?? '';
  element('view-label', HTMLElement).hidden = named.length === 0;
}

function putPublished(): void {
  publishedField.disabled = publishedStates.length === 0;
  publishedField.checked = kept.isPublished && publishedStates.length > 0;
  if (!publishedField.checked || !picture) {
    stage.setPublished(undefined);
    return;
  }
  const states = new Map(publishedStates);
  stage.setPublished(Int8Array.from(cells, (_, cell) => states.get(addressOf(cell)) ?? -1));
}

/** A row for each state: its colour and sign, how many there are, and a button that leads to the next one. */
function drawLegend(): void {
  const { states, mail } = countCells(cells);
  const rows = mapStates.flatMap(({ id, sign, title, about }, state) => {
    if (states[state] === 0) return [];
    const row = document.createElement('tr');
    const box = document.createElement('td');
    const swatch = document.createElement('span');
    swatch.className = `swatch ${id}`;
    swatch.textContent = sign;
    swatch.setAttribute('aria-hidden', 'true');
    box.append(swatch);
    const name = document.createElement('td');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = title;
    button.title = `${about}. Leads to the next one`;
    button.addEventListener('click', () => goToNext((cell) => (cell & STATE_BITS) === state, 1));
    name.append(button);
    const count = document.createElement('td');
    count.className = 'count';
    count.textContent = String(states[state] ?? 0);
    row.append(box, name, count);
    return [row];
  });
  element('legend', HTMLElement).replaceChildren(...rows);
  element('mail', HTMLElement).textContent =
    mail === 0 ? '' : `${mail} mail ${mail === 1 ? 'host' : 'hosts'}, with a frame (a dot where cells are small)`;
}

function drawRanges(): void {
  const list = element('ranges', HTMLElement);
  const items = (picture?.ranges ?? []).map(({ kind, first, last, zone, isHeld }) => {
    const item = document.createElement('li');
    const what = { zone: 'a zone of its own', cut: 'delegated', child: 'a classless child' }[kind];
    item.textContent = `${rangeText(addressOf(first), addressOf(last))}: ${zone}, ${what}${isHeld ? '' : ', not held'}`;
    return item;
  });
  list.replaceChildren(...items);
  element('ranges-title', HTMLElement).hidden = items.length === 0;
}

function cellWords(cell: number): string {
  const value = cells[cell] ?? 0;
  const mail = (value & MAIL_BIT) !== 0 ? ', mail host' : '';
  return `${addressOf(cell)}: ${stateOf(value).title}${mail}`;
}

/** Goes to a cell, says what it is, and asks for what more is known. */
function goTo(cell: number, how: 'move' | 'extend' = 'move'): void {
  if (cell < 0 || cell >= cells.length) return;
  const anchor = stage.stretch
    ? stage.stretch.first === stage.cell
      ? stage.stretch.last
      : stage.stretch.first
    : stage.cell;
  stage.cell = cell;
  stage.stretch = how === 'extend' ? { first: Math.min(anchor, cell), last: Math.max(anchor, cell) } : undefined;
  if (opened?.cell !== cell) opened = undefined;
  stage.reveal(cell);
  keepPlace();
  const { stretch } = stage;
  said.textContent = stretch
    ? `${rangeText(addressOf(stretch.first), addressOf(stretch.last))}, ${stretch.last - stretch.first + 1} addresses`
    : cellWords(cell);
  describe(cell);
}

function describe(cell: number): void {
  const address = addressOf(cell);
  const lines = described.get(address);
  drawDetails(cell, lines ?? []);
  if (!lines) tell({ does: 'describe', address });
}

function drawDetails(cell: number, lines: readonly string[]): void {
  const head = document.createElement('h2');
  head.textContent = cellWords(cell);
  const list = lines.map((line) => {
    const item = document.createElement('p');
    item.textContent = line;
    return item;
  });
  details.replaceChildren(head, ...list);
}

function goToNext(isWanted: (cell: number) => boolean, step: 1 | -1): void {
  for (let i = 1; i <= cells.length; i++) {
    const cell = (stage.cell + i * step + cells.length * 2) % cells.length;
    if (!isWanted(cells[cell] as number)) continue;
    canvas.focus();
    goTo(cell);
    return;
  }
  said.textContent = 'There is none';
}

const isFault = (cell: number): boolean => faultStates.has(stateOf(cell).id);

/** The record first, then its counterpart, in turns. */
function open(cell: number): void {
  const side = opened?.cell === cell && opened.side === 0 ? 1 : 0;
  opened = { cell, side };
  tell({ does: 'open', address: addressOf(cell), side });
}

function chosen(): { readonly first: number; readonly last: number } {
  return stage.stretch ?? { first: stage.cell, last: stage.cell };
}

function askActions(at: { readonly x: number; readonly y: number }): void {
  waiting = at;
  const { first, last } = chosen();
  tell({ does: 'actions', first: addressOf(first), last: addressOf(last) });
}

function openMenu({ first, last, actions }: Extract<ToMapView, { is: 'actions' }>): void {
  const shown = picture;
  if (!waiting || !shown) return;
  const stretch = chosen();
  if (addressOf(stretch.first) !== first || addressOf(stretch.last) !== last) return;
  const range = rangeText(first, last);
  const free = freeAddresses(shown, cells, stretch.first, FREE_WANTED);
  const isOne = stretch.first === stretch.last;
  const entries: MenuEntry[] = actions.map(({ key, title, refused }) => ({
    title,
    refused,
    run: () => tell({ does: 'edit', first, last, key }),
  }));
  if (isOne) {
    entries.push({ title: 'Show the record', run: () => tell({ does: 'open', address: first, side: 0 }) });
    entries.push({ title: 'Show its counterpart', run: () => tell({ does: 'open', address: first, side: 1 }) });
    entries.push({
      title: 'Show who points here and where it leads',
      run: () => tell({ does: 'graph', address: first }),
    });
  }
  if (free.length > 0)
    entries.push({
      title: `Copy the next ${free.length} free addresses (${rangeText(free[0] ?? '', free.at(-1) ?? '')})`,
      run: () => tell({ does: 'copy', text: `${free.join('\n')}\n`, what: `${free.length} free addresses` }),
    });
  entries.push({
    title: `Copy ${range} as text`,
    run: () => tell({ does: 'copy', text: stretchText(shown, stretch.first, stretch.last), what: range }),
  });
  entries.push({ title: `Check ${range} live`, run: () => tell({ does: 'ask-live', first, last }) });
  menu.open(`What can be done with ${range}`, entries, waiting, canvas);
  waiting = undefined;
}

function save(form: 'svg' | 'png' | 'text'): void {
  if (!picture) return;
  const layout = layoutOf(picture);
  const now = { ...picture, cells: cellsText(cells) };
  if (form === 'text') tell({ does: 'copy', text: mapText(now), what: 'The map' });
  else if (form === 'svg')
    tell({ does: 'save', form, data: mapSvg(now, { layout, palette: stage.palette, side: sideFor(layout) }) });
  else {
    const url = stage.picture(sideFor(layout)).toDataURL('image/png');
    tell({ does: 'save', form, data: url.slice(url.indexOf(',') + 1) });
  }
}

function hear(message: ToMapView): void {
  switch (message.is) {
    case 'picture':
      show(message.picture);
      if (message.views.length > 0) showViews(message.views);
      said.textContent = document.title;
      break;
    case 'problem':
      said.textContent = message.problem;
      element('problem', HTMLElement).textContent = message.problem;
      break;
    case 'changes':
      stage.change(message.cells);
      if (picture) picture = { ...picture, cells: cellsText(cells), ranges: message.ranges };
      stage.setRanges(message.ranges);
      described.clear();
      drawLegend();
      drawRanges();
      describe(stage.cell);
      break;
    case 'described':
      described.set(message.address, message.lines);
      if (message.address === addressOf(stage.cell)) drawDetails(stage.cell, message.lines);
      if (message.address === tip.dataset.address) drawTip(message.lines);
      break;
    case 'actions':
      openMenu(message);
      break;
    case 'published':
      publishedStates = message.states;
      putPublished();
  }
  if (message.is === 'picture') element('problem', HTMLElement).textContent = '';
}

function drawTip(lines: readonly string[]): void {
  tip.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('div');
      item.textContent = line;
      return item;
    }),
  );
}

function hover(cell: number, event: PointerEvent): void {
  const address = cell < 0 ? '' : addressOf(cell);
  tip.hidden = address === '';
  if (address === '') return;
  if (tip.dataset.address !== address) {
    tip.dataset.address = address;
    const known = described.get(address);
    drawTip([cellWords(cell), ...(known ?? []).slice(1)]);
    // Asked once the pointer rests: it may pass over thousands of cells.
    clearTimeout(resting);
    if (!known) resting = window.setTimeout(() => tell({ does: 'describe', address }), 60);
  }
  const { offsetWidth, offsetHeight } = tip;
  const [x, y] = [event.clientX + 14, event.clientY + 16];
  tip.style.left = `${Math.max(4, x + offsetWidth > window.innerWidth ? event.clientX - offsetWidth - 10 : x)}px`;
  tip.style.top = `${Math.max(4, y + offsetHeight > window.innerHeight ? event.clientY - offsetHeight - 10 : y)}px`;
}
let resting = 0;

let drag:
  | { readonly x: number; readonly y: number; readonly cell: number; readonly pans: boolean; isMoved: boolean }
  | undefined;

canvas.addEventListener('pointerdown', (event) => {
  menu.close();
  const cell = stage.cellAt(event.offsetX, event.offsetY);
  if (event.button === 2) return;
  canvas.setPointerCapture(event.pointerId);
  drag = { x: event.clientX, y: event.clientY, cell, pans: event.button === 1 || event.altKey, isMoved: false };
  if (event.button === 1) event.preventDefault();
});
canvas.addEventListener('pointermove', (event) => {
  const cell = stage.cellAt(event.offsetX, event.offsetY);
  if (!drag) {
    hover(cell, event);
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
    keepPlace();
    return;
  }
  if (was.isMoved && stage.stretch) {
    said.textContent = rangeText(addressOf(stage.stretch.first), addressOf(stage.stretch.last));
    askActions({ x: event.clientX, y: event.clientY });
  } else if (was.cell >= 0) {
    goTo(was.cell, event.shiftKey ? 'extend' : 'move');
    if (!event.shiftKey) open(was.cell);
  }
});
canvas.addEventListener('pointerleave', () => {
  tip.hidden = true;
  tip.dataset.address = '';
});
canvas.addEventListener('contextmenu', (event) => {
  event.preventDefault();
  const cell = stage.cellAt(event.offsetX, event.offsetY);
  const { stretch } = stage;
  if (event.button === 2 && cell >= 0 && !(stretch && cell >= stretch.first && cell <= stretch.last)) goTo(cell);
  tip.hidden = true;
  if (event.button === 2) askActions({ x: event.clientX, y: event.clientY });
});
canvas.addEventListener('wheel', (event) => {
  event.preventDefault();
  tip.hidden = true;
  if (event.ctrlKey || event.metaKey) stage.zoom(event.deltaY < 0 ? 1.25 : 0.8, event.offsetX, event.offsetY);
  else stage.pan(-event.deltaX, -event.deltaY);
  keepPlace();
});

/** The cell beside one, by rows and columns of the layout. */
function beside(dx: number, dy: number): number {
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

const KEYS: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
  ArrowRight: (event) => goTo(beside(1, 0), event.shiftKey ? 'extend' : 'move'),
  ArrowLeft: (event) => goTo(beside(-1, 0), event.shiftKey ? 'extend' : 'move'),
  ArrowDown: (event) => goTo(beside(0, 1), event.shiftKey ? 'extend' : 'move'),
  ArrowUp: (event) => goTo(beside(0, -1), event.shiftKey ? 'extend' : 'move'),
  Home: (event) => goTo(0, event.shiftKey ? 'extend' : 'move'),
  End: (event) => goTo(cells.length - 1, event.shiftKey ? 'extend' : 'move'),
  PageDown: (event) => goTo(Math.min(cells.length - 1, stage.cell + PAGE), event.shiftKey ? 'extend' : 'move'),
  PageUp: (event) => goTo(Math.max(0, stage.cell - PAGE), event.shiftKey ? 'extend' : 'move'),
  Enter: () => open(stage.cell),
  ' ': () => menuAtCell(),
  ContextMenu: () => menuAtCell(),
  F10: (event) => {
    if (event.shiftKey) menuAtCell();
  },
  n: () => goToNext(isFault, 1),
  N: () => goToNext(isFault, -1),
  m: () => goToNext((cell) => (cell & MAIL_BIT) !== 0, 1),
  '+': () => zoomAtCell(1.25),
  '=': () => zoomAtCell(1.25),
  '-': () => zoomAtCell(0.8),
  '0': () => {
    stage.fit();
    keepPlace();
  },
  Escape: () => {
    stage.stretch = undefined;
    stage.ask();
  },
};

function menuAtCell(): void {
  const { x, y, side } = stage.placeOf(stage.cell);
  const frame = canvas.getBoundingClientRect();
  askActions({ x: frame.left + x + side, y: frame.top + y + side });
}

function zoomAtCell(factor: number): void {
  const { x, y, side } = stage.placeOf(stage.cell);
  stage.zoom(factor, x + side / 2, y + side / 2);
  stage.reveal(stage.cell);
  keepPlace();
}

canvas.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== 'c' || !picture) return;
    const { first, last } = chosen();
    tell({ does: 'copy', text: stretchText(picture, first, last), what: rangeText(addressOf(first), addressOf(last)) });
    event.preventDefault();
    return;
  }
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act(event);
});
canvas.addEventListener('focus', () => {
  stage.ask();
  if (cells.length > 0) said.textContent = cellWords(stage.cell);
});
canvas.addEventListener('blur', () => stage.ask());

element('pick', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  tell({ does: 'draw', network: networkField.value, view: '' });
});
viewField.addEventListener('change', () => tell({ does: 'draw', network: kept.network, view: viewField.value }));
orderField.addEventListener('change', () => {
  keep({ order: mapOrders.find((order) => order === orderField.value) ?? 'rows' });
  if (!picture) return;
  lay(picture);
  stage.fit();
  keepPlace();
});
publishedField.addEventListener('change', () => {
  keep({ isPublished: publishedField.checked });
  putPublished();
});
document.addEventListener('click', ({ target }) => {
  const does = target instanceof HTMLElement ? target.dataset.do : undefined;
  if (does === 'in') zoomAtCell(1.25);
  if (does === 'out') zoomAtCell(0.8);
  if (does === 'fit') {
    stage.fit();
    keepPlace();
  }
  if (does === 'fault') goToNext(isFault, 1);
  if (does === 'svg' || does === 'png' || does === 'text') save(does);
});
new ResizeObserver(() => stage.resized()).observe(canvas);
new MutationObserver(() => stage.setTheme(themeKind())).observe(document.body, { attributeFilter: ['class'] });
window.addEventListener('message', ({ data }: MessageEvent<ToMapView>) => hear(data));
orderField.value = kept.order;
// For measurements of the tests.
Object.assign(window, { zonewrightStage: stage });
tell({ does: 'ready' });
if (kept.network !== '') tell({ does: 'draw', network: kept.network, view: kept.view });
