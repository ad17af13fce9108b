import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isMeantAsDmarc, parseDmarc } from '../../mail/dmarc.ts';
import { isQuietDmarc } from '../facts/mail-filters.ts';
import { isDmarcOwner, isReportOwner } from '../facts/mail-owners.ts';
import { faultReport, stretchAt, textsAt } from '../facts/mail-text.ts';
import { fixMeant } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';
import { syntaxCharacter } from './syntax-character.ts';
import { syntaxParenthesis, syntaxQuote } from './text-rules.ts';

/** A mistake in a DMARC record (RFC 9989 section 4.7): receivers pass over a tag, or over the record. */
export const dmarcSyntax = defineRule({
  id: 'dmarc-syntax',
  scope: 'name',
  severity: 'error',
  types: [TYPE_TXT],
  followsOnLine: [syntaxParenthesis, syntaxCharacter, syntaxQuote],
  summary: 'Mistake in a DMARC record',
  passesSoundTexts: true,
  wants: (ctx, name, first) => !isQuietDmarc(ctx, first) && isDmarcOwner(ctx.store.names, name),
  check(name, records, ctx, report) {
    const isReport = isReportOwner(ctx.store.names, name);
    for (const text of textsAt(records, ctx).filter(({ joined }) => isMeantAsDmarc(joined.text))) {
      const dmarc = parseDmarc(text.joined.text);
      for (const fault of dmarc.faults) report(faultReport(text, fault, { says: `DMARC: ${fault.message}` }));
      const [version] = dmarc.list.tags;
      const isTold = dmarc.faults.some(({ weight, meant }) => !weight || meant?.text === 'p');
      if (isReport || isTold || dmarc.list.tags.some((tag) => tag.name === 'p')) continue;
      report({
        at: stretchAt(text, version?.start ?? 0, version?.end ?? text.joined.text.length),
        severity: 'warning',
        message: phrase`DMARC: the policy "p" is missing: receivers take it for "p=none", or pass over the record`,
      });
    }
  },
  fixes: fixMeant,
});
