import { TYPE_NS, TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { hasUnread } from '../../workspace/gaps.ts';
import { apexRecords, mayHold, ofType } from '../facts/apex.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A zone whose apex has no NS record. Where the SOA is missing too, that is said instead. */
export const nsMissing = defineRule({
  id: 'ns-missing',
  scope: 'zone',
  severity: 'error',
  refused: 'zone',
  summary: 'Zone has no NS record at its apex',
  check(zone, ctx, report) {
    if (hasUnread(zone)) return;
    const records = apexRecords(zone, ctx);
    const [soa] = ofType(records, TYPE_SOA);
    if (!soa || ofType(records, TYPE_NS).length > 0 || mayHold(records, TYPE_NS)) return;
    report({
      at: soa.at('owner'),
      message: phrase`${shown(ctx, zone.apex)} has no NS record at its apex: BIND refuses the zone`,
    });
  },
});
