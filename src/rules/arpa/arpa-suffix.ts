import type { NameId } from '../../dns/name-table.ts';
import { TYPE_PTR, TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { sayShape } from '../facts/arpa-say.ts';
import { endsInWrongLabel, wrongSuffix } from '../facts/misspelt-suffix.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A reverse zone, or a PTR's owner, with an ending that is not that of the reverse tree; of a zone it is said once. */
export const arpaSuffix = defineRule({
  id: 'arpa-suffix',
  scope: 'name',
  severity: 'error',
  types: [TYPE_SOA, TYPE_PTR],
  summary: 'Reverse name does not end in in-addr.arpa or ip6.arpa',
  owners: 'others',
  wants: mayBeReverse,
  check(_, records, ctx, report) {
    for (const record of records) {
      const suffix = record.zone && wrongSuffix(ctx.held.text(record.zone.apex));
      if (!suffix) continue;
      if (record.type === TYPE_PTR) ctx.claim(record);
      if (record.type !== TYPE_SOA || record.owner !== record.zone?.apex) continue;
      report({
        at: record.at('owner'),
        message: phrase`${shown(ctx, record.owner)} ends in ${suffix.found}: reverse zones end in ${suffix.meant}`,
      });
    }
    sayShape('arpa-suffix', records, ctx, report);
  },
});

/** The fast filter: a PTR record, or a name whose last label is one of those endings. */
function mayBeReverse({ store: { names, records } }: RuleContext, name: NameId, first: RecordId): boolean {
  for (let id = first; id >= 0; id = records.nextAt(id)) if (records.type[id] === TYPE_PTR) return true;
  return endsInWrongLabel(names, name);
}
