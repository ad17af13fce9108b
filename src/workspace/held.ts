import { classlessRanges, coversInAll } from '../dns/arpa.ts';
import { ip4Text } from '../dns/ip4.ts';
import { ip6Text } from '../dns/ip6.ts';
import { ARPA4_ADDRESS, ARPA6_ADDRESS, type NameId, NO_NAME, ROOT } from '../dns/name-table.ts';
import { substituted } from '../dns/substituted.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_DNAME, TYPE_MX, TYPE_NS, TYPE_PTR, TYPE_SOA } from '../dns/type-codes.ts';
import { TYPE_UNREADABLE } from '../zone/draft.ts';
import type { Answer } from './answer.ts';
import { nameRepeated, repeatsItself } from './astray.ts';
import type { Zone } from './instance.ts';
import { KeptAnswers, questionKey } from './kept-answers.ts';
import { LONGEST_ALIAS_CHAIN } from './network.ts';
import { ParentZones } from './parent-zones.ts';
import { NO_RECORD, type RecordId } from './record-table.ts';
import type { Tables } from './tables.ts';
import type { View } from './view.ts';
import { inPlaceOrder, ZoneRecord } from './zone-record.ts';

/** A name with fewer records is looked at anew each time. */
const FEW_RECORDS = 16;

/** What was asked for and not found. */
interface Asked {
  readonly name: NameId;
  readonly type: number;
  readonly exists: boolean;
}

/** Questions to the zones held in one view. A look-up that leaves them is unknown, and so are zones with gaps. */
export class Held {
  readonly store: Tables;
  readonly view: View;
  readonly #kept: KeptAnswers;
  readonly #parentZones = new ParentZones((parent) => this.#findZone(parent));
  readonly #enclosingZones = new ParentZones((parent) => this.#findEnclosing(parent));
  readonly #dataOf = new WeakMap<Answer, Set<NameId>>();

  constructor(store: Tables, view: View) {
    this.store = store;
    this.view = view;
    this.#kept = new KeptAnswers(store, view);
  }

  /** Canonical absolute text of a name. */
  text(name: NameId): string {
    return this.store.names.text(name);
  }

  /** The address of a whole reverse name as people write it; undefined for other names. */
  addressText(address: NameId): string | undefined {
    const { names } = this.store;
    const kind = names.arpaKind(address);
    if (kind === ARPA4_ADDRESS) return ip4Text(names.ip4Of(address));
    if (kind !== ARPA6_ADDRESS) return undefined;
    const groups: number[] = [];
    for (const word of names.reverse.ip6Of(address)) groups.push(word >>> 16, word & 0xffff);
    return ip6Text(groups);
  }

