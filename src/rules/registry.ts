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
import { dsNoDelegation } from './delegation/ds-no-delegation.ts';
import { glueDiffers } from './delegation/glue-differs.ts';
import { glueMissing } from './delegation/glue-missing.ts';
import { glueSibling } from './delegation/glue-sibling.ts';
import { nsAddressLiteral } from './delegation/ns-address-literal.ts';
import { nsCname } from './delegation/ns-cname.ts';
import { nsLocalhost } from './delegation/ns-localhost.ts';
import { nsMissing } from './delegation/ns-missing.ts';
import { nsNoAddress } from './delegation/ns-no-address.ts';
import { nsNoIpv4 } from './delegation/ns-no-ipv4.ts';
import { nsSameAddress } from './delegation/ns-same-address.ts';
import { nsSameNetwork } from './delegation/ns-same-network.ts';
import { nsSingle } from './delegation/ns-single.ts';
import { nsWildcard } from './delegation/ns-wildcard.ts';
import { cdsDiffers } from './dnssec/cds-differs.ts';
import { dnskeyInvalid } from './dnssec/dnskey-invalid.ts';
import { dnskeyNotApex } from './dnssec/dnskey-not-apex.ts';
import { dnskeyNotSigned } from './dnssec/dnskey-not-signed.ts';
import { dnssecRefused } from './dnssec/dnssec-refused.ts';
import { dsApex } from './dnssec/ds-apex.ts';
import { dsDeprecated } from './dnssec/ds-deprecated.ts';
import { dsNoKey } from './dnssec/ds-no-key.ts';
import { dsUnknown } from './dnssec/ds-unknown.ts';
import { editedSignedZone } from './dnssec/edited-signed-zone.ts';
import { nsecChain } from './dnssec/nsec-chain.ts';
import { nsec3Iterations } from './dnssec/nsec3-iterations.ts';
import { nsec3Owner } from './dnssec/nsec3-owner.ts';
import { nsec3paramInvalid } from './dnssec/nsec3param-invalid.ts';
import { rrsigEarly } from './dnssec/rrsig-early.ts';
import { rrsigExpired } from './dnssec/rrsig-expired.ts';
import { rrsigMissing } from './dnssec/rrsig-missing.ts';
import { rrsigNoKey } from './dnssec/rrsig-no-key.ts';
import { rrsigSigner } from './dnssec/rrsig-signer.ts';
import { rrsigTtl } from './dnssec/rrsig-ttl.ts';
import { rrsigUnsignedZone } from './dnssec/rrsig-unsigned-zone.ts';
import { zonemdSerial } from './dnssec/zonemd-serial.ts';
import { bimiDmarc } from './mail/bimi-dmarc.ts';
import { dkimPlace } from './mail/dkim-place.ts';
import { dkimTesting } from './mail/dkim-testing.ts';
import { dmarcMissing } from './mail/dmarc-missing.ts';
import { dmarcMultiple } from './mail/dmarc-multiple.ts';
import { dmarcOtherText } from './mail/dmarc-other-text.ts';
import { dmarcPlace } from './mail/dmarc-place.ts';
import { dmarcPolicyNone } from './mail/dmarc-policy-none.ts';
import { dmarcReportUnauthorized } from './mail/dmarc-report-unauthorized.ts';
import { dmarcSpWeaker } from './mail/dmarc-sp-weaker.ts';
import { mailNullMxSends } from './mail/mail-null-mx-sends.ts';
import { mailParked } from './mail/mail-parked.ts';
import { mailSenderUnresolvable } from './mail/mail-sender-unresolvable.ts';
import { mtaStsHost } from './mail/mta-sts-host.ts';
import { mtaStsPlace } from './mail/mta-sts-place.ts';
import { mtaStsPolicy } from './mail/mta-sts-policy.ts';
import { mxAddressLiteral } from './mail/mx-address-literal.ts';
import { mxCname } from './mail/mx-cname.ts';
import { mxDuplicateTarget } from './mail/mx-duplicate-target.ts';
import { mxLocalhost } from './mail/mx-localhost.ts';
import { mxNoAddress } from './mail/mx-no-address.ts';
import { mxNoIpv4 } from './mail/mx-no-ipv4.ts';
import { mxNullMixed } from './mail/mx-null-mixed.ts';
import { mxPrivate } from './mail/mx-private.ts';
import { spfAfterAll } from './mail/spf-after-all.ts';
import { spfDuplicateTerm } from './mail/spf-duplicate-term.ts';
import { spfFamily } from './mail/spf-family.ts';
import { spfHelo } from './mail/spf-helo.ts';
import { spfHostBits } from './mail/spf-host-bits.ts';
import { spfIncludeNone } from './mail/spf-include-none.ts';
import { spfLong } from './mail/spf-long.ts';
import { spfLookups } from './mail/spf-lookups.ts';
import { spfMissing } from './mail/spf-missing.ts';
import { spfMultiple } from './mail/spf-multiple.ts';
import { spfNoAll } from './mail/spf-no-all.ts';
import { spfPassAll } from './mail/spf-pass-all.ts';
import { spfPrivateAddress } from './mail/spf-private-address.ts';
import { spfProvider } from './mail/spf-provider.ts';
import { spfPtr } from './mail/spf-ptr.ts';
import { spfRangeWide } from './mail/spf-range-wide.ts';
import { spfSenderId } from './mail/spf-sender-id.ts';
import { spfType99 } from './mail/spf-type-99.ts';
import { spfVoidLookups } from './mail/spf-void-lookups.ts';
import { tlsrptPlace } from './mail/tlsrpt-place.ts';
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
import { rpTxtMissing } from './names/rp-txt-missing.ts';
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
import { zoneNameMisspelt } from './pairs/zone-name-misspelt.ts';
import type { Rule } from './rule.ts';
import { afsdbSubtype } from './services/afsdb-subtype.ts';
import { certUnknown } from './services/cert-unknown.ts';
import { dhcidInvalid } from './services/dhcid-invalid.ts';
import { ipseckeyUnknown } from './services/ipseckey-unknown.ts';
import { lpSelf } from './services/lp-self.ts';
import { naptrInvalid } from './services/naptr-invalid.ts';
import { naptrTarget } from './services/naptr-target.ts';
import { smimeaOwner } from './services/smimea-owner.ts';
import { srvAddressLiteral } from './services/srv-address-literal.ts';
import { srvCname } from './services/srv-cname.ts';
import { srvNoAddress } from './services/srv-no-address.ts';
import { srvOwner } from './services/srv-owner.ts';
import { srvPortZero } from './services/srv-port-zero.ts';
import { svcbAlias } from './services/svcb-alias.ts';
import { svcbAlpn } from './services/svcb-alpn.ts';
import { svcbHintDiffers } from './services/svcb-hint-differs.ts';
import { svcbNoAddress } from './services/svcb-no-address.ts';
import { serialDate } from './soa/serial-date.ts';
import { serialFuture } from './soa/serial-future.ts';
import { serialNotIncreased } from './soa/serial-not-increased.ts';
import { serialZero } from './soa/serial-zero.ts';
import { soaMissing } from './soa/soa-missing.ts';
import { soaMnameAlias } from './soa/soa-mname-alias.ts';
import { soaMnameNoAddress } from './soa/soa-mname-no-address.ts';
import { soaMultiple } from './soa/soa-multiple.ts';
import { soaNotApex } from './soa/soa-not-apex.ts';
import { soaNotFirst } from './soa/soa-not-first.ts';
import { soaRnameAt } from './soa/soa-rname-at.ts';
import { soaRnameInvalid } from './soa/soa-rname-invalid.ts';
import { soaTimers } from './soa/soa-timers.ts';
import { bimiSyntax } from './text/bimi-syntax.ts';
import { caaTag } from './text/caa-tag.ts';
import { caaValue } from './text/caa-value.ts';
import { dkimKeyShort } from './text/dkim-key-short.ts';
import { dkimKeySyntax } from './text/dkim-key-syntax.ts';
import { dmarcSyntax } from './text/dmarc-syntax.ts';
import { mtaStsSyntax } from './text/mta-sts-syntax.ts';
import { spfSyntax } from './text/spf-syntax.ts';
import { sshfpDeprecated } from './text/sshfp-deprecated.ts';
import { sshfpUnknown } from './text/sshfp-unknown.ts';
import { syntaxCharacter } from './text/syntax-character.ts';
import { syntaxComment } from './text/syntax-comment.ts';
import { syntaxOwnerMissing } from './text/syntax-owner-missing.ts';
import { textRules } from './text/text-rules.ts';
import { tlsaCertificate } from './text/tlsa-certificate.ts';
import { tlsaHost } from './text/tlsa-host.ts';
import { tlsaOwner } from './text/tlsa-owner.ts';
import { tlsaSmtpUsage } from './text/tlsa-smtp-usage.ts';
import { tlsaUnsignedZone } from './text/tlsa-unsigned-zone.ts';
import { tlsaValue } from './text/tlsa-value.ts';
import { tlsrptSyntax } from './text/tlsrpt-syntax.ts';
import { txtCut } from './text/txt-cut.ts';

