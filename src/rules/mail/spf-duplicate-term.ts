import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { SpfRecord, SpfTerm } from '../../mail/spf.ts';
import { LastAsked } from '../facts/last-asked.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { meantData, type SpfText, spfAt, stretchAt } from '../facts/mail-text.ts';
import { reachedTerms } from '../facts/spf-held.ts';
import { fixMeant } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';

/** A term that stands in an SPF record twice: the second one decides nothing, and may cost a look-up. */
export const spfDuplicateTerm = defineRule({
  id: 'spf-duplicate-term',
  scope: 'name',
  severity: 'hint',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasSpfText,
  summary: 'Term stands twice in an SPF record',
  check(_, records, ctx, report) {
    for (const text of spfAt(records, ctx)) {
      for (const { start, end } of repeatedTerms(text)) {
        const written = text.joined.text.slice(start, end);
        report({
          at: stretchAt(text, start, end),
          message: phrase`"${written}" stands here a second time: the first one decides`,
          data: meantData({ start: start - 1, end, text: '', title: phrase`Delete the second "${written}"` }),
        });
      }
    }
  },
  fixes: fixMeant,
});

/** Many domains have the same text, which is taken apart once. */
const repeated = new LastAsked<SpfRecord, readonly SpfTerm[]>();

function repeatedTerms({ spf, joined }: SpfText): readonly SpfTerm[] {
  let found = repeated.get(spf);
  if (!found) {
    const seen = new Set<string>();
    found = reachedTerms(spf.terms).filter(({ start, end, kind }) => {
      const key = joined.text
        .slice(start, end)
        .toLowerCase()
        .replace(/^[-~?+]/, '')
        .replace(/\.$/, '');
      const isSecond = kind === 'mechanism' && seen.has(key);
      seen.add(key);
      return isSecond;
    });
    repeated.set(spf, found);
  }
  return found;
}