  /** All records that a name owns in the view, in the order of the text; of one type where it is given. */
  recordsAt(name: NameId, type?: number): ZoneRecord[] {
    const { records } = this.store;
    this.#kept.renew();
    const found: ZoneRecord[] = [];
    for (let id = this.view.index.firstAt(name); id >= 0; id = records.nextAt(id)) {
      if (type === undefined || records.type[id] === type) found.push(this.#kept.record(id));
    }
    return inPlaceOrder(found);
  }

  /** All records with this name in their rdata (for an address's reverse name also its A or AAAA records). */
  recordsTo(name: NameId, type?: number): ZoneRecord[] {
    const { records } = this.store;
    this.#kept.renew();
    const found: ZoneRecord[] = [];
    for (let id = this.view.index.firstTo(name); id >= 0; id = records.nextTo(id)) {
      if (type === undefined || records.type[id] === type) found.push(this.#kept.record(id));
    }
    return inPlaceOrder(found);
  }

  /** The A and AAAA records of an address that servers answer with: those not hidden below a delegation. */
  addressRecords(address: NameId): ZoneRecord[] {
    const { records } = this.store;
    this.#kept.renew();
    const found: ZoneRecord[] = [];
    for (let id = this.view.index.firstTo(address); id >= 0; id = records.nextTo(id)) {
      const type = records.type[id];
      if (type !== TYPE_A && type !== TYPE_AAAA) continue;
      const record = this.#kept.record(id);
      if (this.answers(record)) found.push(record);
    }
    return inPlaceOrder(found);
  }

  /** Whether an address has a record that servers answer with and that is as wanted. No more are looked at than need be. */
  hasAddressRecord(address: NameId, isWanted: (record: ZoneRecord) => boolean): boolean {
    const { records } = this.store;
    for (let id = this.view.index.firstTo(address); id >= 0; id = records.nextTo(id)) {
      const type = records.type[id];
      if (type !== TYPE_A && type !== TYPE_AAAA) continue;
      const record = new ZoneRecord(this.store, id);
      if (isWanted(record) && this.answers(record)) return true;
    }
    return false;
  }

  /** Whether an MX record that servers answer with leads to a name, besides the one at hand. */
  isMxTarget(name: NameId, besides: RecordId = NO_RECORD): boolean {
    const { records } = this.store;
    for (let id = this.view.index.firstTo(name); id >= 0; id = records.nextTo(id))
      if (id !== besides && records.type[id] === TYPE_MX && this.answers(new ZoneRecord(this.store, id))) return true;
    return false;
  }

  /** Whether servers of the record's zone answer with it: its zone is held, and no cut lies between. */
  answers(record: ZoneRecord): boolean {
    return record.zone !== undefined && this.zoneOf(record.owner) === record.zone;
  }

  /** The deepest zone held at or above a name, whether or not it delegates the name away. */
  enclosingZone(name: NameId): Zone | undefined {
    if (name <= ROOT || this.view.zones.has(name)) return this.#findEnclosing(name);
    return this.#enclosingZones.of(this.#parentOf(name), this.view.version);
  }

  #findEnclosing(name: NameId): Zone | undefined {
    const { names } = this.store;
    for (let node = names.nearest(name); node > NO_NAME; node = names.parent(node)) {
      if (this.view.zones.has(node)) return this.view.zoneAt(node);
    }
    return undefined;
  }

  /** The zone that answers for a name; undefined where none is held, or a held one delegates the name to one that is not. */
  zoneOf(name: NameId): Zone | undefined {
    if (name <= ROOT || this.view.zones.has(name)) return this.#findZone(name);
    // Neither an apex nor delegated: it is as with its siblings.
    if (this.owns(name, TYPE_NS)) return undefined;
    return this.#parentZones.of(this.#parentOf(name), this.view.version);
  }

  /** The name above one, or the next one above it that is in the table. */
  #parentOf(name: NameId): NameId {
    const { names } = this.store;
    const above = names.nearest(name);
    return above === name ? names.parent(name) : above;
  }

