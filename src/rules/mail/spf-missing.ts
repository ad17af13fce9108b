import { TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { domainWithMx } from '../facts/mail-domain.ts';
import { mayLackSpf } from '../facts/mail-filters.ts';
import { shown } from '../facts/pairing.ts';
import { plainMx } from '../facts/plain-mx.ts';
import { askSpf } from '../facts/spf-held.ts';
import { defineRule } from '../rule.ts';

/** A domain that takes mail and says nothing of who sends for it (RFC 7208). */
export const spfMissing = defineRule({
  id: 'spf-missing',
  scope: 'name',
  severity: 'information',
  types: [TYPE_MX],
  summary: 'Domain with MX records has no SPF record',
  wants: mayLackSpf,
  surely: plainMx,
  check(name, records, ctx) {
    const first = domainWithMx(records, ctx);
    if (first && askSpf(name, ctx).kind === 'none') ctx.count(first.id);
  },
  tell: (first, ctx) => ({
    at: first.at('target'),
    message: phrase`${shown(ctx, first.owner)} takes mail and has no SPF record: anybody may send in its name, and large receivers refuse what it sends`,
  }),
});
