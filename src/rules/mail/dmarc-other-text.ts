import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isLikeDmarc } from '../../mail/dmarc.ts';
import { hasOpenDmarc } from '../facts/mail-filters.ts';
import { textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A text at `_dmarc` that is no DMARC record: receivers pass over it. */
export const dmarcOtherText = defineRule({
  id: 'dmarc-other-text',
  scope: 'name',
  severity: 'information',
  types: [TYPE_TXT],
  summary: 'Text at _dmarc that is no DMARC record',
  passesSoundTexts: true,
  wants: hasOpenDmarc,
  check(name, records, ctx, report) {
    for (const { record, joined } of textsAt(records, ctx))
      if (!isLikeDmarc(joined.text) && !/(?:^|;)\s{0,4}s?p\s{0,4}=/.test(joined.text.slice(0, 512)))
        report({
          at: record.at('rdata'),
          message: phrase`Only DMARC records are read at ${shown(ctx, name)}: receivers pass over this text`,
        });
  },
});
