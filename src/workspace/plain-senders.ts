import { type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_MX, TYPE_TXT } from '../dns/type-codes.ts';
import { grown } from '../text/typed-array.ts';
import { LETS_MX_SEND, QUIET, SPF, TAGGED } from '../zone/draft.ts';
import type { Held } from './held.ts';
import type { MailReason } from './mail-reason.ts';
import { NO_RECORD, type RecordId } from './record-table.ts';
import { ZoneRecord } from './zone-record.ts';

/** Begins what was meant to be a comment. */
const HASH = 35;
const NONE: ReadonlySet<NameId> = new Set();

/**
 * The mail domains whose mail one host sends from one address, as the tables alone tell: of one MX record, with no SPF record
 * or one that names only that. In a zone of a million domains nearly all are so; of each there are a few numbers here.
 *
 * Invariant: the domains of an address are those that have it in their slot.
 */
export class PlainSenders {
  readonly #held: Held;
  readonly #slots = new Map<NameId, number>();
  readonly #free: number[] = [];
  #used = 0;
  #hosts = new Int32Array(64);
  #addresses = new Int32Array(64);
  #records = new Int32Array(64);
  readonly #domainsOf = new Map<NameId, Set<NameId>>();
  /** What was read last. */
  #host: NameId = NO_NAME;
  #address: NameId = NO_NAME;
  #record: RecordId = NO_RECORD;

  constructor(held: Held) {
    this.#held = held;
  }

  /** The domains that an address sends for. */
  domainsOf(address: NameId): ReadonlySet<NameId> {
    return this.#domainsOf.get(address) ?? NONE;
  }

  /** The address that sends for a domain; NO_NAME where it is none of these. */
  addressOf(domain: NameId): NameId {
    const slot = this.#slots.get(domain);
    return slot === undefined ? NO_NAME : (this.#addresses[slot] as number);
  }

  /** Why the address of a domain sends for it. */
  reasonOf(domain: NameId): MailReason | undefined {
    const slot = this.#slots.get(domain);
    if (slot === undefined) return undefined;
    const { store } = this.#held;
    const record = new ZoneRecord(store, this.#records[slot] as number);
    const how = record.type === TYPE_MX ? 'mx' : 'spf-mx';
    return { domain, record, how, host: this.#hosts[slot] as number };
  }

  /** Reads a domain; false where it is none of these. What was read is put here by `take`. */
  read(domain: NameId): boolean {
    const { names } = this.#held.store;
    if (names.isWildcard(domain) || names.firstByte(domain) === HASH || isReverse(names, domain)) return false;
    return this.#held.view.dnameCount === 0 && this.#readDomain(domain) && this.#readHost();
  }

  /** Whether a domain has what was read last already. */
  hasRead(domain: NameId): boolean {
    const slot = this.#slots.get(domain);
    return (
      slot !== undefined &&
      this.#hosts[slot] === this.#host &&
      this.#addresses[slot] === this.#address &&
      this.#records[slot] === this.#record
    );
  }

  /** Puts what was read last to a domain that has nothing here. */
  take(domain: NameId): void {
    const slot = this.#free.pop() ?? this.#used++;
    if (slot === this.#hosts.length) {
      this.#hosts = grown(this.#hosts, slot * 2);
      this.#addresses = grown(this.#addresses, slot * 2);
      this.#records = grown(this.#records, slot * 2);
    }
    this.#slots.set(domain, slot);
    this.#hosts[slot] = this.#host;
    this.#addresses[slot] = this.#address;
    this.#records[slot] = this.#record;
    const domains = this.#domainsOf.get(this.#address);
    if (domains) domains.add(domain);
    else this.#domainsOf.set(this.#address, new Set([domain]));
  }

  delete(domain: NameId): void {
    const slot = this.#slots.get(domain);
    if (slot === undefined) return;
    const address = this.#addresses[slot] as number;
    this.#slots.delete(domain);
    this.#free.push(slot);
    const domains = this.#domainsOf.get(address);
    if (domains?.delete(domain) && domains.size === 0) this.#domainsOf.delete(address);
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
    if (!zone || store.blockOf(mx)?.instance.zone !== zone) return false;
    if (spf === NO_RECORD ? this.#held.hasGaps(zone) : store.blockOf(spf)?.instance.zone !== zone) return false;
    this.#host = records.data[mx] as number;
    this.#record = spf === NO_RECORD ? mx : spf;
    return true;
  }

  /** The one address of the host, which stands at its name. */
  #readHost(): boolean {
    const { store, view } = this.#held;
    const { records } = store;
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
    return true;
  }
}

/** Whether a name stands for addresses or networks: no mail comes from there, whatever records it has. */
export function isReverse(names: NameTable, name: NameId): boolean {
  return names.isBelowOrAt(name, names.inAddrArpa) || names.isBelowOrAt(name, names.ip6Arpa);
}
