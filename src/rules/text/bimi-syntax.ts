import { TYPE_TXT } from '../../dns/type-codes.ts';
import { laterPhrase, phrase } from '../../language/phrase.ts';
import { isLikePolicy, isMeantAsPolicy, parseBimi } from '../../mail/policies.ts';
import { hasTaggedText } from '../facts/mail-filters.ts';
import { isBimiOwner } from '../facts/mail-owners.ts';
import { faultReport, stretchAt, textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { checkPlace, type PlacedText } from '../facts/text-place.ts';
import { movePlaced } from '../fixes/place-fixes.ts';
import { fixMeant } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';
import { syntaxCharacter } from './syntax-character.ts';
import { syntaxQuote } from './text-rules.ts';

const PLACED: PlacedText = {
  kind: laterPhrase`a BIMI record`,
  isOne: (text) => isLikePolicy(text, 'BIMI1'),
  isAtPlace: ({ store: { names } }, name) => isBimiOwner(names, name),
  labels: ['default', '_bimi'],
};
const tellPlace = checkPlace(PLACED);
const move = movePlaced(PLACED);

/** A mistake in a BIMI record (the drafts of BIMI, assertion records), or more than one of them: senders take it for none. */
export const bimiSyntax = defineRule({
  id: 'bimi-syntax',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  followsOnLine: [syntaxCharacter, syntaxQuote],
  summary: 'Mistake in a BIMI record',
  passesSoundTexts: true,
  wants: hasTaggedText,
  check(name, records, ctx, report) {
    if (!isBimiOwner(ctx.store.names, name)) {
      tellPlace(name, records, ctx, report);
      return;
    }
    const texts = textsAt(records, ctx).filter(({ joined }) => isMeantAsPolicy(joined.text, 'BIMI1'));
    for (const text of texts)
      for (const fault of parseBimi(text.joined.text).faults)
        report(faultReport(text, fault, { says: phrase`BIMI: ${fault.message}` }));
    const [first, second] = texts;
    if (!first || !second || texts.every(({ joined }) => joined.text === first.joined.text)) return;
    report({
      at: stretchAt(second, 0, second.joined.text.length),
      message: phrase`BIMI: ${shown(ctx, name)} has ${texts.length} records of it, and only one is taken: with more there is none`,
      related: [{ at: first.record.at('rdata'), message: phrase`The other record` }],
    });
  },
  fixes: (finding, ctx) => [
    ...fixMeant(finding, ctx),
    ...(isBimiOwner(ctx.store.names, finding.key) ? [] : move(finding, ctx)),
  ],
});
