import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { DmarcRecord } from '../../mail/dmarc.ts';
import { isPolicy } from '../../mail/policies.ts';
import { tagNamed } from '../../mail/tags.ts';
import { dmarcFor, type HeldDmarc, isEnforced } from '../facts/dmarc-held.ts';
import { isBimiOwner } from '../facts/mail-owners.ts';
import { textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A BIMI record of a domain whose DMARC policy does not ask for enough: no logo is shown. */
export const bimiDmarc = defineRule({
  id: 'bimi-dmarc',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  summary: 'BIMI record of a domain whose DMARC policy is neither quarantine nor reject',
  passesSoundTexts: true,
  wants: ({ store: { names } }, name) => isBimiOwner(names, name),
  check(name, records, ctx, report) {
    const { names } = ctx.store;
    const domain = names.parent(names.parent(name));
    const [text] = textsAt(records, ctx).filter(({ joined }) => isPolicy(joined.text, 'BIMI1'));
    // An empty location says that there is no logo.
    if (!text || domain <= 0 || /l=\s{0,4}(?:;|$)/.test(text.joined.text)) return;
    const held = dmarcFor(domain, ctx);
    if (held.kind === 'unknown' || (held.kind === 'record' && isEnforced(held, domain) && !isPartly(held.dmarc)))
      return;
    const why = whyNoLogo(held);
    report({
      at: text.record.at('rdata'),
      message: phrase`${shown(ctx, domain)} ${why}: the logo is shown only with "p=quarantine" or "p=reject"`,
      ...(held.kind === 'record'
        ? { related: [{ at: held.text.record.at('rdata'), message: phrase`The DMARC record` }] }
        : {}),
    });
  },
});

/** Why no logo is shown, as the end of a sentence on the domain. */
function whyNoLogo(held: Exclude<HeldDmarc, { readonly kind: 'unknown' }>): string {
  if (held.kind !== 'record') return phrase`has no DMARC record`;
  if (isPartly(held.dmarc)) return phrase`has a DMARC policy for a part of its mail`;
  return phrase`has a DMARC policy that asks for nothing`;
}

/** Whether a policy is for a share of the mail only. */
function isPartly({ list }: DmarcRecord): boolean {
  const pct = tagNamed(list, 'pct');
  return pct !== undefined && /^\d{1,2}$/.test(pct.value);
}
