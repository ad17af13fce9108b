import { later } from '../../language/phrase.ts';
import type { Standing } from '../../rules/facts/address-case.ts';

/** How a PTR's target stands to its address, behind the target's name. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  confirmed: later`which has this address`,
  mismatch: later`which has other addresses, not this one`,
  'no-address': later`which has no address of this family`,
  unknown: later`whose addresses are not held here`,
};
