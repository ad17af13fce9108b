import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { spfAt, stretchAt, textOf } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { passesAll, reachedTerms } from '../facts/spf-held.ts';
import { Subject } from '../fixes/subject.ts';
import { replaceInText } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';

/** An SPF record that lets everybody send (RFC 7208 section 5.1). */
export const spfPassAll = defineRule({
  id: 'spf-pass-all',
  scope: 'name',
  severity: 'error',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasSpfText,
  summary: 'SPF record lets everybody send',
  check(name, records, ctx, report) {
    for (const text of spfAt(records, ctx)) {
      const term = reachedTerms(text.spf.terms).find((one) => one.kind === 'mechanism' && passesAll(one));
      if (!term) continue;
      const written = text.joined.text.slice(term.start, term.end);
      report({
        at: stretchAt(text, term.start, term.end),
        message: phrase`"${String(written)}" lets the whole world send as ${shown(ctx, name)}: forged mail passes SPF, and DMARC with it`,
        data: { start: term.start, end: term.end, written, isAll: term.name === 'all' },
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { start, end, written, isAll } = finding.data ?? {};
    if (!subject.record || isAll !== true || typeof start !== 'number' || typeof end !== 'number') return [];
    const changes = replaceInText(textOf(subject.record), { start, end, text: '-all' });
    return [subject.fix(phrase`Change "${String(written)}" to "-all"`, changes, { preferred: true })];
  },
});
