import { ARPA4_ADDRESS, ARPA6_ADDRESS, type NameId, NO_NAME, ROOT } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_MX, TYPE_NS, TYPE_PTR } from '../dns/type-codes.ts';
import { GENERATED } from '../zone/draft.ts';
import { hasGenerated, isBare, LONGEST_ALIAS_CHAIN, networkOf } from './network.ts';
import type { RecordId } from './record-table.ts';
import type { Tables } from './tables.ts';
import type { View } from './view.ts';

/** So many records are followed in one go; the others are left for later, in slices. */
const LONG_LIST = 256;

const NONE: ReadonlySet<NameId> = new Set();

/** What is dirty with a name: how far a change at it is felt. */
export class Spread {
  readonly #store: Tables;

  constructor(store: Tables) {
    this.#store = store;
  }

  /** Makes the owners of all records that lead to a name dirty, through aliases too; of many some are left for later. */
  hop(view: View, name: NameId): void {
    this.#follow(view, name, 0);
  }

  /** The same for all of a long list, which so many aliases were followed to. */
  hopAll(view: View, name: NameId, depth: number): void {
    this.#follow(view, name, depth, name);
  }

  /**
   * Whether a name has records of the zones above its own only: then it exists in its own by what lies below it. (Nearly
   * all that comes or goes lies below an apex with records of its own, which is not felt.)
   */
  isOwnedAboveOnly(view: View, name: NameId): boolean {
    const { names, records } = this.#store;
    let apex = name;
    while (apex > ROOT && !view.zones.has(apex)) apex = names.parent(apex);
    const first = view.index.firstAt(name);
    for (let id = first; id >= 0; id = records.nextAt(id))
      if (this.#store.blockOf(id)?.instance.zone?.apex === apex) return false;
    return first >= 0;
  }

  /** The names that look-ups come from are gone through in the order of their distance, each once. */
  #follow(view: View, start: NameId, distance: number, whole?: NameId): void {
    if (!isLedTo(view, start)) return;
    const { records } = this.#store;
    const found = new Map([[start, distance]]);
    let left = LONG_LIST;
    const add = (name: NameId, depth: number): void => {
      if (depth > LONGEST_ALIAS_CHAIN || found.has(name) || !isLedTo(view, name)) return;
      if (left-- > 0) found.set(name, depth);
      else view.fanOut.add(name, depth);
    };
    for (const [name, depth] of found) {
      const led = view.ledFrom.get(name) ?? NONE;
      let room = name === whole ? Number.POSITIVE_INFINITY : left - led.size;
      for (let id = view.index.firstTo(name); id >= 0 && room >= 0; id = records.nextTo(id)) {
        room--;
        // Of the way from a PTR back to its address only what leads there is told, not the hosts that have the address.
        const type = records.type[id];
        if (depth > 0 && (type === TYPE_A || type === TYPE_AAAA)) this.#noteZone(view, id);
        else this.#touchOwner(view, id);
        if (this.#leadsOn(view, id)) add(records.owner[id] as number, depth + 1);
      }
      if (name !== whole) left = Math.min(left, room);
      if (room < 0) {
        view.fanOut.add(name, depth);
        continue;
      }
      for (const other of led) {
        this.touchAddress(view, other);
        add(other, depth + 1);
      }
    }
  }

  /** Whether what the rdata leads to is felt beyond a record's owner: PTRs are looked up through aliases too. */
  #leadsOn(view: View, record: RecordId): boolean {
    const { records, names } = this.#store;
    const type = records.type[record];
    if (type !== TYPE_PTR) return type === TYPE_CNAME;
    const owner = records.owner[record] as number;
    return !names.isAddress(owner) || view.aliasedAddresses.has(owner);
  }

  /**
   * Makes a name dirty, and what depends on it; with an address the owner in a held classless zone that speaks for it, and
   * with such an owner the address and what is said of its network (RFC 2317).
   */
  touchAddress(view: View, name: NameId): void {
    const { names } = this.#store;
    view.touch(name);
    view.touchWatching(name);
    if (names.arpaKind(name) === ARPA6_ADDRESS) return;
    const apex = names.parent(name);
    if (names.arpaKind(name) === ARPA4_ADDRESS) {
      const zones = view.classlessZones(names).get(apex) ?? [];
      for (const zone of zones) view.touch(names.findChild(zone, names.labelText(name)));
      if (zones.length > 0) view.dirtyNetworks.add(apex);
    } else if (names.arpaKind(names.parent(apex)) === ARPA4_ADDRESS - 1 && view.zones.has(apex)) {
      const address = names.findChild(names.parent(apex), names.labelText(name));
      if (address === NO_NAME) return;
      view.touch(address);
      view.touchWatching(address);
      this.noteMail(view, address);
      view.dirtyNetworks.add(networkOf(names, address));
      this.#noteZonesWith(view, address);
    }
  }

