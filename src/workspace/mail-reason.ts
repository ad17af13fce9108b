import type { NameId } from '../dns/name-table.ts';
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
