import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { SpfTerm } from '../../mail/spf.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { isPublic } from '../facts/mail-names.ts';
import { meantData, spfAt, stretchAt } from '../facts/mail-text.ts';
import { fixMeant } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';

/** A private address in the SPF of a domain that others look up: no mail comes from there (RFC 1918, RFC 4193). */
export const spfPrivateAddress = defineRule({
  id: 'spf-private-address',
  scope: 'name',
  severity: 'information',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasSpfText,
  summary: 'SPF record of a public domain names a private address',
  check(_, records, ctx, report) {
    for (const text of spfAt(records, ctx)) {
      const { zone } = text.record;
      for (const term of text.spf.terms) {
        const kind = kindOf(term);
        if (kind === undefined || !zone || !isPublic(zone, ctx)) continue;
        const written = text.joined.text.slice(term.start, term.end);
        const meant = { start: term.start - 1, end: term.end, text: '', title: phrase`Delete "${written}"` };
        report({
          at: stretchAt(text, term.start, term.end),
          message: phrase`"${written}" is ${kind}: receivers elsewhere never see mail from there`,
          data: meantData(meant),
        });
      }
    }
  },
  fixes: fixMeant,
});

function kindOf(term: SpfTerm): string | undefined {
  if (term.kind !== 'mechanism') return undefined;
  const { ip4, ip6 } = term;
  if (ip4 !== undefined && term.prefixLength4 >= 8) {
    if (ip4 >>> 24 === 10 || ip4 >>> 20 === 0xac1 || ip4 >>> 16 === 0xc0a8) return phrase`a private address (RFC 1918)`;
    if (ip4 >>> 24 === 127) return phrase`a loopback address`;
    if (ip4 >>> 16 === 0xa9fe) return phrase`a link-local address`;
    return ip4 >>> 22 === 0x191 ? phrase`an address for use inside a provider (RFC 6598)` : undefined;
  }
  const first = ip6?.[0] ?? 0;
  if (!ip6 || term.prefixLength6 < 7) return undefined;
  if (first >>> 9 === 0x7e) return phrase`a private address (RFC 4193)`;
  if (first >>> 6 === 0x3fa) return phrase`a link-local address`;
  return ip6.every((group, index) => group === (index === 7 ? 1 : 0)) ? phrase`a loopback address` : undefined;
}
