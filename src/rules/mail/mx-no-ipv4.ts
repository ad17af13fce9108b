import { TYPE_A, TYPE_AAAA, TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isNullMx, mxAt } from '../facts/mail-domain.ts';
import { ask } from '../facts/mail-names.ts';
import { shown } from '../facts/pairing.ts';
import { hasUnsureMailHost } from '../facts/sure-hosts.ts';
import { defineRule } from '../rule.ts';

/** A domain whose mail servers have IPv6 addresses only: senders without IPv6 reach none. */
export const mxNoIpv4 = defineRule({
  id: 'mx-no-ipv4',
  scope: 'name',
  severity: 'information',
  types: [TYPE_MX],
  passesPlainMail: true,
  wants: hasUnsureMailHost,
  summary: 'No mail server of the domain has an IPv4 address',
  check(name, records, ctx, report) {
    const all = mxAt(records, ctx).filter((record) => record.data > 0 && !isNullMx(record));
    const [first] = all;
    if (!first) return;
    const isOnlyIp6 = all.every(
      ({ data }) => ask(data, TYPE_A, ctx).kind === 'none' && ask(data, TYPE_AAAA, ctx).kind === 'records',
    );
    if (!isOnlyIp6) return;
    report({
      at: first.at('target'),
      message: phrase`No mail server of ${shown(ctx, name)} has an A record: senders without IPv6 can't deliver`,
    });
  },
});
