import { TYPE_NS, TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { aliasedTarget, recordsToHosts } from '../facts/host-target.ts';
import { shown } from '../facts/pairing.ts';
import { hasUnsurePrimary } from '../facts/server-state.ts';
import { publicSoa } from '../facts/soa-times.ts';
import { defineRule } from '../rule.ts';

/** A primary server in an SOA that is an alias in a held zone (RFC 2181 section 10.3, RFC 1912 section 2.4). */
export const soaMnameAlias = defineRule({
  id: 'soa-mname-alias',
  scope: 'name',
  severity: 'information',
  types: [TYPE_SOA],
  summary: 'Primary server in the SOA is an alias',
  wants: hasUnsurePrimary,
  check(_, records, ctx, report) {
    const soa = publicSoa(recordsToHosts(records, TYPE_SOA, ctx), ctx);
    const found = soa && aliasedTarget(soa, ctx);
    if (!soa || !found) return;
    // Where it is a name server of the zone too, that says more.
    if (records.some(({ type, data }) => type === TYPE_NS && data === soa.data)) return;
    report({
      at: soa.at({ rdata: 0 }),
      message: phrase`${found.says}: name ${shown(ctx, found.alias.data)} in the SOA, as updates and notices are sent to the name that stands there`,
      related: [{ at: found.alias.at('record'), message: phrase`The alias` }],
    });
  },
});
