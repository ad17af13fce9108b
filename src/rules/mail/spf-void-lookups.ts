import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_MX, TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { hasOpenSpfText } from '../facts/mail-filters.ts';
import { ask, hasNoAddress } from '../facts/mail-names.ts';
import { spfAt, stretchAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { nameOfTerm, reachedTerms } from '../facts/spf-held.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A term of SPF that asks for what is not there: with a third one receivers answer permerror (RFC 7208 section 4.6.4). */
export const spfVoidLookups = defineRule({
  id: 'spf-void-lookups',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasOpenSpfText,
  summary: 'Term of an SPF record asks for what is not there',
  check(name, records, ctx, report) {
    for (const text of spfAt(records, ctx)) {
      for (const term of reachedTerms(text.spf.terms)) {
        if (term.name !== 'a' && term.name !== 'mx') continue;
        const host = nameOfTerm(term.domain, name, ctx);
        const isOwn = !term.domain;
        const lacks = host === NO_NAME ? undefined : whatIsMissing(host, term.name, ctx);
        // A name with neither is told by mail-sender-unresolvable.
        if (lacks === undefined || (isOwn && hasNoAddress(name, ctx) && hasNoMx(name, ctx))) continue;
        report({
          at: stretchAt(text, term.start, term.end),
          message: phrase`${shown(ctx, host)} has ${lacks}, so "${text.joined.text.slice(term.start, term.end)}" lets nobody send: of such terms receivers take two at most`,
        });
      }
    }
  },
});

function whatIsMissing(host: NameId, name: 'a' | 'mx', ctx: RuleContext): string | undefined {
  if (name === 'mx') return hasNoMx(host, ctx) ? phrase`no MX record` : undefined;
  return hasNoAddress(host, ctx) ? phrase`no A or AAAA record` : undefined;
}

function hasNoMx(host: NameId, ctx: RuleContext): boolean {
  return ask(host, TYPE_MX, ctx).kind === 'none';
}
