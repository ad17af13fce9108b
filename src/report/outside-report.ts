import type { NameTable } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { TYPE_SOA } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import type { Fault, OutsideRecords, Stretch } from '../syntax/token.ts';
import type { Instance, InstanceBlock } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import type { RawFault } from './fault-types.ts';

/** What one line puts outside its zone. */
interface Group {
  readonly first: RawFault;
  readonly records: OutsideRecords;
  /** The $ORIGIN, where it stands in the file. */
  readonly origin: { readonly block: InstanceBlock; readonly at: Stretch } | undefined;
  count: number;
}

/** The faults of an instance that are told of together, and what is told in their place. */
export interface OutsideJoined {
  readonly told: readonly RawFault[];
  /** Each with what is told in its place. */
  readonly grouped: ReadonlyMap<Fault, RawFault>;
}

/**
 * The records of an instance that lie outside its zone, put together where one line is the cause of several: the SOA,
 * whose zone is another one than the file is read for, else an $ORIGIN.
 */
export function outsideJoined(instance: Instance, store: Store): OutsideJoined {
  const groups = groupsOf(instance, store.names);
  if (groups.size === 0) return NOTHING;
  const grouped = new Map<Fault, RawFault>();
  const all: RawFault[] = [];
  for (const [group, faults] of groups) {
    const item = told(group, instance, store);
    all.push(item);
    for (const fault of faults) grouped.set(fault, item);
  }
  return { told: all, grouped };
}

const NOTHING: OutsideJoined = { told: [], grouped: new Map() };

/** The groups of several records, with their faults. */
function groupsOf(instance: Instance, names: NameTable): ReadonlyMap<Group, readonly Fault[]> {
  const outside: RawFault[] = [];
  for (const block of instance.blocks)
    if (block) for (const fault of block.faults) if (fault.outside) outside.push({ block, fault });
  if (outside.length === 0) return NO_GROUPS;
  const soa = outside.find(({ fault }) => fault.outside?.isSoa);
  const ofSoa = soa?.fault.outside && { first: soa, records: soa.fault.outside, origin: undefined, count: 0 };
  const groups: Group[] = [];
  const members = new Map<Group, Fault[]>();
  const origins = new Origins(instance);
  const byOrigin = new Map<Stretch | undefined, Group>();
  if (ofSoa) groups.push(ofSoa);
  for (const item of outside) {
    const records = item.fault.outside as OutsideRecords;
    let group: Group | undefined;
    if (ofSoa && names.isBelowOrAt(records.owner, ofSoa.records.owner)) group = ofSoa;
    else if (records.isOfOrigin) {
      const origin = origins.of(item);
      group = byOrigin.get(origin?.at);
      if (!group) {
        group = { first: item, records, origin, count: 0 };
        byOrigin.set(origin?.at, group);
        groups.push(group);
      }
    }
    if (!group) continue;
    group.count += records.count;
    const known = members.get(group);
    if (known) known.push(item.fault);
    else members.set(group, [item.fault]);
  }
  const several = groups.filter(({ count }) => count > 1);
  return new Map(several.map((group) => [group, members.get(group) ?? []]));
}

const NO_GROUPS: ReadonlyMap<Group, readonly Fault[]> = new Map();

/** Finds the $ORIGIN lines of an instance, asked for in the order of the text. */
class Origins {
  readonly #blocks: Instance['blocks'];
  #index = 0;
  #last: Group['origin'];

  constructor({ blocks }: Instance) {
    this.#blocks = blocks;
  }

  of({ block, fault }: RawFault): Group['origin'] {
    for (; this.#index < block.index; this.#index++) {
      const passed = this.#blocks[this.#index];
      if (passed?.originAt) this.#last = { block: passed, at: passed.originAt };
    }
    const at = fault.outside?.originAt;
    if (!at) return this.#last;
    // Those of one block have one place each.
    return this.#last?.at === at ? this.#last : { block, at };
  }
}

function told({ first, records, origin, count }: Group, instance: Instance, store: Store): RawFault {
  const { names } = store;
  const zone = shownName(names, instance.apex);
  const owner = shownName(names, records.owner);
  const { fault } = first;
  const outside = { ...records, count };
  if (records.isSoa) {
    const message = phrase`This SOA is that of ${owner}, and the file is read for the zone ${zone}`;
    const dropped = phrase`BIND drops it and ${others(count)} of ${owner}`;
    if (hasSoa(instance, store)) return { ...first, fault: { ...fault, message: `${message}: ${dropped}`, outside } };
    const refused = phrase`${message}, which has none: servers refuse the zone, and would drop ${others(count)} as well`;
    return { ...first, fault: { ...fault, message: refused, outside, severity: 'error' } };
  }
  if (!origin) {
    const message = phrase`${owner} is not in the zone ${zone}, and so ${others(count)} below the same origin: BIND drops them`;
    return { ...first, fault: { ...fault, message, outside } };
  }
  const message = phrase`This $ORIGIN puts ${count} records outside the zone ${zone}, the first of them ${owner}: BIND drops them`;
  const { rule } = fault;
  return { block: origin.block, fault: { rule, ...origin.at, message, outside }, first };
}

function hasSoa({ view, apex }: Instance, { records }: Store): boolean {
  for (let id = view.index.firstAt(apex); id >= 0; id = records.nextAt(id))
    if (records.type[id] === TYPE_SOA) return true;
  return false;
}

function others(count: number): string {
  return count === 2 ? phrase`1 other record` : phrase`${count - 1} other records`;
}
