import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_NS } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { apexRecords, ofType } from './apex.ts';

/** A name server of a zone, and its addresses of both families; undefined where not all are held. */
export interface ServerAddresses {
  readonly server: ZoneRecord;
  readonly addresses: readonly NameId[] | undefined;
}

/** The name servers at a zone's apex with their addresses; of a name that stands there twice the first one. */
export function serverAddresses(zone: Zone, ctx: RuleContext): readonly ServerAddresses[] {
  const servers = ofType(apexRecords(zone, ctx), TYPE_NS);
  const seen = new Set<NameId>();
  const first = servers.filter(({ data }) => data > ROOT && !seen.has(data) && seen.add(data));
  return first.map((server) => ({ server, addresses: addressesHeld(server.data, ctx) }));
}

/** Undefined where nobody knows, where there are none, and of an alias. */
function addressesHeld(name: NameId, { held }: RuleContext): readonly NameId[] | undefined {
  const found: NameId[] = [];
  for (const type of [TYPE_A, TYPE_AAAA]) {
    const answer = held.lookup(name, type);
    if (answer.kind === 'unknown' || answer.aliases.length > 0) return undefined;
    if (answer.kind === 'records') found.push(...answer.records.map(({ data }) => data));
  }
  return found.length > 0 ? found : undefined;
}
