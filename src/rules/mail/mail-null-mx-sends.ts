import { TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isNullMx, mxAt } from '../facts/mail-domain.ts';
import { hasNullMx } from '../facts/mail-filters.ts';
import { shown } from '../facts/pairing.ts';
import { askSpf, authorises } from '../facts/spf-held.ts';
import { defineRule } from '../rule.ts';

/** A domain that takes no mail, while its SPF lets hosts send (RFC 7505 section 4.2). */
export const mailNullMxSends = defineRule({
  id: 'mail-null-mx-sends',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_MX],
  summary: 'Domain takes no mail, while its SPF record lets hosts send',
  passesPlainMail: true,
  wants: hasNullMx,
  check(name, records, ctx, report) {
    const all = mxAt(records, ctx);
    const [first] = all;
    if (!first || !all.every(isNullMx)) return;
    const spf = askSpf(name, ctx);
    if (spf.kind !== 'record' || !authorises(spf.text)) return;
    report({
      at: first.at('target'),
      message: phrase`${shown(ctx, name)} takes no mail ("MX 0 ."), while its SPF record lets hosts send: receivers refuse senders that can't be answered. Name a mail server, or make the SPF record "v=spf1 -all"`,
      related: [{ at: spf.text.record.at('rdata'), message: phrase`The SPF record` }],
    });
  },
});
