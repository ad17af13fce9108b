import type { NameId } from '../../dns/name-table.ts';
import { TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isNullMx, mxAt } from '../facts/mail-domain.ts';
import { addressesOf } from '../facts/mail-names.ts';
import { isLoopbackAddress, shown } from '../facts/pairing.ts';
import { hasUnsureMailHost } from '../facts/sure-hosts.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A mail server that is each sender itself: `localhost`, or a host with loopback addresses only. */
export const mxLocalhost = defineRule({
  id: 'mx-localhost',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_MX],
  passesPlainMail: true,
  wants: hasUnsureMailHost,
  summary: 'Mail server is localhost',
  check(name, records, ctx, report) {
    for (const record of mxAt(records, ctx)) {
      if (isNullMx(record) || record.data < 0 || !isLoopback(record.data, ctx)) continue;
      report({
        at: record.at('target'),
        message: phrase`${shown(ctx, record.data)} is each sender itself: mail for ${shown(ctx, name)} never leaves it. If there is to be no mail, say "MX 0 ."`,
      });
    }
  },
});

function isLoopback(host: NameId, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  if (names.firstByte(host) === LETTER_L && names.labelText(host) === 'localhost')
    return names.depth(host) === 1 || (addressesOf(host, ctx)?.length ?? 0) > 0;
  const addresses = addressesOf(host, ctx) ?? [];
  return addresses.length > 0 && addresses.every((address) => isLoopbackAddress(names, address));
}

const LETTER_L = 108;
