import { cnameApex } from './cname-apex.ts';
import { cnameLoop } from './cname-loop.ts';
import { cnameMultiple } from './cname-multiple.ts';
import { cnameOtherData } from './cname-other-data.ts';
import { dnameMultiple } from './dname-multiple.ts';
import { dnssecRefused } from './dnssec-refused.ts';
import { dsApex } from './ds-apex.ts';
import { hostnameInvalid } from './hostname-invalid.ts';
import { mxAddressLiteral } from './mx-address-literal.ts';
import { mxCname } from './mx-cname.ts';
import { mxNoAddress } from './mx-no-address.ts';
import { nsAddressLiteral } from './ns-address-literal.ts';
import { nsCname } from './ns-cname.ts';
import { nsMissing } from './ns-missing.ts';
import { nsNoAddress } from './ns-no-address.ts';
import { nsWildcard } from './ns-wildcard.ts';
import { ownerRepeatsOrigin } from './owner-repeats-origin.ts';
import { recordDuplicate } from './record-duplicate.ts';
import type { Rule } from './rule.ts';
import { serialFuture } from './serial-future.ts';
import { serialNotIncreased } from './serial-not-increased.ts';
import { soaMissing } from './soa-missing.ts';
import { soaMultiple } from './soa-multiple.ts';
import { soaNotApex } from './soa-not-apex.ts';
import { soaNotFirst } from './soa-not-first.ts';
import { srvCname } from './srv-cname.ts';
import { srvNoAddress } from './srv-no-address.ts';
import { syntaxComment } from './syntax-comment.ts';
import { syntaxOwnerMissing } from './syntax-owner-missing.ts';
import { targetMissingDot } from './target-missing-dot.ts';
import { targetRepeatsOrigin } from './target-repeats-origin.ts';

/** What makes servers refuse a zone, and what else is wrong with it by itself. */
export const zoneRules: readonly Rule[] = [
  syntaxComment,
  syntaxOwnerMissing,
  soaMissing,
  soaMultiple,
  soaNotApex,
  soaNotFirst,
  nsMissing,
  nsAddressLiteral,
  nsWildcard,
  nsCname,
  nsNoAddress,
  ownerRepeatsOrigin,
  targetRepeatsOrigin,
  targetMissingDot,
  mxAddressLiteral,
  mxCname,
  mxNoAddress,
  srvCname,
  srvNoAddress,
  hostnameInvalid,
  cnameApex,
  cnameMultiple,
  cnameLoop,
  cnameOtherData,
  dnameMultiple,
  dsApex,
  dnssecRefused,
  serialFuture,
  serialNotIncreased,
  recordDuplicate,
];
