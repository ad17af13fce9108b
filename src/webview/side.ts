import { phrase } from '../language/phrase.ts';
import { type MapPicture, STATE_BITS } from '../shared/map-cells.ts';
import { cellsNote, type LegendRow, legendOf, mailNote } from '../shared/map-legend.ts';
import { rangeLines } from '../shared/map-text.ts';
import { element } from './editor.ts';

/**
 * Faults first, then what is in order: for each state its colour and sign, how many there are, what there is to do, and a
 * button that leads to the next one.
 */
export function drawLegend(
  picture: MapPicture,
  cells: Uint8Array,
  goToNext: (isWanted: (cell: number) => boolean) => void,
): void {
  const rows = legendOf(cells).flatMap(({ title, rows: own }) => [
    headRow(title),
    ...own.map((row) => legendRow(row, () => goToNext((cell) => (cell & STATE_BITS) === row.state))),
  ]);
  element('legend', HTMLElement).replaceChildren(...rows);
  const mail = mailNote(cells);
  element('mail', HTMLElement).hidden = mail === '';
  element('mail-note', HTMLElement).textContent = phrase`${mail}, with an envelope (a dot where cells are small)`;
  const note = cellsNote(picture);
  element('note', HTMLElement).textContent = note === '' ? '' : phrase`${note}. Enter or a click draws it`;
}

function headRow(title: string): HTMLElement {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.colSpan = 3;
  head.scope = 'colgroup';
  head.textContent = title;
  row.append(head);
  return row;
}

function legendRow({ id, sign, title, about, hint: words, count }: LegendRow, press: () => void): HTMLElement {
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
  button.title = phrase`${about}. Leads to the next one`;
  button.addEventListener('click', press);
  const hint = document.createElement('div');
  hint.className = 'hint';
  hint.textContent = words;
  name.append(button, hint);
  const number = document.createElement('td');
  number.className = 'count';
  number.textContent = String(count);
  row.append(box, name, number);
  return row;
}

/** The borders as a list, for those who do not see them. */
export function drawRanges(picture: MapPicture): void {
  const list = element('ranges', HTMLElement);
  const items = rangeLines(picture).map((line) => {
    const item = document.createElement('li');
    item.textContent = line;
    return item;
  });
  list.replaceChildren(...items);
  element('ranges-title', HTMLElement).hidden = items.length === 0;
}

/** What is known of the cell that keys start from. */
export function drawDetails(title: string, lines: readonly string[]): void {
  const head = document.createElement('h2');
  head.textContent = title;
  const list = lines.map((line) => {
    const item = document.createElement('p');
    item.textContent = line;
    return item;
  });
  element('details', HTMLElement).replaceChildren(head, ...list);
}

/** What is said beside the pointer. */
export class Tip {
  readonly #box = element('tip', HTMLElement);
  #address = '';
  #resting = 0;

  get address(): string {
    return this.#address;
  }

  hide(): void {
    this.#box.hidden = true;
    this.#address = '';
    clearTimeout(this.#resting);
  }

  /** Puts other lines into it. */
  say(lines: readonly string[]): void {
    this.#box.replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement('div');
        item.textContent = line;
        return item;
      }),
    );
  }

  /** Stands beside the pointer; `ask` is called once that rests on an address, as it may pass over thousands. */
  show(
    address: string,
    lines: readonly string[],
    at: { readonly x: number; readonly y: number },
    ask: () => void,
  ): void {
    this.#box.hidden = false;
    if (this.#address !== address) {
      this.#address = address;
      this.say(lines);
      clearTimeout(this.#resting);
      this.#resting = window.setTimeout(ask, REST);
    }
    const { offsetWidth, offsetHeight } = this.#box;
    const x = at.x + 14 + offsetWidth > window.innerWidth ? at.x - offsetWidth - 10 : at.x + 14;
    const y = at.y + 16 + offsetHeight > window.innerHeight ? at.y - offsetHeight - 10 : at.y + 16;
    this.#box.style.left = `${Math.max(4, x)}px`;
    this.#box.style.top = `${Math.max(4, y)}px`;
  }
}

/** Milliseconds for which a pointer rests before more is asked. */
const REST = 60;
