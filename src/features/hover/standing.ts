import { laterPhrase } from '../../language/phrase.ts';
import type { Standing } from '../../rules/facts/address-case.ts';

/** How a PTR's target stands to its address, behind the target's name. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  confirmed: laterPhrase`which has this address`,
  mismatch: laterPhrase`which has other addresses, not this one`,
  'no-address': laterPhrase`which has no address of this family`,
  unknown: laterPhrase`whose addresses are not held here`,
};
