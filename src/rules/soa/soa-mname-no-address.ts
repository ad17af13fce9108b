import { TYPE_NS, TYPE_SOA } from '../../dns/type-codes.ts';
import { holdsTwice } from '../../edits/meant/repeated-origin.ts';
import { phrase } from '../../language/phrase.ts';
import { recordsToHosts, targetInWords, whyWithoutAddress } from '../facts/host-target.ts';
import { hasUnsurePrimary } from '../facts/server-state.ts';
import { publicSoa } from '../facts/soa-times.ts';
import { defineRule } from '../rule.ts';

/** A primary server in an SOA that has no address in its held zone: updates (RFC 2136) and notices (RFC 1996) go nowhere. */
export const soaMnameNoAddress = defineRule({
  id: 'soa-mname-no-address',
  asksOtherZones: true,
  scope: 'name',
  severity: 'information',
  types: [TYPE_SOA],
  summary: 'Primary server in the SOA has no address',
  wants: hasUnsurePrimary,
  check(_, records, ctx, report) {
    const soa = publicSoa(recordsToHosts(records, TYPE_SOA, ctx), ctx);
    const why = soa && whyWithoutAddress(soa, ctx);
    if (!soa || why === undefined) return;
    // Where it is a name server of the zone too, or has the zone's name twice, that says more.
    if (records.some(({ type, data }) => type === TYPE_NS && data === soa.data)) return;
    if (soa.zone && holdsTwice(ctx.store.names, soa.data, soa.zone.apex)) return;
    const { name, lead } = targetInWords(soa, ctx);
    report({
      at: soa.at({ rdata: 0 }),
      message: phrase`${lead === '' ? phrase`The primary server is ${name}` : lead}, ${why}: dynamic updates find no server`,
    });
  },
});
