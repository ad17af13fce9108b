import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { hasTaggedText } from '../facts/mail-filters.ts';
import { meantData, spfAt, stretchAt } from '../facts/mail-text.ts';
import { reachedTerms } from '../facts/spf-held.ts';
import { fixMeant } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';

/** A term that stands in an SPF record twice: the second one decides nothing, and may cost a look-up. */
export const spfDuplicateTerm = defineRule({
  id: 'spf-duplicate-term',
  scope: 'name',
  severity: 'hint',
  types: [TYPE_TXT],
  wants: hasTaggedText,
  summary: 'Term stands twice in an SPF record',
  check(_, records, ctx, report) {
    for (const text of spfAt(records, ctx)) {
      const seen = new Set<string>();
      for (const { start, end, kind } of reachedTerms(text.spf.terms)) {
        const written = text.joined.text.slice(start, end);
        const key = written
          .toLowerCase()
          .replace(/^[-~?+]/, '')
          .replace(/\.$/, '');
        if (kind === 'mechanism' && seen.has(key))
          report({
            at: stretchAt(text, start, end),
            message: phrase`"${written}" stands here a second time: the first one decides`,
            data: meantData({ start: start - 1, end, text: '', title: phrase`Delete the second "${written}"` }),
          });
        seen.add(key);
      }
    }
  },
  fixes: fixMeant,
});
