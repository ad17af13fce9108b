import { ARPA4_ADDRESS, type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_MX, TYPE_NS, TYPE_PTR } from '../syntax/header.ts';
import { GENERATED } from '../zone/draft.ts';
import { hasGenerated, isBare, LONGEST_ALIAS_CHAIN, networkOf } from './network.ts';
import type { RecordId } from './record-table.ts';
import type { Store } from './store.ts';
import type { View } from './view.ts';

const LONG_LIST = 256;

/** What is dirty with a name: how far a change at it is felt. */
export class Spread {
  readonly #store: Store;
  /** While the names that a wildcard alias stands for are made dirty: they need not be once more. */
  #isInWildcard = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Makes the owners of all records that lead to a name dirty; a long list is left for later, in slices. */
  hop(view: View, name: NameId, depth = 0): void {
    const { records } = this.#store;
    let steps = 0;
    for (let record = view.index.dataHead[name] ?? -1; record >= 0; record = records.nextData[record] as number) {
      if (++steps > LONG_LIST) {
        view.fanOut.add(name);
        return;
      }
      this.#touchOwner(view, record, depth);
    }
  }

  /** The same for all of a long list. */
  hopAll(view: View, name: NameId): void {
    const { records } = this.#store;
    for (let record = view.index.dataHead[name] ?? -1; record >= 0; record = records.nextData[record] as number)
      this.#touchOwner(view, record, 0);
  }

  /**
   * Makes a name dirty, and what depends on it; with an address the owner in a held classless zone that speaks for it, and
   * with such an owner the address and what is said of its network (RFC 2317).
   */
  touchAddress(view: View, name: NameId): void {
    const { names } = this.#store;
    view.touch(name);
    view.touchWatching(name);
    const apex = names.parent(name);
    if (names.arpaKind(name) === ARPA4_ADDRESS) {
      for (const zone of view.classlessZones(names).get(apex) ?? [])
        view.touch(names.findChild(zone, names.labelText(name)));
    } else if (names.arpaKind(names.parent(apex)) === ARPA4_ADDRESS - 1 && view.zones.has(apex)) {
      const address = names.findChild(names.parent(apex), names.labelText(name));
      if (address === NO_NAME) return;
      view.touch(address);
      view.touchWatching(address);
      this.noteMail(view, address);
      view.dirtyNetworks.add(networkOf(names, address));
    }
  }

  /** Makes the network of an address dirty, and those of the classless zones that speak for it. */
  touchNetworks(view: View, address: NameId): void {
    const { names, records } = this.#store;
    view.dirtyNetworks.add(networkOf(names, address));
    for (const apex of view.classlessZones(names).get(names.parent(address)) ?? []) view.dirtyNetworks.add(apex);
    for (let id = view.index.ownerHead[address] ?? -1; id >= 0; id = records.nextOwner[id] as number)
      if (records.type[id] === TYPE_CNAME && (records.data[id] as number) >= 0)
        view.dirtyNetworks.add(networkOf(names, records.data[id] as number));
  }

  #touchOwner(view: View, record: RecordId, depth: number): void {
    const { records, names } = this.#store;
    const owner = records.owner[record] as number;
    this.touchAddress(view, owner);
    const type = records.type[record] as number;
    if (type === TYPE_CNAME && depth < LONGEST_ALIAS_CHAIN) {
      this.hop(view, owner, depth + 1);
      if (names.isAddress(owner)) view.dirtyNetworks.add(networkOf(names, owner));
      if (names.isWildcard(owner) && !this.#isInWildcard) {
        this.#isInWildcard = true;
        this.touchAbsent(view, names.parent(owner));
        this.#isInWildcard = false;
      }
    }
    if (type === TYPE_PTR) {
      if (((records.flags[record] as number) & GENERATED) !== 0) view.dirtyNetworks.add(networkOf(names, owner));
      // A classless zone's PTR is looked up through the aliases of its parent (RFC 2317).
      if (!names.isAddress(owner) && depth < LONGEST_ALIAS_CHAIN) this.hop(view, owner, depth + 1);
    }
    if (type === TYPE_PTR || type === TYPE_NS || type === TYPE_MX || type === TYPE_AAAA) {
      const zone = this.#store.blockOf(record)?.instance.zone;
      if (zone) view.dirtyZones.add(zone);
    }
  }

  /** Names below another that were looked up and do not exist, or only by a wildcard. */
  touchAbsent(view: View, above: NameId): void {
    for (const absent of view.absentNames.atOrBelow(above)) {
      this.touchAddress(view, absent);
      this.hop(view, absent);
      this.noteMail(view, absent);
    }
  }

  touchAddresses(view: View, name: NameId): void {
    const { records } = this.#store;
    let steps = 0;
    for (
      let record = view.index.ownerHead[name] ?? -1;
      record >= 0 && steps < LONG_LIST;
      record = records.nextOwner[record] as number, steps++
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

  /** The mail domains that were read through a name are to be read again. */
  noteMail(view: View, name: NameId): void {
    for (const domain of view.mailWatch.get(name) ?? []) view.dirtyMail.add(domain);
  }
}
