import { ARPA6, type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_AAAA } from '../dns/type-codes.ts';
import type { Held } from './held.ts';
import type { MailReason } from './mail-reason.ts';
import { addressesIn } from './network.ts';
import { OrderedReasons } from './ordered-reasons.ts';
import { PlainSenders } from './plain-senders.ts';
import { type AddressRange, contains, type RangeKey, rangeKey } from './range.ts';
import { passes, type Senders, type SendingRange, sendersOf } from './senders.ts';

const NONE: readonly MailReason[] = [];
/** Wider networks say nothing of single hosts. */
const WIDEST_PREFIX4 = 24;
const WIDEST_PREFIX6 = 64;

/**
 * The mail hosts of a view: addresses that send mail for a held domain.
 *
 * Invariants: `#plain` has what was last read of most mail domains, `#domains` of the others; the other maps hold the same of
 * these by address, by network (/24 or /64) and by the names looked at. A look-up of an IPv6 address in a range is noted in
 * the range's `asked`.
 */
export class MailHosts {
  readonly #held: Held;
  readonly #plain: PlainSenders;
  readonly #domains = new Map<NameId, Domain>();
  readonly #byAddress = new Map<NameId, Map<NameId, readonly MailReason[]>>();
  /** The reasons of an address in order, made when asked for. */
  readonly #ordered = new Map<NameId, OrderedReasons>();
  readonly #byNetwork = new Map<RangeKey, SenderRange[]>();
  /** The addresses that the reading at hand has made dirty: one may send for a million domains. */
  readonly #touched = new Set<NameId>();

  constructor(held: Held) {
    this.#held = held;
    this.#plain = new PlainSenders(held);
  }

