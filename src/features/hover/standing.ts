import type { Standing } from '../../rules/facts/address-case.ts';

/** How a PTR's target stands to its address, behind the target's name. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  confirmed: 'which has this address',
  mismatch: 'which has other addresses, not this one',
  'no-address': 'which has no address of this family',
  unknown: 'whose addresses are not held here',
};
