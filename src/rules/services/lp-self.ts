import { TYPE_LP } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** An LP record that names its own owner (RFC 6742 section 2.4): it is to lead to a name with L32 or L64 records. */
export const lpSelf = defineRule({
  id: 'lp-self',
  scope: 'name',
  severity: 'hint',
  types: [TYPE_LP],
  summary: 'LP record names its own owner',
  check(name, records, ctx, report) {
    for (const record of records) {
      if (record.type !== TYPE_LP || record.data !== name || ctx.isClaimed(record.id)) continue;
      report({
        at: record.at('target'),
        message: phrase`The LP record of ${shown(ctx, name)} leads to ${shown(ctx, name)} itself: it names another name, which has the L32 or L64 records`,
      });
    }
  },
});
