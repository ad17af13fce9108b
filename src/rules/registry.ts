import { ptrCrossed } from './ptr-crossed.ts';
import { ptrGeneric } from './ptr-generic.ts';
import { ptrMismatch } from './ptr-mismatch.ts';
import { ptrMissing } from './ptr-missing.ts';
import { ptrMultiple } from './ptr-multiple.ts';
import { ptrStale } from './ptr-stale.ts';
import { ptrTargetCname } from './ptr-target-cname.ts';
import { ptrTargetInArpa } from './ptr-target-in-arpa.ts';
import { ptrTargetIsAddress } from './ptr-target-is-address.ts';
import { ptrTargetMissingDot } from './ptr-target-missing-dot.ts';
import { ptrTargetNoAddress } from './ptr-target-no-address.ts';
import type { Rule } from './rule.ts';

/** All rules. The order is that of precedence: of the findings about one cause the first one is kept. */
export const registry: readonly Rule[] = [
  ptrTargetIsAddress,
  ptrTargetInArpa,
  ptrTargetMissingDot,
  ptrCrossed,
  ptrStale,
  ptrTargetNoAddress,
  ptrMismatch,
  ptrTargetCname,
  ptrMissing,
  ptrMultiple,
  ptrGeneric,
];
