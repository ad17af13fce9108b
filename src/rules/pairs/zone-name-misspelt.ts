import { TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { misspeltZone } from '../facts/misspelt-zone.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A zone whose hosts have PTR records below another name, one slip away: one finding in place of one for each of them. */
export const zoneNameMisspelt = defineRule({
  id: 'zone-name-misspelt',
  scope: 'zone',
  severity: 'warning',
  summary: "PTR records give a zone's hosts another name of the zone, one slip away",
  check(reverse, ctx, report) {
    if (!ctx.store.names.isBelowOrAt(reverse.apex, ctx.store.names.arpa) || !isPaired(reverse, ctx)) return;
    const found = misspeltZone(reverse, ctx);
    if (!found) return;
    const { zone, written, pointer } = found;
    const [soa] = ofType(apexRecords(zone, ctx), TYPE_SOA);
    report({
      at: soa ? soa.at('owner') : { kind: 'file', file: zone.root.file },
      message: phrase`PTR records name these hosts below ${shown(ctx, written)}, which no zone here is: that name or ${shown(ctx, zone.apex)} is misspelt`,
      counterpart: new ZoneRecord(ctx.store, pointer).at('target'),
      counterpartMessage: phrase`No zone here is called ${shown(ctx, written)}, and these addresses belong to hosts of ${shown(ctx, zone.apex)}: one of the names is misspelt`,
    });
  },
});
