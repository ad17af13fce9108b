import {
  cellAddress,
  cellOf4,
  faultStates,
  type MapPicture,
  mapStates,
  STATE_BITS,
  stateNumber,
} from '../shared/map-cells.ts';

const [GENERIC, NUMBERED] = [stateNumber('generic'), stateNumber('numbered')];

/**
 * What servers say by the cells of a picture, -1 where nobody asked; of a block a fault where they say one. A generic name is
 * no fault where the files have it in a series.
 */
export function publishedCells(
  picture: MapPicture,
  cells: Uint8Array,
  states: readonly (readonly [address: string, state: number])[],
): Int8Array {
  const found = new Int8Array(cells.length).fill(-1);
  const cellOf = cellFinder(picture);
  for (const [address, state] of states) {
    const cell = cellOf(address);
    if (cell < 0 || isFaulty(found[cell] as number)) continue;
    const isNumbered = state === GENERIC && ((cells[cell] as number) & STATE_BITS) === NUMBERED;
    found[cell] = isNumbered ? NUMBERED : state;
  }
  return found;
}

function isFaulty(state: number): boolean {
  const id = mapStates[state]?.id;
  return id !== undefined && faultStates.has(id);
}

/** The cell of an address as it is written; -1 where the picture has none. */
function cellFinder(picture: MapPicture): (address: string) => number {
  if (picture.cellPrefix !== 128)
    return (address) =>
      address.includes(':')
        ? -1
        : cellOf4(
            picture,
            address.split('.').reduce((number, octet) => number * 256 + Number(octet), 0),
          );
  const cells = new Map(Array.from(picture.cells, (_, cell) => [cellAddress(picture, cell), cell]));
  return (address) => cells.get(address) ?? -1;
}
