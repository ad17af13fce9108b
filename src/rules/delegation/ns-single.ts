import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_NS } from '../../dns/type-codes.ts';
import { recordsOfClass } from '../../edits/meant/class-as-owner.ts';
import { phrase } from '../../language/phrase.ts';
import { nameWithoutRepeat } from '../../workspace/astray.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { addressLiteral } from '../facts/address-literal.ts';
import { mayHold } from '../facts/apex.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { isInternal } from '../facts/private-zone.ts';
import { blocksOfZone } from '../facts/zone-records.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** So many delegations are told one by one. */
const MOST_TOLD = 50;

/** One name server only, of a zone or of a delegation to a zone that is not held (RFC 1034 section 4.1, RFC 2182 section 5). */
export const nsSingle = defineRule({
  id: 'ns-single',
  scope: 'sweep',
  sweptTypes: [TYPE_NS],
  severity: 'warning',
  summary: 'Zone or delegation has one name server only',
  *check(zone, ctx, report) {
    if (!isPaired(zone, ctx) || zone.gaps.size > 0) return;
    const { records, names } = ctx.store;
    const only = new Map<NameId, number>();
    let passed: NameId = NO_NAME;
    for (const ids of blocksOfZone(zone, [TYPE_NS])) {
      if (!ids) {
        yield;
        continue;
      }
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] as RecordId;
        const owner = records.owner[id] as number;
        if (records.type[id] !== TYPE_NS || owner === passed) continue;
        if (hasAnother(id, zone, ctx)) {
          passed = owner;
          continue;
        }
        const before = only.get(owner);
        only.set(owner, before === undefined || records.data[before] === records.data[id] ? id : -1);
      }
    }
    if (only.size === 0) return;
    const apexOnly = only.get(zone.apex) ?? -1;
    const data = apexOnly < 0 ? -1 : (records.data[apexOnly] as number);
    if (names.labelText(zone.apex).startsWith('_') || isInternal(zone, data < 0 ? [] : [data], ctx)) return;
    if (data > 0 && !isToldElsewhere(apexOnly, ctx))
      report({
        at: new ZoneRecord(ctx.store, apexOnly).at('target'),
        message: phrase`${shown(ctx, zone.apex)} has one name server only, ${shown(ctx, data)}: when it is down nobody answers; run a second one elsewhere`,
      });
    let count = 0;
    for (const [owner, id] of only) {
      if (id < 0 || owner === zone.apex || isSpared(owner, zone.apex, ctx) || isToldElsewhere(id, ctx)) continue;
      if (++count > MOST_TOLD) break;
      report({
        at: new ZoneRecord(ctx.store, id).at('target'),
        severity: 'information',
        message: phrase`${shown(ctx, owner)} is delegated to one name server only: when it is down nobody answers`,
      });
    }
  },
});

/** Of names with more records than these nobody looks for another server right away. */
const MOST_LOOKED_AT = 16;

/** Whether a few steps tell that the owner of an NS record has another server in the zone, as nearly all have. */
function hasAnother(server: RecordId, zone: Zone, { store, held }: RuleContext): boolean {
  const { records } = store;
  const data = records.data[server];
  let has = false;
  let left = MOST_LOOKED_AT;
  for (let id = held.view.index.firstAt(records.owner[server] as number); id >= 0; id = records.nextAt(id)) {
    if (left-- === 0) return false;
    has ||= records.type[id] === TYPE_NS && records.data[id] !== data && store.blockOf(id)?.instance.zone === zone;
  }
  return has;
}

/**
 * Of an address in place of the only server, and of localhost, other rules tell; a zone to hide names has that for good.
 * The same holds of a line for a second one that can't be read, or that is read as one of another owner.
 */
function isToldElsewhere(id: RecordId, ctx: RuleContext): boolean {
  const server = new ZoneRecord(ctx.store, id);
  const { held, store } = ctx;
  const { owner, zone } = server;
  if (zone && (held.isAstray(owner, TYPE_NS, zone) || nameWithoutRepeat(store.names, owner, zone.apex) !== NO_NAME))
    return true;
  if (mayHold(held.recordsAt(owner), TYPE_NS)) return true;
  const ofClass = [owner, store.names.findChild(owner, 'in')];
  const isServer = ({ type }: ZoneRecord): boolean => type === TYPE_NS;
  if (ofClass.some((name) => name !== NO_NAME && recordsOfClass(held, name).some(isServer))) return true;
  return addressLiteral(server, ctx) !== undefined || ctx.held.text(server.data) === 'localhost.';
}

/** What the zone itself says where it is held; names of services are often delegated to a small server of their own. */
function isSpared(owner: NameId, apex: NameId, { store: { names }, held }: RuleContext): boolean {
  if (held.view.zones.has(owner) || !names.isBelowOrAt(owner, apex)) return true;
  return names.labelText(owner).startsWith('_') || names.isWildcard(owner);
}
