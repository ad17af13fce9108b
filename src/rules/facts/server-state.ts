import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_NS, TYPE_SOA } from '../../dns/type-codes.ts';
import { CLASS_IN } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE, UNDOTTED } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import { addressLiteral } from './address-literal.ts';
import { aliasedTarget, targetInWords, whyWithoutAddress } from './host-target.ts';
import { LastAsked } from './last-asked.ts';
import { isPaired, isTargetPaired, shown } from './pairing.ts';
import { addressesIn } from './server-in-zone.ts';
import type { Filter } from './unsound-data.ts';

/**
 * What is wrong with the name that an NS record leads to: `none` (no address), `alias`, `glue` (it lies below the very
 * delegation and has no address here), `sibling` (it lies below another delegation of the zone and has none here). `why` is
 * the end of a sentence that begins with the name.
 */
export type ServerFault =
  | { readonly kind: 'none'; readonly why: string; readonly record?: ZoneRecord }
  | { readonly kind: 'alias'; readonly says: string; readonly record: ZoneRecord }
  | { readonly kind: 'glue' }
  | { readonly kind: 'sibling'; readonly cut: NameId };

/** An NS record that a rule looks at, and what is wrong with it. */
export interface FaultyServer {
  readonly server: ZoneRecord;
  readonly fault: ServerFault;
}

/**
 * The NS records of a name that have a fault: those of an apex, and those of a delegation in a zone whose hosts are looked
 * at. Four rules ask this of the same records.
 */
export function faultyServers(records: readonly ZoneRecord[], ctx: RuleContext): readonly FaultyServer[] {
  let found = faulty.get(records);
  if (!found) {
    found = records.flatMap((server) => {
      const fault = server.type === TYPE_NS && isLookedAt(server, ctx) ? serverFault(server, ctx) : undefined;
      return fault ? [{ server, fault }] : [];
    });
    faulty.set(records, found);
  }
  return found;
}

/**
 * The filter of those rules: whether an NS record of a name leads to anything but a name with an address in its own zone, or
 * one in no held zone, of which nobody knows.
 */
export const hasUnsureServer: Filter = leadsAstray(TYPE_NS);

/** The same of an SOA record and its primary server. */
export const hasUnsurePrimary: Filter = leadsAstray(TYPE_SOA);

function leadsAstray(type: number): Filter {
  return (ctx, _, first) => {
    const { records } = ctx.store;
    for (let id = first; id >= 0; id = records.nextAt(id))
      if (records.type[id] === type && !hasAddressHere(id, ctx) && !isElsewhere(records.data[id] as number, ctx))
        return true;
    return false;
  };
}

/** Whether a name lies in no zone that a file here is of; an address may be looked up in a classless zone all the same. */
function isElsewhere(name: NameId, { store: { names }, held: { view } }: RuleContext): boolean {
  if (name <= ROOT || names.isAddress(name)) return false;
  for (let node = name; node > NO_NAME; node = names.parent(node)) if (view.zones.has(node)) return false;
  return true;
}

const faulty = new LastAsked<readonly ZoneRecord[], readonly FaultyServer[]>();

/**
 * The fault of an NS record, at the apex of its zone or of a delegation; undefined where there is none or nobody knows. Of an
 * address in the place of a name only that it is an alias, by a wildcard: ns-address-literal says the rest.
 */
function serverFault(server: ZoneRecord, ctx: RuleContext): ServerFault | undefined {
  const { zone, data } = server;
  if (!zone || data < ROOT || hasAddressHere(server.id, ctx)) return undefined;
  if (data === ROOT && zone.apex !== ROOT)
    return isPaired(zone, ctx)
      ? { kind: 'none', why: phrase`which is the root of all names and no server` }
      : undefined;
  const fault = faultOf(server, zone, ctx);
  return fault && fault.kind !== 'alias' && addressLiteral(server, ctx) !== undefined ? undefined : fault;
}

