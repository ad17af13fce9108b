import { TYPE_A, TYPE_AAAA, TYPE_NAPTR, TYPE_SRV } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { recordsToHosts } from '../facts/host-target.ts';
import { NAPTR_REPLACEMENT, namingPointers } from '../facts/naming-pointers.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** What the flags of a NAPTR record say that its replacement has (RFC 3404 section 4.3). */
const WANTED: ReadonlyMap<string, { readonly types: readonly number[]; readonly words: string }> = new Map([
  ['s', { types: [TYPE_SRV], words: 'SRV' }],
  ['a', { types: [TYPE_A, TYPE_AAAA], words: 'A or AAAA' }],
]);

/** A NAPTR record whose replacement, in a held zone, lacks the records that its flag promises. */
export const naptrTarget = defineRule({
  id: 'naptr-target',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_NAPTR],
  summary: 'NAPTR record leads to a name without the records it promises',
  check(_, records, ctx, report) {
    for (const { record, flags } of namingPointers(recordsToHosts(records, TYPE_NAPTR, ctx), ctx)) {
      const wanted = WANTED.get(flags.toLowerCase());
      const isMissing = wanted?.types.every((type) => {
        const answer = ctx.held.lookup(record.data, type);
        return answer.kind === 'none' && answer.aliases.length === 0;
      });
      if (!wanted || !isMissing) continue;
      report({
        at: record.at({ rdata: NAPTR_REPLACEMENT }),
        message: phrase`Flag "${flags}" promises ${wanted.words} records, and ${shown(ctx, record.data)} has none: clients find no server`,
      });
    }
  },
});
