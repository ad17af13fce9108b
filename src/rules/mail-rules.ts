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
import { mxDuplicateTarget } from './mail/mx-duplicate-target.ts';
import { mxLocalhost } from './mail/mx-localhost.ts';
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
import type { Rule } from './rule.ts';
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
import { tlsaHost } from './text/tlsa-host.ts';
import { tlsaOwner } from './text/tlsa-owner.ts';
import { tlsaSmtpUsage } from './text/tlsa-smtp-usage.ts';
import { tlsaValue } from './text/tlsa-value.ts';
import { tlsrptSyntax } from './text/tlsrpt-syntax.ts';
import { txtCut } from './text/txt-cut.ts';

/** What the texts of mail records say, and what the records of a domain's mail say to each other. */
export const mailRules: readonly Rule[] = [
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
  sshfpUnknown,
  sshfpDeprecated,
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
];
