import { counted, laterPhrase, noun, phrase, translated } from '../language/phrase.ts';
import { countCells, isBlocks, type MapPicture, type MapStateId, mapStates } from './map-cells.ts';

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
  readonly isFault: boolean;
  readonly title: string;
  readonly rows: readonly LegendRow[];
}

/** What is to be done about a generic name that is a fault. */
const NAME_IT = laterPhrase`Give the host a name of its own: mail from such names is refused`;

/** The states that occur, faults first; a state of which only some are faults stands in both parts. Empty parts are left out. */
export function legendOf(cells: Uint8Array): readonly LegendPart[] {
  const { states, faults } = countCells(cells);
  const rows = (count: (state: number) => number, isFault: boolean): LegendRow[] =>
    mapStates.flatMap(({ id, sign, title, about, hint }, state) => {
      const found = count(state);
      if (found === 0) return [];
      return [
        {
          state,
          id,
          sign,
          title: translated(title),
          about: translated(about),
          hint: translated(isFault && id === 'generic' ? NAME_IT : hint),
          count: found,
        },
      ];
    });
  const faulty = (state: number): number => faults[state] ?? 0;
  const parts: readonly LegendPart[] = [
    { isFault: true, title: phrase`Faults`, rows: rows(faulty, true) },
    { isFault: false, title: phrase`No faults`, rows: rows((state) => (states[state] ?? 0) - faulty(state), false) },
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

/** So many cells of a picture, in words: addresses, or the networks that cells stand for. */
export function cellsCount({ cellPrefix }: MapPicture, count: number): string {
  return isBlocks(cellPrefix) ? counted(count, noun`network`) : counted(count, noun`address/addresses`);
}
