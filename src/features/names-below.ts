import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { UNDERSCORE } from '../dns/service-name.ts';
import type { Store } from '../workspace/store.ts';
import type { View } from '../workspace/view.ts';

/** The names below another one that a view has. */
export interface NamesBelow {
  /**
   * Those under a label that begins with an underscore: they say something of the name itself (RFC 8552), its services,
   * keys and policies, and have no meaning without it. Also where they are only led to.
   */
  readonly own: readonly NameId[];
  /** The other names that own records: hosts of their own, and wildcards for such. */
  readonly others: readonly NameId[];
}

/** After so many names others have a turn. */
const NAMES_PER_SLICE = 16_384;

/**
 * Finds the names below one. Names have no lists of their children, so all that may be are looked through; each `yield` is
 * a place to stop.
 */
export function* namesBelow({ names }: Store, { index }: View, name: NameId): Generator<void, NamesBelow> {
  const found: { own: NameId[]; others: NameId[] } = { own: [], others: [] };
  const isOwn = new Map([[name, false]]);
  const first = names.firstBelow(name);
  // An IPv6 address may have come before the names above it: the second time it is found, and what lies below it.
  for (let left = first > name ? 1 : 2; left > 0; left--)
    for (let below: NameId = first; below < names.count; below++) {
      if (below % NAMES_PER_SLICE === 0) yield;
      // The names above addresses elsewhere need not be made.
      if (isOwn.has(below) || (names.isAddress(below) && !names.isBelowOrAt(below, name))) continue;
      const parent = names.parent(below);
      const above = isOwn.get(parent);
      if (above === undefined) continue;
      const own = above || (parent === name && names.firstByte(below) === UNDERSCORE);
      isOwn.set(below, own);
      const isOwner = index.firstAt(below) >= 0;
      if (own && (isOwner || index.firstTo(below) >= 0)) found.own.push(below);
      if (!own && isOwner) found.others.push(below);
    }
  return found;
}

/** A name below one as it is below another; -1 where it would be too long. */
export function nameUnder({ names }: Store, below: NameId, from: NameId, to: NameId): NameId {
  const labels: string[] = [];
  for (let node = below; node > 0 && node !== from; node = names.parent(node))
    labels.unshift(String.fromCharCode(...names.label(node)));
  return labels.reduce((node, label) => (node === NO_NAME ? node : names.childText(node, label)), to);
}
