import type { SoaTimes } from '../../dns/soa-times.ts';
import { parseSeconds } from '../../dns/ttl.ts';
import { TYPE_SOA } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { LastAsked } from './last-asked.ts';
import { isPaired } from './pairing.ts';

/** The timers as written; undefined where one is no time, or a template makes it. */
export function soaTimes(soa: ZoneRecord): SoaTimes | undefined {
  if (soa.generated) return undefined;
  const [refresh, retry, expire, minimum] = soa
    .words()
    .rdata.slice(3, 7)
    .map(({ text }) => parseSeconds(text));
  if (refresh === undefined || retry === undefined || expire === undefined || minimum === undefined) return undefined;
  return { refresh, retry, expire, minimum };
}

/** The SOA at the apex of a zone that people run for others: none of a policy, a catalog, or of localhost (RFC 6761). */
export function publicSoa(records: readonly ZoneRecord[], ctx: RuleContext): ZoneRecord | undefined {
  const soa = records.find(({ type, owner, zone }) => type === TYPE_SOA && owner === zone?.apex);
  if (!soa?.zone || soa.generated || ctx.isClaimed(soa.id) || !isPaired(soa.zone, ctx)) return undefined;
  return isOfLocalhost(soa.zone, ctx) ? undefined : soa;
}

const ofLocalhost = new LastAsked<Zone, boolean>();

/** `localhost` and the reverse zones of what no host has (RFC 6303 section 4.2). */
function isOfLocalhost(zone: Zone, { held }: RuleContext): boolean {
  const known = ofLocalhost.get(zone);
  if (known !== undefined) return known;
  const isIt = /^(?:localhost\.|(?:\d+\.)*(?:0|127|255)\.in-addr\.arpa\.|[01]\.(?:0\.){31}ip6\.arpa\.)$/.test(
    held.text(zone.apex),
  );
  ofLocalhost.set(zone, isIt);
  return isIt;
}
