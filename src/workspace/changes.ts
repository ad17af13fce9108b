import { type NameId, NO_NAME, ROOT } from '../dns/name-table.ts';
import { TYPE_CNAME, TYPE_DNAME, TYPE_MX, TYPE_NS, TYPE_PTR, TYPE_SOA, TYPE_SPF } from '../dns/type-codes.ts';
import { GENERATED, OUTSIDE, SPF, typeBit } from '../zone/draft.ts';
import { namesMeantOutside, nameWithoutRepeat } from './astray.ts';
import { sweepCuts } from './cut-sweep.ts';
import { DirtyAround } from './dirty-around.ts';
import { Held } from './held.ts';
import type { Instance, InstanceBlock, Zone } from './instance.ts';
import { isStrayLocalhost } from './localhost.ts';
import { addressesMeant } from './network.ts';
import { isNoted, isOfMailOnly, mayBeNoted } from './noted-records.ts';
import type { RecordId } from './record-table.ts';
import type { Spread } from './spread.ts';
import type { Tables } from './tables.ts';
import type { View } from './view.ts';
import { isMark, isVersion } from './zone-kind.ts';

/** So many delegations that change at once have all looked at again. */
const MANY_CUTS = 64;

/**
 * Puts records into the lists of their view and notes what that makes dirty: the names and addresses of the record, one
 * hop on, through the names that lead to its owner, and the zone. What changes the answers of a whole zone makes all of
 * the view dirty, which is then worked off in slices.
 */
export class Changes {
  readonly #store: Tables;
  readonly #spread: Spread;
  readonly #around: DirtyAround;
  readonly #parentOf: (name: NameId) => NameId;
  /** Counts the changes of records: what was worked out at the same count is still right. */
  count = 0;
  /** Called with a zone that is gone, so that what was found of it goes too. */
  zoneGone: (zone: Zone) => void = () => {};

  /** Called with the owner of a PTR that comes or goes. */
  pointerChanged: (view: View, owner: NameId) => void = () => {};
  /** Whether anybody hears that of a view. */
  hearsPointers: (view: View) => boolean = () => false;

  constructor(store: Tables, spread: Spread) {
    this.#store = store;
    this.#spread = spread;
    this.#around = new DirtyAround(store, spread);
    this.#parentOf = (name) => store.names.parent(name);
  }