  /** Why an address sends mail, in the order of the domains' names; empty where it does not. */
  reasons(address: NameId): readonly MailReason[] {
    const known = this.#known(address);
    const ranges = this.#byNetwork.size > 0 ? this.#rangesOf(address) : [];
    if (ranges.length === 0) return known?.all ?? NONE;
    const reasons = ranges.map((range) => range.reason);
    return known ? known.with(reasons) : new OrderedReasons(reasons, this.#textOf).all;
  }

  /** Whether an address sends mail at all. */
  sends(address: NameId): boolean {
    // Asked for each address: where nobody's mail is held there is nothing to look for.
    if ((this.#byAddress.size > 0 || this.#plain.hasSenders) && this.isNamed(address)) return true;
    return this.#byNetwork.size > 0 && this.#rangesOf(address).length > 0;
  }

  /** Whether an address sends mail for a domain. */
  sendsFor(domain: NameId, address: NameId): boolean {
    if (this.#plain.addressOf(domain) === address || this.#byAddress.get(address)?.has(domain)) return true;
    return this.#byNetwork.size > 0 && this.#rangesOf(address).some(({ reason }) => reason.domain === domain);
  }

  /** Whether the tables alone tell that a host sends mail for a domain, from the one address that its zone has of it. */
  isPlainSender(domain: NameId, host: NameId): boolean {
    return this.#plain.hostOf(domain) === host;
  }

  /** Whether a domain names the address itself as one that sends its mail, and not only a network around it. */
  isNamed(address: NameId): boolean {
    return this.#byAddress.has(address) || this.#plain.sends(address);
  }

  #known(address: NameId): OrderedReasons | undefined {
    if (!this.isNamed(address)) return undefined;
    let ordered = this.#ordered.get(address);
    if (!ordered) {
      const reasons = [...(this.#byAddress.get(address)?.values() ?? [])].flat();
      for (const domain of this.#plain.domainsOf(address)) {
        const reason = this.#plain.reasonOf(domain);
        if (reason) reasons.push(reason);
      }
      ordered = new OrderedReasons(reasons, this.#textOf);
      this.#ordered.set(address, ordered);
    }
    return ordered;
  }

  /**
   * Reads the mail domains again whose records may have changed, until `isOver`; true where all are read. Addresses
   * that gain or lose a reason become dirty.
   */
  refresh(isOver: () => boolean): boolean {
    const { view } = this.#held;
    this.#touched.clear();
    while (view.dirtyMail.size > 0) {
      const domain = view.dirtyMail.take();
      view.isMailRead = true;
      this.#read(domain);
      view.touch(domain);
      if (isOver()) return view.dirtyMail.size === 0;
    }
    return true;
  }

  /** What the tables tell of nearly all domains is kept in few numbers; the others are read as a receiver does. */
  #read(domain: NameId): void {
    const plain = this.#plain;
    const isHeld = this.#held.view.mailDomains.has(domain);
    const isPlain = isHeld && plain.read(domain);
    if (isPlain && plain.hasRead(domain)) return;
    const before = plain.addressOf(domain);
    plain.delete(domain);
    if (before !== NO_NAME) this.#tell(domain, before, () => NONE);
    if (!isPlain || this.#domains.has(domain))
      this.#replace(domain, isHeld && !isPlain ? sendersOf(this.#held, domain) : undefined);
    if (!isPlain) return;
    plain.take(domain);
    // Where all is to be checked, and nobody has asked for reasons yet, nobody is to hear of any.
    if (this.#held.view.sweepFrom === 0 && this.#ordered.size === 0) return;
    this.#tell(domain, plain.addressOf(domain), () => {
      const reason = plain.reasonOf(domain);
      return reason ? [reason] : NONE;
    });
  }

  #replace(domain: NameId, senders: Senders | undefined): void {
    const before = this.#domains.get(domain);
    const after = senders && this.#domainOf(senders, before);
    this.#watch(domain, before?.watched, senders?.watched);
    if (after) this.#domains.set(domain, after);
    else this.#domains.delete(domain);
    this.#replaceHosts(domain, before?.hosts ?? NO_HOSTS, after?.hosts ?? NO_HOSTS);
    this.#replaceRanges(before?.ranges ?? NO_RANGES, after?.ranges ?? NO_RANGES);
  }

  #domainOf(senders: Senders, before: Domain | undefined): Domain {
    const [first] = senders.hosts;
    if (first && senders.hosts.length === 1 && senders.ranges.length === 0)
      return {
        hosts: [{ address: first.address, reasons: [first.reason] }],
        ranges: NO_RANGES,
        watched: senders.watched,
      };
    const hosts = new Map<NameId, MailReason[]>();
    const seen = senders.hosts.length > 1 ? new Set<string>() : undefined;
    for (const { address, reason } of senders.hosts) {
      const key = seen ? `${address} ${keyOf(reason)}` : '';
      if (seen?.has(key)) continue;
      seen?.add(key);
      const reasons = hosts.get(address);
      if (reasons) reasons.push(reason);
      else hosts.set(address, [reason]);
    }
    const ranges = senders.ranges
      .filter(({ range }) => range.prefixLength >= (range.isIp6 ? WIDEST_PREFIX6 : WIDEST_PREFIX4))
      .map(({ range, refused, reason }) => {
        const known = before?.ranges.find((other) => isSameRange(other.range, range));
        return { range, refused, reason, asked: known?.asked ?? new Set<NameId>() };
      });
    return {
      hosts: Array.from(hosts, ([address, reasons]) => ({ address, reasons })),
      ranges,
      watched: senders.watched,
    };
  }

  #replaceHosts(domain: NameId, before: Hosts, after: Hosts): void {
    if (before.length === 0) {
      for (const { address, reasons } of after) this.#replaceHost(domain, address, reasons);
      return;
    }
    const left = new Map(after.map(({ address, reasons }) => [address, reasons]));
    for (const { address, reasons: old } of before) {
      const fresh = left.get(address) ?? NONE;
      left.delete(address);
      if (old.length === fresh.length && old.every((reason, i) => isSameReason(reason, fresh[i]))) continue;
      this.#replaceHost(domain, address, fresh);
    }
    for (const [address, reasons] of left) this.#replaceHost(domain, address, reasons);
  }

  #replaceHost(domain: NameId, address: NameId, fresh: readonly MailReason[]): void {
    const domains = this.#byAddress.get(address) ?? new Map<NameId, readonly MailReason[]>();
    if (fresh.length > 0) domains.set(domain, fresh);
    else domains.delete(domain);
    if (domains.size > 0) this.#byAddress.set(address, domains);
    else this.#byAddress.delete(address);
    this.#tell(domain, address, () => fresh);
  }

  /** The reasons of a domain are others now; which, is asked where somebody wanted those of the address. */
  #tell(domain: NameId, address: NameId, fresh: () => readonly MailReason[]): void {
    const ordered = this.#ordered.get(address);
    if (ordered && (!ordered.replace(domain, fresh()) || !this.isNamed(address))) this.#ordered.delete(address);
    this.#touch(address);
  }

