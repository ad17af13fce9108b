import { TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { aliasedTarget, recordsToHosts } from '../facts/host-target.ts';
import { hasUnsureMailHost } from '../facts/sure-hosts.ts';
import { retargetFromAlias } from '../fixes/target-fixes.ts';
import { defineRule } from '../rule.ts';

/** A mail server that is an alias in a held zone (RFC 2181 section 10.3, RFC 5321 section 5.1). */
export const mxCname = defineRule({
  id: 'mx-cname',
  asksOtherZones: true,
  scope: 'name',
  severity: 'error',
  types: [TYPE_MX],
  passesPlainMail: true,
  wants: hasUnsureMailHost,
  summary: 'Mail server is an alias',
  check(_, records, ctx, report) {
    for (const record of recordsToHosts(records, TYPE_MX, ctx)) {
      const found = aliasedTarget(record, ctx);
      if (!found) continue;
      report({
        at: record.at('target'),
        message: phrase`${found.says}: an MX record names a host that has addresses of its own`,
        related: [{ at: found.alias.at('record'), message: phrase`The alias` }],
      });
    }
  },
  fixes: retargetFromAlias,
});
