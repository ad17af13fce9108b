import { NO_NAME } from '../../dns/name-table.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { meantInclude } from '../../mail/providers.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { meantData, spfAt, stretchAt } from '../facts/mail-text.ts';
import { nameOfTerm } from '../facts/spf-held.ts';
import { fixMeant } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';

/** An include that is nearly what a provider tells its customers to write. */
export const spfProvider = defineRule({
  id: 'spf-provider',
  scope: 'name',
  severity: 'information',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasSpfText,
  summary: 'SPF record includes a name that is nearly one of a known provider',
  check(_, records, ctx, report) {
    for (const text of spfAt(records, ctx))
      for (const { name, domain, start, end } of text.spf.terms) {
        const meant = name === 'include' && domain && !domain.hasMacro ? meantInclude(domain.text) : undefined;
        const target = nameOfTerm(domain, NO_NAME, ctx);
        if (target !== NO_NAME) ctx.watch(target);
        // Whose zone is held knows what is in it.
        if (!domain || meant === undefined || ctx.held.zoneOf(target)) continue;
        const title = phrase`Change "${domain.text}" to "${meant}"`;
        report({
          at: stretchAt(text, start, end),
          message: phrase`"${domain.text}" is not what its provider tells customers to include: that is "${meant}"`,
          data: meantData({ start: domain.start, end: domain.end, text: meant, title }),
        });
      }
  },
  fixes: fixMeant,
});