  /** What is said of zones with addresses that no reverse zone is held of depends on where a classless zone's aliases lead. */
  #noteZonesWith(view: View, address: NameId): void {
    const { names, records } = this.#store;
    for (let node = address; node > ROOT; node = names.parent(node)) if (view.zones.has(node)) return;
    for (let id = view.index.firstTo(address); id >= 0; id = records.nextTo(id)) {
      const zone = this.#store.blockOf(id)?.instance.zone;
      if (zone) view.dirtyZones.add(zone);
    }
  }

  /**
   * The networks that are dirty with one: a network and the classless zones for its addresses (RFC 2317), where one that
   * lacks its alias changes what is said of all.
   */
  networksWith(view: View, network: NameId): readonly NameId[] {
    const { names } = this.#store;
    const classless = view.classlessZones(names);
    if (classless.size === 0) return [network];
    const above = names.parent(network);
    if (classless.get(above)?.includes(network)) return [above, ...(classless.get(above) ?? [])];
    return [network, ...(classless.get(network) ?? [])];
  }

  /** Makes the network of an address dirty, and those that its aliases lead into. */
  touchNetworks(view: View, address: NameId): void {
    const { names, records } = this.#store;
    view.dirtyNetworks.add(networkOf(names, address));
    for (let id = view.index.firstAt(address); id >= 0; id = records.nextAt(id))
      if (records.type[id] === TYPE_CNAME && (records.data[id] as number) >= 0)
        view.dirtyNetworks.add(networkOf(names, records.data[id] as number));
  }

  #touchOwner(view: View, record: RecordId): void {
    const { records, names } = this.#store;
    const owner = records.owner[record] as number;
    this.touchAddress(view, owner);
    const type = records.type[record] as number;
    const isGenerated = ((records.flags[record] as number) & GENERATED) !== 0;
    if (type === TYPE_CNAME ? names.isAddress(owner) : type === TYPE_PTR && isGenerated)
      view.dirtyNetworks.add(networkOf(names, owner));
    this.#noteZone(view, record);
  }

  /** What is said of a zone as a whole depends on where such a record leads. */
  #noteZone(view: View, record: RecordId): void {
    const type = this.#store.records.type[record];
    if (type !== TYPE_PTR && type !== TYPE_NS && type !== TYPE_MX && type !== TYPE_AAAA) return;
    const zone = this.#store.blockOf(record)?.instance.zone;
    if (zone) view.dirtyZones.add(zone);
  }

  /** Names below another that were looked up and do not exist, or only by a wildcard. */
  touchAbsent(view: View, above: NameId): void {
    for (const absent of view.absentNames.atOrBelow(above)) {
      this.touchAddress(view, absent);
      this.hop(view, absent);
    }
  }

  touchAddresses(view: View, name: NameId): void {
    const { records } = this.#store;
    let steps = 0;
    for (
      let record = view.index.firstAt(name);
      record >= 0 && steps < LONG_LIST;
      record = records.nextAt(record), steps++
    ) {
      const type = records.type[record];
      if (type !== TYPE_A && type !== TYPE_AAAA) continue;
      this.touchAddress(view, records.data[record] as number);
      // Whether a PTR may lead to the name may depend on its other records.
      this.noteNeighbours(view, records.data[record] as number);
      const zone = type === TYPE_AAAA ? this.#store.blockOf(record)?.instance.zone : undefined;
      if (zone) view.dirtyZones.add(zone);
    }
  }

  /** What is said of a network's addresses together depends on which have names, and which of these $GENERATE made. */
  noteNeighbours(view: View, address: NameId): void {
    const { names, records } = this.#store;
    const network = networkOf(names, address);
    if (hasGenerated(view, records, address)) this.touchNetworks(view, address);
    else if (isBare(view, records, network)) view.bareNetworks.add(network);
  }

  /** The mail domains that were read through a name are to be read again, and those whose MX records lead to it. */
  noteMail(view: View, name: NameId): void {
    for (const domain of view.mailWatch.keysOf(name)) view.dirtyMail.add(domain);
    if (view.mailDomains.has(name)) view.dirtyMail.add(name);
    if (!view.mayBeMailHost(name)) return;
    const { records } = this.#store;
    for (let id = view.index.firstTo(name); id >= 0; id = records.nextTo(id))
      if (records.type[id] === TYPE_MX) view.dirtyMail.add(records.owner[id] as number);
  }
}

/** Whether look-ups come to a name from others. */
function isLedTo(view: View, name: NameId): boolean {
  return view.index.firstTo(name) >= 0 || view.ledFrom.has(name);
}
