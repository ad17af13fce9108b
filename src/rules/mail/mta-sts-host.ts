import { hasLabel } from '../../dns/label-octets.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isPolicy } from '../../mail/policies.ts';
import { hasNoAddress } from '../facts/mail-names.ts';
import { textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** An MTA-STS record of a domain without the web server that holds the policy (RFC 8461 section 3.3). */
export const mtaStsHost = defineRule({
  id: 'mta-sts-host',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  summary: 'MTA-STS record without the host that holds the policy',
  passesSoundTexts: true,
  wants: ({ store: { names } }, name) => hasLabel(names, name, '_mta-sts'),
  check(name, records, ctx, report) {
    const [text] = textsAt(records, ctx).filter(({ joined }) => isPolicy(joined.text, 'STSv1'));
    const { names } = ctx.store;
    const host = names.childText(names.parent(name), 'mta-sts');
    if (!text || host < 0 || !hasNoAddress(host, ctx)) return;
    report({
      at: text.record.at('rdata'),
      message: phrase`Senders fetch the policy from https://${shown(ctx, host)}/.well-known/mta-sts.txt, and ${shown(ctx, host)} has no address: without it MTA-STS does nothing`,
    });
  },
});
