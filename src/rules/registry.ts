import { cnameApex } from './cname-apex.ts';
import { cnameMultiple } from './cname-multiple.ts';
import { cnameOtherData } from './cname-other-data.ts';
import { dnameMultiple } from './dname-multiple.ts';
import { dsApex } from './ds-apex.ts';
import { nsAddressLiteral } from './ns-address-literal.ts';
import { nsCname } from './ns-cname.ts';
import { nsMissing } from './ns-missing.ts';
import { nsNoAddress } from './ns-no-address.ts';
import { nsWildcard } from './ns-wildcard.ts';
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
import { recordDuplicate } from './record-duplicate.ts';
import type { Rule } from './rule.ts';
import { serialFuture } from './serial-future.ts';
import { soaMissing } from './soa-missing.ts';
import { soaMultiple } from './soa-multiple.ts';
import { soaNotApex } from './soa-not-apex.ts';
import { soaNotFirst } from './soa-not-first.ts';
import { textRules } from './text-rules.ts';

/** All rules. The order is that of precedence: of the findings about one cause the first one is kept. */
export const registry: readonly Rule[] = [
  ...textRules,
  soaMissing,
  soaMultiple,
  soaNotApex,
  soaNotFirst,
  nsMissing,
  nsAddressLiteral,
  nsWildcard,
  nsCname,
  nsNoAddress,
  cnameApex,
  cnameMultiple,
  cnameOtherData,
  dnameMultiple,
  dsApex,
  serialFuture,
  recordDuplicate,
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
