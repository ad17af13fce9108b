import { laterPhrase } from '../language/phrase.ts';

/** What a map says of an address, in the order of the numbers that stand for it in a cell. */
export const mapStates = [
  {
    id: 'free',
    sign: '.',
    title: laterPhrase`free`,
    about: laterPhrase`No PTR record, and no name that needs one`,
  },
  {
    id: 'agreed',
    sign: '=',
    title: laterPhrase`agreed`,
    about: laterPhrase`The PTR record leads to a name that has the address`,
  },
  {
    id: 'no-ptr',
    sign: '!',
    title: laterPhrase`no PTR`,
    about: laterPhrase`A name has the address, and the reverse zone has no PTR record for it`,
  },
  {
    id: 'no-address',
    sign: '0',
    title: laterPhrase`PTR without address`,
    about: laterPhrase`The PTR record leads to a name that is held and has no address`,
  },
  {
    id: 'mismatch',
    sign: 'x',
    title: laterPhrase`mismatch`,
    about: laterPhrase`The PTR record leads to a name that has other addresses`,
  },
  {
    id: 'generic',
    sign: 'g',
    title: laterPhrase`generic`,
    about: laterPhrase`The PTR record has a name that a provider made from the address`,
  },
  {
    id: 'pool',
    sign: 'p',
    title: laterPhrase`pool`,
    about: laterPhrase`Named on purpose like its neighbours (setting pools)`,
  },
  {
    id: 'one-view',
    sign: '1',
    title: laterPhrase`only in one view`,
    about: laterPhrase`Another view has the PTR record, this one lacks it`,
  },
  {
    id: 'not-held',
    sign: '~',
    title: laterPhrase`not held`,
    about: laterPhrase`The reverse zone is not held here, or others run it`,
  },
  {
    id: 'unchecked',
    sign: '>',
    title: laterPhrase`leads elsewhere`,
    about: laterPhrase`The PTR record leads to a name whose zone is not held here`,
  },
] as const;

/** The word for a state. */
export type MapStateId = (typeof mapStates)[number]['id'];

/** The number that stands for a state in a cell. */
export function stateNumber(id: MapStateId): number {
  return mapStates.findIndex((state) => state.id === id);
}

/** The bits of a cell that hold its state. */
export const STATE_BITS = 15;
/** The bit of a cell whose address sends mail. */
export const MAIL_BIT = 16;

/** The states that are faults: someone has to do something. */
export const faultStates: ReadonlySet<MapStateId> = new Set(['no-ptr', 'no-address', 'mismatch', 'one-view']);

/** The state of a cell. */
export function stateOf(cell: number): (typeof mapStates)[number] {
  return mapStates[cell & STATE_BITS] ?? mapStates[0];
}

/** Cells as text for a message: a character a cell. */
export function cellsText(cells: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < cells.length; at += 4096)
    parts.push(String.fromCharCode(...cells.subarray(at, at + 4096).map((cell) => cell + FIRST_CODE)));
  return parts.join('');
}

/** Cells from the text of a message. */
export function cellsOfText(text: string): Uint8Array {
  const cells = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) cells[i] = text.charCodeAt(i) - FIRST_CODE;
  return cells;
}

/** `0`: all codes of cells are then printable and need no escapes in JSON. */
const FIRST_CODE = 48;

/** How many cells are in each state, in the order of the states, and how many send mail. */
export function countCells(cells: Uint8Array): { readonly states: readonly number[]; readonly mail: number } {
  const counts = new Array<number>(16).fill(0);
  let mail = 0;
  for (const cell of cells) {
    counts[cell & STATE_BITS] = (counts[cell & STATE_BITS] as number) + 1;
    if ((cell & MAIL_BIT) !== 0) mail++;
  }
  return { states: mapStates.map((_, state) => counts[state] ?? 0), mail };
}

/** Colours of a kind of theme: all told apart by people who see few colours (after Okabe and Ito), and by lightness. */
export interface MapPalette {
  readonly background: string;
  readonly text: string;
  readonly line: string;
  /** Between cells. */
  readonly grid: string;
  /** The border of a delegation, and the outline of a classless child. */
  readonly cut: string;
  readonly child: string;
  readonly mail: string;
  readonly cells: Readonly<Record<MapStateId, string>>;
}

/** The kinds of themes that an editor has. */
export const themeKinds = ['light', 'dark', 'contrast', 'contrast-light'] as const;
/** A kind of theme that has colours of its own. */
export type ThemeKind = (typeof themeKinds)[number];

