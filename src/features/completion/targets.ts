import { relativeTo } from '../../dns/name.ts';
import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';
import { isInService, UNDERSCORE } from '../../dns/service-name.ts';
import { isInUnknownZone } from '../../dns/shown-name.ts';
import {
  TYPE_A,
  TYPE_AAAA,
  TYPE_AFSDB,
  TYPE_KX,
  TYPE_MX,
  TYPE_NS,
  TYPE_PTR,
  TYPE_RT,
  TYPE_SRV,
} from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { pointerCandidates } from '../../edits/candidates.ts';
import { addressServedAt } from '../../rules/facts/lone-pointer.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { FeatureContext } from '../context.ts';
import type { Row } from '../row.ts';
import type { Proposal, Proposals } from './proposal.ts';
import type { FieldSpot } from './spot.ts';

const MOST_NAMES = 500;
const MOST_LOOKED_AT = 300_000;
const MOST_FIRST = 20;
/** So many zones of a view are asked for their servers. */
const MOST_ZONES = 1000;

/** The names of the view's zones: relative where they lie under the origin, else with their final dot. */
export function targetProposals(ctx: FeatureContext, { row, range, prefix }: FieldSpot): Proposals {
  const { store } = ctx.engine;
  const { view } = row.block.instance;
  const origin = store.names.text(row.origin);
  const wanted = prefix.toLowerCase();
  const items: Proposal[] = [];
  const count = Math.min(store.names.count, MOST_LOOKED_AT);
  // What a PTR or NS record is most likely to name comes first, and is there however many names there are.
  const first = row.typeCode === TYPE_NS ? serversOf(ctx, row) : addressOwners(ctx, row);
  const add = (name: NameId, order?: string): void => {
    const head = view.index.firstAt(name);
    // Servers may have names that are not held.
    if (head < 0 ? order === undefined : isNoTarget(ctx, name, head, row)) return;
    const absolute = store.names.text(name);
    const relative = relativeTo(absolute, origin);
    if (relative === absolute && isInUnknownZone(absolute)) return;
    const text = relative.startsWith(wanted) || !absolute.startsWith(wanted) ? relative : absolute;
    if (!text.startsWith(wanted)) return;
    const whole = text === absolute || isInUnknownZone(absolute) ? '' : absolute;
    const detail = [typeAt(ctx, head), whole].filter((part) => part !== '').join(' ');
    items.push({
      label: text,
      kind: 'name',
      range,
      topic: { kind: 'name', view: view.name, name: absolute },
      ...(detail === '' ? {} : { detail }),
      // Names of the zone at hand come before others, and reverse zones last.
      order: (order ?? (isReverse(store.names, name) ? '3' : relative === absolute ? '2' : '1')) + text,
    });
  };
  first.forEach((name, index) => {
    add(name, `0${String(index).padStart(3, '0')}`);
  });
  for (let name: NameId = ROOT + 1; name < count && items.length < MOST_NAMES; name++)
    if (!first.includes(name)) add(name);
  return { items, isIncomplete: items.length >= MOST_NAMES || count < store.names.count };
}

/** The names that have the address for which a PTR record stands, in a classless zone too; the best one for it first. */
function addressOwners({ engine }: FeatureContext, { typeCode: type, ownerName, block }: Row): readonly NameId[] {
  if (type !== TYPE_PTR || ownerName < 0) return [];
  const context = engine.context(block.instance.view);
  const address = addressServedAt(context.held, ownerName);
  if (address < 0 || !engine.store.names.isAddress(address)) return [];
  return pointerCandidates(context, address).slice(0, MOST_FIRST);
}

/** The name servers of the zone at hand, then those that most zones of the view have; without those that the owner has. */
function serversOf({ engine }: FeatureContext, { ownerName, records, block }: Row): readonly NameId[] {
  const { view, apex } = block.instance;
  const { held } = engine.context(view);
  const counts = new Map<NameId, number>();
  let left = MOST_ZONES;
  for (const zone of [apex, ...view.zones.keys()]) {
    if (left-- === 0) break;
    for (const { data } of held.recordsAt(zone, TYPE_NS))
      counts.set(data, (counts.get(data) ?? 0) + (zone === apex ? MOST_ZONES : 1));
  }
  for (const { id, data } of held.recordsAt(ownerName, TYPE_NS)) if (!records.includes(id)) counts.delete(data);
  return [...counts]
    .filter(([name]) => name > ROOT)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_FIRST)
    .map(([name]) => name);
}

/** The type of the first record of a name that can be read, '' where none can. */
function typeAt(ctx: FeatureContext, head: number): string {
  const { records } = ctx.engine.store;
  let id = head;
  while (id >= 0 && records.type[id] === TYPE_UNREADABLE) id = records.nextAt(id);
  return id < 0 ? '' : typeName(records.type[id] as number);
}

/** Reverse names, wildcards and service names are no hosts; an alias may lead to what lies below such a name. */
function isNoTarget(ctx: FeatureContext, name: NameId, head: number, row: Row): boolean {
  const { names, records } = ctx.engine.store;
  if (names.isAddress(name) || names.isWildcard(name) || names.firstByte(name) === UNDERSCORE) return true;
  if (isForHosts(row, names) && (isReverse(names, name) || isInService(names, name))) return true;
  if (isForHosts(row, names) && !mayHaveAddress(ctx, name, head, row)) return true;
  return name === row.ownerName && records.nextAt(head) === -1;
}

/** Whether a name has an address, or a record elsewhere that can't be read. */
function mayHaveAddress({ engine }: FeatureContext, name: NameId, head: number, row: Row): boolean {
  const { records } = engine.store;
  for (let id = head; id >= 0; id = records.nextAt(id)) {
    const type = records.type[id];
    if (type === TYPE_A || type === TYPE_AAAA) return true;
    // The record that is being written can't be read either.
    if (type === TYPE_UNREADABLE && name !== row.ownerName) return true;
  }
  return false;
}

/** Types whose targets are hosts: NS, MX, AFSDB, RT, SRV and KX. */
const HOST_TYPES: ReadonlySet<number> = new Set([TYPE_NS, TYPE_MX, TYPE_AFSDB, TYPE_RT, TYPE_SRV, TYPE_KX]);

/** A PTR record in the reverse tree names a host, one of DNS-SD elsewhere a service (RFC 6763). */
function isForHosts({ typeCode: type, ownerName }: Row, names: NameTable): boolean {
  return HOST_TYPES.has(type) || (type === TYPE_PTR && isReverse(names, ownerName));
}

function isReverse(names: NameTable, name: NameId): boolean {
  return names.isBelowOrAt(name, names.inAddrArpa) || names.isBelowOrAt(name, names.ip6Arpa);
}
