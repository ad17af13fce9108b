import { ARPA4_ADDRESS, ARPA6_ADDRESS, type NameId, NO_NAME, ROOT } from '../dns/name-table.ts';
import { UNDERSCORE } from '../dns/service-name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_NS, TYPE_PTR, TYPE_SOA } from '../dns/type-codes.ts';
import { GENERATED } from '../zone/draft.ts';
import type { Instance, Zone } from './instance.ts';
import { addressesBehind, networkOf } from './network.ts';
import type { RecordId } from './record-table.ts';
import { addressesSpelled } from './spelled.ts';
import type { Spread } from './spread.ts';
import type { Tables } from './tables.ts';
import type { View } from './view.ts';
import { isEmptyZone } from './zone-kind.ts';

/** So many labels `_ldap._tcp` has below the apex of a zone that is known by it. */
const LABELS_OF_SERVICE = 2;
/** That it is felt by the names alone. */
const NO_TYPE = 0;

/**
 * What a record that comes or goes makes dirty around it: names and addresses, networks, zones, and other views. How far each
 * is felt from there says `Spread`.
 */
export class DirtyAround {
  readonly #store: Tables;
  readonly #spread: Spread;
  readonly #parentOf: (name: NameId) => NameId;

  constructor(store: Tables, spread: Spread) {
    this.#store = store;
    this.#spread = spread;
    this.#parentOf = (name) => store.names.parent(name);
  }

