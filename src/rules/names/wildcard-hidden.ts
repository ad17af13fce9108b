import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_TXT } from '../../dns/type-codes.ts';
import { holdsTwice, meantAsOwner } from '../../edits/meant/repeated-origin.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { allRecordsOf, blocksOfZone } from '../facts/zone-records.ts';
import { defineRule, type RuleContext } from '../rule.ts';

const ADDRESSES = [TYPE_A, TYPE_AAAA, TYPE_CNAME];

/**
 * A name that exists for its TXT record only, or only as others stand below it, and so does not get the addresses of the
 * wildcard beside it (RFC 4592 section 2.2).
 */
export const wildcardHidden = defineRule({
  id: 'wildcard-hidden',
  scope: 'sweep',
  sweptTypes: ADDRESSES,
  severity: 'hint',
  summary: 'Name does not get the addresses of a wildcard, as it exists for other reasons',
  sweeps: (zone, ctx) => ctx.store.names.hasWildcard && !isInArpa(ctx, zone.apex) && isPaired(zone, ctx),
  *check(zone, ctx, report) {
    const wild = new Map<NameId, ZoneRecord>();
    for (const ids of blocksOfZone(zone, ADDRESSES))
      if (ids) addWildcards(wild, ids, ctx);
      else yield;
    if (wild.size === 0) return;
    const { names, records } = ctx.store;
    const told = new Set<NameId>();
    for (const ids of allRecordsOf(zone)) {
      if (!ids) {
        yield;
        continue;
      }
      for (const id of ids) {
        const owner = records.owner[id] as number;
        const hidden = hiddenName(owner, records.type[id] as number, { zone, wild }, ctx);
        const star = hidden === NO_NAME || told.has(hidden) ? undefined : wild.get(names.parent(hidden));
        if (!star || !isHost(hidden, zone, ctx)) continue;
        const record = new ZoneRecord(ctx.store, id);
        // That its owner lacks its final dot is told by another rule.
        if (holdsTwice(names, owner, zone.apex) && meantAsOwner(ctx.store, record) !== NO_NAME) continue;
        told.add(hidden);
        if (/heritage=/.test(record.type === TYPE_TXT ? (record.rdata()[0]?.text ?? '') : '')) continue;
        const why =
          hidden === owner ? phrase`has a TXT record only` : phrase`exists as ${shown(ctx, owner)} stands below it`;
        report({
          at: record.at('owner'),
          message: phrase`${shown(ctx, hidden)} ${why}, so it does not get the address of ${shown(ctx, star.owner)}: if it is to have one, give it its own`,
          related: [{ at: star.at('record'), message: phrase`The wildcard` }],
        });
      }
    }
  },
});

/** Wildcards with addresses, by the name above them. */
function addWildcards(wild: Map<NameId, ZoneRecord>, ids: Int32Array, { store }: RuleContext): void {
  const { names, records } = store;
  for (const id of ids) {
    const owner = records.owner[id] as number;
    if (!names.isWildcard(owner) || !ADDRESSES.includes(records.type[id] as number)) continue;
    if (!wild.has(names.parent(owner))) wild.set(names.parent(owner), new ZoneRecord(store, id));
  }
}

/** A zone and its wildcards. */
interface WildZone {
  readonly zone: Zone;
  readonly wild: ReadonlyMap<NameId, ZoneRecord>;
}

/** The owner itself, where it has TXT records only, or a name above it, where that has none; -1 where neither is. */
function hiddenName(owner: NameId, type: number, { zone, wild }: WildZone, ctx: RuleContext): NameId {
  const { names } = ctx.store;
  if (type === TYPE_TXT && wild.has(names.parent(owner))) return ownsBut(TYPE_TXT, owner, zone, ctx) ? NO_NAME : owner;
  // What lies in a zone below does not count here.
  if (names.isWildcard(owner) || ctx.held.zoneOf(owner) !== zone) return NO_NAME;
  for (
    let above = names.parent(owner);
    above > ROOT && !ownsBut(NO_TYPE, above, zone, ctx);
    above = names.parent(above)
  )
    if (wild.has(names.parent(above))) return above;
  return NO_NAME;
}

const NO_TYPE = -1;

/** Whether a name has records of a zone of another type; what another zone has there, as glue, is not its. */
function ownsBut(type: number, name: NameId, zone: Zone, { store, held }: RuleContext): boolean {
  const { records } = store;
  for (let id = held.view.index.firstAt(name); id >= 0; id = records.nextAt(id))
    if (records.type[id] !== type && store.blockOf(id)?.instance.zone === zone) return true;
  return false;
}

/** Whether a host may be meant: no name of a service or a key, and none that is delegated. */
function isHost(name: NameId, zone: Zone, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  if (name === zone.apex || !names.isHostName(name)) return false;
  return ctx.held.zoneOf(name) === zone;
}
