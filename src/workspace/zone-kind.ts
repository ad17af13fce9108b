import { type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { TYPE_A, TYPE_CNAME, TYPE_NS, TYPE_SOA, TYPE_TXT } from '../dns/type-codes.ts';
import type { Zone } from './instance.ts';
import type { RecordId } from './record-table.ts';
import type { Tables } from './tables.ts';

/**
 * Whether a record shows that its zone is no zone of hosts: an action of a response policy zone, the test entry of a
 * block list (RFC 5782 section 5).
 */
export function isMark(store: Tables, record: RecordId, apex: NameId): boolean {
  const { names, records } = store;
  const owner = records.owner[record] as number;
  const data = records.data[record] as number;
  switch (records.type[record]) {
    case TYPE_CNAME:
      return data === ROOT || (names.depth(data) === 1 && names.labelText(data).startsWith('rpz-'));
    case TYPE_A:
      return names.ip4Of(data) >>> 24 === 127 && isTestEntry(names, owner, apex);
    default:
      return false;
  }
}

/** Whether a record is what a catalog zone says its version with (RFC 9432 section 4.1); zones of hosts may have such a name too. */
export function isVersion({ names, records }: Tables, record: RecordId, apex: NameId): boolean {
  const owner = records.owner[record] as number;
  if (records.type[record] !== TYPE_TXT || names.parent(owner) !== apex || names.firstByte(owner) !== LETTER_V)
    return false;
  return names.labelText(owner) === 'version';
}

/** Whether a zone lists other zones (RFC 9432): it has a version, and names below `zones`. */
export function isCatalog({ names }: Tables, { apex, view }: Zone): boolean {
  const members = names.findChild(apex, 'zones');
  return members !== NO_NAME && (view.index.weight[members] ?? 0) > 0;
}

/**
 * Whether a zone is one of those that servers keep to answer nothing: its servers are itself or localhost (RFC 6303), or
 * those of the AS112 project (RFC 7534, RFC 7535), and no name stands below its apex.
 */
export function isEmptyZone(store: Tables, zone: Zone): boolean {
  const isEmpty = hasOnlyLocalServers(store, zone);
  zone.view.emptyZones.set(zone, isEmpty);
  return isEmpty;
}

function hasOnlyLocalServers(store: Tables, zone: Zone): boolean {
  const { records, names } = store;
  const { index } = zone.view;
  let count = 0;
  let servers = 0;
  let sinks = 0;
  let isOfOthers = false;
  for (let id = index.firstAt(zone.apex); id >= 0; id = records.nextAt(id)) {
    count++;
    const type = records.type[id];
    if (type !== TYPE_NS && type !== TYPE_SOA) continue;
    const server = records.data[id] as number;
    const isLocal = server === zone.apex || server === ROOT || names.labelText(server) === 'localhost';
    const isSink = type === TYPE_NS && names.labelText(server).startsWith('blackhole') && SINKS.has(names.text(server));
    if (isSink) sinks++;
    else if (type === TYPE_NS && !isLocal) return false;
    // Whoever runs a node of AS112 is the master of its zones.
    else if (!isLocal) isOfOthers = true;
    servers++;
  }
  return servers > 0 && (sinks > 0 || !isOfOthers) && index.weight[zone.apex] === count;
}

const LETTER_V = 118;

const SINKS: ReadonlySet<string> = new Set(['blackhole-1.iana.org.', 'blackhole-2.iana.org.', 'blackhole.as112.arpa.']);

function isTestEntry(names: NameTable, owner: NameId, apex: NameId): boolean {
  let node = owner;
  for (const label of ['2', '0', '0', '127']) {
    if (names.labelText(node) !== label) return false;
    node = names.parent(node);
  }
  return node === apex;
}
