import { counted, noun, phrase, translated } from '../language/phrase.ts';
import {
  cellAddress,
  cellsOfText,
  cellsText,
  freeAddresses,
  MAIL_BIT,
  type MapPicture,
  rangeText,
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
import { editorApi, element, takeLanguage, themeKind } from './editor.ts';
import { listenToButtons, listenToKeys, listenToPointer, type MapInput } from './input.ts';
import { Menu, type MenuEntry } from './menu.ts';
import { drawDetails, drawLegend, drawRanges, Tip } from './side.ts';
import { Stage } from './stage.ts';

const FREE_WANTED = 8;
/** A map of no more cells has labels beside its rows. */
const MOST_LABELLED = 256;

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
  const isRows = kept.order === 'rows' && shown.groups.length === 0 && cells.length <= MOST_LABELLED;
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
  document.title = phrase`Reverse map of ${next.network}`;
  element('title', HTMLElement).textContent = document.title;
  canvas.setAttribute('aria-label', phrase`${document.title}: ${counted(cells.length, noun`address/addresses`)}`);
  element('empty', HTMLElement).hidden = cells.length > 0;
  keep({ network: next.network, view: next.view });
  putPublished();
  drawLegend(cells, (isWanted) => goToNext(isWanted, 1));
  drawRanges(picture);
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
  if (!publishedField.checked || !picture) {
    stage.setPublished(undefined);
    return;
  }
  const states = new Map(publishedStates);
  stage.setPublished(Int8Array.from(cells, (_, cell) => states.get(addressOf(cell)) ?? -1));
}

function cellWords(cell: number): string {
  const value = cells[cell] ?? 0;
  const mail = (value & MAIL_BIT) !== 0 ? phrase`, mail host` : '';
  return `${addressOf(cell)}: ${translated(stateOf(value).title)}${mail}`;
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
    ? phrase`${rangeText(addressOf(stretch.first), addressOf(stretch.last))}, ${stretch.last - stretch.first + 1} addresses`
    : cellWords(cell);
  describe(cell);
}

function describe(cell: number): void {
  const address = addressOf(cell);
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
    entries.push({ title: phrase`Show the record`, run: () => tell({ does: 'open', address: first, side: 0 }) });
    entries.push({ title: phrase`Show its counterpart`, run: () => tell({ does: 'open', address: first, side: 1 }) });
    entries.push({
      title: phrase`Show who points here and where it leads`,
      run: () => tell({ does: 'graph', address: first }),
    });
  }
  if (free.length > 0)
    entries.push({
      title: phrase`Copy the next ${free.length} free addresses (${rangeText(free[0] ?? '', free.at(-1) ?? '')})`,
      run: () => tell({ does: 'copy', text: `${free.join('\n')}\n`, what: phrase`${free.length} free addresses` }),
    });
  entries.push({
    title: phrase`Copy ${range} as text`,
    run: () => tell({ does: 'copy', text: stretchText(shown, stretch.first, stretch.last), what: range }),
  });
  entries.push({ title: phrase`Check ${range} live`, run: () => tell({ does: 'ask-live', first, last }) });
  menu.open(phrase`What can be done with ${range}`, entries, waiting, canvas);
  waiting = undefined;
}

function save(form: 'svg' | 'png' | 'text'): void {
  if (!picture) return;
  const layout = layoutOf(picture);
  const now = { ...picture, cells: cellsText(cells) };
  if (form === 'text') tell({ does: 'copy', text: mapText(now), what: phrase`The map` });
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
      if (!picture) break;
      picture = { ...picture, cells: cellsText(cells), ranges: message.ranges };
      stage.setRanges(message.ranges);
      described.clear();
      drawLegend(cells, (isWanted) => goToNext(isWanted, 1));
      drawRanges(picture);
      describe(stage.cell);
      break;
    case 'described':
      described.set(message.address, message.lines);
      if (message.address === addressOf(stage.cell)) drawDetails(cellWords(stage.cell), message.lines);
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
});
canvas.addEventListener('focus', () => {
  stage.ask();
  if (cells.length > 0) said.textContent = cellWords(stage.cell);
});
canvas.addEventListener('blur', () => stage.ask());

const input: MapInput = {
  canvas,
  stage,
  cellCount: () => cells.length,
  goTo,
  goToNext,
  open,
  openMenu: (at) => {
    const { first, last } = chosen();
    said.textContent = rangeText(addressOf(first), addressOf(last));
    askActions(at);
  },
  closeMenu: () => menu.close(),
  hover: (cell, at) => {
    const address = cell < 0 ? '' : addressOf(cell);
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
    const what = rangeText(addressOf(first), addressOf(last));
    tell({ does: 'copy', text: stretchText(picture, first, last), what });
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
