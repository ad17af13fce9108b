import { type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_MX, TYPE_TXT } from '../dns/type-codes.ts';
import { grown } from '../text/typed-array.ts';
import { LETS_MX_SEND, QUIET, SPF, TAGGED } from '../zone/draft.ts';
import type { Held } from './held.ts';
import type { Zone } from './instance.ts';
import type { MailReason } from './mail-reason.ts';
import { NO_RECORD, type RecordId } from './record-table.ts';
import { ZoneRecord } from './zone-record.ts';

/** Begins what was meant to be a comment. */
const HASH = 35;

/** What a slot is known by. */
const COLUMNS = ['domain', 'host', 'address', 'record', 'next', 'previous'] as const;
type Columns = Record<(typeof COLUMNS)[number], Int32Array>;
const NO_SLOT = -1;

/**
 * The mail domains whose mail one host sends from one address, as the tables alone tell: of one MX record, with no SPF record
 * or one that names only that. In a zone of a million domains nearly all are so; of each there are a few numbers here.
 *
 * Invariant: the domains of an address are those that have it in their slot, and stand in one list, which `#first` begins.
 */
export class PlainSenders {
  readonly #held: Held;
  /** By name the slot of a domain and 1; 0 where it has none. */
  #slots = new Int32Array(0);
  readonly #free: number[] = [];
  #used = 0;
  readonly #columns: Columns = {
    domain: new Int32Array(64),
    host: new Int32Array(64),
    address: new Int32Array(64),
    record: new Int32Array(64),
    next: new Int32Array(64),
    previous: new Int32Array(64),
  };
  /** By address the first slot of its list and 1; 0 where it sends for none. */
  #first = new Int32Array(0);
  /** How many addresses send for some. */
  #senderCount = 0;
  /** What was read last. */
  #host: NameId = NO_NAME;
  #address: NameId = NO_NAME;
  #record: RecordId = NO_RECORD;
  /** The host that `#address` is of, and as of when: the next domains may have it too. */
  #addressOf: NameId = NO_NAME;
  #addressVersion = -1;
  #addressCount = -1;

  constructor(held: Held) {
    this.#held = held;
  }

  /** Whether any address sends for a domain. */
  get hasSenders(): boolean {
    return this.#senderCount > 0;
  }

  /** Whether an address sends for a domain. */
  sends(address: NameId): boolean {
    return (this.#first[address] ?? 0) !== 0;
  }

  /** The domains that an address sends for, in no order. */
  *domainsOf(address: NameId): Generator<NameId> {
    const { domain, next } = this.#columns;
    for (let slot = this.#firstOf(address); slot !== NO_SLOT; slot = next[slot] as number) yield domain[slot] as number;
  }

  /** The address that sends for a domain; NO_NAME where it is none of these. */
  addressOf(domain: NameId): NameId {
    const slot = this.#slotOf(domain);
    return slot === NO_SLOT ? NO_NAME : (this.#columns.address[slot] as number);
  }

  /** The host that sends for a domain; NO_NAME where it is none of these. */
  hostOf(domain: NameId): NameId {
    const slot = this.#slotOf(domain);
    return slot === NO_SLOT ? NO_NAME : (this.#columns.host[slot] as number);
  }

  /** Why the address of a domain sends for it. */
  reasonOf(domain: NameId): MailReason | undefined {
    const slot = this.#slotOf(domain);
    if (slot === NO_SLOT) return undefined;
    const { store } = this.#held;
    const record = new ZoneRecord(store, this.#columns.record[slot] as number);
    const how = record.type === TYPE_MX ? 'mx' : 'spf-mx';
    return { domain, record, how, host: this.#columns.host[slot] as number };
  }

  #slotOf(domain: NameId): number {
    return (this.#slots[domain] ?? 0) - 1;
  }

  #firstOf(address: NameId): number {
    return (this.#first[address] ?? 0) - 1;
  }

  #setFirst(address: NameId, slot: number): void {
    const before = this.#firstOf(address);
    this.#first = withRoomFor(address, this.#first);
    this.#first[address] = slot + 1;
    this.#senderCount += Number(slot !== NO_SLOT) - Number(before !== NO_SLOT);
  }

  /** Reads a domain; false where it is none of these. What was read is put here by `take`. */
  read(domain: NameId): boolean {
    const { names } = this.#held.store;
    if (names.isWildcard(domain) || names.firstByte(domain) === HASH) return false;
    return this.#held.view.dnameCount === 0 && this.#readDomain(domain) && this.#readHost();
  }

  /** Whether a domain has what was read last already. */
  hasRead(domain: NameId): boolean {
    const slot = this.#slotOf(domain);
    const { host, address, record } = this.#columns;
    return (
      slot !== NO_SLOT && host[slot] === this.#host && address[slot] === this.#address && record[slot] === this.#record
    );
  }

  /** Puts what was read last to a domain that has nothing here. */
  take(domain: NameId): void {
    const slot = this.#free.pop() ?? this.#used++;
    const columns = this.#columns;
    if (slot === columns.domain.length) for (const name of COLUMNS) columns[name] = grown(columns[name], slot * 2);
    this.#slots = withRoomFor(domain, this.#slots);
    const next = this.#firstOf(this.#address);
    columns.domain[slot] = domain;
    columns.host[slot] = this.#host;
    columns.address[slot] = this.#address;
    columns.record[slot] = this.#record;
    columns.next[slot] = next;
    columns.previous[slot] = NO_SLOT;
    if (next !== NO_SLOT) columns.previous[next] = slot;
    this.#setFirst(this.#address, slot);
    this.#slots[domain] = slot + 1;
  }

  delete(domain: NameId): void {
    const slot = this.#slotOf(domain);
    if (slot === NO_SLOT) return;
    const { address, next, previous } = this.#columns;
    const after = next[slot] as number;
    const before = previous[slot] as number;
    if (after !== NO_SLOT) previous[after] = before;
    if (before !== NO_SLOT) next[before] = after;
    else this.#setFirst(address[slot] as number, after);
    this.#slots[domain] = 0;
    this.#free.push(slot);
  }

  /** The one MX record, and the text that says who sends. */
  #readDomain(domain: NameId): boolean {
    const { store, view } = this.#held;
    const { records } = store;
    let mx = NO_RECORD;
    let spf = NO_RECORD;
    for (let id = view.index.firstAt(domain); id >= 0; id = records.nextAt(id)) {
      const type = records.type[id];
      const flags = records.flags[id] as number;
      if (type === TYPE_MX) {
        if (mx !== NO_RECORD) return false;
        mx = id;
      } else if (type === TYPE_TXT && (flags & TAGGED) !== 0) {
        // Whether an SPF record is written in another way is to be read.
        if ((flags & QUIET) === 0) return false;
        if ((flags & SPF) === 0) continue;
        if (spf !== NO_RECORD || (flags & LETS_MX_SEND) === 0) return false;
        spf = id;
      }
    }
    if (mx === NO_RECORD || (records.data[mx] as number) <= ROOT) return false;
    const zone = this.#held.zoneOf(domain);
    if (!zone || store.blockOf(mx)?.instance.zone !== zone || isReverseIn(store.names, domain, zone)) return false;
    if (spf === NO_RECORD ? this.#held.hasGaps(zone) : store.blockOf(spf)?.instance.zone !== zone) return false;
    this.#host = records.data[mx] as number;
    this.#record = spf === NO_RECORD ? mx : spf;
    return true;
  }

  /** The one address of the host, which stands at its name. */
  #readHost(): boolean {
    const { store, view } = this.#held;
    const { records } = store;
    const { version, changeCount } = view;
    if (this.#host === this.#addressOf && version === this.#addressVersion && changeCount === this.#addressCount)
      return true;
    let address = NO_RECORD;
    for (let id = view.index.firstAt(this.#host); id >= 0; id = records.nextAt(id)) {
      const type = records.type[id];
      if (type === TYPE_CNAME) return false;
      if (type !== TYPE_A && type !== TYPE_AAAA) continue;
      if (address !== NO_RECORD) return false;
      address = id;
    }
    if (address === NO_RECORD || (records.data[address] as number) === NO_NAME) return false;
    const zone = store.blockOf(address)?.instance.zone;
    if (!zone || this.#held.zoneOf(this.#host) !== zone) return false;
    this.#address = records.data[address] as number;
    this.#addressOf = this.#host;
    this.#addressVersion = version;
    this.#addressCount = changeCount;
    return true;
  }
}

function withRoomFor(name: NameId, array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  return name < array.length ? array : grown(array, Math.max(name + 1024, array.length * 2));
}

/** The same of a name in a zone: of most zones all or none are so. */
function isReverseIn(names: NameTable, name: NameId, { apex }: Zone): boolean {
  return (apex === ROOT || names.isBelowOrAt(apex, names.arpa)) && isReverse(names, name);
}

/** Whether a name stands for addresses or networks: no mail comes from there, whatever records it has. */
export function isReverse(names: NameTable, name: NameId): boolean {
  return names.isBelowOrAt(name, names.inAddrArpa) || names.isBelowOrAt(name, names.ip6Arpa);
}
