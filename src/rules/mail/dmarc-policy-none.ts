import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isDmarc, parseDmarc } from '../../mail/dmarc.ts';
import { tagNamed } from '../../mail/tags.ts';
import { hasOpenDmarc } from '../facts/mail-filters.ts';
import { stretchAt, textsAt } from '../facts/mail-text.ts';
import { defineRule } from '../rule.ts';

/** A DMARC record that neither asks for anything nor for reports. */
export const dmarcPolicyNone = defineRule({
  id: 'dmarc-policy-none',
  scope: 'name',
  severity: 'hint',
  types: [TYPE_TXT],
  summary: 'DMARC record asks for nothing, and for no reports',
  passesSoundTexts: true,
  wants: hasOpenDmarc,
  check(_, records, ctx, report) {
    for (const text of textsAt(records, ctx)) {
      if (!isDmarc(text.joined.text)) continue;
      const { list, p } = parseDmarc(text.joined.text);
      const tag = tagNamed(list, 'p');
      if (p !== 'none' || !tag || tagNamed(list, 'rua')) continue;
      report({
        at: stretchAt(text, tag.start, tag.end),
        message: phrase`"p=none" asks for nothing, and without "rua" nobody is told who sends: add a report address, or "p=quarantine"`,
      });
    }
  },
});
