import { TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { forwardNetwork, isWrittenForward } from '../facts/arpa-order.ts';
import { explainZone } from '../facts/explain-zone.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A reverse zone with its octets or nibbles in forward order: nobody's question comes to it. */
export const arpaZoneReversed = defineRule({
  id: 'arpa-zone-reversed',
  scope: 'zone',
  severity: 'error',
  isOfName: true,
  summary: "Reverse zone's name has its octets or nibbles in forward order",
  check(zone, ctx, report) {
    if (ctx.store.names.arpaKind(zone.apex) === 0) return;
    const isReversed = !ctx.settings.isOff('arpa-zone-reversed') && isWrittenForward(zone, ctx);
    explainZone(zone, isReversed);
    if (!isReversed) return;
    const [soa] = ofType(apexRecords(zone, ctx), TYPE_SOA);
    const { mirrored, network } = forwardNetwork(zone, ctx);
    report({
      at: soa ? soa.at('owner') : { kind: 'file', file: zone.root.file },
      message: phrase`${shown(ctx, zone.apex)} is written forward: the reverse zone of ${network} is ${mirrored}`,
    });
  },
});
