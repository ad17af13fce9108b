import { ptrCrossed } from './ptr-crossed.ts';
import { ptrGenerateRange } from './ptr-generate-range.ts';
import { ptrGeneric } from './ptr-generic.ts';
import { ptrGenericSeries } from './ptr-generic-series.ts';
import { ptrLocalhost } from './ptr-localhost.ts';
import { ptrMismatch } from './ptr-mismatch.ts';
import { ptrMissing } from './ptr-missing.ts';
import { ptrMultiple } from './ptr-multiple.ts';
import { ptrNotMailHost } from './ptr-not-mail-host.ts';
import { ptrOneView } from './ptr-one-view.ts';
import { ptrOutsideArpa } from './ptr-outside-arpa.ts';
import { ptrReverseZoneMissing } from './ptr-reverse-zone-missing.ts';
import { ptrSpfAddress } from './ptr-spf-address.ts';
import { ptrStale } from './ptr-stale.ts';
import { ptrTargetCname } from './ptr-target-cname.ts';
import { ptrTargetInArpa } from './ptr-target-in-arpa.ts';
import { ptrTargetInvalid } from './ptr-target-invalid.ts';
import { ptrTargetIsAddress } from './ptr-target-is-address.ts';
import { ptrTargetMissingDot } from './ptr-target-missing-dot.ts';
import { ptrTargetNoAddress } from './ptr-target-no-address.ts';
import { ptrWildcardBlocked } from './ptr-wildcard-blocked.ts';
import type { Rule } from './rule.ts';

/** How addresses and PTR records agree, in order of precedence. */
export const ptrRules: readonly Rule[] = [
  ptrOutsideArpa,
  ptrWildcardBlocked,
  ptrLocalhost,
  ptrTargetIsAddress,
  ptrTargetInArpa,
  ptrTargetMissingDot,
  ptrGenerateRange,
  ptrCrossed,
  ptrStale,
  ptrTargetNoAddress,
  ptrMismatch,
  ptrTargetCname,
  ptrTargetInvalid,
  ptrOneView,
  ptrMissing,
  ptrSpfAddress,
  ptrMultiple,
  ptrNotMailHost,
  ptrGeneric,
  ptrGenericSeries,
  ptrReverseZoneMissing,
];
