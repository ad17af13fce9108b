import { ARPA6, type NameId, NO_NAME } from '../dns/name-table.ts';
import type { Held } from '../workspace/held.ts';
import type { Zone } from '../workspace/instance.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';

const OCTETS = Array.from({ length: 256 }, (_, octet) => String(octet));
const NIBBLES = '0123456789abcdef'.split('');

/** Where a search goes: to lower addresses or to higher ones. */
export type Direction = 'lower' | 'higher';

/** Which records of a zone are looked for. */
export interface Wanted {
  readonly zone: Zone;
  readonly types: readonly number[];
}

/**
 * The records of the address next to an owner of the reverse tree, in the zone. The names around it are walked, so that
 * it does not matter how large the zone is.
 */
export function nextAddress(held: Held, owner: NameId, direction: Direction, wanted: Wanted): readonly ZoneRecord[] {
  const { names } = held.store;
  for (let node = owner; node > 0 && node !== wanted.zone.apex; node = names.parent(node)) {
    const labels = labelsBeside(held, node);
    const at = labels.indexOf(names.labelText(node));
    if (at < 0) continue;
    const rest = direction === 'lower' ? labels.slice(0, at).reverse() : labels.slice(at + 1);
    const parent = names.parent(node);
    for (const label of rest) {
      const found = extreme(held, names.findChild(parent, label), direction, wanted);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** The records of the highest address below a name when the search goes to lower ones, of the lowest when to higher. */
function extreme(held: Held, node: NameId, direction: Direction, wanted: Wanted): readonly ZoneRecord[] {
  if (node === NO_NAME || (held.view.index.weight[node] ?? 0) === 0) return [];
  const { names } = held.store;
  if (!names.isAddress(node)) {
    const labels = labelsBelow(held, node);
    for (const label of direction === 'lower' ? [...labels].reverse() : labels) {
      const found = extreme(held, names.findChild(node, label), direction, wanted);
      if (found.length > 0) return found;
    }
  }
  return held.recordsAt(node).filter((record) => record.zone === wanted.zone && wanted.types.includes(record.type));
}

function labelsBeside(held: Held, node: NameId): readonly string[] {
  return labelsBelow(held, held.store.names.parent(node));
}

function labelsBelow(held: Held, node: NameId): readonly string[] {
  const { names } = held.store;
  return names.arpaKind(node) >= ARPA6 || names.isBelowOrAt(node, names.ip6Arpa) ? NIBBLES : OCTETS;
}
