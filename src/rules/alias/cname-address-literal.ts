import { addressRecordType } from '../../dns/address-kind.ts';
import { TYPE_A, TYPE_CNAME } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { addressLiteral, mayLeadToAddress } from '../facts/address-literal.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { addressForTarget } from '../fixes/literal-fixes.ts';
import { defineRule } from '../rule.ts';

/** An address where the name of the host is meant: `CNAME 192.0.2.1`. */
export const cnameAddressLiteral = defineRule({
  id: 'cname-address-literal',
  scope: 'name',
  severity: 'error',
  types: [TYPE_CNAME],
  summary: 'CNAME record holds an address instead of a name',
  wants: (ctx, name) => mayLeadToAddress(ctx, name, TYPE_CNAME),
  check(name, records, ctx, report) {
    for (const alias of records) {
      if (alias.type !== TYPE_CNAME || ctx.isClaimed(alias.id)) continue;
      const written = addressLiteral(alias, ctx);
      if (written === undefined) continue;
      if (!alias.zone || !isPaired(alias.zone, ctx)) continue;
      const answer = ctx.held.lookup(alias.data, TYPE_A);
      if (answer.kind === 'records' && !answer.wildcard) continue;
      report({
        at: alias.at('target'),
        message: phrase`${shown(ctx, name)} is an alias of ${written}, which is read as the name ${shown(ctx, alias.data)}: an address stands in an ${addressRecordType(written)} record`,
        claims: [alias],
      });
    }
  },
  fixes: addressForTarget,
});
