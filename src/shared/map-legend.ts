import { counted, noun, phrase, translated } from '../language/phrase.ts';
import { countCells, faultStates, isBlocks, type MapPicture, type MapStateId, mapStates } from './map-cells.ts';

/** A line of the legend: a state, and how many cells are in it. */
export interface LegendRow {
  /** The number of the state. */
  readonly state: number;
  readonly id: MapStateId;
  readonly sign: string;
  readonly title: string;
  readonly about: string;
  /** In a few words what there is to do. */
  readonly hint: string;
  readonly count: number;
}

/** A part of the legend: what someone has to do something about, and what is in order. */
export interface LegendPart {
  readonly title: string;
  readonly rows: readonly LegendRow[];
}

/** The states that occur, faults first. Empty parts are left out. */
export function legendOf(cells: Uint8Array): readonly LegendPart[] {
  const { states } = countCells(cells);
  const rows = mapStates.flatMap(({ id, sign, title, about, hint }, state) => {
    const count = states[state] ?? 0;
    if (count === 0) return [];
    return [{ state, id, sign, title: translated(title), about: translated(about), hint: translated(hint), count }];
  });
  const parts: readonly LegendPart[] = [
    { title: phrase`Faults`, rows: rows.filter(({ id }) => faultStates.has(id)) },
    { title: phrase`No faults`, rows: rows.filter(({ id }) => !faultStates.has(id)) },
  ];
  return parts.filter((part) => part.rows.length > 0);
}

/** What a picture shows, as its heading: the network, and the view where it has a name. */
export function pictureTitle({ network, view }: MapPicture): string {
  return view === '' ? network : phrase`${network} in view ${view}`;
}

/** What a cell stands for, where that is no address; else empty. */
export function cellsNote({ cellPrefix }: MapPicture): string {
  if (!isBlocks(cellPrefix)) return '';
  return phrase`A cell is a /${cellPrefix}: its sign is its most frequent fault, the bar at its right what is in order`;
}

/** How many cells send mail, in words; empty where none does. */
export function mailNote(cells: Uint8Array): string {
  const { mail } = countCells(cells);
  return mail === 0 ? '' : counted(mail, noun`mail host`);
}

/** So many cells of a picture, in words: addresses, or the networks that cells stand for. */
export function cellsCount({ cellPrefix }: MapPicture, count: number): string {
  return isBlocks(cellPrefix) ? counted(count, noun`network`) : counted(count, noun`address/addresses`);
}
