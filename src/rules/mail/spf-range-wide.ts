import { TYPE_TXT } from '../../dns/type-codes.ts';
import { language, phrase } from '../../language/phrase.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { spfAt, stretchAt } from '../facts/mail-text.ts';
import { passesAll } from '../facts/spf-held.ts';
import { defineRule } from '../rule.ts';

/** A network in SPF that is larger than anybody's own. */
export const spfRangeWide = defineRule({
  id: 'spf-range-wide',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasSpfText,
  summary: 'SPF record passes a very large network',
  check(_, records, ctx, report) {
    for (const text of spfAt(records, ctx))
      for (const term of text.spf.terms) {
        if (term.kind !== 'mechanism' || term.qualifier !== '+' || passesAll(term)) continue;
        const isWide = term.prefixLength4 < WIDEST4 || (term.prefixLength6 < WIDEST6 && term.name !== 'ip4');
        if (!isWide) continue;
        const written = text.joined.text.slice(term.start, term.end);
        const count =
          term.prefixLength4 < WIDEST4
            ? phrase`${(2 ** (32 - term.prefixLength4)).toLocaleString(language())} addresses`
            : `a /${term.prefixLength6}`;
        report({
          at: stretchAt(text, term.start, term.end),
          message: phrase`"${written}" lets ${count} send: those of many others are among them. Is the prefix length right?`,
        });
      }
  },
});

const WIDEST4 = 16;
const WIDEST6 = 32;
