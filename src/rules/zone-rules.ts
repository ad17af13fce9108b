import { cnameApex } from './alias/cname-apex.ts';
import { cnameLoop } from './alias/cname-loop.ts';
import { cnameMultiple } from './alias/cname-multiple.ts';
import { cnameOtherData } from './alias/cname-other-data.ts';
import { dnameMultiple } from './alias/dname-multiple.ts';
import { nsAddressLiteral } from './delegation/ns-address-literal.ts';
import { nsCname } from './delegation/ns-cname.ts';
import { nsMissing } from './delegation/ns-missing.ts';
import { nsNoAddress } from './delegation/ns-no-address.ts';
import { nsWildcard } from './delegation/ns-wildcard.ts';
import { dnssecRefused } from './dnssec/dnssec-refused.ts';
import { dsApex } from './dnssec/ds-apex.ts';
import { mxAddressLiteral } from './mail/mx-address-literal.ts';
import { mxCname } from './mail/mx-cname.ts';
import { mxNoAddress } from './mail/mx-no-address.ts';
import { hostnameInvalid } from './names/hostname-invalid.ts';
import { ownerRepeatsOrigin } from './names/owner-repeats-origin.ts';
import { recordDuplicate } from './names/record-duplicate.ts';
import { targetMissingDot } from './names/target-missing-dot.ts';
import { targetRepeatsOrigin } from './names/target-repeats-origin.ts';
import type { Rule } from './rule.ts';
import { srvCname } from './services/srv-cname.ts';
import { srvNoAddress } from './services/srv-no-address.ts';
import { serialFuture } from './soa/serial-future.ts';
import { serialNotIncreased } from './soa/serial-not-increased.ts';
import { soaMissing } from './soa/soa-missing.ts';
import { soaMultiple } from './soa/soa-multiple.ts';
import { soaNotApex } from './soa/soa-not-apex.ts';
import { soaNotFirst } from './soa/soa-not-first.ts';
import { syntaxComment } from './text/syntax-comment.ts';
import { syntaxOwnerMissing } from './text/syntax-owner-missing.ts';

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
