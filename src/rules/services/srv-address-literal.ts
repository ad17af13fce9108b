import { TYPE_A, TYPE_AAAA, TYPE_SRV } from '../../dns/type-codes.ts';
import { isAddressLiteral } from '../facts/address-literal.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { Subject } from '../fixes/subject.ts';
import { retargetToNames } from '../fixes/target-fixes.ts';
import { defineRule } from '../rule.ts';

/** An address where the name of a service's host is meant: `SRV 0 5 5060 192.0.2.1` (RFC 2782). */
export const srvAddressLiteral = defineRule({
  id: 'srv-address-literal',
  scope: 'name',
  severity: 'error',
  types: [TYPE_SRV],
  summary: 'SRV record holds an address instead of a name',
  check(name, records, ctx, report) {
    for (const record of records) {
      if (record.type !== TYPE_SRV || ctx.isClaimed(record.id)) continue;
      const written = record.words().rdata[3]?.text ?? '';
      if (!record.zone || !isPaired(record.zone, ctx) || !isAddressLiteral(record, ctx, written)) continue;
      report({
        at: record.at('target'),
        message:
          `${shown(ctx, name)} leads to ${written.replace(/\.$/, '')}, which is read as the name ${shown(ctx, record.data)}: ` +
          'an SRV record names a host that has addresses',
        claims: [record],
      });
    }
  },
  fixes(finding, ctx) {
    const { token } = new Subject(finding, ctx);
    const key = ctx.store.names.reverse.keyOf(token?.text.replace(/\.$/, '') ?? '');
    if (key < 0) return [];
    const hosts = [TYPE_A, TYPE_AAAA].flatMap((type) => ctx.held.recordsTo(key, type).map(({ owner }) => owner));
    return retargetToNames(
      finding,
      [...new Set(hosts)].filter((host) => ctx.store.names.isHostName(host)),
      ctx,
    );
  },
});