  add(view: View, record: RecordId, instance: Instance): void {
    if (!this.#takesPart(record, instance)) {
      this.#noteOutside(view, record, instance, 1);
      return;
    }
    const highest = view.index.link(record, this.#parentOf);
    this.count++;
    view.changeCount++;
    this.#note(view, record, instance, highest, 1);
  }

  /** The same for the records of a block that is read for the first time, which have these flags among them. */
  addAll({ records, types, instance }: InstanceBlock, flags: number): void {
    const { view } = instance;
    if (
      view.sweepFrom > 0 ||
      this.#store.views.size > 1 ||
      view.isMailRead ||
      view.mailWatch.size > 0 ||
      !instance.zone
    ) {
      for (let i = 0; i < records.length; i++) this.add(view, records[i] as RecordId, instance);
      return;
    }
    // All of the view is to be checked: of most records nothing is to be noted but that they are there.
    if (view.versions.size > 0 || mayBeNoted(this.#store, types, flags)) {
      for (let i = 0; i < records.length; i++) this.#addUnchecked(view, records[i] as RecordId, instance);
    } else {
      for (let i = 0; i < records.length; i++) view.index.link(records[i] as RecordId, this.#parentOf);
      if ((types & typeBit(TYPE_PTR)) !== 0 && this.hearsPointers(view)) this.#tellPointers(view, records);
    }
    this.count++;
    view.changeCount++;
    // Delegations change what answers; which names that is felt at nobody need know.
    if ((types & typeBit(TYPE_NS)) !== 0) view.version++;
    if (view.emptyZones.size > 0) view.emptyZones.clear();
  }

  /** Adds a record to a view that is to be checked as a whole. */
  #addUnchecked(view: View, record: RecordId, instance: Instance): void {
    if (view.versions.size > 0) this.add(view, record, instance);
    else if (isOfMailOnly(this.#store, record, instance.apex)) this.#addMail(view, record);
    else if (isNoted(this.#store, record, instance.apex)) this.add(view, record, instance);
    else this.#addUnnoted(view, record);
  }

  /** One of what may be a million: of most MX and SPF records there is nothing to note but the mail. */
  #addMail(view: View, record: RecordId): void {
    const { type, owner, data } = this.#store.records;
    view.index.link(record, this.#parentOf);
    this.#countMail(view, owner[record] as number, 1);
    if (type[record] === TYPE_MX && (data[record] as number) > ROOT) view.noteMailHost(data[record] as number);
  }

  #addUnnoted(view: View, record: RecordId): void {
    view.index.link(record, this.#parentOf);
    if (this.#store.records.type[record] === TYPE_PTR)
      this.pointerChanged(view, this.#store.records.owner[record] as number);
  }

  /** Tells of the PTRs among some records, once for those of a network that follow each other. */
  #tellPointers(view: View, records: Int32Array): void {
    const { owner, type } = this.#store.records;
    let parentBefore = NO_NAME;
    for (let i = 0; i < records.length; i++) {
      const record = records[i] as RecordId;
      if (type[record] !== TYPE_PTR) continue;
      const parent = this.#parentOf(owner[record] as number);
      if (parent !== parentBefore) this.pointerChanged(view, owner[record] as number);
      parentBefore = parent;
    }
  }

  remove(view: View, record: RecordId, instance: Instance): void {
    if (!this.#takesPart(record, instance)) {
      this.#noteOutside(view, record, instance, -1);
      return;
    }
    const highest = view.index.unlink(record, this.#parentOf);
    this.count++;
    view.changeCount++;
    this.#note(view, record, instance, highest, -1);
  }

  #takesPart(record: RecordId, instance: Instance): boolean {
    return instance.zone !== undefined && ((this.#store.records.flags[record] as number) & OUTSIDE) === 0;
  }

  /** An SOA outside its zone says why the zone has none, a PTR why its address has none. */
  #noteOutside(view: View, record: RecordId, instance: Instance, count: 1 | -1): void {
    if (!instance.zone) return;
    const { names, records } = this.#store;
    const type = records.type[record];
    if (type === TYPE_SOA) view.dirtyZones.add(instance.zone);
    const owner = records.owner[record] as number;
    this.count++;
    view.changeCount++;
    for (const name of type === TYPE_SOA ? [] : namesMeantOutside(names, owner, instance.apex)) {
      noteRecord(view.outsideRecords, name, record, count);
      if (view.sweepFrom > 0 || view.isMailRead) this.#noteAnswers(view, name);
    }
    if (type !== TYPE_PTR) return;
    for (const address of addressesMeant(names, owner, instance.apex)) {
      noteRecord(view.outsidePointers, address, record, count);
      this.#spread.touchAddress(view, address);
      this.#spread.touchNetworks(view, address);
      // What sweeps say of self-assigned addresses of zones.
      if (view.sweepFrom > 0) this.#spread.hop(view, address);
    }
  }

  #note(view: View, record: RecordId, instance: Instance, highest: NameId, count: number): void {
    const { records, names } = this.#store;
    const owner = records.owner[record] as number;
    const type = records.type[record] as number;
    if (type === TYPE_MX || type === TYPE_SPF || ((records.flags[record] as number) & SPF) !== 0)
      this.#countMail(view, owner, count);
    if (type === TYPE_DNAME) view.dnameCount += count;
    if (type === TYPE_DNAME || names.isWildcard(owner)) view.sweepAgain();
    else if (type === TYPE_NS && owner !== instance.apex) this.#noteCut(view, record, instance);
    if (((records.flags[record] as number) & GENERATED) !== 0) view.generatedCount += count;
    if (count < 0) view.strayLocalhosts.delete(record);
    else if (isStrayLocalhost(this.#store, record)) view.strayLocalhosts.add(record);
    if (isMark(this.#store, record, instance.apex)) this.#countMark(view, view.marks, instance, count);
    if (isVersion(this.#store, record, instance.apex)) this.#countMark(view, view.versions, instance, count);
    else if (highest >= 0 && instance.zone && view.versions.has(instance.zone))
      this.#noteMembers(view, instance, highest);
    const data = records.data[record] as number;
    if (type === TYPE_PTR) this.pointerChanged(view, owner);
    if (type === TYPE_CNAME && names.isAddress(data)) addTo(view.aliasedAddresses, data, count);
    if (this.#store.views.size > 1) this.#around.noteElsewhere(view, type, owner, data);
    if (type === TYPE_MX && data > ROOT) view.noteMailHost(data);
    const hasMail = view.isMailRead || view.mailWatch.size > 0;
    if (hasMail) this.#noteMail(view, record, highest);
    // Where all is still to be checked, and no mail is read, nobody has asked yet.
    if ((hasMail || view.sweepFrom > 0) && !names.isAddress(owner)) {
      const meant = nameWithoutRepeat(names, owner, instance.apex);
      if (meant !== NO_NAME) this.#noteAnswers(view, meant);
    }
    if (view.sweepFrom === 0) {
      if (view.emptyZones.size > 0) view.emptyZones.clear();
      return;
    }
    this.#around.note(view, record, instance, highest);
  }

  /** Which mail domains are to be read again with a record that comes or goes, and with names that begin or cease to exist. */
  #noteMail(view: View, record: RecordId, highest: NameId): void {
    const { records } = this.#store;
    const owner = records.owner[record] as number;
    const data = records.data[record] as number;
    this.#spread.noteMail(view, owner);
    // What depends on there being any MX to the name stays as it is where there is another.
    const isOneOfMany = records.type[record] === TYPE_MX && new Held(this.#store, view).isMxTarget(data, record);
    if (!isOneOfMany) this.#spread.noteMail(view, data);
    if (highest === NO_NAME) return;
    for (let name = owner; name !== highest && name > ROOT; ) {
      name = this.#parentOf(name);
      this.#spread.noteMail(view, name);
    }
    for (const absent of view.absentNames.atOrBelow(highest)) this.#spread.noteMail(view, absent);
  }

  /** A delegation that comes or goes changes the answers for all below it. */
  #noteCut(view: View, record: RecordId, { zone }: Instance): void {
    const { names, records } = this.#store;
    const owner = records.owner[record] as number;
    for (let id = view.index.firstAt(owner); id >= 0; id = records.nextAt(id))
      if (id !== record && records.type[id] === TYPE_NS && this.#store.blockOf(id)?.instance.zone === zone) return;
    // What is said of networks, and what DNAMEs lead to, depends on more than what lies below the name.
    const isFeltFarther = names.isBelowOrAt(owner, names.arpa) || view.dnameCount > 0;
    if (isFeltFarther || view.changedCuts.size === MANY_CUTS) view.sweepAgain();
    else view.changeCut(owner);
  }

  /** Makes dirty what lies below the delegations that have changed, until `isOver`; true where all is. */
  expandCuts(view: View, isOver: () => boolean): boolean {
    return sweepCuts(view, this.#store.names, { isOver, felt: (name) => this.#noteAnswers(view, name) });
  }

  /** The zones may answer otherwise for a name. */
  #noteAnswers(view: View, name: NameId): void {
    const { records } = this.#store;
    view.touch(name);
    this.#spread.hop(view, name);
    this.#spread.noteMail(view, name);
    view.touchWatching(name);
    for (let id = view.index.firstAt(name); id >= 0; id = records.nextAt(id)) {
      const instance = this.#store.blockOf(id)?.instance;
      if (!instance) continue;
      this.#spread.noteMail(view, records.data[id] as number);
      this.#around.note(view, id, instance, NO_NAME);
    }
  }

  /** A zone with a version is a catalog zone as soon as it has members. */
  #noteMembers(view: View, instance: Instance, highest: NameId): void {
    const { names } = this.#store;
    if (names.parent(highest) === instance.apex && names.labelText(highest) === 'zones') view.sweepAgain();
  }

  #countMark(view: View, marks: Map<Zone, number>, instance: Instance, count: number): void {
    const { zone } = instance;
    if (!zone) return;
    const before = marks.get(zone) ?? 0;
    addTo(marks, zone, count);
    if (before === 0 || before + count === 0) view.sweepAgain();
  }

  #countMail(view: View, owner: NameId, count: number): void {
    view.mailDomains.add(owner, count);
    view.dirtyMail.add(owner);
  }
}

/** Puts a record among those of a name, or takes it away. */
function noteRecord(records: Map<NameId, Set<RecordId>>, name: NameId, record: RecordId, count: 1 | -1): void {
  const known = records.get(name) ?? new Set();
  if (count > 0) records.set(name, known.add(record));
  else if (known.delete(record) && known.size === 0) records.delete(name);
}

/** Counts what there is of a key; one with none is left out. */
function addTo<T>(counts: Map<T, number>, key: T, count: number): void {
  const sum = (counts.get(key) ?? 0) + count;
  if (sum > 0) counts.set(key, sum);
  else counts.delete(key);
}
