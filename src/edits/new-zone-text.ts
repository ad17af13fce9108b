import type { DNSZone } from 'dns-zonefile';
import { TYPE_NS } from '../dns/type-codes.ts';
import type { EditContext } from './context.ts';
import { anyZone, soaOf, textLike } from './reverse-zone.ts';
import { clockOf } from './serial.ts';
import { zoneText } from './zone-text.ts';

/**
 * The text of a new zone: SOA and NS records as another primary zone of the view has them; where none is held, a server
 * and a mailbox in the zone itself, whose address is to be added.
 */
export function newZoneText(ctx: EditContext, name: string): string {
  const model = anyZone(ctx);
  const soa = model && soaOf(ctx, model);
  if (!model || !soa) return zoneText(ownServers(ctx, name));
  const servers = ctx.held.recordsAt(model.apex, TYPE_NS).filter((record) => record.zone === model);
  const ns = servers.map(({ data }) => ({ name: '@', host: ctx.held.text(data) }));
  return textLike(model, soa, { ns });
}

function ownServers(ctx: EditContext, name: string): DNSZone {
  const serial = clockOf(ctx.settings.now).today * 100 + 1;
  const times = { refresh: 14_400, retry: 3600, expire: 1_209_600, minimum: 3600 };
  const soa = { name: '@', mname: `ns1.${name}.`, rname: `hostmaster.${name}.`, serial, ...times };
  return { $ttl: 3600, soa, ns: [{ name: '@', host: `ns1.${name}.` }] };
}
