import { networksOfReverseZone } from '../../dns/arpa.ts';
import { TYPE_NS, TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { defineRule } from '../rule.ts';

/** A reverse zone whose name stands for no network in a form that is known here. */
export const arpaZoneName = defineRule({
  id: 'arpa-zone-name',
  scope: 'zone',
  severity: 'information',
  summary: "Reverse zone's name stands for no network",
  check(zone, ctx, report) {
    const { names } = ctx.store;
    const { apex } = zone;
    if (names.arpaKind(apex) !== 0 || !isInArpa(ctx, apex)) return;
    const text = ctx.held.text(apex);
    if (text.startsWith('_') || text.includes('._') || networksOfReverseZone(text).length > 0) return;
    // A delegation from the zone above shows that it is meant (RFC 2317 section 5.2 leaves the labels to both sides).
    const above = ctx.held.enclosingZone(names.parent(apex));
    if (above && ctx.held.recordsAt(apex, TYPE_NS).some((record) => record.zone === above)) return;
    const [soa] = ofType(apexRecords(zone, ctx), TYPE_SOA);
    report({
      at: soa ? soa.at('owner') : { kind: 'file', file: zone.root.file },
      message: phrase`${shown(ctx, apex)} stands for no network: its labels are no octets or nibbles, and no range such as 0-63 or 0/26`,
    });
  },
});
