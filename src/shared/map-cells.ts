import { laterPhrase } from '../language/phrase.ts';

/** What a map says of an address, in the order of the numbers that stand for it in a cell, with what there is to do. */
export const mapStates = [
  {
    id: 'free',
    sign: '.',
    title: laterPhrase`free`,
    about: laterPhrase`No PTR record, and no name that needs one`,
    hint: laterPhrase`Nothing is here, and nothing is needed`,
  },
  {
    id: 'agreed',
    sign: '=',
    title: laterPhrase`agreed`,
    about: laterPhrase`The PTR record leads to a name that has the address`,
    hint: laterPhrase`Both ways say the same`,
  },
  {
    id: 'no-ptr',
    sign: '!',
    title: laterPhrase`no PTR`,
    about: laterPhrase`A name has the address, and the reverse zone has no PTR record for it`,
    hint: laterPhrase`Add the PTR record: right click, or Space`,
  },
  {
    id: 'no-address',
    sign: '0',
    title: laterPhrase`PTR without address`,
    about: laterPhrase`The PTR record leads to a name that is held and has no address`,
    hint: laterPhrase`Give the name an address, or take the PTR record away`,
  },
  {
    id: 'mismatch',
    sign: 'x',
    title: laterPhrase`mismatch`,
    about: laterPhrase`The PTR record leads to a name that has other addresses`,
    hint: laterPhrase`Point the PTR record to the name that has the address`,
  },
  {
    id: 'generic',
    sign: 'G',
    title: laterPhrase`generic`,
    about: laterPhrase`The PTR record has a name made from the address`,
    hint: laterPhrase`Give the host a name of its own: mail from such names is refused`,
  },
  {
    id: 'numbered',
    sign: 'n',
    title: laterPhrase`numbered`,
    about: laterPhrase`The PTR record is one of a series whose names only count`,
    hint: laterPhrase`Numbered hosts: no fault unless they send mail`,
  },
  {
    id: 'pool',
    sign: 'p',
    title: laterPhrase`pool`,
    about: laterPhrase`Named on purpose like its neighbours (setting pools)`,
    hint: laterPhrase`Counted on purpose`,
  },
  {
    id: 'one-view',
    sign: 'v',
    title: laterPhrase`only in one view`,
    about: laterPhrase`Another view has the PTR record, this one lacks it`,
    hint: laterPhrase`Add the PTR record to this view too`,
  },
  {
    id: 'not-held',
    sign: '~',
    title: laterPhrase`not held`,
    about: laterPhrase`The reverse zone is not held here, or others run it`,
    hint: laterPhrase`Others run the reverse zone`,
  },
  {
    id: 'unchecked',
    sign: '>',
    title: laterPhrase`leads elsewhere`,
    about: laterPhrase`The PTR record leads to a name whose zone is not held here`,
    hint: laterPhrase`A live check tells whether it agrees`,
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
/** The bit of a cell about which someone has to do something. */
export const FAULT_BIT = 32;
/** Where the quarters of a block begin that are at fault: none to three, with `FAULT_BIT` one to four. */
export const QUARTERS_SHIFT = 6;

/** The states that are faults. */
export const faultStates: ReadonlySet<MapStateId> = new Set([
  'no-ptr',
  'no-address',
  'mismatch',
  'generic',
  'one-view',
]);

/** How many quarters of what a cell stands for are at fault: 4 of an address, as it is one. */
export function faultQuarters(cell: number, { cellPrefix }: Pick<MapPicture, 'cellPrefix'>): number {
  if ((cell & FAULT_BIT) === 0) return 0;
  return isBlocks(cellPrefix) ? (cell >> QUARTERS_SHIFT) + 1 : 4;
}

/** Whether the cells of a picture stand for networks of so long a prefix, not for addresses. */
export function isBlocks(cellPrefix: number): boolean {
  return cellPrefix < 32;
}

/** The state of a cell. */
export function stateOf(cell: number): (typeof mapStates)[number] {
  return mapStates[cell & STATE_BITS] ?? mapStates[0];
}

/** Cells as text for a message: a character a cell. */
export function cellsText(cells: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < cells.length; at += 4096)
    parts.push(String.fromCharCode(...Array.from(cells.subarray(at, at + 4096), (cell) => cell + FIRST_CODE)));
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
export interface CellCounts {
  readonly states: readonly number[];
  readonly mail: number;
}

/** Counts cells. */
export function countCells(cells: Uint8Array): CellCounts {
  const counts = new Array<number>(16).fill(0);
  let mail = 0;
  for (const cell of cells) {
    const state = cell & STATE_BITS;
    counts[state] = (counts[state] as number) + 1;
    if ((cell & MAIL_BIT) !== 0) mail++;
  }
  return { states: mapStates.map((_, state) => counts[state] ?? 0), mail };
}

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
  /** A cell for each address or block, or for each address in use where the network is of IPv6: see `cellsText`. */
  readonly cells: string;
  /** What a cell stands for: 32 and 128 an address, 24 and 16 a block of that prefix, as a wide network is drawn. */
  readonly cellPrefix: 16 | 24 | 32 | 128;
  readonly ranges: readonly MapRange[];
  /** The number of the first IPv4 address; for IPv6 the addresses of the cells and their groups. */
  readonly first4: number;
  readonly addresses: readonly string[];
  readonly groups: readonly MapGroup[];
}

/** The address of a cell as people write it, of a block the first one; empty where the picture has no such cell. */
export function cellAddress({ first4, addresses, cellPrefix, cells }: MapPicture, cell: number): string {
  if (cell < 0 || cell >= cells.length) return '';
  if (cellPrefix === 128) return addresses[cell] ?? '';
  return ip4Words(first4 + cell * 2 ** (32 - cellPrefix));
}

/** What a cell stands for, as people write it: an address, or a block as `10.20.0.0/24`. */
export function cellName(picture: MapPicture, cell: number): string {
  const address = cellAddress(picture, cell);
  return address === '' || !isBlocks(picture.cellPrefix) ? address : `${address}/${picture.cellPrefix}`;
}

/** The first and the last address of cells. */
export function cellsSpan(
  picture: MapPicture,
  first: number,
  last: number,
): { readonly first: string; readonly last: string } {
  const from = cellAddress(picture, first);
  if (!isBlocks(picture.cellPrefix)) return { first: from, last: cellAddress(picture, last) };
  return { first: from, last: ip4Words(picture.first4 + (last + 1) * 2 ** (32 - picture.cellPrefix) - 1) };
}

/** Cells as a range: `192.0.2.32-63`; one alone by its name. */
export function cellsName(picture: MapPicture, first: number, last: number): string {
  if (first === last) return cellName(picture, first);
  const span = cellsSpan(picture, first, last);
  return rangeText(span.first, span.last);
}

/** The cell that an IPv4 address lies in, as a number; -1 where the picture has none. */
export function cellOf4({ first4, cellPrefix, cells }: MapPicture, address: number): number {
  const cell = Math.floor((address - first4) / 2 ** (32 - cellPrefix));
  return cellPrefix !== 128 && cell >= 0 && cell < cells.length ? cell : -1;
}

function ip4Words(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** Two addresses as a range: `192.0.2.32-63`; one alone where they are the same. */
export function rangeText(first: string, last: string): string {
  if (first === last) return first;
  const shared = first.slice(0, first.lastIndexOf('.') + 1);
  return shared !== '' && last.startsWith(shared) ? `${first}-${last.slice(shared.length)}` : `${first}-${last}`;
}

/**
 * The next free addresses from a cell on; not those of IPv4 that end in 0 or 255, which networks keep for themselves. None
 * where cells are no single IPv4 addresses.
 */
export function freeAddresses(picture: MapPicture, cells: Uint8Array, from: number, count: number): string[] {
  const free = stateNumber('free');
  const found: string[] = [];
  if (picture.cellPrefix !== 32) return found;
  for (let cell = from; cell < cells.length && found.length < count; cell++) {
    const last = (picture.first4 + cell) % 256;
    if (((cells[cell] as number) & STATE_BITS) === free && last !== 0 && last !== 255)
      found.push(cellAddress(picture, cell));
  }
  return found;
}
