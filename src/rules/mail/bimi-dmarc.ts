import { TYPE_TXT } from '../../dns/type-codes.ts';
import type { DmarcRecord } from '../../mail/dmarc.ts';
import { isPolicy } from '../../mail/policies.ts';
import { tagNamed } from '../../mail/tags.ts';
import { dmarcFor, isEnforced } from '../facts/dmarc-held.ts';
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
    const says = held.kind === 'record' && isPartly(held.dmarc) ? 'is for a part of the mail' : 'asks for nothing';
    const why = held.kind === 'none' ? 'has no DMARC record' : `has a DMARC policy that ${says}`;
    report({
      at: text.record.at('rdata'),
      message: `${shown(ctx, domain)} ${why}: the logo is shown only with "p=quarantine" or "p=reject"`,
      ...(held.kind === 'record'
        ? { related: [{ at: held.text.record.at('rdata'), message: 'The DMARC record' }] }
        : {}),
    });
  },
});

/** Whether a policy is for a share of the mail only. */
function isPartly({ list }: DmarcRecord): boolean {
  const pct = tagNamed(list, 'pct');
  return pct !== undefined && /^\d{1,2}$/.test(pct.value);
}
