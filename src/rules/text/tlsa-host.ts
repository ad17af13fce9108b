import { TYPE_A, TYPE_AAAA, TYPE_TLSA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { fieldsAt } from '../facts/mail-fields.ts';
import { ask } from '../facts/mail-names.ts';
import { shown } from '../facts/pairing.ts';
import { hasOwnAddress } from '../facts/sure-hosts.ts';
import { defineRule } from '../rule.ts';

/** A TLSA record of a host that is not there (RFC 6698 section 3). */
export const tlsaHost = defineRule({
  id: 'tlsa-host',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TLSA],
  wants: (ctx, name) => {
    const host = ctx.store.names.parent(ctx.store.names.parent(name));
    ctx.watch(host);
    return !hasOwnAddress(host, ctx);
  },
  summary: 'TLSA record of a host that has no address in its held zone',
  check(name, records, ctx, report) {
    const { names } = ctx.store;
    const host = names.parent(names.parent(name));
    if (names.isWildcard(host) || host <= 0 || !/^_[0-9]+$/.test(names.labelText(name))) return;
    if (ask(host, TYPE_A, ctx).kind !== 'none' || ask(host, TYPE_AAAA, ctx).kind !== 'none') return;
    const [first] = fieldsAt(records, TYPE_TLSA, ctx);
    if (!first) return;
    report({
      at: first.record.at('owner'),
      message: phrase`${shown(ctx, host)} has no A or AAAA record, so nobody asks for its TLSA record`,
    });
  },
});
