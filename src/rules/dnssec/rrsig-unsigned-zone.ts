import { TYPE_NSEC, TYPE_NSEC3, TYPE_RRSIG, TYPE_SOA } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, mayHold, ofType } from '../facts/apex.ts';
import { shown } from '../facts/pairing.ts';
import { recordsOfZone } from '../facts/zone-records.ts';
import { defineRule } from '../rule.ts';

/** Signatures, or proofs of what is not there, in a zone whose apex is not signed (RFC 4035 section 2): one finding a zone. */
export const rrsigUnsignedZone = defineRule({
  id: 'rrsig-unsigned-zone',
  scope: 'sweep',
  sweptTypes: [TYPE_RRSIG, TYPE_NSEC, TYPE_NSEC3],
  severity: 'warning',
  summary: 'Signatures in a zone that is not signed',
  *check(zone, ctx, report) {
    const { signed, dynamic } = zone.traits;
    if (signed || dynamic || zone.gaps.size > 0) return;
    const apex = apexRecords(zone, ctx);
    if (ofType(apex, TYPE_SOA).length === 0 || mayHold(apex, TYPE_RRSIG)) return;
    if (ofType(apex, TYPE_RRSIG).length > 0) return;
    const wanted = { types: [TYPE_RRSIG, TYPE_NSEC, TYPE_NSEC3], wants: () => true };
    for (const record of recordsOfZone(ctx, zone, wanted, ctx.memory.blocksWithoutSignatures)) {
      if (!record) {
        yield;
        continue;
      }
      const { type, owner } = record;
      report({
        at: record.at('type'),
        message: phrase`${shown(ctx, owner)} has a record of type ${typeName(type)}, and the apex of the zone has no signature: validators trust none of it, and where the parent has a DS they answer SERVFAIL. Sign the zone again, or delete what is left of its signatures`,
      });
      return;
    }
  },
});
