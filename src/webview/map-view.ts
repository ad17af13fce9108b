import { phrase, translated } from '../language/phrase.ts';
import {
  cellName,
  cellOf4,
  cellsName,
  cellsOfText,
  cellsSpan,
  cellsText,
  isBlocks,
  MAIL_BIT,
  type MapPicture,
  mapStates,
  stateOf,
} from '../shared/map-cells.ts';
import { labelsOf } from '../shared/map-labels.ts';
import { groupLayout, type MapLayout, mapOrders, squareLayout } from '../shared/map-layout.ts';
import { cellsCount, pictureTitle } from '../shared/map-legend.ts';
import type { FromMapView, MapViewState, ToMapView } from '../shared/map-messages.ts';
import { mapSvg, sideFor } from '../shared/map-svg.ts';
import { mapText, stretchText } from '../shared/map-text.ts';
import { widerNetwork } from '../shared/wider.ts';
import { editorApi, element, takeLanguage, themeKind } from './editor.ts';
import { listenToButtons, listenToKeys, listenToPointer, type MapInput, type Point } from './input.ts';
import type { Stretch } from './layers.ts';
import { liveWords, menuEntries } from './map-menu.ts';
import { Menu } from './menu.ts';
import { publishedCells } from './published.ts';
import { drawDetails, drawLegend, drawRanges, Tip } from './side.ts';
import { Stage } from './stage.ts';

/** A click asks about no more addresses at once. */
const MOST_ASKED = 256;

takeLanguage();
const editor = editorApi<MapViewState>();
const canvas = element('map', HTMLCanvasElement);
const stage = new Stage(canvas);
const menu = new Menu(element('menu', HTMLElement));
const tip = new Tip();
const said = element('said', HTMLElement);
const networkField = element('network', HTMLInputElement);
const viewField = element('view', HTMLSelectElement);
const orderField = element('order', HTMLSelectElement);
const publishedField = element('published', HTMLInputElement);
const widerButton = element('wider', HTMLButtonElement);
const liveButton = element('live', HTMLButtonElement);

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
let waiting: Point | undefined;
/** What servers say, by cells, where that layer is shown. */
let published: Int8Array | undefined;

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

/** An address, or a block with its prefix. */
function nameOf(cell: number): string {
  return picture ? cellName(picture, cell) : '';
}

function draw(network: string): void {
  tell({ does: 'draw', network, view: kept.view });
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
  stage.setLabels(labelsOf(shown, layout, kept.order), isBlocks(shown.cellPrefix));
}

/** Shows a picture; where it is of the same network, what is seen of it stays. */
function show(next: MapPicture): void {
  const isSame = picture?.network === next.network && picture.view === next.view;
  const isBack = !picture && kept.network === next.network && kept.scale > 0;
  const inside = picture && picture.cellPrefix !== 128 ? cellOf4(next, picture.first4) : -1;
  picture = next;
  cells = cellsOfText(next.cells);
  described.clear();
  opened = undefined;
  lay(next);
  if (isBack) Object.assign(stage, { scale: kept.scale, left: kept.left, top: kept.top, cell: kept.cell });
  else if (!isSame) {
    // One comes from a network inside: its cell is where one was.
    stage.cell = Math.max(inside, 0);
    stage.stretch = undefined;
    stage.fit();
  }
  networkField.value = next.network;
  document.title = phrase`Reverse map of ${next.network}`;
  element('title', HTMLElement).textContent = document.title;
  canvas.setAttribute('aria-label', `${document.title}: ${cellsCount(next, cells.length)}`);
  element('empty', HTMLElement).hidden = cells.length > 0;
  liveButton.disabled = cells.length === 0 || cells.length > MOST_ASKED || isBlocks(next.cellPrefix);
  widerButton.disabled = widerNetwork(next.network) === undefined;
  keep({ network: next.network, view: next.view });
  putPublished();
  drawLegend(next, cells, (isWanted) => goToNext(isWanted, 1));
  drawRanges(next);
  takeKeys();
}

/** Keys are for the map where they are for nothing else on the page, and never taken from another one. */
function takeKeys(): void {
  if (document.hasFocus() && document.activeElement === document.body) canvas.focus({ preventScroll: true });
}

function showViews(views: readonly string[]): void {
  const named = views.filter((view) => view !== '');
  viewField.replaceChildren(...views.map((view) => new Option(view === '' ? phrase`no view` : view, view)));
  viewField.value = picture?.view ?? '';
  element('view-label', HTMLElement).hidden = named.length === 0;
}

function putPublished(): void {
  publishedField.disabled = publishedStates.length === 0;
  publishedField.checked = kept.isPublished && publishedStates.length > 0;
  published = publishedField.checked && picture ? publishedCells(picture, cells, publishedStates) : undefined;
  stage.setPublished(published);
}

function cellWords(cell: number): string {
  const value = cells[cell] ?? 0;
  const mail = (value & MAIL_BIT) !== 0 ? phrase`, mail host` : '';
  const served = mapStates[published?.[cell] ?? -1];
  const word = served ? phrase`, published: ${translated(served.title)}` : '';
  return `${nameOf(cell)}: ${translated(stateOf(value).title)}${mail}${word}`;
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
  said.textContent =
    stretch && picture
      ? `${cellsName(picture, stretch.first, stretch.last)}, ${cellsCount(picture, stretch.last - stretch.first + 1)}`
      : cellWords(cell);
  describe(cell);
}