/**
 * All rules, and the only list of them. The order is that of precedence: of the findings about one cause the first one is
 * kept. `npm run new-rule` puts its line at the end; move it to where the precedence is.
 */
export const registry: readonly Rule[] = [
  // What reading the texts finds.
  ...textRules,
  // What makes servers refuse a zone, and what else is wrong with it by itself.
  syntaxCharacter,
  syntaxComment,
  syntaxOwnerMissing,
  soaMissing,
  soaMultiple,
  soaNotApex,
  soaNotFirst,
  soaRnameAt,
  nameAtSign,
  nsMissing,
  nsAddressLiteral,
  nsWildcard,
  nsLocalhost,
  soaTimers,
  soaMnameAlias,
  soaRnameInvalid,
  ownerRepeatsOrigin,
  targetRepeatsOrigin,
  targetMissingDot,
  soaMnameNoAddress,
  nsCname,
  nsNoAddress,
  glueMissing,
  glueSibling,
  cnameAddressLiteral,
  wildcardPartial,
  wildcardInner,
  mxAddressLiteral,
  mxCname,
  mxNoAddress,
  srvAddressLiteral,
  srvCname,
  srvNoAddress,
  srvOwner,
  srvPortZero,
  svcbAlias,
  svcbNoAddress,
  svcbHintDiffers,
  svcbAlpn,
  naptrInvalid,
  naptrTarget,
  smimeaOwner,
  afsdbSubtype,
  lpSelf,
  rpTxtMissing,
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
  dsNoDelegation,
  dsUnknown,
  dsDeprecated,
  dsNoKey,
  dnssecRefused,
  dnskeyInvalid,
  dnskeyNotApex,
  nsec3paramInvalid,
  nsec3Owner,
  nsec3Iterations,
  cdsDiffers,
  zonemdSerial,
  editedSignedZone,
  rrsigExpired,
  rrsigEarly,
  rrsigMissing,
  rrsigNoKey,
  rrsigSigner,
  dnskeyNotSigned,
  rrsigTtl,
  nsecChain,
  rrsigUnsignedZone,
  serialFuture,
  serialDate,
  serialZero,
  serialNotIncreased,
  delegationMissing,
  delegationDiffers,
  glueDiffers,
  delegationOccluded,
  nsSameAddress,
  nsSameNetwork,
  nsNoIpv4,
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
  // What the records of mail, and the texts of records, say.
  txtCut,
  spfSyntax,
  spfMultiple,
  spfType99,
  spfSenderId,
  spfIncludeNone,
  spfLookups,
  spfVoidLookups,
  spfPassAll,
  spfAfterAll,
  spfNoAll,
  spfPtr,
  spfProvider,
  spfRangeWide,
  spfHostBits,
  spfPrivateAddress,
  spfDuplicateTerm,
  spfFamily,
  spfLong,
  dmarcSyntax,
  dmarcMultiple,
  dmarcPlace,
  dmarcOtherText,
  dmarcPolicyNone,
  dmarcSpWeaker,
  dmarcReportUnauthorized,
  dkimKeySyntax,
  dkimKeyShort,
  dkimPlace,
  dkimTesting,
  mtaStsSyntax,
  mtaStsPlace,
  mtaStsHost,
  mtaStsPolicy,
  tlsrptSyntax,
  tlsrptPlace,
  bimiSyntax,
  bimiDmarc,
  caaTag,
  caaValue,
  tlsaOwner,
  tlsaHost,
  tlsaValue,
  tlsaSmtpUsage,
  tlsaCertificate,
  tlsaUnsignedZone,
  sshfpUnknown,
  sshfpDeprecated,
  certUnknown,
  ipseckeyUnknown,
  dhcidInvalid,
  mxNullMixed,
  mxLocalhost,
  mxPrivate,
  mxDuplicateTarget,
  mxNoIpv4,
  mailNullMxSends,
  mailSenderUnresolvable,
  mailParked,
  spfMissing,
  dmarcMissing,
  spfHelo,
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
  zoneNameMisspelt,
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
