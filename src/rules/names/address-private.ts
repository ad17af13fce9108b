import { ZoneRecord } from '../../workspace/zone-record.ts';
import { type AddressKinds, addressKindsOf } from '../facts/address-kinds.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { isInternal } from '../facts/private-zone.ts';
import { defineRule } from '../rule.ts';

/** So many are told one by one. */
const MOST_TOLD = 50;

/** Private addresses (RFC 1918, RFC 6598, RFC 4193) in a zone most of whose addresses everybody reaches. */
export const addressPrivate = defineRule({
  id: 'address-private',
  scope: 'sweep',
  severity: 'information',
  summary: 'Private address in a zone of public ones',
  *check(zone, ctx, report) {
    if (isInArpa(ctx, zone.apex) || !isPaired(zone, ctx)) return;
    let all: AddressKinds | undefined;
    for (const kinds of addressKindsOf(zone, ctx)) {
      all = kinds ?? all;
      if (!kinds) yield;
    }
    if (!all || all.private.length * 2 > all.count || isInternal(zone, [], ctx)) return;
    for (const [index, id] of all.private.slice(0, MOST_TOLD).entries()) {
      const record = new ZoneRecord(ctx.store, id);
      const left = all.private.length - MOST_TOLD;
      const more = index === MOST_TOLD - 1 && left > 0 ? ` (and ${left} more)` : '';
      report({
        at: record.at('rdata'),
        message:
          `${ctx.held.addressText(record.data)} is a private address: outside its network nobody reaches ` +
          `${shown(ctx, record.owner)} there, and everybody can read of it${more}`,
      });
    }
  },
});