function faultOf(server: ZoneRecord, zone: Zone, ctx: RuleContext): ServerFault | undefined {
  const { data } = server;
  if (!ctx.store.names.isBelowOrAt(data, zone.apex)) return faultElsewhere(server, ctx);
  const state = addressesIn(zone, data, ctx);
  switch (state.kind) {
    case 'none':
      return { kind: 'none', why: phrase`which has no A or AAAA record` };
    case 'renamed':
      return {
        kind: 'none',
        why: phrase`which lies below the DNAME of ${shown(ctx, state.record.owner)}`,
        record: state.record,
      };
    case 'alias': {
      const says = phrase`${shown(ctx, data)} is an alias of ${shown(ctx, state.record.data)}`;
      return { kind: 'alias', says, record: state.record };
    }
    case 'delegated':
      return server.owner === zone.apex ? undefined : faultBelowCut(server, zone, ctx);
    default:
      return undefined;
  }
}

/** That an NS record is of a delegation, in words that begin a sentence; else that its zone has the server. */
export function serverInWords(server: ZoneRecord, ctx: RuleContext): string {
  const { name: shownName, lead } = targetInWords(server, ctx);
  if (lead !== '') return lead;
  const name = server.data === ROOT ? '"."' : shownName;
  const isApex = server.owner === server.zone?.apex;
  const owner = shown(ctx, server.owner);
  return isApex ? phrase`${owner} has the name server ${name}` : phrase`${owner} is delegated to ${name}`;
}

/** The delegation of the record's zone that a name lies at or below; -1 where there is none. */
function cutOver(name: NameId, zone: Zone, { store, held }: RuleContext): NameId {
  let cut: NameId = NO_NAME;
  for (let node = name; node > 0 && node !== zone.apex; node = store.names.parent(node))
    if (held.recordsAt(node, TYPE_NS).some((server) => server.zone === zone)) cut = node;
  return cut;
}

function isLookedAt({ id, owner, zone }: ZoneRecord, ctx: RuleContext): boolean {
  if (zone?.root.zoneClass !== CLASS_IN) return false;
  if (owner === zone.apex) return true;
  // It is no delegation, but the zone's own below an $ORIGIN without its final dot.
  if (((ctx.store.records.flags[id] as number) & UNDOTTED) !== 0) return false;
  return isPaired(zone, ctx) && !ctx.store.names.isWildcard(owner);
}

/** The case of nearly all, looked at first: an address beside the NS record, in the same zone. */
function hasAddressHere(server: RecordId, { store, held }: RuleContext): boolean {
  const { records } = store;
  const zone = store.blockOf(server)?.instance.zone;
  const data = records.data[server] as number;
  if (!zone || !store.names.isBelowOrAt(data, zone.apex)) return false;
  for (let id = held.view.index.firstAt(data); id >= 0; id = records.nextAt(id)) {
    const type = records.type[id];
    if ((type === TYPE_A || type === TYPE_AAAA) && store.blockOf(id)?.instance.zone === zone) {
      // Above the name a DNAME may stand, which no zone of hosts has: then it is looked at closely.
      return held.view.dnameCount === 0;
    }
  }
  return false;
}

function faultElsewhere(server: ZoneRecord, ctx: RuleContext): ServerFault | undefined {
  if (server.zone && !isPaired(server.zone, ctx)) return undefined;
  if (!isTargetPaired(server.data, ctx)) return undefined;
  const aliased = aliasedTarget(server, ctx);
  if (aliased) return { kind: 'alias', says: aliased.says, record: aliased.alias };
  const why = whyWithoutAddress(server, ctx);
  return why === undefined ? undefined : { kind: 'none', why };
}

/** Only what stands in the zone itself is glue; a wildcard is none, as it does not reach below a delegation. */
function faultBelowCut(server: ZoneRecord, zone: Zone, ctx: RuleContext): ServerFault | undefined {
  const { data, owner } = server;
  const own = ctx.held.recordsAt(data).filter((record) => record.zone === zone);
  if (own.some(({ isAddress, type }) => isAddress || type === TYPE_UNREADABLE) || zone.gaps.size > 0) return undefined;
  if (ctx.store.names.isBelowOrAt(data, owner)) return { kind: 'glue' };
  const aliased = own.some(({ type }) => type === TYPE_CNAME) ? undefined : aliasedTarget(server, ctx);
  if (aliased) return { kind: 'alias', says: aliased.says, record: aliased.alias };
  const why = whyWithoutAddress(server, ctx);
  if (why !== undefined) return { kind: 'none', why };
  return { kind: 'sibling', cut: cutOver(data, zone, ctx) };
}
