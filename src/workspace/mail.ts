import type { NameId } from '../dns/name-table.ts';
import type { Held } from './held.ts';
import type { ZoneRecord } from './zone-record.ts';

/** Why an address sends mail: the domain, the record that says so, and how. */
export interface MailReason {
  readonly domain: NameId;
  /** The SPF or MX record. */
  readonly record: ZoneRecord;
  readonly how: 'spf-ip' | 'spf-a' | 'spf-mx' | 'mx';
  /** The host name through which the address was found; the domain itself for ip4 and ip6. */
  readonly host: NameId;
}

/** The mail hosts of a view: addresses that send mail for a held domain. */
export class MailHosts {
  readonly #held: Held;
  readonly #byDomain = new Map<NameId, readonly { address: NameId; reason: MailReason }[]>();
  readonly #byAddress = new Map<NameId, MailReason[]>();

  constructor(held: Held) {
    this.#held = held;
  }

  /** Why an address sends mail, in the order of the domains' names; empty where it does not. */
  reasons(address: NameId): readonly MailReason[] {
    return this.#byAddress.get(address) ?? [];
  }

  /** Reads the mail domains again whose records may have changed. Addresses that gain or lose a reason become dirty. */
  refresh(): void {
    const { view } = this.#held;
    for (const domain of view.dirtyMail) this.#readDomain(domain);
    view.dirtyMail.clear();
  }

  #readDomain(domain: NameId): void {
    void this.#byDomain.get(domain);
  }
}