/** The colours for each kind of theme. */
export const mapPalettes: Readonly<Record<ThemeKind, MapPalette>> = {
  light: {
    background: '#ffffff',
    text: '#1f1f1f',
    line: '#d0d0d0',
    grid: '#ffffff',
    cut: '#1f1f1f',
    child: '#0060a8',
    mail: '#1f1f1f',
    cells: {
      free: '#f3f3f3',
      agreed: '#3aa886',
      'no-ptr': '#d55e00',
      'no-address': '#f0b030',
      mismatch: '#b0307a',
      generic: '#f0e442',
      pool: '#9ad0f2',
      'one-view': '#2f6fd0',
      'not-held': '#c9c9c9',
      unchecked: '#bfe3d8',
    },
  },
  dark: {
    background: '#1f1f1f',
    text: '#e6e6e6',
    line: '#3c3c3c',
    grid: '#1f1f1f',
    cut: '#f0f0f0',
    child: '#7cc4ff',
    mail: '#ffffff',
    cells: {
      free: '#2b2b2b',
      agreed: '#0f7f62',
      'no-ptr': '#ff7a2e',
      'no-address': '#e8b13c',
      mismatch: '#e079b4',
      generic: '#f2e85c',
      pool: '#3c86ad',
      'one-view': '#4f8ff0',
      'not-held': '#565656',
      unchecked: '#24584b',
    },
  },
  contrast: {
    background: '#000000',
    text: '#ffffff',
    line: '#6f6f6f',
    grid: '#333333',
    cut: '#ffffff',
    child: '#00ffff',
    mail: '#ffffff',
    cells: {
      free: '#000000',
      agreed: '#007a5a',
      'no-ptr': '#ff8c1a',
      'no-address': '#ffd34d',
      mismatch: '#ff8fce',
      generic: '#fff46b',
      pool: '#1f6f9c',
      'one-view': '#5ea0ff',
      'not-held': '#4a4a4a',
      unchecked: '#003d2d',
    },
  },
  'contrast-light': {
    background: '#ffffff',
    text: '#000000',
    line: '#8a8a8a',
    grid: '#c8c8c8',
    cut: '#000000',
    child: '#0040a0',
    mail: '#000000',
    cells: {
      free: '#ffffff',
      agreed: '#5cc2a3',
      'no-ptr': '#b34700',
      'no-address': '#c98a00',
      mismatch: '#8a1c5c',
      generic: '#f0e442',
      pool: '#7fc4ee',
      'one-view': '#1d4fb0',
      'not-held': '#bdbdbd',
      unchecked: '#d8f0e8',
    },
  },
};

/** A stretch of cells that belong together: a zone of its own, a delegation, a classless child (RFC 2317). */
export interface MapRange {
  readonly kind: 'zone' | 'cut' | 'child';
  /** Numbers of cells, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** The zone's name without its final dot. */
  readonly zone: string;
  readonly isHeld: boolean;
}

/** Addresses in use that stand together: those of a /64 in a map of an IPv6 network. */
export interface MapGroup {
  readonly label: string;
  readonly first: number;
  readonly count: number;
}

/** The picture of a network: plain data that can be sent. */
export interface MapPicture {
  /** As people write it: `192.0.2.0/24`. */
  readonly network: string;
  readonly view: string;
  /** A cell for each address, or for each address in use where the network is of IPv6: see `cellsText`. */
  readonly cells: string;
  readonly ranges: readonly MapRange[];
  /** The number of the first IPv4 address; for IPv6 the addresses of the cells and their groups. */
  readonly first4: number;
  readonly addresses: readonly string[];
  readonly groups: readonly MapGroup[];
}

/** The address of a cell as people write it; empty where the picture has no such cell. */
export function cellAddress({ first4, addresses, groups, cells }: MapPicture, cell: number): string {
  if (cell < 0 || cell >= cells.length) return '';
  if (groups.length > 0 || addresses.length > 0) return addresses[cell] ?? '';
  const address = first4 + cell;
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** Two addresses as a range: `192.0.2.32-63`; one alone where they are the same. */
export function rangeText(first: string, last: string): string {
  if (first === last) return first;
  const shared = first.slice(0, first.lastIndexOf('.') + 1);
  return shared !== '' && last.startsWith(shared) ? `${first}-${last.slice(shared.length)}` : `${first}-${last}`;
}

/** The next free addresses from a cell on; not those of IPv4 that end in 0 or 255, which networks keep for themselves. */
export function freeAddresses(picture: MapPicture, cells: Uint8Array, from: number, count: number): string[] {
  const free = stateNumber('free');
  const found: string[] = [];
  if (picture.groups.length > 0) return found;
  for (let cell = from; cell < cells.length && found.length < count; cell++) {
    const last = (picture.first4 + cell) % 256;
    if (((cells[cell] as number) & STATE_BITS) === free && last !== 0 && last !== 255)
      found.push(cellAddress(picture, cell));
  }
  return found;
}
