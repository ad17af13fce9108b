import { phrase } from '../language/phrase.ts';
import { cellName, cellsName, cellsSpan, freeAddresses, isBlocks, type MapPicture } from '../shared/map-cells.ts';
import type { FromMapView } from '../shared/map-messages.ts';
import type { MapAction } from '../shared/map-protocol.ts';
import { stretchText } from '../shared/map-text.ts';
import type { Stretch } from './layers.ts';
import type { MenuEntry } from './menu.ts';

const FREE_WANTED = 8;

/** What the menu of a stretch is made from: the picture as it is now, and what the server offers. */
export interface MenuParts {
  readonly picture: MapPicture;
  readonly cells: Uint8Array;
  readonly stretch: Stretch;
  readonly actions: readonly MapAction[];
  /** At how many places a single address stands. */
  readonly places: number;
  readonly tell: (message: FromMapView) => void;
  /** Draws another network. */
  readonly draw: (network: string) => void;
}

/** What can be done with a stretch: what the server offers first, then what the page can do by itself. */
export function menuEntries(parts: MenuParts): readonly MenuEntry[] {
  const { picture, stretch, actions, tell } = parts;
  const span = cellsSpan(picture, stretch.first, stretch.last);
  const name = cellsName(picture, stretch.first, stretch.last);
  const entries: MenuEntry[] = actions.map(({ key, title, refused }) => ({
    title,
    refused,
    run: () => tell({ does: 'edit', ...span, key }),
  }));
  if (stretch.first === stretch.last) entries.push(...entriesOfOne(parts, span.first));
  entries.push(...freeEntries(parts), {
    title: phrase`Copy ${name} as text`,
    run: () => tell({ does: 'copy', text: stretchText(picture, stretch.first, stretch.last), what: name }),
  });
  entries.push({
    title: phrase`Check ${name} live`,
    run: () => tell({ does: 'ask-live', words: liveWords(picture, stretch) }),
  });
  return entries;
}

/** The words that a live check takes: a network as it is, each address of a stretch. */
export function liveWords(picture: MapPicture, { first, last }: Stretch): string {
  if (first === 0 && last === picture.cells.length - 1 && picture.cellPrefix !== 128) return picture.network;
  return Array.from({ length: last - first + 1 }, (_, i) => cellName(picture, first + i)).join(' ');
}

function entriesOfOne({ picture, stretch, places, tell, draw }: MenuParts, address: string): MenuEntry[] {
  if (isBlocks(picture.cellPrefix)) {
    const block = cellName(picture, stretch.first);
    return [{ title: phrase`Draw ${block}`, run: () => draw(block) }];
  }
  const shown: MenuEntry[] = [
    { title: phrase`Show the record`, run: () => tell({ does: 'open', address, side: 0 }) },
    { title: phrase`Show its counterpart`, run: () => tell({ does: 'open', address, side: 1 }) },
  ];
  return [
    ...shown.slice(0, places),
    { title: phrase`Show who points here and where it leads`, run: () => tell({ does: 'graph', address }) },
  ];
}

function freeEntries({ picture, cells, stretch, tell }: MenuParts): MenuEntry[] {
  const free = freeAddresses(picture, cells, stretch.first, FREE_WANTED);
  const [first] = free;
  if (first === undefined) return [];
  return [
    {
      title: phrase`Copy the next ${free.length} free addresses, from ${first}`,
      run: () => tell({ does: 'copy', text: `${free.join('\n')}\n`, what: phrase`${free.length} free addresses` }),
    },
  ];
}
