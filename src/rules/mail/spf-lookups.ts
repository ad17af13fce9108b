import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { spfAt, stretchAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { costOf, loopFrom } from '../facts/spf-held.ts';
import { defineRule } from '../rule.ts';

/** An SPF record that asks the DNS more often than receivers do (RFC 7208 section 4.6.4). */
export const spfLookups = defineRule({
  id: 'spf-lookups',
  scope: 'name',
  severity: 'error',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasSpfText,
  summary: 'SPF record takes more than ten look-ups',
  check(name, records, ctx, report) {
    for (const text of spfAt(records, ctx)) {
      const cost = costOf(text, name, ctx);
      if (cost.count <= MOST || loopFrom(text, name, ctx)) continue;
      let sum = 0;
      const over = cost.terms.find(({ count }) => {
        sum += count;
        return sum > MOST;
      });
      const { start, end } = over?.term ?? { start: 0, end: text.joined.text.length };
      const most = [...cost.terms].filter(({ count }) => count > 1).sort((a, b) => b.count - a.count);
      const costly = most
        .slice(0, 2)
        .map(({ term, count }) => phrase`"${text.joined.text.slice(term.start, term.end)}" alone ${count}`);
      report({
        at: stretchAt(text, start, end),
        message: phrase`The SPF record of ${shown(ctx, name)} takes ${cost.isExact ? cost.count : phrase`at least ${cost.count}`} look-ups, of which receivers make ${MOST}: they answer permerror${costly.length > 0 ? ` (${costly.join(', ')})` : ''}`,
      });
    }
  },
});

const MOST = 10;
