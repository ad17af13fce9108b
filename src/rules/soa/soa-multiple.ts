import { TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { canonicalRdata } from '../facts/canonical-rdata.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** More than one SOA at the apex; the same one twice counts once, as servers have it. */
export const soaMultiple = defineRule({
  id: 'soa-multiple',
  scope: 'zone',
  severity: 'error',
  refused: 'line',
  summary: 'Zone has more than one SOA record',
  check(zone, ctx, report) {
    const [first, ...others] = ofType(apexRecords(zone, ctx), TYPE_SOA);
    if (!first || others.length === 0) return;
    const rdata = canonicalRdata(first, ctx);
    for (const other of others) {
      if (canonicalRdata(other, ctx) === rdata) continue;
      report({
        at: other.at('type'),
        message: phrase`${shown(ctx, zone.apex)} has another SOA record already: servers refuse the zone`,
        related: [{ at: first.at('record'), message: phrase`The first SOA` }],
      });
    }
  },
});
