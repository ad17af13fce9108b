import { TYPE_AFSDB } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { defineRule } from '../rule.ts';

/** A subtype of AFSDB that nobody knows (RFC 1183 section 1): 1 is an AFS cell, 2 a DCE server. */
export const afsdbSubtype = defineRule({
  id: 'afsdb-subtype',
  scope: 'name',
  severity: 'hint',
  types: [TYPE_AFSDB],
  summary: 'AFSDB record with a subtype that nobody knows',
  check(_, records, ctx, report) {
    for (const record of records) {
      if (record.type !== TYPE_AFSDB || record.generated || ctx.isClaimed(record.id)) continue;
      const subtype = record.rdata()[0]?.text ?? '';
      if (!/^\d+$/.test(subtype) || Number(subtype) === 1 || Number(subtype) === 2) continue;
      report({
        at: record.at({ rdata: 0 }),
        message: phrase`Subtype ${subtype} says nothing to clients: 1 is a database server of an AFS cell, 2 a server of DCE`,
      });
    }
  },
});
