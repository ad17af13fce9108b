import type { Wording } from './claim.ts';

/** What servers and filters say in words of their own, or that says more, or other, than the words alone. */
export const SERVER_WORDINGS: readonly Wording[] = [
  // Rows of what filters write to logs and headers.
  {
    pattern: /\bdenied_rdns_missing\b|\brdns_none\b/,
    about: 'ptr-missing',
    example: 'DENIED_RDNS_MISSING from: a@example.net origin_ip: 192.0.2.1',
    source: 'spamdyke, SpamAssassin',
  },
  {
    pattern: /\bdenied_rdns_resolve\b/,
    about: 'ptr-not-confirmed',
    example: 'DENIED_RDNS_RESOLVE from: a@example.net origin_ip: 192.0.2.1',
    source: 'spamdyke',
  },
  {
    pattern: /\bdenied_ip_in_(?:cc_)?rdns\b|\brdns_dynamic\b/,
    about: 'ptr-generic',
    example: 'DENIED_IP_IN_CC_RDNS from: a@example.net origin_ip: 192.0.2.1',
    source: 'spamdyke, SpamAssassin',
  },
  {
    pattern: /\brdns_dnsfail\b/,
    about: 'lookup-failed',
    example: 'X-Spamd-Result: RDNS_DNSFAIL(0.00)',
    source: 'Rspamd',
  },
  {
    pattern: /\bhfilter_hostname_unknown\b/,
    about: 'ptr-unspecified',
    example: 'X-Spamd-Result: HFILTER_HOSTNAME_UNKNOWN(2.50)',
    source: 'Rspamd',
  },
  {
    pattern: /\bdenied_gr[ae]ylisted\b/,
    about: 'not-reverse-dns',
    reason: 'greylist',
    example: 'DENIED_GRAYLISTED from: a@example.net origin_ip: 192.0.2.1',
    source: 'spamdyke',
  },
  {
    pattern: /\bdenied_(?:rh)?s?[rd]?bl_match\b|\bdenied_rbl_match\b/,
    about: 'not-reverse-dns',
    reason: 'blocklist',
    example: 'DENIED_RBL_MATCH from: a@example.net origin_ip: 192.0.2.1',
    source: 'spamdyke',
  },
  {
    pattern: /\biprev=temperror\b/,
    about: 'lookup-failed',
    example: 'iprev=temperror smtp.remote-ip=192.0.2.1',
    source: 'RFC 8601 section 2.7.3',
  },
  {
    pattern: /\biprev=permerror\b/,
    about: 'ptr-missing',
    example: 'iprev=permerror smtp.remote-ip=192.0.2.1',
    source: 'RFC 8601 section 2.7.3: no PTR record',
  },
  {
    pattern: /\biprev=fail\b.{0,80}\((?:nxdomain|not found|no ptr)\b/,
    about: 'ptr-missing',
    example: 'iprev=fail policy.iprev=192.0.2.1 (NOT FOUND)',
    source: 'authentication_milter, IPRev',
  },
  {
    pattern: /\biprev=fail\b(?!.{0,60}\bno (?:reverse|ptr|rdns))/,
    about: 'ptr-not-confirmed',
    example: 'iprev=fail smtp.remote-ip=192.0.2.1',
    source: 'RFC 8601 section 2.7.3: names, none confirmed',
  },

  {
    pattern: /\breverse dns lookup failed for \S{1,60} \(deferred\)/,
    about: 'lookup-failed',
    example: 'X-Host-Lookup-Failed: Reverse DNS lookup failed for 192.0.2.1 (deferred)',
    source: 'Exim, X-Host-Lookup-Failed of the usual ACL',
  },
  {
    pattern: /\breverse dns lookup failed for \S{1,60} \(failed\)/,
    about: 'ptr-unspecified',
    example: 'X-Host-Lookup-Failed: Reverse DNS lookup failed for 192.0.2.1 (failed)',
    source: 'Exim, X-Host-Lookup-Failed of the usual ACL: none, or not confirmed',
  },

  {
    pattern: /\b(?:ptr|rdns|reverse dns)(?: record| entry)? (?:does not|doesn't) exist\b(?!.{0,60}\bor\b)/,
    about: 'ptr-missing',
    example: 'connecting host PTR record does not exist in DNS (192.0.2.1)',
    source: 'Cisco ESA, sender verification',
  },
  {
    pattern: /\bhostname \S{1,255} for ip \S{1,50} matches a pattern\b/,
    about: 'ptr-generic',
    example:
      '550 Your server hostname [a.example.org] for IP [192.0.2.1] matches a pattern which was abusive in the past',
    source: 'MagicSpam, check_reverse_dns_list',
  },
  {
    pattern: /\bcallback setup failed\b/,
    about: 'not-reverse-dns',
    reason: 'other',
    example: '550-Callback setup failed while verifying <a@example.org>. The HELO or MAIL FROM:<> command was rejected',
    source: 'Exim, verify = sender/callout',
  },
  {
    pattern: /name\/(?:address|name|ip) mismatch\b|\bip\/host ?name mismatch\b|\bcan't verify hostname: get/,
    about: 'ptr-not-confirmed',
    example: 'warning: host name/address mismatch: 192.0.2.1 != a.example.org',
    source: 'libwrap',
  },
  {
    pattern: /name look-?up (?:(?:for|of) \S{1,50} )?(?:was )?deferred\b/,
    about: 'lookup-failed',
    example: '451 4.7.1 Client IP name lookup deferred: 192.0.2.1',
    source: 'Sendmail, check_relay of its users',
  },
  {
    pattern:
      /\b(?:ptr|rdns|name|target|record) \(?(?:[\w-]{1,63}\.){1,10}[a-z]{2,20}\b.{0,40}\b(?:does not|doesn't) exist\b(?<=\b(?:ptr|rdns|reverse)\b.{0,160})(?<!\b[he]{2}lo\b.{0,160})/,
    about: 'ptr-not-confirmed',
    example: '550 5.7.1 The host name a.example.org that your PTR gives does not exist',
    source: 'filters that look up the name that a PTR record gives',
  },
  {
    pattern: /\bmatches a profile the internet community\b/,
    about: 'not-reverse-dns',
    reason: 'other',
    example:
      '554 The message from (<a@example.org>) with the subject of (PTR) matches a profile the Internet community may consider spam',
    source: 'sisimai, set-of-emails: of the message alone',
  },
  {
    pattern: /\btry again later, closing connection\b/,
    about: 'not-reverse-dns',
    reason: 'other',
    receiver: 'gmail',
    example: '421 4.7.0 Try again later, closing connection.',
    source: 'Gmail SMTP errors',
  },
  {
    pattern: /\bunable to look up host\b/,
    about: 'not-reverse-dns',
    reason: 'other',
    example: 'unable to look up host mx.example.net: Temporary failure in name resolution',
    source: 'Postfix, smtp client: the host of the recipient',
  },
  // Look-ups that failed rather than found nothing.
  {
    pattern: 'host lookup deferred for reverse lookup check',
    about: 'lookup-failed',
    example: 'temporarily rejected RCPT: host lookup deferred for reverse lookup check',
    source: 'Exim, verify = reverse_host_lookup',
  },
  {
    pattern: 'host lookup did not complete',
    about: 'lookup-failed',
    example: 'host lookup did not complete for 192.0.2.1',
    source: 'Exim, host_lookup',
  },
  {
    pattern: /\bhost lookup failed\b.{0,80}\bdoes not match any ip address\b/,
    about: 'ptr-not-confirmed',
    example: 'host lookup failed for reverse lookup check (192.0.2.1 does not match any IP address for a.example.org)',
    source: 'Exim, verify = reverse_host_lookup',
  },
  {
    pattern: /\bnon-matching \S{1,255} \(\S{3,50}\), rejecting\b/,
    about: 'ptr-not-confirmed',
    example: 'Non-matching a.example.org (192.0.2.1), rejecting',
    source: 'Kernun, SMTR-602: the name does not have the address of the client',
  },
  {
    pattern: /\bno ip address found for host\b/,
    about: 'ptr-not-confirmed',
    example: 'no IP address found for host a.example.org',
    source: 'Exim, host_lookup',
  },
  {
    pattern: /\b(?:no host name found for ip address|failed to find host name from)\b/,
    about: 'ptr-missing',
    example: 'no host name found for IP address 192.0.2.1',
    source: 'Exim, host_lookup',
  },
  {
    pattern: /\bhost lookup failed\b(?!.{0,80}\bno (?:ptr|reverse|rdns))/,
    about: 'ptr-unspecified',
    example: 'rejected RCPT: host lookup failed for reverse lookup check',
    source: 'Exim, verify = reverse_host_lookup',
  },
  {
    pattern:
      /\bhostname \S{1,255} (?:does not resolve to address|verification failed)\b.{0,80}\b(?:try again|temporary failure)/,
    about: 'lookup-failed',
    example:
      'warning: hostname a.example.org does not resolve to address 192.0.2.1: Temporary failure in name resolution',
    source: 'Postfix, warning of smtpd',
  },
  {
    pattern: /\bhostname \S{1,255} (?:does not resolve to address|verification failed)/,
    about: 'ptr-not-confirmed',
    example: 'warning: hostname a.example.org does not resolve to address 192.0.2.1',
    source: 'Postfix, warning of smtpd',
  },
  {
    pattern: /\baddress not listed for hostname\b/,
    about: 'ptr-not-confirmed',
    example: 'warning: 192.0.2.1: address not listed for hostname a.example.org',
    source: 'Postfix before 2.9, warning of smtpd',
  },
  {
    pattern: /\bdns check failure\b/,
    about: 'lookup-failed',
    receiver: 'cox.net',
    example: '554 mx.example.net DNS check failure - try again later',
    source: 'Cox error codes',
  },
  {
    pattern:
      /(?<!name server: \S{1,255} |\bdeferred: (?=host)|\bdomain )\b(?:dns|host ?name) look-?up fail(?!(?!.{0,60}\d\.\d).{0,60}(?:\bdomain|\brecipient|(?:for|of|:) \S{0,60}[a-z]\.[a-z]{2}))(?!.{0,80}\b(?:no (?:ptr|reverse|rdns|such)|nxdomain|invalid|missing|not found))/,
    about: 'lookup-failed',
    example: '450 DNS lookup failure: 192.0.2.1 try again later',
    source: 'public bounce lists',
  },
  {
    pattern:
      /\b(?:dns|resolver|name ?server|name service|look-?up) (?:server )?(?:failure|error|problem|timeout) (?:\w{1,12} ){1,2}\[?[\da-f]{1,4}[.:]|\bdns resolution (?:of|for) \[?[\da-f]{1,4}[.:]\S{1,45} fail/,
    about: 'lookup-failed',
    example: '451 4.3.0 Temporary DNS failure resolving 192.0.2.1',
    source: 'Exim and Courier, in words of their own ACLs',
  },
  {
    pattern: /\bfailure in dns look-?up\b/,
    about: 'lookup-failed',
    receiver: 'att.net',
    example: '421-failure in DNS look-up.',
    source: 'AT&T error messages: of the reverse look-up',
  },

  // Wordings that name two faults, or one by a word of its own.
  {
    pattern: 'does not have a ptr record setup, or the corresponding forward dns',
    about: 'ptr-unspecified',
    receiver: 'gmail',
    example:
      '550-5.7.25 The IP address sending this message does not have a 550-5.7.25 PTR record setup, or the corresponding forward DNS entry does not 550 5.7.25 point to the sending IP.',
    source: 'Gmail 5.7.25',
  },
  {
    pattern: /ptr record, or the ptr record's forward dns/,
    about: 'ptr-unspecified',
    receiver: 'gmail',
    example:
      "421-4.7.23 The sending IP address doesn't have a PTR record, or the PTR record's forward DNS entry doesn't match",
    source: 'Gmail 4.7.23',
  },
  {
    pattern: 'the corresponding forward dns entry does not',
    about: 'ptr-unspecified',
    receiver: 'gmail',
    example: '550-5.7.25 or the corresponding forward DNS entry does not point to the sending IP.',
    source: 'Gmail 5.7.25',
  },
  {
    pattern: 'ipv6 sending guidelines regarding ptr records',
    about: 'ptr-unspecified',
    receiver: 'gmail',
    example: '550-5.7.1 this message does not meet IPv6 sending guidelines regarding PTR records and authentication.',
    source: 'Gmail, before 5.7.25',
  },
  {
    pattern: 'the ip address sending this message does not have a ptr record',
    about: 'ptr-missing',
    receiver: 'gmail',
    example: '550-5.7.1 The IP address sending this message does not have a PTR record setup.',
    source: 'Gmail, older 5.7.1 and 5.7.25',
  },
  {
    pattern: 'from ips with missing ptr records',
    about: 'ptr-missing',
    receiver: 'gmail',
    example: '550-5.7.1 Gmail does not accept messages from IPs with missing PTR records.',
    source: 'Gmail',
  },
  {
    pattern: /\bmust have a ptr record with a valid reverse dns\b/,
    about: 'ptr-unspecified',
    receiver: 'comcast.net',
    example: '554 Comcast requires that all mail servers must have a PTR record with a valid Reverse DNS entry.',
    source: 'Comcast postmaster',
  },
  {
    pattern: 'cannot find your reverse hostname',
    about: 'ptr-missing',
    example: '450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]',
    source: 'Postfix, reject_unknown_reverse_client_hostname',
  },
  {
    pattern: 'cannot find your hostname',
    about: 'ptr-unspecified',
    example: '450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]',
    source: 'Postfix, reject_unknown_client_hostname',
  },
  {
    pattern: 'cannot find your host name',
    about: 'ptr-unspecified',
    example: '450 4.7.1 Client host rejected: cannot find your host name, [192.0.2.1]',
    source: 'Postfix, reject_unknown_client_hostname',
  },
  {
    pattern: /\bhelo command \S{1,255} blocked using\b/,
    about: 'not-reverse-dns',
    reason: 'blocklist',
    example: '554 5.7.1 Service unavailable; Helo command [a.example.org] blocked using dbl.spamhaus.org',
    source: 'Postfix, reject_rhsbl_helo',
  },
  {
    pattern: /\bhelo command rejected\b/,
    about: 'helo',
    example: '450 4.7.1 <a.example.org>: Helo command rejected: Host not found',
    source: 'Postfix, smtpd_helo_restrictions',
  },
  {
    pattern: /\b(?:generic|dynamic|residential|dial-?up) - please relay via\b/,
    about: 'ptr-generic',
    example: '554 5.7.1 <a.example.org>: Unverified Client host rejected: Generic - Please relay via ISP (example.org)',
    source: 'fqrdns.pcre, an access map of reverse names for Postfix',
  },
  {
    pattern: /\bsender address rejected: domain not found\b/,
    about: 'not-reverse-dns',
    reason: 'other',
    example: '450 4.1.8 <a@example.org>: Sender address rejected: Domain not found',
    source: 'Postfix, reject_unknown_sender_domain',
  },
  {
    pattern: /\bdomain of sender address \S{1,255} does not (?:exist|resolve)\b/,
    about: 'not-reverse-dns',
    reason: 'other',
    example: '553 5.1.8 Domain of sender address a@example.org does not exist',
    source: 'Sendmail',
  },
  {
    pattern: /\bfix reverse dns for\b/,
    about: 'ptr-unspecified',
    receiver: 'att.net',
    example: '550 5.7.1 Fix reverse DNS for 192.0.2.1',
    source: 'AT&T and its users of the same filter',
  },
  {
    pattern: /\bdynamic ip or generic dns ptr\b/,
    about: 'ptr-generic',
    receiver: 'mail.ru',
    example: '550 we do not accept mail from hosts with dynamic IP or generic DNS PTR-records',
    source: 'Mail.ru postmaster',
  },
  {
    pattern: /\btemporarily denied\. cannot resolve ptr record\b/,
    about: 'lookup-failed',
    example: '450 4.7.1 Relaying temporarily denied. Cannot resolve PTR record for 192.0.2.1',
    source: 'Sendmail, check_rcpt where the look-up of the client fails for now',
  },
  {
    pattern: /\bip name lookup failed\b/,
    about: 'ptr-missing',
    example: '554 5.7.1 Connection refused. IP name lookup failed for 192.0.2.1',
    source: 'Sendmail, FEATURE(require_rdns) and relaying',
  },
  {
    pattern: /\bip name (?:possibly )?forged\b/,
    about: 'ptr-not-confirmed',
    example: '550 5.7.1 Relaying denied. IP name possibly forged [192.0.2.1]',
    source: 'Sendmail, FEATURE(require_rdns) and relaying',
  },
  {
    pattern: /\b(?:unresolvable|invalid) relay host name\b/,
    about: 'ptr-missing',
    example: '550 5.7.1 unresolvable relay host name [192.0.2.1]',
    source: 'Sendmail hosts of NTT',
  },
  {
    pattern: /\bforged (?:host ?name|client name|dns name)\b/,
    about: 'ptr-not-confirmed',
    example: '554 5.7.1 Forged hostname: a.example.org is not 192.0.2.1',
    source: 'libwrap and its users',
  },
  {
    pattern: /\bunverif[iy]{1,3}able sending ips?\b/,
    about: 'ptr-unspecified',
    example: '421 service permits 2 unverifyable sending IPs',
    source: 'public bounce lists',
  },
  {
    pattern: /\bis invalid or dns says does not exist\b/,
    about: 'helo',
    example: '501 <a.example.org> is invalid or DNS says does not exist',
    source: 'public bounce-pattern list',
  },
  {
    pattern: /\bsender ip must resolve\b/,
    about: 'ptr-missing',
    example: '501 5.7.1 <a@example.org>... Sender IP must resolve',
    source: 'public bounce-pattern list',
  },
  {
    pattern: /\bhost can't be resolved\b/,
    about: 'ptr-unspecified',
    example: "451 4.7.0 192.0.2.1 host can't be resolved",
    source: 'public bounce-pattern list',
  },
  {
    pattern:
      /(?<!(?:helo|ehlo)[ /])\b(?:host|client|server|dns) ?name (?:(?:for |of )?\S{1,255} )?(?:does not|doesn't) (?:match|map to|belong to|resolve to) (?:\w{1,12} ){0,3}(?:ip\b|[[(<]?[\da-f]{1,4}[.:])/,
    about: 'ptr-not-confirmed',
    example: '550 Hostname a.example.org does not match 192.0.2.1',
    source: 'filters that compare the name with the client, in many wordings of their own',
  },
  {
    pattern: /\bcannot resolve your address\b/,
    about: 'ptr-missing',
    example: '550 cannot resolve your address.',
    source: 'public bounce-pattern list',
  },
  {
    pattern: /\bdomain \S{1,255} mismatch(?:es)? client ip\b/,
    about: 'ptr-not-confirmed',
    example: '550 5.7.1 domain a.example.org mismatches client ip 192.0.2.1',
    source: 'public bounce-pattern list',
  },
  {
    pattern: /\bfull[- ]circle dns\b/,
    about: 'ptr-unspecified',
    example: '554 5.7.1 full circle DNS is required',
    source: 'Spectrum error codes',
  },
  {
    pattern:
      /\b(?:reverse dns entry|rdns|reverse dns|host ?name|ptr)(?: \S{1,255}){0,4} contains (?:your|the|its) ip\b/,
    about: 'ptr-generic',
    example: '554 Refused. Your reverse DNS entry contains your IP address and a country code.',
    source: 'spamdyke',
  },
  {
    pattern: /\bnot accepted due to spam filter \(reverse dns/,
    about: 'ptr-unspecified',
    example: '554 Sending address not accepted due to spam filter (Reverse DNS Lookup)',
    source: 'SmarterMail, spam check of incoming SMTP',
  },
  {
    pattern:
      /(?:\d\]?\)?|\bip|\baddress|:[\da-f]{1,4}\]?)"? (?:does not|doesn't|did not|could not be) (?:reverse )?resolved? to (?:a|any) (?:host ?name|domain name|domain|name|fqdn)\b/,
    about: 'ptr-missing',
    example: '550 5.7.1 Your IP 192.0.2.1 does not resolve to a hostname (no rDNS)',
    source: 'public bounce lists',
  },
  {
    pattern: /\brequest removal of the block\b/,
    about: 'not-reverse-dns',
    reason: 'blocklist',
    example:
      '550 Email from 192.0.2.1 is currently blocked by the anti-spam system. You may request removal of the block.',
    source: 'Verizon, its whitelist page',
  },
  {
    pattern: /\bclient host rejected: dns mismatch\b/,
    about: 'ptr-not-confirmed',
    example: '450 4.7.1 <a.example.org[192.0.2.1]>: Client host rejected: DNS mismatch',
    source: 'Postfix, access maps of its users',
  },
  {
    pattern: /\binternal resources? (?:are|is) temporarily unavailable\b/,
    about: 'not-reverse-dns',
    reason: 'greylist',
    example: '451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451',
    source: 'Mimecast SMTP error codes: the sender is greylisted',
  },
  {
    pattern: /\bsender ?(?:is )?(?:unauthenticated|not authenticated)\b.{0,200}\bspf or dkim\b/,
    about: 'not-reverse-dns',
    reason: 'spf',
    receiver: 'gmail',
    example:
      '550-5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.',
    source: 'Gmail 5.7.26',
  },
  {
    pattern: /\bfrom: ?header\b.{0,80}\bisn't aligned\b/,
    about: 'not-reverse-dns',
    reason: 'dmarc',
    receiver: 'gmail',
    example:
      "421-4.7.32 the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM domain",
    source: 'Gmail 4.7.32',
  },
  {
    pattern: /\bmessage sent over ipv6\b.{0,120}\bspf or dkim\b/,
    about: 'not-reverse-dns',
    reason: 'dkim',
    receiver: 'outlook',
    example: '4.7.26 Access denied, a message sent over IPv6 [2001:db8::1] must pass either SPF or DKIM validation',
    source: 'Microsoft 365, 4.7.26',
  },
];