function describe(cell: number): void {
  const address = nameOf(cell);
  const lines = described.get(address);
  drawDetails(cellWords(cell), lines ?? []);
  if (!lines) tell({ does: 'describe', address });
}

function goToNext(isWanted: (cell: number) => boolean, step: 1 | -1): void {
  for (let i = 1; i <= cells.length; i++) {
    const cell = (stage.cell + i * step + cells.length * 2) % cells.length;
    if (!isWanted(cells[cell] as number)) continue;
    canvas.focus();
    goTo(cell);
    return;
  }
  said.textContent = phrase`There is none`;
}

/** The record first, then its counterpart, in turns; a block is drawn. */
function open(cell: number): void {
  if (!picture) return;
  if (isBlocks(picture.cellPrefix)) {
    draw(nameOf(cell));
    return;
  }
  const side = opened?.cell === cell && opened.side === 0 ? 1 : 0;
  opened = { cell, side };
  tell({ does: 'open', address: nameOf(cell), side });
}

function chosen(): Stretch {
  return stage.stretch ?? { first: stage.cell, last: stage.cell };
}

function askActions(at: Point): void {
  if (!picture) return;
  const { first, last } = chosen();
  said.textContent = cellsName(picture, first, last);
  waiting = at;
  tell({ does: 'actions', ...cellsSpan(picture, first, last) });
}

function openMenu({ first, last, actions, places }: Extract<ToMapView, { is: 'actions' }>): void {
  if (!waiting || !picture) return;
  const stretch = chosen();
  const span = cellsSpan(picture, stretch.first, stretch.last);
  if (span.first !== first || span.last !== last) return;
  const title = phrase`What can be done with ${cellsName(picture, stretch.first, stretch.last)}`;
  menu.open(title, menuEntries({ picture, cells, stretch, actions, places, tell, draw }), waiting, canvas);
  waiting = undefined;
}

function save(form: 'svg' | 'png' | 'text'): void {
  if (!picture) return;
  const layout = layoutOf(picture);
  const now = { ...picture, cells: cellsText(cells) };
  const [{ palette }, { order }, side] = [stage, kept, sideFor(layout)];
  if (form === 'text') tell({ does: 'copy', text: mapText(now), what: phrase`The map` });
  else if (form === 'svg') tell({ does: 'save', form, data: mapSvg(now, { layout, order, palette, side }) });
  else {
    const url = stage.picture(side, phrase`Reverse map of ${pictureTitle(now)}`).toDataURL('image/png');
    tell({ does: 'save', form, data: url.slice(url.indexOf(',') + 1) });
  }
}

function checkLive(): void {
  if (picture) tell({ does: 'ask-live', words: liveWords(picture, { first: 0, last: cells.length - 1 }) });
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
      if (!picture) break;
      picture = { ...picture, cells: cellsText(cells), ranges: message.ranges };
      stage.setRanges(message.ranges);
      described.clear();
      drawLegend(picture, cells, (isWanted) => goToNext(isWanted, 1));
      drawRanges(picture);
      describe(stage.cell);
      break;
    case 'described':
      described.set(message.address, message.lines);
      if (message.address === nameOf(stage.cell)) drawDetails(cellWords(stage.cell), message.lines);
      if (message.address === tip.address)
        tip.say([`${message.address}: ${message.lines[0] ?? ''}`, ...message.lines.slice(1)]);
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
  if (does === 'svg' || does === 'png' || does === 'text') save(does);
  if (does === 'live') checkLive();
});
canvas.addEventListener('focus', () => {
  stage.ask();
  if (cells.length > 0) said.textContent = cellWords(stage.cell);
});
canvas.addEventListener('blur', () => stage.ask());
window.addEventListener('focus', takeKeys);

const input: MapInput = {
  canvas,
  stage,
  cellCount: () => cells.length,
  goTo,
  goToNext,
  open,
  openMenu: askActions,
  widen: () => {
    const wider = picture && widerNetwork(picture.network);
    if (wider !== undefined) draw(wider);
  },
  closeMenu: () => menu.close(),
  hover: (cell, at) => {
    const address = cell < 0 ? '' : nameOf(cell);
    if (address === '') {
      tip.hide();
      return;
    }
    const known = described.get(address);
    tip.show(address, [cellWords(cell), ...(known ?? []).slice(1)], at, () => {
      if (!known) tell({ does: 'describe', address });
    });
  },
  leave: () => tip.hide(),
  copy: () => {
    const { first, last } = chosen();
    if (!picture) return;
    tell({ does: 'copy', text: stretchText(picture, first, last), what: cellsName(picture, first, last) });
  },
  moved: keepPlace,
};
listenToPointer(input);
listenToKeys(input);
listenToButtons(input);
new ResizeObserver(() => stage.resized()).observe(canvas);
new MutationObserver(() => stage.setTheme(themeKind())).observe(document.body, { attributeFilter: ['class'] });
window.addEventListener('message', ({ data }: MessageEvent<ToMapView>) => hear(data));
orderField.value = kept.order;
// For measurements of the tests.
Object.assign(window, { zonewrightStage: stage });
tell({ does: 'ready' });
if (kept.network !== '') tell({ does: 'draw', network: kept.network, view: kept.view });
