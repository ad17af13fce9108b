import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isMeantAsPolicy, parseMtaSts } from '../../mail/policies.ts';
import { beginsWith } from '../facts/mail-owners.ts';
import { faultReport, stretchAt, textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { fixMeant } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';
import { syntaxCharacter } from './syntax-character.ts';
import { syntaxQuote } from './text-rules.ts';

/** A mistake in an MTA-STS record (RFC 8461 section 3.1), or more than one of them: senders take it for none. */
export const mtaStsSyntax = defineRule({
  id: 'mta-sts-syntax',
  scope: 'name',
  severity: 'error',
  types: [TYPE_TXT],
  followsOnLine: [syntaxCharacter, syntaxQuote],
  summary: 'Mistake in an MTA-STS record',
  passesSoundTexts: true,
  wants: ({ store: { names } }, name) => beginsWith(names, name, ['_mta-sts']),
  check(name, records, ctx, report) {
    const texts = textsAt(records, ctx).filter(({ joined }) => isMeantAsPolicy(joined.text, 'STSv1'));
    for (const text of texts)
      for (const fault of parseMtaSts(text.joined.text).faults)
        report(faultReport(text, fault, { says: phrase`MTA-STS: ${fault.message}` }));
    const [first, second] = texts;
    if (!first || !second || texts.every(({ joined }) => joined.text === first.joined.text)) return;
    report({
      at: stretchAt(second, 0, second.joined.text.length),
      message: phrase`MTA-STS: ${shown(ctx, name)} has ${texts.length} records of it, and only one is taken: with more there is none`,
      related: [{ at: first.record.at('rdata'), message: phrase`The other record` }],
    });
  },
  fixes: fixMeant,
});
