import { TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { addressLiteral } from '../facts/address-literal.ts';
import { recordsToHosts, writtenHost } from '../facts/host-target.ts';
import { shown } from '../facts/pairing.ts';
import { hasUnsoundMx } from '../facts/unsound-data.ts';
import { retargetToHolders } from '../fixes/literal-fixes.ts';
import { defineRule } from '../rule.ts';

/** An address where the name of a mail server is meant: `MX 10 192.0.2.25` (RFC 1035 section 3.3.9). */
export const mxAddressLiteral = defineRule({
  id: 'mx-address-literal',
  scope: 'name',
  severity: 'error',
  types: [TYPE_MX],
  passesPlainMail: true,
  wants: hasUnsoundMx,
  summary: 'MX record holds an address instead of a name',
  check(_, records, ctx, report) {
    for (const record of recordsToHosts(records, TYPE_MX, ctx)) {
      const address = addressLiteral(record, ctx, (one) => writtenHost(one, ctx));
      if (address === undefined) continue;
      report({
        at: record.at('target'),
        message: phrase`An MX record holds the name of a mail server, not its address: ${address} is read as the name ${shown(ctx, record.data)}`,
        claims: [record],
        data: { address },
      });
    }
  },
  fixes: retargetToHolders,
});