  #findZone(name: NameId): Zone | undefined {
    const zone = this.enclosingZone(name);
    return zone && this.cutAbove(name, zone) === NO_NAME ? zone : undefined;
  }

  /** The highest delegation at or above a name, below the apex; -1 where there is none. */
  cutAbove(name: NameId, zone: Zone): NameId {
    let cut: NameId = NO_NAME;
    const { names } = this.store;
    for (let node = names.nearest(name); node > ROOT && node !== zone.apex; node = names.parent(node))
      if (this.owns(node, TYPE_NS)) cut = node;
    return cut;
  }

  /**
   * Whether a name has records of a type. Of a name with many records it is kept for the next question: such names are
   * asked about once for each record, or for each name below.
   */
  owns(name: NameId, type: number): boolean {
    const { records } = this.store;
    let steps = 0;
    for (let id = this.view.index.firstAt(name); id >= 0; id = records.nextAt(id)) {
      if (records.type[id] === type) return true;
      if (++steps === FEW_RECORDS) return this.#ownsKept(name, type, records.nextAt(id));
    }
    return false;
  }

  #ownsKept(name: NameId, type: number, next: number): boolean {
    this.#kept.renew();
    const key = questionKey(name, type);
    let answer = this.#kept.owned.get(key);
    if (answer === undefined) {
      const { records } = this.store;
      let id = next;
      while (id >= 0 && records.type[id] !== type) id = records.nextAt(id);
      answer = id >= 0;
      this.#kept.owned.set(key, answer);
    }
    return answer;
  }

  /** True where a part of the zone could not be read: then what is not found in it is not known to be absent. */
  hasGaps(zone: Zone): boolean {
    return zone.gaps.size > 0;
  }

  /**
   * Asks the held zones as a resolver asks servers: delegations, DNAME, CNAME and wildcards are followed (RFC 1034 section
   * 4.3.2). The last answers are kept, and long ones: each of their records may bring a rule here.
   */
  lookup(name: NameId, type: number): Answer {
    this.#kept.renew();
    const known = this.#kept.last(name, type);
    if (known) return known;
    const key = questionKey(name, type);
    const answer = this.#kept.long.get(key) ?? this.#look(name, type);
    if (answer.kind === 'records' && answer.records.length > FEW_RECORDS) this.#kept.long.set(key, answer);
    return this.#kept.keep(name, type, answer);
  }

  /** Whether an answer has a record with this address, or another name, in its rdata. */
  leadsTo(answer: Answer, data: NameId): boolean {
    if (answer.kind !== 'records') return false;
    if (answer.records.length <= FEW_RECORDS) return answer.records.some((record) => record.data === data);
    let all = this.#dataOf.get(answer);
    if (!all) {
      all = new Set(answer.records.map((record) => record.data));
      this.#dataOf.set(answer, all);
    }
    return all.has(data);
  }

  #look(name: NameId, type: number): Answer {
    const aliases: ZoneRecord[] = [];
    let target = name;
    for (let step = 0; step <= LONGEST_ALIAS_CHAIN; step++) {
      const zone = this.zoneOf(target);
      if (!zone) {
        const owner = this.#classlessOwner(target);
        if (owner === NO_NAME) return { kind: 'unknown', name: target, aliases };
        // An address whose PTR is asked for is felt with its owner anyway; what a record led to is not.
        if (aliases.length > 0 || type !== TYPE_PTR) this.view.noteLed(target, owner);
        target = owner;
        continue;
      }
      const dname = this.#dnameAbove(target, zone);
      if (dname) {
        const next = substituted(this.store.names, target, { end: dname.owner, target: dname.data });
        if (next === NO_NAME) return { kind: 'none', name: target, exists: false, aliases };
        aliases.push(dname);
        this.view.noteLed(target, next);
        target = next;
        continue;
      }
      const found = this.#loneAlias(zone, target, type) ?? this.#answerIn(zone, target, type, aliases);
      if ('kind' in found) return found;
      if (aliases.some((alias) => alias.id === found.id)) return { kind: 'loop', aliases };
      aliases.push(found);
      if (found.owner !== target) this.view.noteLed(target, found.data);
      target = found.data;
    }
    return { kind: 'loop', aliases };
  }

  /** Whether a held zone delegates a name itself, and none above it: then what a zone that is not held has there is unknown. */
  isDelegated(name: NameId): boolean {
    const zone = this.enclosingZone(name);
    return zone !== undefined && this.cutAbove(name, zone) === name;
  }

  /**
   * Where the alias of an address leads that stands in a zone that is not held: the label of a held classless zone tells
   * (RFC 2317 section 4). -1 where no label does, or several do, and for an address that is delegated by itself.
   */
  #classlessOwner(address: NameId): NameId {
    const { names } = this.store;
    if (names.arpaKind(address) !== ARPA4_ADDRESS) return NO_NAME;
    const octet = names.ip4Of(address) & 255;
    const apexes = this.view.classlessZones(names).get(names.parent(address)) ?? [];
    const [apex, ...others] = apexes.filter((zone) => coversInAll(classlessRanges(names.labelText(zone)), octet));
    if (apex === undefined || others.length > 0 || this.isDelegated(address)) return NO_NAME;
    return names.childText(apex, String(octet));
  }

  /** The alias of a name without other records: nothing hides one of the zone that is asked. */
  #loneAlias(zone: Zone, name: NameId, type: number): ZoneRecord | undefined {
    const { records } = this.store;
    const id = this.view.index.firstAt(name);
    if (id < 0 || records.type[id] !== TYPE_CNAME || type === TYPE_CNAME || records.nextAt(id) >= 0) return undefined;
    return this.store.blockOf(id)?.instance.zone === zone ? this.#kept.record(id) : undefined;
  }

  /** The answer of one zone, or the alias to follow. */
  #answerIn(zone: Zone, name: NameId, type: number, aliases: readonly ZoneRecord[]): Answer | ZoneRecord {
    const { weight } = this.view.index;
    const hiddenCount = this.#countHidden(name, zone);
    let node = name;
    // What a zone above has here, below its delegation, does not exist for servers.
    if ((weight[name] ?? 0) <= hiddenCount) {
      this.view.absentNames.add(name);
      while (node > ROOT && node !== zone.apex && (node === name || (weight[node] ?? 0) === 0))
        node = this.store.names.parent(node);
      node = this.store.names.findChild(node, '*');
      if (node === NO_NAME || this.recordsAt(node).every(({ id }) => this.#isHidden(id, zone)))
        return this.#absent(zone, { name, type, exists: false }, aliases);
    }
    const isVisible = ({ id }: ZoneRecord): boolean => !this.#isHidden(id, zone);
    const asked = this.recordsAt(node, type).filter(isVisible);
    if (asked.length > 0) return { kind: 'records', name, records: asked, aliases, wildcard: node !== name };
    const alias = this.owns(node, TYPE_CNAME) ? this.recordsAt(node, TYPE_CNAME).find(isVisible) : undefined;
    if (alias) return alias;
    if (this.owns(node, TYPE_UNREADABLE) && this.recordsAt(node, TYPE_UNREADABLE).some(isVisible))
      return { kind: 'unknown', name, aliases };
    return this.#absent(zone, { name, type, exists: true }, aliases);
  }

  #countHidden(name: NameId, zone: Zone): number {
    const { records } = this.store;
    let count = 0;
    for (let id = this.view.index.firstAt(name); id >= 0; id = records.nextAt(id))
      if (this.#isHidden(id, zone)) count++;
    return count;
  }

  /** Whether a record stands in a zone above the one that is asked, below its delegation: then nobody is told of it. */
  #isHidden(id: RecordId, asked: Zone): boolean {
    const zone = this.store.blockOf(id)?.instance.zone;
    if (zone === asked || !zone) return false;
    const owner = this.store.records.owner[id] as number;
    for (let node = owner; node > ROOT && node !== zone.apex; node = this.store.names.parent(node))
      if (this.recordsAt(node, TYPE_NS).some((server) => server.zone === zone)) return true;
    return false;
  }

  #absent(zone: Zone, { name, type, exists }: Asked, aliases: readonly ZoneRecord[]): Answer {
    if (this.hasGaps(zone)) return { kind: 'unknown', name, aliases };
    if (this.isAstray(name, type, zone)) return { kind: 'unknown', isAstray: true, name, aliases };
    return { kind: 'none', name, exists, aliases };
  }

  /** Whether something in a zone may have the zone's name twice (see `repeatsItself`). */
  repeatsItself({ apex }: Zone): boolean {
    this.#kept.renew();
    let repeats = this.#kept.repeating.get(apex);
    if (repeats === undefined) {
      repeats = repeatsItself(this.store.names, apex);
      this.#kept.repeating.set(apex, repeats);
    }
    return repeats;
  }

  /** Whether there are such records (see `recordsAstray`). */
  isAstray(name: NameId, type: number, zone: Zone): boolean {
    if (this.view.outsideRecords.size === 0 && !this.repeatsItself(zone)) return false;
    for (const _ of this.recordsAstray(name, type, zone)) return true;
    return false;
  }

  /**
   * The records that may be meant for a name, and are of a type or aliases, but stand elsewhere for a dot too many or too
   * few, or a slip in the zone's name; of any type for that of an SOA. Servers know nothing of that. In reverse zones only
   * name servers: PTR records have rules of their own.
   */
  *recordsAstray(name: NameId, type: number, zone: Zone): Generator<RecordId> {
    const { names, records } = this.store;
    if (type !== TYPE_NS && names.isBelowOrAt(zone.apex, names.arpa)) return;
    const isIt = (id: RecordId): boolean =>
      type === TYPE_SOA || records.type[id] === type || records.type[id] === TYPE_CNAME;
    for (const id of this.view.outsideRecords.get(name) ?? []) if (isIt(id)) yield id;
    const repeated = this.repeatsItself(zone) ? nameRepeated(names, name, zone.apex) : NO_NAME;
    for (let id = repeated < 0 ? -1 : this.view.index.firstAt(repeated); id >= 0; id = records.nextAt(id))
      if (isIt(id)) yield id;
  }

  #dnameAbove(name: NameId, zone: Zone): ZoneRecord | undefined {
    if (this.view.dnameCount === 0) return undefined;
    let found: ZoneRecord | undefined;
    const { names } = this.store;
    for (let node = names.up(name, zone.apex); node !== NO_NAME; node = names.up(node, zone.apex))
      if (this.owns(node, TYPE_DNAME)) found = this.recordsAt(node, TYPE_DNAME)[0];
    return found;
  }

  /** The PTR records that a server gives for an address, through the aliases of classless delegation (RFC 2317). */
  pointers(address: NameId): Answer {
    return this.lookup(address, TYPE_PTR);
  }
}
