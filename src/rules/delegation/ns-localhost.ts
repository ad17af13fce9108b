import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_NS, TYPE_SOA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import { isLoopback } from '../../workspace/localhost.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { apexRecords, ofType } from '../facts/apex.ts';
import { watchFor } from '../facts/arpa-order.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A name server that is localhost, or has a loopback address: whoever asks asks itself. */
export const nsLocalhost = defineRule({
  id: 'ns-localhost',
  scope: 'zone',
  severity: 'warning',
  summary: 'Name server is localhost',
  check(zone, ctx, report) {
    if (!isPaired(zone, ctx)) return;
    for (const server of delegatedToLocalhost(zone, ctx))
      report({
        at: server.at('target'),
        message: phrase`${shown(ctx, server.owner)} is delegated to ${shown(ctx, server.data)}: whoever asks there asks its own machine`,
      });
    const records = apexRecords(zone, ctx);
    const soa = records.find(({ type }) => type === TYPE_SOA);
    if (soa) watchFor(zone, [soa.data]);
    const local = records.filter(({ type, data }) => type === TYPE_NS && isLocal(data, ctx));
    if (local.length === 0) return;
    // A zone of this machine alone: localhost itself, names to hide, a test.
    const isAll = local.length === ofType(records, TYPE_NS).length;
    if (isAll && (!soa || soa.data === ROOT || isLocal(soa.data, ctx))) return;
    for (const server of local) {
      if (server.data <= ROOT) continue;
      report({
        at: server.at('target'),
        message: phrase`${shown(ctx, zone.apex)} has the name server ${shown(ctx, server.data)}: whoever asks there asks its own machine`,
      });
    }
  },
});

const NOTHING: readonly ZoneRecord[] = [];

/** Delegations to `localhost.`; of one to a host with a loopback address address-special tells. */
function delegatedToLocalhost(zone: Zone, ctx: RuleContext): readonly ZoneRecord[] {
  const localhost = ctx.store.names.childText(ROOT, 'localhost');
  ctx.watch(localhost);
  if (ctx.held.view.index.firstTo(localhost) < 0) return NOTHING;
  const servers = ctx.held.recordsTo(localhost, TYPE_NS);
  return servers.filter((server) => server.zone === zone && server.owner !== zone.apex);
}

function isLocal(name: NameId, { store: { names, records }, held }: RuleContext): boolean {
  if (name < 0) return false;
  if (names.parent(name) === ROOT && /^localhost[46]?$/.test(names.labelText(name))) return true;
  let hasAddress = false;
  for (let id = held.view.index.firstAt(name); id >= 0; id = records.nextAt(id)) {
    if (records.type[id] !== TYPE_A && records.type[id] !== TYPE_AAAA) continue;
    if (!isLoopback(names, records.data[id] as NameId)) return false;
    hasAddress = true;
  }
  return hasAddress;
}
