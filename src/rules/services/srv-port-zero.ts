import { TYPE_SRV } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { recordsToHosts } from '../facts/host-target.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A service at port 0, which nothing listens at (RFC 6335 section 6). */
export const srvPortZero = defineRule({
  id: 'srv-port-zero',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SRV],
  summary: 'SRV record with the port 0',
  check(_, records, ctx, report) {
    for (const record of recordsToHosts(records, TYPE_SRV, ctx)) {
      if (record.generated || !/^0+$/.test(record.words().rdata[2]?.text ?? '')) continue;
      report({
        at: record.at({ rdata: 2 }),
        message: phrase`Nothing listens at port 0 of ${shown(ctx, record.data)}: write the port of the service, or the target "." where it is not offered`,
      });
    }
  },
});
