import type { NameId } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_DNAME, TYPE_NS } from '../../dns/type-codes.ts';
import { hasUnread } from '../../workspace/gaps.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';

/**
 * What a zone itself says of the addresses of a name in it, as servers look when they load it: `alias` and `renamed`
 * (below a DNAME) are as bad as `none`; below a delegation another zone has to know.
 */
export type AddressState =
  | { readonly kind: 'found' | 'none' | 'delegated' | 'unknown' }
  | { readonly kind: 'alias' | 'renamed'; readonly record: ZoneRecord };

/** Looks for A and AAAA records of a name at or below the zone's apex, in that zone only. */
export function addressesIn(zone: Zone, name: NameId, ctx: RuleContext): AddressState {
  const { names } = ctx.store;
  const path: NameId[] = [];
  for (let node = name; node > 0 && node !== zone.apex; node = names.parent(node)) path.unshift(node);
  const apexDname = recordsIn(zone, zone.apex, ctx).find((record) => record.type === TYPE_DNAME);
  if (apexDname && name !== zone.apex) return { kind: 'renamed', record: apexDname };
  for (const node of path) {
    const records = recordsIn(zone, node, ctx);
    if (records.some((record) => record.type === TYPE_NS)) return { kind: 'delegated' };
    const dname = node === name ? undefined : records.find((record) => record.type === TYPE_DNAME);
    if (dname) return { kind: 'renamed', record: dname };
  }
  return stateOf(recordsIn(zone, sourceOf(zone, name, ctx), ctx), zone);
}

function stateOf(records: readonly ZoneRecord[], zone: Zone): AddressState {
  if (records.some((record) => record.isAddress)) return { kind: 'found' };
  const alias = records.find((record) => record.type === TYPE_CNAME);
  if (alias) return { kind: 'alias', record: alias };
  const isUnknown = hasUnread(zone) || records.some((record) => record.type === TYPE_UNREADABLE);
  return { kind: isUnknown ? 'unknown' : 'none' };
}

/** The name itself where it exists, else the wildcard that stands for it (RFC 4592 section 3.3.1); -1 where none does. */
function sourceOf(zone: Zone, name: NameId, ctx: RuleContext): NameId {
  const { names } = ctx.store;
  const { weight } = ctx.held.view.index;
  if ((weight[name] ?? 0) > 0) return name;
  let encloser = name;
  while (encloser > 0 && encloser !== zone.apex && (weight[encloser] ?? 0) === 0) encloser = names.parent(encloser);
  return names.findChild(encloser, '*');
}

function recordsIn(zone: Zone, name: NameId, ctx: RuleContext): ZoneRecord[] {
  return name < 0 ? [] : ctx.held.recordsAt(name).filter((record) => record.zone === zone);
}
