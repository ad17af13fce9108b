import { cnameAddressLiteral } from './alias/cname-address-literal.ts';
import { cnameApex } from './alias/cname-apex.ts';
import { cnameChain } from './alias/cname-chain.ts';
import { cnameDangling } from './alias/cname-dangling.ts';
import { cnameLoop } from './alias/cname-loop.ts';
import { cnameMultiple } from './alias/cname-multiple.ts';
import { cnameOtherData } from './alias/cname-other-data.ts';
import { cnameProviderName } from './alias/cname-provider-name.ts';
import { dnameChildren } from './alias/dname-children.ts';
import { dnameMultiple } from './alias/dname-multiple.ts';
import { dnameNs } from './alias/dname-ns.ts';
import { dnameWildcard } from './alias/dname-wildcard.ts';
import { arpaAddressRecord } from './arpa/arpa-address-record.ts';
import { arpaClasslessDanglingCname } from './arpa/arpa-classless-dangling-cname.ts';
import { arpaClasslessMissingCname } from './arpa/arpa-classless-missing-cname.ts';
import { arpaClasslessRange } from './arpa/arpa-classless-range.ts';
import { arpaCnameHost } from './arpa/arpa-cname-host.ts';
import { arpaDuplicateZones } from './arpa/arpa-duplicate-zones.ts';
import { arpaFullAddressOwner } from './arpa/arpa-full-address-owner.ts';
import { arpaLabelCount } from './arpa/arpa-label-count.ts';
import { arpaNibble } from './arpa/arpa-nibble.ts';
import { arpaOctetLeadingZero } from './arpa/arpa-octet-leading-zero.ts';
import { arpaOctetRange } from './arpa/arpa-octet-range.ts';
import { arpaOctetsSwapped } from './arpa/arpa-octets-swapped.ts';
import { arpaOwnerIndented } from './arpa/arpa-owner-indented.ts';
import { arpaSuffix } from './arpa/arpa-suffix.ts';
import { arpaWildcard } from './arpa/arpa-wildcard.ts';
import { arpaZoneName } from './arpa/arpa-zone-name.ts';
import { arpaZoneReversed } from './arpa/arpa-zone-reversed.ts';
import { delegationDiffers } from './delegation/delegation-differs.ts';
import { delegationMissing } from './delegation/delegation-missing.ts';
import { delegationOccluded } from './delegation/delegation-occluded.ts';
import { glueDiffers } from './delegation/glue-differs.ts';
import { glueMissing } from './delegation/glue-missing.ts';
import { glueSibling } from './delegation/glue-sibling.ts';
import { nsAddressLiteral } from './delegation/ns-address-literal.ts';
import { nsCname } from './delegation/ns-cname.ts';
import { nsLocalhost } from './delegation/ns-localhost.ts';
import { nsMissing } from './delegation/ns-missing.ts';
import { nsNoAddress } from './delegation/ns-no-address.ts';
import { nsSameAddress } from './delegation/ns-same-address.ts';
import { nsSameNetwork } from './delegation/ns-same-network.ts';
import { nsSingle } from './delegation/ns-single.ts';
import { nsWildcard } from './delegation/ns-wildcard.ts';
import { dnssecRefused } from './dnssec/dnssec-refused.ts';
import { dsApex } from './dnssec/ds-apex.ts';
import { mxAddressLiteral } from './mail/mx-address-literal.ts';
import { mxCname } from './mail/mx-cname.ts';
import { mxNoAddress } from './mail/mx-no-address.ts';
import { addressPrivate } from './names/address-private.ts';
import { addressSpecial } from './names/address-special.ts';
import { hostnameDoubleHyphen } from './names/hostname-double-hyphen.ts';
import { hostnameInvalid } from './names/hostname-invalid.ts';
import { idnInvalid } from './names/idn-invalid.ts';
import { nameAtSign } from './names/name-at-sign.ts';
import { originMissingDot } from './names/origin-missing-dot.ts';
import { outOfZone } from './names/out-of-zone.ts';
import { ownerRepeatsOrigin } from './names/owner-repeats-origin.ts';
import { recordDuplicate } from './names/record-duplicate.ts';
import { rrsetLimit } from './names/rrset-limit.ts';
import { targetMissingDot } from './names/target-missing-dot.ts';
import { targetRepeatsOrigin } from './names/target-repeats-origin.ts';
import { ttlDiffers } from './names/ttl-differs.ts';
import { ttlHigh } from './names/ttl-high.ts';
import { txtSameText } from './names/txt-same-text.ts';
import { typeObsolete } from './names/type-obsolete.ts';
import { wildcardHidden } from './names/wildcard-hidden.ts';
import { wildcardInner } from './names/wildcard-inner.ts';
import { wildcardPartial } from './names/wildcard-partial.ts';
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
import { srvAddressLiteral } from './services/srv-address-literal.ts';
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
import { textRules } from './text/text-rules.ts';

/**
 * All rules, and the only list of them. The order is that of precedence: of the findings about one cause the first one is
 * kept. `npm run new-rule` puts its line at the end; move it to where the precedence is.
 */
export const registry: readonly Rule[] = [
  // What reading the texts finds.
  ...textRules,
  // What makes servers refuse a zone, and what else is wrong with it by itself.
  syntaxComment,
  syntaxOwnerMissing,
  soaMissing,
  soaMultiple,
  soaNotApex,
  soaNotFirst,
  nameAtSign,
  nsMissing,
  nsAddressLiteral,
  nsWildcard,
  nsLocalhost,
  ownerRepeatsOrigin,
  targetRepeatsOrigin,
  targetMissingDot,
  nsCname,
  nsNoAddress,
  glueMissing,
  glueSibling,
  cnameAddressLiteral,
  srvAddressLiteral,
  wildcardPartial,
  wildcardInner,
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
  dnameNs,
  dnameChildren,
  dnameWildcard,
  cnameDangling,
  cnameChain,
  cnameProviderName,
  dsApex,
  dnssecRefused,
  serialFuture,
  serialNotIncreased,
  delegationMissing,
  delegationDiffers,
  glueDiffers,
  delegationOccluded,
  nsSameAddress,
  nsSameNetwork,
  nsSingle,
  rrsetLimit,
  recordDuplicate,
  ttlDiffers,
  ttlHigh,
  wildcardHidden,
  addressSpecial,
  addressPrivate,
  idnInvalid,
  hostnameDoubleHyphen,
  typeObsolete,
  txtSameText,
  // The shape of reverse zones and of the owners in them; they come before all that is said of the same PTR.
  outOfZone,
  originMissingDot,
  arpaOwnerIndented,
  arpaSuffix,
  arpaZoneReversed,
  arpaZoneName,
  arpaFullAddressOwner,
  arpaOctetRange,
  arpaOctetLeadingZero,
  arpaNibble,
  arpaLabelCount,
  arpaOctetsSwapped,
  arpaDuplicateZones,
  arpaWildcard,
  arpaAddressRecord,
  arpaCnameHost,
  arpaClasslessRange,
  arpaClasslessMissingCname,
  arpaClasslessDanglingCname,
  // How addresses and PTR records agree.
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

const byId: ReadonlyMap<string, Rule> = new Map(registry.map((rule) => [rule.id, rule]));

/** The rule with an id, as it stands in settings, comments and on the command line; undefined where there is none. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
