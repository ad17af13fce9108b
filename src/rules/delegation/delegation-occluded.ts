import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import {
  TYPE_A,
  TYPE_AAAA,
  TYPE_CNAME,
  TYPE_DNAME,
  TYPE_DNSKEY,
  TYPE_DS,
  TYPE_NS,
  TYPE_NSEC,
  TYPE_NSEC3,
  TYPE_PTR,
  TYPE_RRSIG,
  TYPE_SOA,
} from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { counted, noun, phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE, UNDOTTED } from '../../zone/draft.ts';
import { addressLiteral } from '../facts/address-literal.ts';
import { mayBe } from '../facts/apex.ts';
import { NameBits } from '../facts/name-bits.ts';
import { isOccluded } from '../facts/occluded.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { faultyServers } from '../facts/server-state.ts';
import { allRecordsOf, blocksOfZone } from '../facts/zone-records.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** What may stand at a delegation; below it only addresses of name servers may. */
const AT_CUT: ReadonlySet<number> = new Set([
  ...[TYPE_NS, TYPE_DS, TYPE_NSEC, TYPE_RRSIG, TYPE_UNREADABLE],
  // Of these it is said that they stand beside NS records.
  ...[TYPE_CNAME, TYPE_DNAME],
]);

/** Records at or below a delegation that servers never answer with (RFC 2181 section 6.1): one finding a delegation. */
export const delegationOccluded = defineRule({
  id: 'delegation-occluded',
  scope: 'sweep',
  sweptTypes: [TYPE_NS],
  severity: 'warning',
  tag: 'unnecessary',
  summary: 'Record at or below a delegation that is no glue: servers never answer with it',
  *check(zone, ctx, report) {
    if (!isPaired(zone, ctx)) return;
    const cuts = new NameBits();
    for (const ids of blocksOfZone(zone, [TYPE_NS]))
      if (ids) addCuts(cuts, ids, zone, ctx);
      else yield;
    if (cuts.isEmpty) return;
    const found = new Map<NameId, Occluded>();
    for (const ids of allRecordsOf(zone))
      if (ids) addHidden(found, ids, { cuts, zone, ctx });
      else yield;
    for (const [cut, occluded] of found) {
      if (isMisnamedGlue(cut, occluded, { zone, ctx })) continue;
      const { first, count } = occluded;
      const record = new ZoneRecord(ctx.store, first);
      const others = count === 1 ? '' : phrase`, as ${counted(count - 1, noun`more record`)}`;
      const type = typeName(record.type);
      const place =
        record.owner === cut
          ? phrase`The ${type} record of ${shown(ctx, record.owner)} stands at the delegation of ${shown(ctx, cut)}`
          : phrase`The ${type} record of ${shown(ctx, record.owner)} lies below the delegation of ${shown(ctx, cut)}`;
      const server = record.isAddress ? phrase`, and no NS record leads to it` : '';
      report({
        at: record.at('record'),
        message: phrase`${place}${others}${server}: nobody gets it from here, it belongs to the zone ${shown(ctx, cut)}`,
      });
    }
  },
});

/** What is hidden by a delegation. */
interface Occluded {
  readonly first: RecordId;
  count: number;
  readonly names: Set<NameId>;
}

/**
 * Addresses of no more names than there are servers without glue, or without any address, are meant as that: glue-missing or
 * ns-no-address tells of it. So are those of servers whose own line can't be read, or holds an address.
 */
function isMisnamedGlue(cut: NameId, { names }: Occluded, { zone, ctx }: Where): boolean {
  const { held, settings } = ctx;
  const records = held.recordsAt(cut).filter((record) => record.zone === zone);
  const servers = records.filter(({ type }) => type === TYPE_NS);
  const unread = records.filter(mayBe(TYPE_NS));
  const literals = servers.filter((server) => addressLiteral(server, ctx) !== undefined);
  const missing = faultyServers(servers, ctx).filter(({ server: { data }, fault }) => {
    if (fault.kind === 'glue') return !settings.isOff('glue-missing');
    // What another zone would have to tell changes without this one being looked at again.
    const isOfZone = held.zoneOf(data) === zone && !isOccluded(data, zone, ctx);
    return fault.kind === 'none' && isOfZone && !settings.isOff('ns-no-address');
  });
  if (names.size > missing.length + unread.length + literals.length) return false;
  return [...names].every((name) => {
    const records = held.recordsAt(name).filter((record) => record.zone === zone);
    return records.every(({ isAddress, type }) => isAddress || type === TYPE_RRSIG);
  });
}

function addCuts(cuts: NameBits, ids: Int32Array, zone: Zone, { store: { records, names } }: RuleContext): void {
  const { apex } = zone;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as RecordId;
    // Nothing is delegated below an $ORIGIN without its final dot.
    if (records.type[id] !== TYPE_NS || ((records.flags[id] as number) & UNDOTTED) !== 0) continue;
    const owner = records.owner[id] as number;
    if (owner !== apex && names.isBelowOrAt(owner, apex)) cuts.add(owner);
  }
}

interface Where {
  readonly zone: Zone;
  readonly ctx: RuleContext;
}

interface Cuts extends Where {
  readonly cuts: NameBits;
}

/** Adds what delegations hide of the records of a block. */
function addHidden(found: Map<NameId, Occluded>, ids: Int32Array, where: Cuts): void {
  const { zone, ctx } = where;
  const owners = ctx.store.records.owner;
  let owner: NameId = NO_NAME;
  let cut: NameId = NO_NAME;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as RecordId;
    const next = owners[id] as number;
    if (next !== owner) cut = highestCut(next, where);
    owner = next;
    if (cut === NO_NAME || !isHidden(id, { cut, zone, ctx })) continue;
    const known = found.get(cut);
    if (known) {
      known.count++;
      known.names.add(next);
    } else found.set(cut, { first: id, count: 1, names: new Set([next]) });
  }
}

function highestCut(owner: NameId, { cuts, zone, ctx }: Cuts): NameId {
  const { names } = ctx.store;
  const { apex } = zone;
  let cut: NameId = NO_NAME;
  for (let node = owner; node > ROOT && node !== apex; node = names.parent(node)) if (cuts.has(node)) cut = node;
  return cut;
}

function isHidden(id: RecordId, { cut, zone, ctx }: Where & { readonly cut: NameId }): boolean {
  const { records } = ctx.store;
  const type = records.type[id] as number;
  const owner = records.owner[id] as number;
  // Of keys and SOA records that are not at the apex rules of their own tell.
  if (type === TYPE_DNSKEY || type === TYPE_SOA) return false;
  if (owner === cut ? AT_CUT.has(type) : type === TYPE_UNREADABLE || type === TYPE_NSEC3) return false;
  if (type === TYPE_A || type === TYPE_AAAA) return !isServer(owner, zone, ctx);
  // Which PTR records of two zones answer says arpa-duplicate-zones.
  return type !== TYPE_PTR || !ctx.held.view.zones.has(cut);
}

/** Whether an NS record of the zone leads to a name. */
function isServer(name: NameId, zone: Zone, { store, held }: RuleContext): boolean {
  const { records } = store;
  for (let id = held.view.index.firstTo(name); id >= 0; id = records.nextTo(id))
    if (records.type[id] === TYPE_NS && store.blockOf(id)?.instance.zone === zone) return true;
  return false;
}
