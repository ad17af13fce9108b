import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { SpfTerm } from '../../mail/spf.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { asSpf, type SpfText, spfAt, stretchAt, textOf } from '../facts/mail-text.ts';
import { Subject } from '../fixes/subject.ts';
import { replaceInText } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';

/** Terms that no receiver comes to: `all` fits every sender (RFC 7208 sections 5.1 and 6.1). */
export const spfAfterAll = defineRule({
  id: 'spf-after-all',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasSpfText,
  summary: 'Term of an SPF record that nobody comes to',
  check(_, records, ctx, report) {
    for (const text of spfAt(records, ctx)) {
      const unreached = unreachedTerms(text);
      const [first] = unreached;
      const last = unreached.at(-1);
      if (!first || !last) continue;
      const written = unreached.map((term) => `"${text.joined.text.slice(term.start, term.end)}"`);
      const listed = written.length > 3 ? phrase`${written.length} terms` : written.join(phrase` and `);
      report({
        at: stretchAt(text, first.start, last.end),
        message:
          first.name === 'redirect'
            ? phrase`Receivers never come to ${listed}: "all" fits every sender, and a redirect beside it is passed over`
            : phrase`Receivers never come to ${listed}: "all" fits every sender before that`,
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    if (!subject.record) return [];
    const text = asSpf(textOf(subject.record));
    const unreached = unreachedTerms(text);
    const { length } = text.joined.text;
    let left = '';
    let at = 0;
    for (const { start, end } of unreached) {
      left += text.joined.text.slice(at, start).trimEnd();
      at = end;
    }
    left += text.joined.text.slice(at);
    const changes = replaceInText(text, { start: 0, end: length, text: left });
    const written = unreached.map((term) => `"${text.joined.text.slice(term.start, term.end)}"`).join(phrase` and `);
    return [subject.fix(phrase`Delete ${written}`, changes, { preferred: true })];
  },
});

/** Mechanisms behind `all`, and a redirect anywhere beside it; what modifiers say holds wherever they stand. */
function unreachedTerms({ spf: { terms } }: SpfText): readonly SpfTerm[] {
  const all = terms.findIndex(({ name }) => name === 'all');
  if (all < 0) return [];
  return terms.filter(({ kind, name }, index) => (kind === 'mechanism' ? index > all : name === 'redirect'));
}
