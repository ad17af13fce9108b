import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { type DmarcPolicy, isDmarc, parseDmarc } from '../../mail/dmarc.ts';
import { tagNamed } from '../../mail/tags.ts';
import { hasOpenDmarc } from '../facts/mail-filters.ts';
import { stretchAt, textsAt } from '../facts/mail-text.ts';
import { defineRule } from '../rule.ts';

/** A DMARC policy that protects the names below a domain less than the domain (RFC 9989 section 4.7). */
export const dmarcSpWeaker = defineRule({
  id: 'dmarc-sp-weaker',
  scope: 'name',
  severity: 'information',
  types: [TYPE_TXT],
  summary: 'DMARC policy for names below is weaker than that of the domain',
  passesSoundTexts: true,
  wants: hasOpenDmarc,
  check(_, records, ctx, report) {
    for (const text of textsAt(records, ctx)) {
      if (!isDmarc(text.joined.text)) continue;
      const { list, p } = parseDmarc(text.joined.text);
      for (const name of ['sp', 'np']) {
        const tag = tagNamed(list, name);
        const weaker = RANKS.indexOf(tag?.value.toLowerCase() as DmarcPolicy);
        if (!tag || !p || weaker < 0 || weaker >= RANKS.indexOf(p)) continue;
        const whose = name === 'sp' ? phrase`names below the domain` : phrase`names that do not exist`;
        report({
          at: stretchAt(text, tag.start, tag.end),
          message: phrase`"${name}=${tag.value}" protects ${whose} less than "p=${p}" does the domain: forgers take such a name`,
        });
      }
    }
  },
});

const RANKS: readonly DmarcPolicy[] = ['none', 'quarantine', 'reject'];
