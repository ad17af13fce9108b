import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isSpf } from '../../mail/spf.ts';
import { hasLongSpfText } from '../facts/mail-filters.ts';
import { textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** An SPF record that, with the owner's other texts, is too long for an answer over UDP (RFC 7208 section 3.4). */
export const spfLong = defineRule({
  id: 'spf-long',
  scope: 'name',
  severity: 'information',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasLongSpfText,
  summary: 'SPF record is longer than receivers like it, with the other texts of its name',
  check(name, records, ctx, report) {
    const texts = textsAt(records, ctx);
    const spf = texts.find(({ joined }) => isSpf(joined.text));
    if (!spf) return;
    const length = texts.reduce((sum, { joined }) => sum + joined.text.length, 0);
    if (length <= MOST) return;
    const own = spf.joined.text.length;
    const what =
      own > MOST
        ? phrase`The SPF record of ${shown(ctx, name)} has ${own} octets`
        : phrase`The TXT records of ${shown(ctx, name)} have ${length} octets, ${own} of them for SPF`;
    report({
      at: spf.record.at('rdata'),
      message: phrase`${what}: over ${MOST} an answer may not fit a packet, and receivers without TCP get none`,
    });
  },
});

const MOST = 450;
