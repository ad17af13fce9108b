import { TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isNullMx, mxAt } from '../facts/mail-domain.ts';
import { isInside, isPublic } from '../facts/mail-names.ts';
import { shown } from '../facts/pairing.ts';
import { hasUnsureMailHost } from '../facts/sure-hosts.ts';
import { defineRule } from '../rule.ts';

/** A mail server of a public domain with private addresses only (RFC 1918, RFC 4193): nobody outside can reach it. */
export const mxPrivate = defineRule({
  id: 'mx-private',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_MX],
  passesPlainMail: true,
  wants: hasUnsureMailHost,
  summary: 'Mail server of a public domain has private addresses only',
  check(name, records, ctx, report) {
    const all = mxAt(records, ctx).filter((record) => record.data > 0 && !isNullMx(record));
    const zone = all[0]?.zone;
    if (!zone || !isPublic(zone, ctx)) return;
    for (const record of all)
      if (isInside(record.data, ctx))
        report({
          at: record.at('target'),
          message: phrase`${shown(ctx, record.data)} has private addresses only: nobody outside can bring mail for ${shown(ctx, name)} there`,
        });
  },
});
