import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_NS } from '../../dns/type-codes.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';

/** A name server of a zone, and its addresses of both families; undefined where not all are held. */
export interface ServerAddresses {
  readonly server: ZoneRecord;
  readonly addresses: readonly NameId[] | undefined;
}

/**
 * The name servers that the records of an apex or a delegation name, with their addresses; of a name that stands there twice
 * the first one. None of a delegation to a held zone, which is asked itself.
 */
export function serverAddresses(records: readonly ZoneRecord[], ctx: RuleContext): readonly ServerAddresses[] {
  const seen = new Set<NameId>();
  const servers = records.filter(({ type, data, owner, zone }) => {
    if (type !== TYPE_NS || data <= ROOT || !zone || seen.has(data)) return false;
    seen.add(data);
    return owner === zone.apex || !ctx.held.view.zones.has(owner);
  });
  return servers.map((server) => ({ server, addresses: addressesOfServer(server, ctx) }));
}

/** Of a server below its own delegation glue is all that resolvers are told; of others who answers for the name is asked. */
function addressesOfServer({ owner, data, zone }: ZoneRecord, ctx: RuleContext): readonly NameId[] | undefined {
  const { held, store } = ctx;
  if (!zone || owner === zone.apex || !store.names.isBelowOrAt(data, owner)) return addressesHeld(data, ctx);
  const glue = held.recordsAt(data).filter((record) => record.zone === zone);
  if (zone.gaps.size > 0 || glue.some(({ type }) => type === TYPE_UNREADABLE)) return undefined;
  const addresses = glue.filter(({ isAddress }) => isAddress).map((record) => record.data);
  return addresses.length > 0 ? addresses : undefined;
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

/** A fast filter: whether two records of a list of NS records lead to one address, by the index alone. */
export function mayShareAddress({ store, held }: RuleContext, first: RecordId): boolean {
  const { records } = store;
  const addresses: number[] = [];
  for (let id = first; id >= 0; id = records.nextAt(id)) {
    if (records.type[id] !== TYPE_NS) continue;
    const before = addresses.length;
    for (let at = held.view.index.firstAt(records.data[id] as NameId); at >= 0; at = records.nextAt(at)) {
      if (!isAddressType(records.type[at] as number)) continue;
      const address = records.data[at] as NameId;
      const known = addresses.indexOf(address);
      if (known >= 0 && known < before) return true;
      addresses.push(address);
    }
  }
  return false;
}

/** A fast filter: whether the first NS record of a list leads to a name with AAAA records and without A records. */
export function mayLackIp4({ store, held }: RuleContext, first: RecordId): boolean {
  const { records } = store;
  let id = first;
  while (id >= 0 && records.type[id] !== TYPE_NS) id = records.nextAt(id);
  if (id < 0) return false;
  let hasIp6 = false;
  for (let at = held.view.index.firstAt(records.data[id] as NameId); at >= 0; at = records.nextAt(at)) {
    if (records.type[at] === TYPE_A) return false;
    if (records.type[at] === TYPE_AAAA) hasIp6 = true;
  }
  return hasIp6;
}

function isAddressType(type: number): boolean {
  return type === TYPE_A || type === TYPE_AAAA;
}
