import { ip4Text } from '../../dns/ip4.ts';
import { type Ip6, ip6Text } from '../../dns/ip6.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { SpfTerm } from '../../mail/spf.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { meantData, spfAt, stretchAt } from '../facts/mail-text.ts';
import { fixMeant } from '../fixes/text-fixes.ts';
import { defineRule } from '../rule.ts';

/** An address with a prefix length in SPF that is not the first of its network: one of the two may be wrong. */
export const spfHostBits = defineRule({
  id: 'spf-host-bits',
  scope: 'name',
  severity: 'information',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasSpfText,
  summary: 'Network in an SPF record is written with the address of a host',
  check(_, records, ctx, report) {
    for (const text of spfAt(records, ctx))
      for (const term of text.spf.terms) {
        const network = networkOf(term);
        if (network === undefined) continue;
        const written = text.joined.text.slice(term.start, term.end);
        const meant = `${written.slice(0, written.indexOf(':') + 1)}${network}`;
        const title = phrase`Change "${written}" to "${meant}"`;
        report({
          at: stretchAt(text, term.start, term.end),
          message: phrase`"${written}" is the whole network ${network}: if one host is meant, leave out the prefix length`,
          data: meantData({ start: term.start, end: term.end, text: meant, title }),
        });
      }
  },
  fixes: fixMeant,
});

/** The network of a term as it is written; undefined where its address is the first one. */
function networkOf(term: SpfTerm): string | undefined {
  if (term.kind !== 'mechanism') return undefined;
  const { ip4, ip6, prefixLength4, prefixLength6 } = term;
  if (ip4 !== undefined) {
    const first = prefixLength4 === 0 ? 0 : (ip4 & (-1 << (32 - prefixLength4))) >>> 0;
    return first === ip4 >>> 0 ? undefined : `${ip4Text(first)}/${prefixLength4}`;
  }
  if (!ip6) return undefined;
  const first: Ip6 = ip6.map((group, index) => group & maskOf(prefixLength6 - 16 * index));
  return first.every((group, index) => group === ip6[index]) ? undefined : `${ip6Text(first)}/${prefixLength6}`;
}

/** The mask of a group of sixteen bits, so many of which are the network's. */
function maskOf(bits: number): number {
  if (bits >= 16) return 0xffff;
  return bits <= 0 ? 0 : (0xffff << (16 - bits)) & 0xffff;
}