  #replaceRanges(before: readonly SenderRange[], after: readonly SenderRange[]): void {
    if (before.length + after.length === 0) return;
    const { names } = this.#held.store;
    const gone = before.filter((range) => !after.some((other) => isSameSender(range, other)));
    const come = after.filter((range) => !before.some((other) => isSameSender(range, other)));
    for (const range of before) {
      const key = rangeKey(names, range.range.first);
      const left = (this.#byNetwork.get(key) ?? []).filter((other) => other !== range);
      if (left.length > 0) this.#byNetwork.set(key, left);
      else this.#byNetwork.delete(key);
    }
    for (const range of after) {
      const key = rangeKey(names, range.range.first);
      this.#byNetwork.set(key, [...(this.#byNetwork.get(key) ?? []), range]);
    }
    for (const range of gone) this.#touchRange(range);
    for (const range of come) this.#touchNewRange(range, before);
  }

  #touchRange({ range, asked }: SenderRange): void {
    const members = range.isIp6
      ? asked
      : addressesIn(this.#held.store.names, this.#held.store.names.parent(range.first));
    for (const address of members) this.#touch(address);
  }

  /** The addresses of a new IPv6 range can't be listed: all are looked at again. */
  #touchNewRange(sender: SenderRange, before: readonly SenderRange[]): void {
    const { view } = this.#held;
    const isKnown = !sender.range.isIp6 || before.some((other) => isSameRange(other.range, sender.range));
    if (isKnown) this.#touchRange(sender);
    else if (view.sweepFrom > 0) view.sweepAgain();
  }

  #touch(address: NameId): void {
    const { store, view } = this.#held;
    // Where all is to be checked it is dirty already.
    if (view.sweepFrom === 0 || this.#touched.has(address)) return;
    this.#touched.add(address);
    store.spread.touchAddress(view, address);
    store.spread.touchNetworks(view, address);
    if (store.names.arpaKind(address) < ARPA6) return;
    for (const record of this.#held.recordsTo(address, TYPE_AAAA)) if (record.zone) view.dirtyZones.add(record.zone);
  }

  #watch(domain: NameId, before: Iterable<NameId> = [], after: Iterable<NameId> = []): void {
    const { mailWatch } = this.#held.view;
    for (const name of before) mailWatch.delete(name, domain);
    for (const name of after) mailWatch.add(name, domain);
  }

  #rangesOf(address: NameId): SenderRange[] {
    const { names } = this.#held.store;
    const found: SenderRange[] = [];
    for (const sender of this.#byNetwork.get(rangeKey(names, address)) ?? []) {
      if (!contains(names, sender.range, address)) continue;
      if (sender.range.isIp6) sender.asked.add(address);
      if (!passes(names, sender, address)) continue;
      found.push(sender);
    }
    return found;
  }

  readonly #textOf = (domain: NameId): string => this.#held.text(domain);
}

/** The hosts of a domain, each address once. */
type Hosts = readonly { readonly address: NameId; readonly reasons: readonly MailReason[] }[];
const NO_HOSTS: Hosts = [];
const NO_RANGES: readonly SenderRange[] = [];

interface SenderRange extends SendingRange {
  readonly reason: MailReason;
  readonly asked: Set<NameId>;
}

interface Domain {
  readonly hosts: Hosts;
  readonly ranges: readonly SenderRange[];
  readonly watched: readonly NameId[];
}

function keyOf(reason: MailReason): string {
  return `${reason.how} ${reason.host}`;
}

function isSameReason(a: MailReason, b: MailReason | undefined): boolean {
  return b !== undefined && keyOf(a) === keyOf(b) && a.record.id === b.record.id;
}

function isSameRange(a: AddressRange, b: AddressRange): boolean {
  return a.first === b.first && a.prefixLength === b.prefixLength;
}

function isSameSender(a: SenderRange, b: SenderRange): boolean {
  if (JSON.stringify(a.refused) !== JSON.stringify(b.refused)) return false;
  return isSameRange(a.range, b.range) && isSameReason(a.reason, b.reason);
}
