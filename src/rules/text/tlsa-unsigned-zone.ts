import { TYPE_CDNSKEY, TYPE_CDS, TYPE_DNSKEY, TYPE_DS, TYPE_RRSIG, TYPE_SOA, TYPE_TLSA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { fieldsAt } from '../facts/mail-fields.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** What says at an apex that a zone is signed, or may: keys, signatures, a DS, and lines that can't be read. */
const OF_SIGNING: ReadonlySet<number> = new Set([
  TYPE_DNSKEY,
  TYPE_RRSIG,
  TYPE_CDS,
  TYPE_CDNSKEY,
  TYPE_DS,
  TYPE_UNREADABLE,
]);

/** TLSA records in a zone that is known not to be signed: clients pass over them (RFC 6698 section 4.1). */
export const tlsaUnsignedZone = defineRule({
  id: 'tlsa-unsigned-zone',
  scope: 'name',
  severity: 'information',
  types: [TYPE_TLSA],
  wants: (ctx, _, first) => {
    const { records } = ctx.store;
    for (let id = first; id >= 0; id = records.nextAt(id)) {
      const zone = records.type[id] === TYPE_TLSA ? ctx.store.blockOf(id)?.instance.zone : undefined;
      if (zone && !mayBeSigned(zone, ctx)) return true;
    }
    return false;
  },
  summary: 'TLSA record in a zone that is not signed',
  check(name, records, ctx, report) {
    const [first] = fieldsAt(records, TYPE_TLSA, ctx);
    const zone = first?.record.zone;
    if (!zone || mayBeSigned(zone, ctx)) return;
    report({
      at: first.record.at('type'),
      message: phrase`${shown(ctx, name)} has a TLSA record, and neither its file nor its configuration has ${shown(ctx, zone.apex)} signed: without DNSSEC clients pass over it`,
    });
  },
});

/** A server may sign what it loads: only its configuration tells, beside the parent's DS and keys in the text. */
function mayBeSigned(zone: Zone, ctx: RuleContext): boolean {
  const { role, dialect, signed, signedBeside, dynamic } = zone.traits;
  if (role !== 'primary' || !dialect || signed || signedBeside || dynamic || zone.gaps.size > 0) return true;
  ctx.watch(zone.apex);
  const types = ctx.held.recordsAt(zone.apex).map(({ type }) => type);
  return !types.includes(TYPE_SOA) || types.some((type) => OF_SIGNING.has(type));
}
