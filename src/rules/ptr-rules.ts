import { ptrCrossed } from './pairs/ptr-crossed.ts';
import { ptrGenerateRange } from './pairs/ptr-generate-range.ts';
import { ptrGeneric } from './pairs/ptr-generic.ts';
import { ptrGenericSeries } from './pairs/ptr-generic-series.ts';
import { ptrLocalhost } from './pairs/ptr-localhost.ts';
import { ptrMismatch } from './pairs/ptr-mismatch.ts';
import { ptrMissing } from './pairs/ptr-missing.ts';
import { ptrMultiple } from './pairs/ptr-multiple.ts';
import { ptrNotMailHost } from './pairs/ptr-not-mail-host.ts';
import { ptrOneView } from './pairs/ptr-one-view.ts';
import { ptrOutsideArpa } from './pairs/ptr-outside-arpa.ts';
import { ptrReverseZoneMissing } from './pairs/ptr-reverse-zone-missing.ts';
import { ptrSpfAddress } from './pairs/ptr-spf-address.ts';
import { ptrStale } from './pairs/ptr-stale.ts';
import { ptrTargetCname } from './pairs/ptr-target-cname.ts';
import { ptrTargetInArpa } from './pairs/ptr-target-in-arpa.ts';
import { ptrTargetInvalid } from './pairs/ptr-target-invalid.ts';
import { ptrTargetIsAddress } from './pairs/ptr-target-is-address.ts';
import { ptrTargetMissingDot } from './pairs/ptr-target-missing-dot.ts';
import { ptrTargetMisspelt } from './pairs/ptr-target-misspelt.ts';
import { ptrTargetNoAddress } from './pairs/ptr-target-no-address.ts';
import { ptrWildcardBlocked } from './pairs/ptr-wildcard-blocked.ts';
import type { Rule } from './rule.ts';

/** How addresses and PTR records agree, in order of precedence. */
export const ptrRules: readonly Rule[] = [
  ptrOutsideArpa,
  ptrWildcardBlocked,
  ptrLocalhost,
  ptrTargetIsAddress,
  ptrTargetInArpa,
  ptrTargetMissingDot,
  ptrTargetMisspelt,
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
