import type { DNSZone } from 'dns-zonefile';
import { TYPE_NS } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import type { EditContext } from './context.ts';
import { anyZone, soaOf, textLike } from './reverse-zone.ts';
import { clockOf } from './serial.ts';
import { zoneText } from './zone-text.ts';

/**
 * The text of a new zone: SOA and NS records as another primary zone of the view has them. Where none is held, two servers
 * and a mailbox that stand for those that are to be filled in, and a comment that says so.
 */
export function newZoneText(ctx: EditContext | undefined, { name, now }: NewZone): string {
  const model = ctx && anyZone(ctx);
  const soa = model && soaOf(ctx, model);
  if (!model || !soa) return ownServers(name, now);
  const servers = ctx.held.recordsAt(model.apex, TYPE_NS).filter((record) => record.zone === model);
  const ns = servers.map(({ data }) => ({ name: '@', host: ctx.held.text(data) }));
  return textLike(model, soa, { ns });
}

/** A zone that is to be: its name without the final dot, and the time. */
interface NewZone {
  readonly name: string;
  readonly now: number;
}

/** A reverse zone has no hosts of its own, so its servers have names elsewhere. */
function ownServers(name: string, now: number): string {
  const isReverse = /(?:^|\.)(?:in-addr|ip6)\.arpa$/i.test(name);
  const domain = isReverse ? 'example.com' : name;
  const serial = clockOf(now).today * 100 + 1;
  const times = { refresh: 14_400, retry: 3600, expire: 1_209_600, minimum: 3600 };
  const soa = { name: '@', mname: `ns1.${domain}.`, rname: `hostmaster.${domain}.`, serial, ...times };
  const ns = ['ns1', 'ns2'].map((host) => ({ name: '@', host: `${host}.${domain}.` }));
  const a = [
    { name: 'ns1', ip: '192.0.2.1' },
    { name: 'ns2', ip: '198.51.100.1' },
  ];
  const zone: DNSZone = { $ttl: 3600, soa, ns, ...(isReverse ? {} : { a }) };
  return `; ${phrase`To be filled in: the name servers and their addresses`}\n${zoneText(zone)}`;
}
