import type { NameId } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { SpfMechanism } from '../../mail/spf.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { ask } from '../facts/mail-names.ts';
import { meantData, type SpfText, spfAt, stretchAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { reachedTerms } from '../facts/spf-held.ts';
import { isAboutAddress } from '../facts/spf-passes.ts';
import { fixMeant } from '../fixes/text-fixes.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** An SPF record that passes a host's IPv4 address and forgets its IPv6 address: mail that leaves by IPv6 fails. */
export const spfFamily = defineRule({
  id: 'spf-family',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasSpfText,
  summary: 'SPF record passes the IPv4 address of a host, and not its IPv6 address',
  check(name, records, ctx, report) {
    for (const text of spfAt(records, ctx)) {
      const terms = reachedTerms(text.spf.terms);
      if (text.spf.faults.length > 0) continue;
      for (const term of terms) {
        if (term.kind !== 'mechanism' || term.ip4 === undefined || term.prefixLength4 < 32 || term.qualifier !== '+')
          continue;
        const found = forgotten(term, { domain: name, text }, ctx);
        if (!found) continue;
        const address = ctx.held.addressText(found.address) ?? '';
        report({
          at: stretchAt(text, term.start, term.end),
          message: phrase`${shown(ctx, found.host)} has ${address} too, which the SPF record does not pass: what it sends over IPv6 fails SPF`,
          related: found.related,
          data: meantData({
            start: term.end,
            end: term.end,
            text: ` ip6:${address}`,
            title: phrase`Add "ip6:${address}"`,
          }),
        });
      }
    }
  },
  fixes: fixMeant,
});

/** A host of the domain with the address of a term, and its IPv6 address that no term passes. */
function forgotten(
  { ip4 }: SpfMechanism,
  { domain, text }: { readonly domain: NameId; readonly text: SpfText },
  ctx: RuleContext,
) {
  const { names } = ctx.store;
  const address = ip4 === undefined ? -1 : names.address4(ip4);
  if (address < 0) return undefined;
  ctx.watch(address);
  for (const { owner, zone } of ctx.held.recordsTo(address, TYPE_A)) {
    if (zone !== text.record.zone || owner === domain || names.isWildcard(owner)) continue;
    const answer = ask(owner, TYPE_AAAA, ctx);
    if (answer.kind !== 'records' || answer.aliases.length > 0) continue;
    if (
      answer.records.some(({ data }) => isAboutAddress(data, { text, domain, seen: new Set([domain]) }, ctx) !== false)
    )
      continue;
    const [record] = answer.records;
    if (record)
      return {
        host: owner,
        address: record.data,
        related: [{ at: record.at('rdata'), message: phrase`The IPv6 address` }],
      };
  }
  return undefined;
}
