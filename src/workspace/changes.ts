import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_DNAME, TYPE_MX, TYPE_NS, TYPE_PTR } from '../syntax/header.ts';
import { OUTSIDE, SPF } from '../zone/draft.ts';
import type { Instance, Zone } from './instance.ts';
import type { RecordId } from './record-table.ts';
import type { Store } from './store.ts';
import type { View } from './view.ts';

const TYPE_SPF = 99;
const LONG_LIST = 256;
const LONGEST_ALIAS_CHAIN = 8;

/**
 * Puts records into the lists of their view and notes what that makes dirty: the names and addresses of the record, one
 * hop on, through the names that lead to its owner, and the zone. What changes the answers of a whole zone makes all of
 * the view dirty, which is then worked off in slices.
 */
export class Changes {
  readonly #store: Store;
  readonly #parentOf: (name: NameId) => NameId;
  /** Called with a zone that is gone, so that what was found of it goes too. */
  zoneGone: (zone: Zone) => void = () => {};

  constructor(store: Store) {
    this.#store = store;
    this.#parentOf = (name) => store.names.parent(name);
  }

  add(view: View, record: RecordId, instance: Instance): void {
    if (!this.#takesPart(record, instance)) return;
    const highest = view.index.link(record, this.#parentOf);
    this.#note(view, record, instance, highest, 1);
  }

  remove(view: View, record: RecordId, instance: Instance): void {
    if (!this.#takesPart(record, instance)) return;
    const highest = view.index.unlink(record, this.#parentOf);
    this.#note(view, record, instance, highest, -1);
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

  #touchOwner(view: View, record: RecordId, depth: number): void {
    const { records } = this.#store;
    const owner = records.owner[record] as number;
    view.touch(owner);
    const type = records.type[record] as number;
    if (type === TYPE_CNAME && depth < LONGEST_ALIAS_CHAIN) this.hop(view, owner, depth + 1);
    if (type === TYPE_NS || type === TYPE_MX) {
      const zone = this.#store.blocks[records.block[record] as number]?.instance.zone;
      if (zone) view.dirtyZones.add(zone);
    }
  }

  #takesPart(record: RecordId, instance: Instance): boolean {
    return instance.zone !== undefined && ((this.#store.records.flags[record] as number) & OUTSIDE) === 0;
  }

  #note(view: View, record: RecordId, instance: Instance, highest: NameId, count: number): void {
    const { records } = this.#store;
    const owner = records.owner[record] as number;
    const type = records.type[record] as number;
    if (type === TYPE_MX || type === TYPE_SPF || ((records.flags[record] as number) & SPF) !== 0)
      this.#countMail(view, owner, count);
    if (this.#changesManyAnswers(type, owner, instance)) view.wideChange();
    if (view.sweepFrom === 0) return;
    if (instance.zone) view.dirtyZones.add(instance.zone);
    const data = records.data[record] as number;
    view.touch(owner);
    view.touch(data);
    this.hop(view, owner);
    this.#touchAddresses(view, owner);
    if (type === TYPE_PTR && data >= 0) this.#touchAddresses(view, data);
    for (const domain of view.mailWatch.get(owner) ?? []) view.dirtyMail.add(domain);
    if (highest !== NO_NAME) this.#noteExistence(view, owner, highest);
  }

  /** Names that begin or cease to exist change the answers for what lies below them. */
  #noteExistence(view: View, owner: NameId, highest: NameId): void {
    for (let name = owner; ; name = this.#parentOf(name)) {
      view.touch(name);
      if (name !== owner) this.hop(view, name);
      if (name === highest || name <= 0) break;
    }
    for (const absent of view.absentNames) {
      if (!this.#store.names.isBelowOrAt(absent, highest)) continue;
      view.touch(absent);
      this.hop(view, absent);
      for (const domain of view.mailWatch.get(absent) ?? []) view.dirtyMail.add(domain);
    }
  }

  #touchAddresses(view: View, name: NameId): void {
    const { records } = this.#store;
    let steps = 0;
    for (
      let record = view.index.ownerHead[name] ?? -1;
      record >= 0 && steps < LONG_LIST;
      record = records.nextOwner[record] as number, steps++
    ) {
      const type = records.type[record];
      if (type === TYPE_A || type === TYPE_AAAA) view.touch(records.data[record] as number);
    }
  }

  #changesManyAnswers(type: number, owner: NameId, instance: Instance): boolean {
    return (type === TYPE_NS && owner !== instance.apex) || type === TYPE_DNAME || this.#store.names.isWildcard(owner);
  }

  #countMail(view: View, owner: NameId, count: number): void {
    const records = (view.mailDomains.get(owner) ?? 0) + count;
    if (records > 0) view.mailDomains.set(owner, records);
    else view.mailDomains.delete(owner);
    view.dirtyMail.add(owner);
  }
}
