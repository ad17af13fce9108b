import { isInService } from '../../dns/service-name.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { spfAt, stretchAt } from '../facts/mail-text.ts';
import { defineRule } from '../rule.ts';

/** An SPF record that says nothing of all others: their mail is neutral (RFC 7208 section 4.7). */
export const spfNoAll = defineRule({
  id: 'spf-no-all',
  scope: 'name',
  severity: 'information',
  types: [TYPE_TXT],
  summary: 'SPF record says nothing of those that it does not name',
  passesSoundTexts: true,
  // What only others include needs no end of its own.
  wants: (ctx, name, first) =>
    hasSpfText(ctx, name, first) &&
    !isInService(ctx.store.names, name) &&
    !ctx.store.names.labelText(name).startsWith('spf'),
  check(_, records, ctx, report) {
    for (const text of spfAt(records, ctx)) {
      const { terms, faults } = text.spf;
      const all = terms.find(({ name }) => name === 'all');
      if (faults.length > 0 || terms.some(({ name }) => name === 'redirect')) continue;
      if (all?.kind === 'mechanism' && all.qualifier !== '?') continue;
      const { start, end } = all ?? { start: 0, end: text.joined.text.length };
      report({
        at: stretchAt(text, start, end),
        message: all
          ? phrase`"?all" leaves open what is to become of forged mail: end it with "~all" or "-all"`
          : phrase`Without "all" at its end the SPF record leaves open what is to become of forged mail: end it with "~all" or "-all"`,
      });
    }
  },
});
