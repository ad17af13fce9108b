import { ROOT } from '../../dns/name-table.ts';
import { TYPE_SRV } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { recordsToHosts } from '../facts/host-target.ts';
import { isOfPairedZone, shown } from '../facts/pairing.ts';
import { hasUnsoundSrv } from '../facts/unsound-data.ts';
import { defineRule, type RuleContext, type Say } from '../rule.ts';

/** A service at port 0, which nothing listens at (RFC 6335 section 6). */
export const srvPortZero = defineRule({
  id: 'srv-port-zero',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SRV],
  wants: hasUnsoundSrv,
  summary: 'SRV record with the port 0, or that is not offered and says where',
  check(_, records, ctx, report) {
    for (const record of recordsToHosts(records, TYPE_SRV, ctx)) {
      if (record.generated || !/^0+$/.test(record.rdata()[2]?.text ?? '')) continue;
      report({
        at: record.at({ rdata: 2 }),
        message: phrase`Nothing listens at port 0 of ${shown(ctx, record.data)}: write the port of the service, or the target "." where it is not offered`,
      });
    }
    tellNowhere(records, ctx, report);
  },
});

/** The target "." says that a service is not offered (RFC 2782): it has no port, and no other record beside it. */
function tellNowhere(records: readonly ZoneRecord[], ctx: RuleContext, report: Say): void {
  const all = records.filter(({ type, zone }) => type === TYPE_SRV && zone);
  const nowhere = all.find(
    (record) => record.data === ROOT && !record.generated && !ctx.isClaimed(record.id) && isOfPairedZone(record, ctx),
  );
  if (!nowhere) return;
  const other = all.find(({ data }) => data > ROOT);
  const [, , port] = nowhere.rdata();
  if (other)
    report({
      at: nowhere.at('target'),
      message: phrase`The target "." says that ${shown(ctx, nowhere.owner)} is not offered, and another record says where it is: delete one of the two`,
      related: [{ at: other.at('record'), message: phrase`The other record` }],
    });
  else if (port && !/^0+$/.test(port.text))
    report({
      at: nowhere.at({ rdata: 2 }),
      severity: 'information',
      message: phrase`The target "." says that ${shown(ctx, nowhere.owner)} is not offered, and port ${port.text} that it is: write "0 0 0 .", or the host that offers it`,
    });
}
