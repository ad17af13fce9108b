import { hasLabel } from '../dns/label-octets.ts';
import { ARPA4_ADDRESS, ARPA6_ADDRESS, type NameId, type NameTable } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../dns/type-codes.ts';
import type { RecordId } from './record-table.ts';
import type { Tables } from './tables.ts';

/** Whether a record gives a name that begins with `localhost` another address than a loopback address (RFC 6761 section 6.3). */
export function isStrayLocalhost({ names, records }: Tables, record: RecordId): boolean {
  const type = records.type[record];
  if ((type !== TYPE_A && type !== TYPE_AAAA) || !isLocalhost(names, records.owner[record] as number)) return false;
  return !isLoopback(names, records.data[record] as number);
}

/** Whether the first label of a name is `localhost`. */
export function isLocalhost(names: NameTable, name: NameId): boolean {
  return hasLabel(names, name, 'localhost');
}

/** Whether an address is one of 127.0.0.0/8, or ::1. */
export function isLoopback(names: NameTable, address: NameId): boolean {
  if (names.arpaKind(address) === ARPA4_ADDRESS) return names.ip4Of(address) >>> 24 === 127;
  if (names.arpaKind(address) !== ARPA6_ADDRESS) return false;
  const [first, second, third, fourth] = names.reverse.ip6Of(address);
  return first === 0 && second === 0 && third === 0 && fourth === 1;
}

/** Whether any address of 127.0.0.0/8, or a name above one, is known. */
export function hasLoopbacks(names: NameTable): boolean {
  return names.find(names.inAddrArpa, LOOPBACK, 0, LOOPBACK.length) >= 0;
}

/** The label `127`. */
const LOOPBACK = Uint8Array.of(49, 50, 55);
