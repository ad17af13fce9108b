import { type PointerSource, type Series, seriesOf } from '../../src/generic/series.ts';

/** A PTR by itself: the address as its number, and the name it points to. */
export interface Pointer {
  readonly address: number | bigint;
  readonly name: string;
}

/** A series with the addresses it begins and ends with. */
export interface AddressSeries extends Series {
  readonly first: number | bigint;
  readonly last: number | bigint;
}

/** `seriesOf` for pointers in a plain list, ascending. */
export function findSeries(pointers: readonly Pointer[]): AddressSeries[] {
  const all: AddressSeries[] = [];
  for (const series of seriesOf(sourceOf(pointers))) {
    const first = pointers[series.members[0] ?? 0]?.address;
    const last = pointers[series.members[series.count - 1] ?? 0]?.address;
    if (first !== undefined && last !== undefined) all.push({ ...series, first, last });
  }
  return all;
}

function sourceOf(pointers: readonly Pointer[]): PointerSource {
  return {
    count: pointers.length,
    order: (index) => {
      const address = pointers[index]?.address ?? 0;
      return typeof address === 'number' ? address : Number(BigInt.asUintN(52, address));
    },
    writeName: (index, into) => {
      const name = pointers[index]?.name ?? '';
      const length = Math.min(name.length, into.length);
      for (let i = 0; i < length; i++) {
        const code = name.charCodeAt(i);
        into[i] = code >= 65 && code <= 90 ? code + 32 : code;
      }
      return length;
    },
  };
}
