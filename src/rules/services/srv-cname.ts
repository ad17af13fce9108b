import { TYPE_SRV } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { aliasedTarget, recordsToHosts } from '../facts/host-target.ts';
import { hasUnsureService } from '../facts/sure-hosts.ts';
import { retargetFromAlias } from '../fixes/target-fixes.ts';
import { defineRule } from '../rule.ts';

/** A service's host that is an alias in a held zone (RFC 2782). */
export const srvCname = defineRule({
  id: 'srv-cname',
  asksOtherZones: true,
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SRV],
  wants: hasUnsureService,
  summary: 'Host of a service is an alias',
  check(_, records, ctx, report) {
    for (const record of recordsToHosts(records, TYPE_SRV, ctx)) {
      const found = aliasedTarget(record, ctx);
      if (!found) continue;
      report({
        at: record.at('target'),
        message: phrase`${found.says}: an SRV record names a host that has addresses of its own`,
        related: [{ at: found.alias.at('record'), message: phrase`The alias` }],
      });
    }
  },
  fixes: retargetFromAlias,
});
