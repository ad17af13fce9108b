import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isDmarc } from '../../mail/dmarc.ts';
import { isDmarcOwner } from '../facts/mail-owners.ts';
import { textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** Several DMARC records at one name: receivers take none of them (RFC 9989 section 4.10). */
export const dmarcMultiple = defineRule({
  id: 'dmarc-multiple',
  scope: 'name',
  severity: 'error',
  types: [TYPE_TXT],
  summary: 'Name has more than one DMARC record',
  isAboutSeveral: true,
  wants: ({ store: { names } }, name) => isDmarcOwner(names, name),
  check(name, records, ctx, report) {
    const texts = textsAt(records, ctx).filter(({ joined }) => isDmarc(joined.text));
    const [first, ...others] = texts.filter(
      ({ joined }, index) => texts.findIndex((other) => other.joined.text === joined.text) === index,
    );
    for (const { record } of others)
      report({
        at: record.at('rdata'),
        message: phrase`${shown(ctx, name)} has ${others.length + 1} DMARC records: receivers take none of them. Keep one`,
        ...(first ? { related: [{ at: first.record.at('rdata'), message: phrase`The first one` }] } : {}),
      });
  },
});
