import { networksOfReverseZone } from '../dns/arpa.ts';
import { ARPA6, type NameId } from '../dns/name-table.ts';
import { undotted } from '../dns/shown-name.ts';
import { TYPE_NS } from '../dns/type-codes.ts';
import { blocksOfZone } from '../rules/facts/zone-records.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { MapRange } from '../shared/map-cells.ts';
import type { Zone } from '../workspace/instance.ts';
import type { MapNetwork } from './network.ts';

/**
 * What has borders in an IPv4 network: zones that begin within it, delegations to zones that are not held, and classless
 * children (RFC 2317) of either kind. A network of IPv6 is drawn by its prefixes and has none; where cells are blocks, only
 * what takes several of them has a border.
 */
export function rangesIn(ctx: RuleContext, network: MapNetwork): readonly MapRange[] {
  if (network.family === 6) return [];
  const { view } = ctx.held;
  const last = network.first + 2 ** (32 - network.prefixLength) - 1;
  const size = 2 ** (32 - network.cellPrefix);
  const found = new Map<NameId, MapRange>();
  const add = (apex: NameId): void => {
    const range = rangeOf(ctx, apex, { first: network.first, last, size });
    if (range) found.set(apex, range);
  };
  for (const apex of view.zones.keys()) if (isReverse4(ctx, apex)) add(apex);
  for (const zone of reverseZones(ctx))
    for (const owner of delegatedBy(ctx, zone)) if (!view.zones.has(owner) && !found.has(owner)) add(owner);
  return [...found.values()].sort((a, b) => a.first - b.first || b.last - a.last || (a.zone < b.zone ? -1 : 1));
}

function reverseZones(ctx: RuleContext): Zone[] {
  const { view } = ctx.held;
  return [...view.zones.keys()].flatMap((apex) => (isReverse4(ctx, apex) ? (view.zoneAt(apex) ?? []) : []));
}

function isReverse4({ store: { names } }: RuleContext, name: NameId): boolean {
  return names.isBelowOrAt(name, names.inAddrArpa) && names.arpaKind(name) < ARPA6;
}

/** The names that a zone delegates. */
function delegatedBy({ store }: RuleContext, zone: Zone): ReadonlySet<NameId> {
  const { records } = store;
  const found = new Set<NameId>();
  for (const block of blocksOfZone(zone, [TYPE_NS]))
    for (const record of block ?? []) {
      const owner = records.owner[record] as NameId;
      if (records.type[record] === TYPE_NS && owner !== zone.apex) found.add(owner);
    }
  return found;
}

/** The cells that a zone or a delegation takes, where it takes some of the network and not all of it. */
function rangeOf(
  ctx: RuleContext,
  apex: NameId,
  network: { readonly first: number; readonly last: number; readonly size: number },
): MapRange | undefined {
  const [own, other] = networksOfReverseZone(ctx.store.names.text(apex));
  // A label that can be read in two ways tells no border.
  if (own?.family !== 4 || other !== undefined) return undefined;
  const first = Math.max(own.first, network.first);
  const last = Math.min(own.last, network.last);
  if (first > last || (first === network.first && last === network.last && !own.classless)) return undefined;
  if (network.size > 1 && last - first < network.size) return undefined;
  const isHeld = ctx.held.view.zones.has(apex);
  return {
    kind: own.classless ? 'child' : isHeld ? 'zone' : 'cut',
    first: (first - network.first) / network.size,
    last: (last + 1 - network.first) / network.size - 1,
    zone: undotted(ctx.held.text(apex)),
    isHeld,
  };
}