  /** What is dirty with a record that comes or goes, or that begins or ceases to answer. */
  note(view: View, record: RecordId, instance: Instance, highest: NameId): void {
    const { records, names } = this.#store;
    const owner = records.owner[record] as number;
    const type = records.type[record] as number;
    const data = records.data[record] as number;
    this.#spread.touchAddress(view, owner);
    this.#spread.hop(view, owner);
    this.#spread.touchAddresses(view, owner);
    if (type === TYPE_A || type === TYPE_AAAA) this.#noteAddress(view, record);
    else view.touch(data);
    // Of a domain it is asked which services and policies it has, by the names below it.
    if (names.firstByte(owner) === UNDERSCORE) view.touch(this.#parentOf(owner));
    if (type === TYPE_PTR) this.#notePointer(view, owner, data);
    if (type === TYPE_PTR || type === TYPE_CNAME) this.#noteReverse(view, owner);
    if (type === TYPE_CNAME) this.#noteAlias(view, data);
    if (type === TYPE_CNAME && names.isAddress(owner)) this.#spread.touchNetworks(view, owner);
    for (const zone of view.zoneWatch.get(owner) ?? []) view.dirtyZones.add(zone);
    for (const zone of view.zoneWatch.get(data) ?? []) view.dirtyZones.add(zone);
    if (type === TYPE_NS) this.#noteServer(view, owner, data);
    if (type === TYPE_CNAME && data >= 0 && this.#store.names.isAddress(owner))
      view.dirtyNetworks.add(networkOf(this.#store.names, data));
    view.touchWatching(owner);
    if (highest !== NO_NAME) this.#noteExistence(view, owner, highest);
    // What is said of a wildcard PTR tells names with records from those that only stand above others.
    else if (names.arpaKind(owner) > 0) view.touch(names.findChild(this.#parentOf(owner), '*'));
    if (instance.zone) this.#noteZone(view, instance.zone, highest, type);
    // A zone below may be held too: what is said of it counts all that stands at its names.
    for (let name = owner; name > ROOT && name !== instance.apex; name = this.#parentOf(name))
      for (const zone of view.zones.get(name) ?? []) this.#noteZone(view, zone, highest, type);
  }

  /** A name server's addresses are looked at more closely, and what is said of a classless zone speaks of its delegation. */
  #noteServer(view: View, owner: NameId, server: NameId): void {
    const { names } = this.#store;
    if (server >= 0) this.#spread.touchAddresses(view, server);
    if (view.classlessZones(names).get(this.#parentOf(owner))?.includes(owner)) view.dirtyNetworks.add(owner);
  }

  /** An address has gained or lost a name. */
  #noteAddress(view: View, record: RecordId): void {
    const { names, records } = this.#store;
    const address = records.data[record] as number;
    if (address < 0) return;
    if (((records.flags[record] as number) & GENERATED) !== 0) this.#spread.touchNetworks(view, address);
    else this.#spread.noteNeighbours(view, address);
    this.#spread.touchAddress(view, address);
    if (names.arpaKind(address) === ARPA6_ADDRESS) this.#noteZonesOf(view, address);
    for (let id = view.index.firstAt(address); id >= 0; id = records.nextAt(id))
      if (records.type[id] === TYPE_PTR) {
        this.#spread.hop(view, records.data[id] as number);
        this.#spread.touchAddresses(view, records.data[id] as number);
      }
  }

  /** What a sweep says of a zone's address depends on the other zones' names for it. */
  #noteZonesOf(view: View, address: NameId): void {
    const { records } = this.#store;
    for (let id = view.index.firstTo(address); id >= 0; id = records.nextTo(id)) {
      const zone = records.type[id] === TYPE_AAAA ? this.#store.blockOf(id)?.instance.zone : undefined;
      if (zone) view.dirtyZones.add(zone);
    }
  }

  /** A PTR has come or gone: what is said of its neighbours and of the other PTRs to its target may change. */
  #notePointer(view: View, owner: NameId, target: NameId): void {
    const { names } = this.#store;
    if (target >= 0) {
      this.#spread.touchAddresses(view, target);
      this.#spread.hop(view, target);
    }
    if (!names.isAddress(owner))
      for (const address of addressesSpelled(names, owner)) this.#spread.touchAddress(view, address);
    view.dirtyNetworks.add(networkOf(names, owner));
    // What is said of a network's PTRs together may be said in any of the zones that it lies in.
    for (let name = owner; name > ROOT; name = this.#parentOf(name))
      for (const zone of view.zones.get(name) ?? []) view.dirtyZones.add(zone);
  }

  /** A reverse name that comes or goes: PTRs of other addresses to its hosts may have been meant for it. */
  #noteReverse(view: View, owner: NameId): void {
    const { names, records } = this.#store;
    if (names.isAddress(owner)) {
      for (let id = view.index.firstTo(owner); id >= 0; id = records.nextTo(id)) {
        const type = records.type[id];
        if (type === TYPE_A || type === TYPE_AAAA) this.#spread.hop(view, records.owner[id] as number);
      }
      return;
    }
    const network = names.parent(names.parent(owner));
    if (names.arpaKind(network) === ARPA4_ADDRESS - 1) view.dirtyNetworks.add(network);
  }

  /** An alias to a PTR tells which address the PTR is for. */
  #noteAlias(view: View, target: NameId): void {
    const { records } = this.#store;
    for (let id = view.index.firstAt(target); id >= 0; id = records.nextAt(id)) {
      const data = records.data[id] as number;
      if (records.type[id] !== TYPE_PTR || data < 0) continue;
      this.#spread.touchAddresses(view, data);
      const zone = this.#store.blockOf(id)?.instance.zone;
      if (zone) view.dirtyZones.add(zone);
    }
  }

  /** An address whose PTR, alias or name has changed is looked at in the other views too. */
  noteElsewhere(view: View, type: number, owner: NameId, data: NameId): void {
    const others = [...this.#store.views.values()].filter((other) => other !== view && other.sweepFrom > 0);
    if (others.length === 0) return;
    if (type === TYPE_A || type === TYPE_AAAA) this.#touchElsewhere(others, data);
    else if (type === TYPE_PTR || type === TYPE_CNAME)
      for (const address of addressesBehind(this.#store, view, owner)) this.#touchElsewhere(others, address);
  }

  #touchElsewhere(others: readonly View[], address: NameId): void {
    if (address < 0) return;
    for (const other of others) {
      other.touch(address);
      other.touchWatching(address);
      other.dirtyNetworks.add(networkOf(this.#store.names, address));
      if (this.#store.names.arpaKind(address) === ARPA6_ADDRESS) this.#noteZonesOf(other, address);
    }
  }

  #noteZone(view: View, zone: Zone, highest: NameId, type: number): void {
    view.dirtyZones.add(zone);
    const { names } = this.#store;
    const isFirstBelow = highest >= 0 && names.depth(highest) <= names.depth(zone.apex) + 1;
    if (type !== TYPE_NS && type !== TYPE_SOA && !isFirstBelow) return;
    const before = view.emptyZones.get(zone);
    if (before === undefined || before === isEmptyZone(this.#store, zone)) return;
    view.emptyZones.delete(zone);
    view.sweepAgain();
  }

  /** Names that begin or cease to exist change the answers for what lies below them. */
  #noteExistence(view: View, owner: NameId, highest: NameId): void {
    const { names } = this.#store;
    if (names.isAddress(owner)) view.dirtyNetworks.add(networkOf(names, owner));
    for (let name = owner; ; name = this.#parentOf(name)) {
      this.#spread.touchAddress(view, name);
      // A network is bare where nothing exists below its name, be it an address or not.
      const kind = names.arpaKind(this.#parentOf(name));
      if (kind === ARPA4_ADDRESS - 1 || kind === ARPA6_ADDRESS - 2) view.dirtyNetworks.add(this.#parentOf(name));
      if (name !== owner) this.#spread.hop(view, name);
      if (name === highest || name <= 0) break;
    }
    if (highest > ROOT) view.touch(this.#store.names.findChild(this.#parentOf(highest), '*'));
    this.#spread.touchAbsent(view, highest);
    this.#noteZonesAbove(view, owner, highest);
    const above = this.#parentOf(highest);
    if (view.zones.size < 2 || !this.#spread.isOwnedAboveOnly(view, above)) return;
    this.#spread.hop(view, above);
    this.#spread.touchAbsent(view, above);
  }

  /** What is said of a zone depends on which services, and whether any names, lie below its apex, be they of a zone below it. */
  #noteZonesAbove(view: View, owner: NameId, highest: NameId): void {
    let left = LABELS_OF_SERVICE;
    for (let name = owner, isAbove = false; name > ROOT; name = this.#parentOf(name)) {
      for (const zone of view.zones.get(name) ?? []) this.#noteZone(view, zone, highest, NO_TYPE);
      isAbove ||= name === highest;
      if (isAbove && left-- === 0) return;
    }
  }
}
