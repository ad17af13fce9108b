import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isPolicy } from '../../mail/policies.ts';
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
    if (held.kind === 'unknown' || (held.kind === 'record' && isEnforced(held, domain))) return;
    const why = held.kind === 'none' ? phrase`has no DMARC record` : phrase`has a DMARC policy that asks for nothing`;
    report({
      at: text.record.at('rdata'),
      message: phrase`${shown(ctx, domain)} ${why}: the logo is shown only with "p=quarantine" or "p=reject"`,
      ...(held.kind === 'record'
        ? { related: [{ at: held.text.record.at('rdata'), message: phrase`The DMARC record` }] }
        : {}),
    });
  },
});
