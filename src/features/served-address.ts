import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { addressServedAt } from '../rules/facts/lone-pointer.ts';
import type { Held } from '../workspace/held.ts';

/**
 * The address that a name of the reverse tree stands for: its own, or in a classless zone (RFC 2317) that of the alias
 * that leads to it or of its label. -1 for all other names.
 */
export function servedAddress(held: Held, name: NameId): NameId {
  const { names } = held.store;
  if (name === NO_NAME || names.isAddress(name)) return name;
  if (!names.isBelowOrAt(name, names.inAddrArpa) && !names.isBelowOrAt(name, names.ip6Arpa)) return NO_NAME;
  const address = addressServedAt(held, name);
  return address !== NO_NAME && names.isAddress(address) ? address : NO_NAME;
}
