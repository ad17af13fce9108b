import { TYPE_SRV } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { addressLiteral } from '../facts/address-literal.ts';
import { recordsToHosts, writtenHost } from '../facts/host-target.ts';
import { shown } from '../facts/pairing.ts';
import { hasUnsoundSrv } from '../facts/unsound-data.ts';
import { retargetToHolders } from '../fixes/literal-fixes.ts';
import { defineRule } from '../rule.ts';

/** An address where the name of a host is meant: `SRV 0 5 5060 192.0.2.25` (RFC 2782). */
export const srvAddressLiteral = defineRule({
  id: 'srv-address-literal',
  scope: 'name',
  severity: 'error',
  types: [TYPE_SRV],
  wants: hasUnsoundSrv,
  summary: 'SRV record holds an address instead of a name',
  check(_, records, ctx, report) {
    for (const record of recordsToHosts(records, TYPE_SRV, ctx)) {
      const address = addressLiteral(record, ctx, (one) => writtenHost(one, ctx));
      if (address === undefined) continue;
      report({
        at: record.at('target'),
        message: phrase`An SRV record holds the name of a host, not its address: ${address} is read as the name ${shown(ctx, record.data)}`,
        claims: [record],
        data: { address },
      });
    }
  },
  fixes: retargetToHolders,
});
