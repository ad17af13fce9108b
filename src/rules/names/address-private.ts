import { PRIVATE_ADDRESS } from '../../dns/address-kind.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { addressKindsOf, areNearlyAllPrivate, firstOfKind } from '../facts/address-kinds.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { isInternal } from '../facts/private-zone.ts';
import { addressKindsIn } from '../facts/zone-records.ts';
import { defineRule } from '../rule.ts';

/** Private addresses (RFC 1918, RFC 6598, RFC 4193) in a zone most of whose addresses everybody reaches. */
export const addressPrivate = defineRule({
  id: 'address-private',
  scope: 'sweep',
  sweptTypes: [TYPE_A, TYPE_AAAA],
  severity: 'information',
  summary: 'Private address in a zone of public ones',
  *check(zone, ctx, report) {
    if (isInArpa(ctx, zone.apex) || !isPaired(zone, ctx)) return;
    if ((addressKindsIn(zone) & PRIVATE_ADDRESS) === 0 || areNearlyAllPrivate(zone, ctx)) return;
    const all = yield* addressKindsOf(zone, ctx);
    if (all.private === 0 || all.private * 2 > all.count || isInternal(zone, [], ctx)) return;
    const { records, more } = yield* firstOfKind('private', 'address-private', zone, ctx);
    for (const [index, id] of records.entries()) {
      const record = new ZoneRecord(ctx.store, id);
      report({
        at: record.at('rdata'),
        message: phrase`${ctx.held.addressText(record.data)} is a private address: outside its network nobody reaches ${shown(ctx, record.owner)} there, and everybody can read of it`,
        more: index === records.length - 1 ? more : 0,
      });
    }
  },
});
