import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_NS } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { isPaired } from './pairing.ts';

/** The NS records of one name as a held zone has them at its apex, and as the held zone above delegates it. */
export interface Delegation {
  readonly child: Zone;
  readonly parent: Zone;
  readonly inChild: readonly ZoneRecord[];
  readonly inParent: readonly ZoneRecord[];
}

/**
 * The delegation of a held zone by the held zone above it, both wholly read and zones of hosts; undefined where one is not
 * held, or where a zone between them is delegated to others.
 */
export function delegationOf(apex: NameId, ctx: RuleContext): Delegation | undefined {
  const { held, store } = ctx;
  const child = held.view.zoneAt(apex);
  const above = store.names.parent(apex);
  const parent = above === NO_NAME ? undefined : held.zoneOf(above);
  if (!child || !parent || !isStatic(child, ctx) || !isStatic(parent, ctx)) return undefined;
  const servers = held.recordsAt(apex, TYPE_NS);
  return {
    child,
    parent,
    inChild: servers.filter(({ zone }) => zone === child),
    inParent: servers.filter(({ zone }) => zone === parent),
  };
}

/** Whether a file tells all that servers answer of the zone. */
function isStatic(zone: Zone, ctx: RuleContext): boolean {
  const { traits, gaps } = zone;
  return gaps.size === 0 && (traits.role === 'primary' || traits.role === 'secondary') && isPaired(zone, ctx);
}
