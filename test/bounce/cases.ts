import type { About, Reason } from '../../src/bounce/bounce.ts';

/** What a case says of a text; what is left out is null. `temporary` is told by the code where it is left out. */
export interface Expected {
  readonly about: About;
  readonly reason?: Reason;
  readonly address?: string;
  readonly receiverAddress?: string;
  readonly name?: string;
  readonly receiver?: string;
  readonly code?: string;
  readonly enhanced?: string;
  readonly temporary?: boolean;
}

/** A paste and what it says. */
export type Case = readonly [id: string, text: string, expected: Expected];

/** Cases of our own, in shapes that servers and people have. */
export const cases: readonly Case[] = [
  // Replies alone.
  ['no-rdns-entry', '550 No RDNS entry for 203.0.113.7', { about: 'ptr-missing', address: '203.0.113.7', code: '550' }],
  [
    'requires-ptr',
    '554 This server requires PTR for unauthenticated connections.',
    { about: 'ptr-missing', code: '554' },
  ],
  [
    'invalid-ptr',
    '550 5.7.0 Server 198.51.100.7 has an invalid PTR record',
    { about: 'ptr-unspecified', address: '198.51.100.7', code: '550', enhanced: '5.7.0' },
  ],
  [
    'ptr-not-found-angle',
    '550 5.7.1 <203.0.113.8> PTR record not found, please contact your ISP',
    { about: 'ptr-missing', address: '203.0.113.8', code: '550', enhanced: '5.7.1' },
  ],
  [
    'must-resolve',
    '501 5.7.1 <user@example.org>... Sender IP must resolve',
    { about: 'ptr-missing', code: '501', enhanced: '5.7.1' },
  ],
  [
    'non-existent-or-invalid',
    '501 - Connection Refused: IP Address <198.51.100.9> - Invalid or Non-Existent Reverse DNS',
    { about: 'ptr-unspecified', address: '198.51.100.9', code: '501' },
  ],
  [
    'queries-fail',
    '451 Blocked - Reverse DNS queries for your IP fail. You cannot send me mail.',
    { about: 'lookup-failed', code: '451' },
  ],
  [
    'no-reverse-name',
    '421 4.1.2 <user@example.net>: Recipient address rejected: No reverse name for your IP address',
    { about: 'ptr-missing', code: '421', enhanced: '4.1.2' },
  ],
  [
    'service-not-available',
    '521 mx1.example.net Service not available - no PTR record for 203.0.113.45',
    { about: 'ptr-missing', address: '203.0.113.45', receiver: 'example.net', code: '521' },
  ],
  [
    'forbidden-invalid-rdns',
    '551 Server access 198.51.100.45 forbidden by invalid RDNS record of your mail server',
    { about: 'ptr-unspecified', address: '198.51.100.45', code: '551' },
  ],
  [
    'missing-with-number',
    '554 5.7.1 [C14] Missing reverse DNS for 203.0.113.99',
    { about: 'ptr-missing', address: '203.0.113.99', code: '554', enhanced: '5.7.1' },
  ],
  [
    'does-not-match-name',
    '550 5.7.1 Reverse DNS for 203.0.113.14 (mail.example.org) does not match forward lookup',
    { about: 'ptr-not-confirmed', address: '203.0.113.14', name: 'mail.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'fcrdns-required',
    '550 5.7.1 Forward-confirmed reverse DNS is required',
    { about: 'ptr-not-confirmed', code: '550', enhanced: '5.7.1' },
  ],
  ['no-rdns-80s', '550 no rDNS is so 80s', { about: 'ptr-missing', code: '550' }],
  [
    'generic-rdns',
    "554 5.7.1 Your reverse DNS (203-0-113-4.pool.example.net) looks generic, use your provider's relay",
    { about: 'ptr-generic', name: '203-0-113-4.pool.example.net', code: '554', enhanced: '5.7.1' },
  ],
  [
    'dynamic-hostname',
    '550 Rejected: rDNS dsl-203-0-113-4.example.net is dynamic, 203.0.113.4',
    { about: 'ptr-generic', address: '203.0.113.4', name: 'dsl-203-0-113-4.example.net', code: '550' },
  ],
  [
    'spamdyke-resolve',
    '421 Refused. Your reverse DNS entry does not resolve. See: http://www.example.net/help',
    { about: 'ptr-not-confirmed', code: '421' },
  ],
  [
    'spamdyke-in-name',
    '554 Refused. Your reverse DNS entry contains your IP address and a country code.',
    { about: 'ptr-generic', code: '554' },
  ],
  ['free-no-reverse', '421 Refused. You have no reverse DNS entry.', { about: 'ptr-missing', code: '421' }],
  [
    'microsoft-v6',
    '550 5.7.25 Service unavailable, sending IPv6 address [2001:db8::25] must have reverse DNS record.',
    { about: 'ptr-missing', address: '2001:db8::25', code: '550', enhanced: '5.7.25' },
  ],
  [
    'temp-servfail',
    '451 4.7.1 Temporary DNS failure while looking up PTR for 192.0.2.77 (SERVFAIL)',
    { about: 'lookup-failed', address: '192.0.2.77', code: '451', enhanced: '4.7.1' },
  ],
  [
    'two-lines',
    '550\n4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.5]',
    { about: 'ptr-missing', address: '203.0.113.5', code: '550', enhanced: '4.7.1' },
  ],
  [
    'two-paragraphs',
    'SMTP error 550\n\nYour server 203.0.113.6 has no PTR record',
    { about: 'ptr-missing', address: '203.0.113.6', code: '550' },
  ],
  [
    'arpa-v6',
    '550 5.7.1 no PTR record at 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa',
    { about: 'ptr-missing', address: '2001:db8::1', code: '550', enhanced: '5.7.1' },
  ],
  [
    'qmail-last-code',
    '553 sorry, your IP 198.51.100.31 has no reverse DNS (#5.7.1)',
    { about: 'ptr-missing', address: '198.51.100.31', code: '553', enhanced: '5.7.1' },
  ],
  [
    'with-port',
    '550 Connection from 203.0.113.60:41022 rejected, no PTR',
    { about: 'ptr-missing', address: '203.0.113.60', code: '550' },
  ],
  [
    'defanged-v6',
    '550 rDNS of 2001[:]db8[:][:]7 missing',
    { about: 'ptr-missing', address: '2001:db8::7', code: '550' },
  ],
  [
    'unable-to-find',
    '450 4.7.1 Unable to find a hostname for 203.0.113.70',
    { about: 'ptr-missing', address: '203.0.113.70', code: '450', enhanced: '4.7.1' },
  ],
  [
    'none-or-generic',
    '554 5.7.1 Missing or generic reverse DNS for [192.0.2.19]',
    { about: 'ptr-unspecified', address: '192.0.2.19', code: '554', enhanced: '5.7.1' },
  ],
  [
    'ip-nxdomain',
    '550 5.7.25 [192.0.2.20] PTR lookup returned NXDOMAIN',
    { about: 'ptr-missing', address: '192.0.2.20', code: '550', enhanced: '5.7.25' },
  ],
  [
    'ptr-without-a',
    '550 5.7.25 PTR mail.example.org of 192.0.2.21 has no matching A record',
    { about: 'ptr-not-confirmed', address: '192.0.2.21', name: 'mail.example.org', code: '550', enhanced: '5.7.25' },
  ],
  [
    'points-elsewhere',
    '554 mail.example.org points to 192.0.2.8, not to your IP 192.0.2.9: reverse DNS mismatch',
    { about: 'ptr-not-confirmed', address: '192.0.2.9', name: 'mail.example.org', code: '554' },
  ],
  [
    'dns-timeout',
    '421 4.4.3 PTR lookup timeout for 203.0.113.81, try again later',
    { about: 'lookup-failed', address: '203.0.113.81', code: '421', enhanced: '4.4.3' },
  ],
  [
    'no-code-words',
    'Delivery failed: your mail server does not have a reverse DNS record',
    { about: 'ptr-missing', temporary: false },
  ],

  // Providers.
  [
    'comcast',
    '<user@comcast.net>: host mx1.comcast.net[198.51.100.62] refused to talk to me: 554 resimta-po-01v.sys.comcast.net comcast 203.0.113.142 Comcast requires that all mail servers must have a PTR record with a valid Reverse DNS entry. Currently your mail server does not fill that requirement. For more information, refer to: http://postmaster.comcast.net/smtp-error-codes.php#554',
    {
      about: 'ptr-unspecified',
      address: '203.0.113.142',
      receiverAddress: '198.51.100.62',
      receiver: 'comcast.net',
      code: '554',
    },
  ],
  [
    'comcast-lookup',
    '421 resimta-po-01v.sys.comcast.net comcast 203.0.113.142 Reverse DNS failure: Try again later',
    { about: 'lookup-failed', address: '203.0.113.142', receiver: 'comcast.net', code: '421' },
  ],
  [
    'cox',
    '554 eastrmimpi110.cox.net cox 203.0.113.143 DNS check failure - try again later AUP#CXDNS',
    { about: 'lookup-failed', address: '203.0.113.143', receiver: 'cox.net', code: '554' },
  ],
  [
    'aol-nr',
    'host mailin-01.mx.aol.com[198.51.100.132] refused to talk to me: 421 4.7.1 : (DNS:NR)  http://postmaster.info.aol.com/errors/421dnsnr.html',
    { about: 'ptr-missing', receiverAddress: '198.51.100.132', receiver: 'aol.com', code: '421', enhanced: '4.7.1' },
  ],
  [
    'aol-rd',
    '554- (RTR:RD)  http://postmaster.info.aol.com/errors/554rtrrd.html\n554 Connecting IP: 203.0.113.144',
    { about: 'ptr-generic', address: '203.0.113.144', receiver: 'aol.com', code: '554' },
  ],
  [
    'orange-107',
    'host smtp-in.orange.fr[198.51.100.70] refused to talk to me: 421 mwinf5c77 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_107 [107]',
    { about: 'ptr-missing', receiverAddress: '198.51.100.70', receiver: 'orange.fr', code: '421' },
  ],
  [
    'facebook-p3',
    'host msgin.vvv.facebook.com[198.51.100.71] refused to talk to me: 554 5.1.8 DNS-P3 http://postmaster.facebook.com/response_codes?ip=203.0.113.145#dns-p',
    {
      about: 'ptr-missing',
      address: '203.0.113.145',
      receiverAddress: '198.51.100.71',
      receiver: 'facebook.com',
      code: '554',
      enhanced: '5.1.8',
    },
  ],
  [
    'gmx-bad-ptr',
    '554-gmx.net (mxgmx109) Nemesis ESMTP Service not available\n554-No SMTP service\n554-Bad DNS PTR resource record.\n554 For explanation visit https://postmaster.gmx.net/de/error-messages?ip=203.0.113.146&c=rdns',
    { about: 'ptr-unspecified', address: '203.0.113.146', receiver: 'gmx.net', code: '554' },
  ],
  [
    'gmx-link-only',
    '554-web.de (mxweb112) Nemesis ESMTP Service not available\n554-No SMTP service\n554 For explanation visit https://postmaster.web.de/en/case?c=rdns&i=ip&v=203.0.113.147&r=1',
    { about: 'ptr-unspecified', address: '203.0.113.147', receiver: 'web.de', code: '554' },
  ],
  [
    'charter',
    '421 4.7.1 mx0.charter.net ESMTP server not available AUP#I-1130 203.0.113.148',
    { about: 'ptr-unspecified', address: '203.0.113.148', receiver: 'charter.net', code: '421', enhanced: '4.7.1' },
  ],
  [
    'libero',
    '421 smtp-16.iol.local smtp-16.iol.local No reverse DNS [203.0.113.149; LIB_120]',
    { about: 'ptr-missing', address: '203.0.113.149', code: '421' },
  ],
  [
    'gmail-v6-exchange',
    "Remote Server at gmail.com (2001:db8:4013::1a) returned '550-5.7.25 [2001:db8:77::5] The IP address sending this message does not have a 550-5.7.25 PTR record setup, or the corresponding forward DNS entry does not 550 5.7.25 point to the sending IP. a1si - gsmtp'",
    {
      about: 'ptr-unspecified',
      address: '2001:db8:77::5',
      receiverAddress: '2001:db8:4013::1a',
      receiver: 'gmail',
      code: '550',
      enhanced: '5.7.25',
    },
  ],
  [
    'outlook-5725',
    'smtp;550 5.7.25 Service unavailable, sending IPv6 address [2001:db8:55::1] must have reverse DNS record. [AM6EUR05FT007.eop-eur05.prod.protection.outlook.com]',
    { about: 'ptr-missing', address: '2001:db8:55::1', receiver: 'outlook', code: '550', enhanced: '5.7.25' },
  ],

  // Logs of senders.
  [
    'postfix-deferred',
    'Mar  3 09:14:02 mx1 postfix/smtp[22817]: 4C0F1A2: to=<user@example.net>, relay=mx.example.net[198.51.100.26]:25, delay=450, delays=0.1/0/0.2/0.1, dsn=4.7.25, status=deferred (host mx.example.net[198.51.100.26] said: 450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.66] (in reply to RCPT TO command))',
    {
      about: 'ptr-unspecified',
      address: '203.0.113.66',
      receiverAddress: '198.51.100.26',
      receiver: 'example.net',
      code: '450',
      enhanced: '4.7.25',
    },
  ],
  [
    'exim-out',
    '2024-05-01 08:00:00 1s2abc-0001Ab-2C ** user@example.org R=dnslookup T=remote_smtp H=mx.example.org [198.51.100.27] X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes: SMTP error from remote mail server after RCPT TO:<user@example.org>: 550 5.7.1 Your IP 203.0.113.67 lacks a PTR record',
    {
      about: 'ptr-missing',
      address: '203.0.113.67',
      receiverAddress: '198.51.100.27',
      receiver: 'example.org',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'sendmail-out',
    'May  1 08:00:00 relay sendmail[811]: x418: to=<user@example.org>, delay=00:00:02, xdelay=00:00:01, mailer=esmtp, pri=120313, relay=mx.example.org. [198.51.100.28], dsn=5.7.1, reply=550 5.7.1 Fix your reverse DNS [203.0.113.68], stat=Service unavailable',
    {
      about: 'ptr-unspecified',
      address: '203.0.113.68',
      receiverAddress: '198.51.100.28',
      receiver: 'example.org',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'qmail-bounce',
    "Hi. This is the qmail-send program at mail.example.com.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<user@example.org>:\n198.51.100.29 does not like recipient.\nRemote host said: 550 5.7.1 no reverse DNS for 203.0.113.69\nGiving up on 198.51.100.29.",
    { about: 'ptr-missing', address: '203.0.113.69', receiverAddress: '198.51.100.29', code: '550', enhanced: '5.7.1' },
  ],
  [
    'opensmtpd-out',
    'Jun  2 11:20:00 box smtpd[411]: 6a9f smtp: delivery evpid=1f4 from=<a@example.com> to=<b@example.org> rcpt=<-> source="203.0.113.70" relay="198.51.100.30 (mx.example.org)" delay=1s result="PermFail" stat="550 no rDNS please fix"',
    {
      about: 'ptr-missing',
      address: '203.0.113.70',
      receiverAddress: '198.51.100.30',
      receiver: 'example.org',
      code: '550',
    },
  ],
  [
    'exchange-ndr',
    "Delivery has failed to these recipients or groups:\n\nuser@example.org\nYour message couldn't be delivered.\n\nDiagnostic information for administrators:\n\nGenerating server: EX01.example.com\n\nuser@example.org\nmx.example.org\nRemote Server returned '554 5.7.1 <user@example.org>: Client host rejected: cannot find your reverse hostname, [203.0.113.71]'\n\nOriginal message headers:\n\nReceived: from EX01.example.com (10.0.0.5) by EX01.example.com (10.0.0.5) with\n Microsoft SMTP Server (version=TLS1_2) id 15.1.225.42; Mon, 4 Mar 2024 10:11:12 +0100",
    { about: 'ptr-missing', address: '203.0.113.71', receiver: 'example.org', code: '554', enhanced: '5.7.1' },
  ],
  [
    'exchange-nested',
    "user@example.org\nRemote Server at example.org (198.51.100.32) returned '400 4.4.7 Message delayed'\n2/3/2024 10:11:12 AM - Remote Server at example.org (198.51.100.32) returned '451 4.4.0 Primary target IP address responded with: \"421 4.7.1 No PTR for 203.0.113.72.\" Attempted failover to alternate host, but that did not succeed.'",
    {
      about: 'ptr-missing',
      address: '203.0.113.72',
      receiverAddress: '198.51.100.32',
      receiver: 'example.org',
      code: '421',
      enhanced: '4.7.1',
    },
  ],
  [
    'courier',
    'UNDELIVERABLE MAIL\n\n<user@example.org>:\n     mx.example.org [::ffff:198.51.100.33]:\n     <<< 550 5.7.1 PTR record for 203.0.113.73 does not exist',
    {
      about: 'ptr-missing',
      address: '203.0.113.73',
      receiverAddress: '198.51.100.33',
      receiver: 'example.org',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'hmailserver',
    'Your message did not reach some or all of the intended recipients.\n\n   user@example.org\n   Error Type: SMTP\n   Remote server (198.51.100.34) issued an error.\n   hMailServer sent: RCPT TO:<user@example.org>\n   Remote server replied: 550 Reverse DNS entry for 203.0.113.74 missing',
    { about: 'ptr-missing', address: '203.0.113.74', receiverAddress: '198.51.100.34', code: '550' },
  ],
  [
    'sendgrid',
    '{"event":"bounce","email":"user@example.org","ip":"203.0.113.75","reason":"550 5.7.1 Client host rejected: cannot find your hostname","status":"5.7.1"}',
    { about: 'ptr-unspecified', address: '203.0.113.75', code: '550', enhanced: '5.7.1' },
  ],
  [
    'mailgun',
    '{"delivery-status":{"mx-host":"mx.example.org","code":550,"message":"5.7.1 No reverse DNS for 203.0.113.76"}}',
    { about: 'ptr-missing', address: '203.0.113.76', receiver: 'example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'dsn',
    'Reporting-MTA: dns; out.example.com\nArrival-Date: Mon, 4 Mar 2024 10:11:12 +0100\n\nFinal-Recipient: rfc822; user@example.org\nAction: failed\nStatus: 5.7.1\nRemote-MTA: dns; mx.example.org\nDiagnostic-Code: smtp; 550 5.7.1 Client 203.0.113.77 rejected: the PTR\n    record is missing\n',
    { about: 'ptr-missing', address: '203.0.113.77', receiver: 'example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'rsyslog-octal',
    'Apr  1 10:00:00 mail exim[99]: host mx.example.org [198.51.100.35]: 550-Sorry, your host 203.0.113.78#012550 has no reverse DNS',
    {
      about: 'ptr-missing',
      address: '203.0.113.78',
      receiverAddress: '198.51.100.35',
      receiver: 'example.org',
      code: '550',
    },
  ],
  [
    'html',
    '<p>host mx.example.org[198.51.100.36] said: 550 5.7.1 &lt;user@example.org&gt;: no PTR record<br>for 203.0.113.79 (in reply to RCPT TO command)</p>',
    {
      about: 'ptr-missing',
      address: '203.0.113.79',
      receiverAddress: '198.51.100.36',
      receiver: 'example.org',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'terminal-wrap',
    'host mx.example.org[198.51.100.37] said: 554 5.7.1 no reverse DNS for [203.0.\n113.80] (in reply to MAIL FROM command)',
    {
      about: 'ptr-missing',
      address: '203.0.113.80',
      receiverAddress: '198.51.100.37',
      receiver: 'example.org',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'quoted-twice',
    '>> <user@example.org>: host mx.example.org[198.51.100.38] said: 550 5.7.1 Client\n>> host rejected: cannot find your reverse hostname, [203.0.113.82] (in reply\n>> to RCPT TO command)',
    {
      about: 'ptr-missing',
      address: '203.0.113.82',
      receiverAddress: '198.51.100.38',
      receiver: 'example.org',
      code: '550',
      enhanced: '5.7.1',
    },
  ],

  // Logs of receivers.
  [
    'postfix-warning-alone',
    'Nov 22 17:41:10 mx postfix/smtpd[27976]: warning: hostname mail.example.com does not resolve to address 203.0.113.83: Name or service not known',
    { about: 'ptr-not-confirmed', address: '203.0.113.83', name: 'mail.example.com', temporary: false },
  ],
  [
    'exim-in-missing',
    '2024-03-04 10:11:12 H=(mail.example.net) [203.0.113.84] F=<a@example.net> temporarily rejected RCPT <b@example.com>: host lookup deferred for reverse lookup check',
    { about: 'lookup-failed', address: '203.0.113.84', name: 'mail.example.net', temporary: true },
  ],
  [
    'exim-in-none',
    '2024-03-04 10:11:12 no host name found for IP address 203.0.113.85\n2024-03-04 10:11:13 H=(mail.example.net) [203.0.113.85] F=<a@example.net> rejected RCPT <b@example.com>: No reverse DNS',
    { about: 'ptr-missing', address: '203.0.113.85', name: 'mail.example.net', temporary: false },
  ],
  [
    'postfix-helo-literal',
    'Nov 20 18:59:22 mx postfix/smtpd[9332]: NOQUEUE: reject: RCPT from mail.example.net[203.0.113.86]: 504 5.5.2 <[10.0.0.5]>: Helo command rejected: need fully-qualified hostname; from=<a@example.net> to=<b@example.org> proto=ESMTP helo=<[10.0.0.5]>',
    { about: 'helo', address: '203.0.113.86', name: 'mail.example.net', code: '504', enhanced: '5.5.2' },
  ],
  [
    'spamdyke-resolve-log',
    'Mar  9 11:10:37 server spamdyke[29207]: DENIED_RDNS_RESOLVE from: a@example.net to: b@example.com origin_ip: 203.0.113.87 origin_rdns: host.example.net auth: (unknown)',
    { about: 'ptr-not-confirmed', address: '203.0.113.87', name: 'host.example.net', temporary: false },
  ],
  [
    'sendmail-in',
    'Jan 31 12:27:27 mx sendmail[23716]: ruleset=check_relay, arg1=[203.0.113.88], arg2=203.0.113.88, relay=[203.0.113.88], reject=550 5.7.1 Fix reverse DNS for 203.0.113.88',
    { about: 'ptr-unspecified', address: '203.0.113.88', code: '550', enhanced: '5.7.1' },
  ],
  [
    'haraka',
    '2024-03-04T10:11:12Z [NOTICE] [fcrdns] 203.0.113.89 deny: client [203.0.113.89] rejected; no rDNS',
    { about: 'ptr-missing', address: '203.0.113.89', temporary: false },
  ],

  // Header fields.
  [
    'received-postfix-unknown',
    'Received: from mail.example.net (unknown [203.0.113.90])\n\tby mx.example.org (Postfix) with ESMTPS id 4AB; Mon,  4 Mar 2024 10:11:12 +0100',
    { about: 'ptr-unspecified', address: '203.0.113.90', name: 'mail.example.net', temporary: false },
  ],
  [
    'received-literal',
    'Received: from [10.1.2.3] (unknown [203.0.113.91])\n\tby mx.example.org (Postfix) with ESMTP id 4AC',
    { about: 'ptr-unspecified', address: '203.0.113.91', temporary: false },
  ],
  [
    'iprev-fail',
    'Authentication-Results: mx.example.org;\n\tiprev=fail smtp.remote-ip=203.0.113.92',
    { about: 'ptr-not-confirmed', address: '203.0.113.92', temporary: false },
  ],

  // HELO.
  [
    'helo-fqdn',
    '504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname',
    { about: 'helo', name: 'localhost', code: '504', enhanced: '5.5.2' },
  ],
  [
    'helo-bad',
    '550-Bad HELO: mail.example.net does not exist\n550 Please see RFC 2821 section 4.1.1.1',
    { about: 'helo', name: 'mail.example.net', code: '550' },
  ],
  [
    'helo-missing-dns',
    '550 5.7.0 HELO argument [mail.example.net] is missing a DNS entry',
    { about: 'helo', name: 'mail.example.net', code: '550', enhanced: '5.7.0' },
  ],
  [
    'helo-denied',
    '550-5.7.1 mail.example.net Sorry, your helo has been denied',
    { about: 'helo', name: 'mail.example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'helo-not-map',
    '521-EHLO/HELO from sender 203.0.113.93 does not map to pc009 in DNS',
    { about: 'helo', address: '203.0.113.93', code: '521' },
  ],
  [
    'helo-my-name',
    '550 5.7.1 <mx.example.org>: Helo command rejected: You are not me',
    { about: 'helo', name: 'mx.example.org', code: '550', enhanced: '5.7.1' },
  ],

  // Other reasons.
  [
    'bad-mx',
    '554-gmx.net (mxgmx101) Nemesis ESMTP Service not available\n554-No SMTP service\n554 invalid DNS MX or A/AAAA resource record',
    { about: 'not-reverse-dns', reason: 'other', receiver: 'gmx.net', code: '554' },
  ],
  ['rp-rdn', '553 RP:RDN http://www.example.net/help', { about: 'not-reverse-dns', reason: 'other', code: '553' }],
  [
    'greylist',
    'host mx.example.org[198.51.100.40] said: 451 4.7.1 Greylisting in action, please come back in 300 seconds (in reply to RCPT TO command)',
    {
      about: 'not-reverse-dns',
      reason: 'greylist',
      receiverAddress: '198.51.100.40',
      receiver: 'example.org',
      code: '451',
      enhanced: '4.7.1',
    },
  ],
  [
    'barracuda',
    '554 Service unavailable; Client host [203-0-113-94.dyn.example.net] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=203.0.113.94',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.94', code: '554' },
  ],
  [
    'dkim',
    '550 5.7.1 DKIM signature verification failed for example.com',
    { about: 'not-reverse-dns', reason: 'dkim', code: '550', enhanced: '5.7.1' },
  ],
  [
    'dmarc',
    '550 5.7.1 Rejected by the DMARC policy of example.com',
    { about: 'not-reverse-dns', reason: 'dmarc', code: '550', enhanced: '5.7.1' },
  ],
  [
    'spf',
    '550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 5.7.23 <a@example.com>: SPF fail, 203.0.113.95 is not allowed',
    { about: 'not-reverse-dns', reason: 'spf', address: '203.0.113.95', code: '550', enhanced: '5.7.23' },
  ],
  [
    'user-unknown',
    '550 5.1.1 <user@example.org>: Recipient address rejected: User unknown in virtual mailbox table',
    { about: 'not-reverse-dns', reason: 'other', code: '550', enhanced: '5.1.1' },
  ],
  [
    'timed-out',
    'Apr 21 08:45:15 mail postfix/smtp[1281]: 3F2: to=<user@example.org>, relay=none, delay=30, dsn=4.4.1, status=deferred (connect to mx.example.org[198.51.100.41]:25: Connection timed out)',
    {
      about: 'not-reverse-dns',
      reason: 'other',
      receiverAddress: '198.51.100.41',
      receiver: 'example.org',
      temporary: true,
    },
  ],
  [
    'full',
    '552 5.2.2 Mailbox full, quota exceeded',
    { about: 'not-reverse-dns', reason: 'other', code: '552', enhanced: '5.2.2' },
  ],
  [
    'yahoo-tss',
    '421 4.7.0 [TSS04] Messages from 203.0.113.96 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
    {
      about: 'not-reverse-dns',
      reason: 'other',
      address: '203.0.113.96',
      receiver: 'yahoo',
      code: '421',
      enhanced: '4.7.0',
    },
  ],

  // Other languages.
  [
    'german',
    'Hallo, unser Server bekommt: „550 5.7.1 Kein PTR-Eintrag für 203.0.113.97 vorhanden“. Der PTR von 198.51.100.42 stimmt doch?',
    { about: 'ptr-missing', address: '203.0.113.97', code: '550', enhanced: '5.7.1' },
  ],
  [
    'german-invalid',
    '554 Ungültiger Reverse-DNS-Eintrag für 203.0.113.98',
    { about: 'ptr-unspecified', address: '203.0.113.98', code: '554' },
  ],
  [
    'french',
    "550 5.7.1 Le DNS inverse de l'adresse 203.0.113.101 est absent",
    { about: 'ptr-missing', address: '203.0.113.101', code: '550', enhanced: '5.7.1' },
  ],
  [
    'french-match',
    "550 Votre reverse DNS ne correspond pas a l'adresse IP 203.0.113.102",
    { about: 'ptr-not-confirmed', address: '203.0.113.102', code: '550' },
  ],
  [
    'spanish',
    '550 El servidor 203.0.113.103 no tiene DNS inverso',
    { about: 'ptr-missing', address: '203.0.113.103', code: '550' },
  ],
  [
    'italian',
    '550 5.7.1 Manca il record PTR per 203.0.113.104',
    { about: 'ptr-missing', address: '203.0.113.104', code: '550', enhanced: '5.7.1' },
  ],
  [
    'portuguese',
    '550 Servidor 203.0.113.105 sem DNS reverso',
    { about: 'ptr-missing', address: '203.0.113.105', code: '550' },
  ],
  [
    'russian',
    '550 Отсутствует обратная запись (PTR) для 203.0.113.106',
    { about: 'ptr-missing', address: '203.0.113.106', code: '550' },
  ],
  [
    'polish',
    '550 Brak rekordu PTR (revDNS) dla 203.0.113.107',
    { about: 'ptr-missing', address: '203.0.113.107', code: '550' },
  ],
  [
    'chinese',
    '550 发件服务器 203.0.113.108 没有反向解析',
    { about: 'ptr-missing', address: '203.0.113.108', code: '550' },
  ],
  [
    'japanese',
    '550 送信元 203.0.113.109 の逆引きが設定されていません。逆引きなし',
    { about: 'ptr-missing', address: '203.0.113.109', code: '550' },
  ],

  // Frames of more programs and people.
  [
    'url-only-v6',
    'host mx.example.org[198.51.100.50] refused to talk to me: 554 5.7.1 rejected, bad rDNS, see https://mail.example.org/why?ip=2001:db8:9::25&r=ptr',
    {
      about: 'ptr-unspecified',
      address: '2001:db8:9::25',
      receiverAddress: '198.51.100.50',
      receiver: 'example.org',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'prefix-v6',
    'host mx.example.org[2001:db8:1::1] said: 550 5.7.1 no PTR for 2001:db8:1::11 (in reply to EHLO command)',
    {
      about: 'ptr-missing',
      address: '2001:db8:1::11',
      receiverAddress: '2001:db8:1::1',
      receiver: 'example.org',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'spaces-in-bracket',
    '421-4.7.0 [203.0.113.120      19] Our system has detected an unusual rate of unsolicited mail originating from your IP address. gsmtp',
    {
      about: 'not-reverse-dns',
      reason: 'other',
      address: '203.0.113.120',
      receiver: 'gmail',
      code: '421',
      enhanced: '4.7.0',
    },
  ],
  [
    'masked',
    'host mx.example.org[198.51.100.51] said: 554 5.7.1 Client host rejected: cannot find your reverse hostname, [x.x.x.x] (in reply to RCPT TO command)',
    { about: 'ptr-missing', receiverAddress: '198.51.100.51', receiver: 'example.org', code: '554', enhanced: '5.7.1' },
  ],
  [
    'version-number',
    'Remote-MTA: dns; mail.example.org (Microsoft ESMTP MAIL Service, Version: 15.0.84.32)\nDiagnostic-Code: smtp; 550 5.7.1 PTR missing',
    { about: 'ptr-missing', receiver: 'example.org', code: '550', enhanced: '5.7.1' },
  ],
  ['rfc-section', '550 Your HELO is not RFC 2821 4.1.1.1 compliant', { about: 'helo', code: '550' }],
  [
    '511-disguise',
    'host mx.example.org[198.51.100.52] said: 550 5.1.1 <user@example.org>: Recipient address rejected: your host 203.0.113.121 has no PTR (in reply to RCPT TO command)',
    {
      about: 'ptr-missing',
      address: '203.0.113.121',
      receiverAddress: '198.51.100.52',
      receiver: 'example.org',
      code: '550',
      enhanced: '5.1.1',
    },
  ],
  [
    'sendmail-transcript',
    'The original message was received at Mon, 4 Mar 2024 10:11:12 +0100\nfrom pc7.example.com [10.0.0.7] (may be forged)\n\n   ----- The following addresses had permanent fatal errors -----\n<user@example.org>\n    (reason: 550 5.7.1 203.0.113.122 has no reverse DNS)\n\n   ----- Transcript of session follows -----\n... while talking to mx.example.org.:\n>>> MAIL From:<a@example.com>\n<<< 550 5.7.1 203.0.113.122 has no reverse DNS\n554 5.0.0 Service unavailable',
    { about: 'ptr-missing', address: '203.0.113.122', receiver: 'example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'exchange-hash',
    'user@example.org\nmx.example.org #550 5.7.1 Reverse DNS of 203.0.113.123 is missing ##',
    { about: 'ptr-missing', address: '203.0.113.123', receiver: 'example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'exchange-smtp',
    '#< mx.example.org #5.7.1 smtp;550 5.7.1 <203.0.113.124>: Client host rejected: cannot find your hostname> #SMTP#',
    { about: 'ptr-unspecified', address: '203.0.113.124', receiver: 'example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'gmail-web-ndr',
    "Your message wasn't delivered to user@example.org because the remote server is misconfigured.\n\nThe response from the remote server was:\n\n550 5.7.1 PTR record missing for 203.0.113.125",
    { about: 'ptr-missing', address: '203.0.113.125', code: '550', enhanced: '5.7.1' },
  ],
  [
    'powermta',
    '<user@example.org>: 5.7.25 (bad reverse DNS)\n Remote MTA mx.example.org: smtp;550 5.7.25 203.0.113.126 - reverse DNS not confirmed',
    { about: 'ptr-not-confirmed', address: '203.0.113.126', receiver: 'example.org', code: '550', enhanced: '5.7.25' },
  ],
  [
    'zimbra',
    '<user@example.org>: host mx.example.org[198.51.100.53] said: 450 4.7.1 Client\n    host rejected: cannot find your hostname, [203.0.113.127] (in reply to RCPT\n    TO command)',
    {
      about: 'ptr-unspecified',
      address: '203.0.113.127',
      receiverAddress: '198.51.100.53',
      receiver: 'example.org',
      code: '450',
      enhanced: '4.7.1',
    },
  ],
  [
    'proxmox',
    '2024-03-04T10:11:12.123456+01:00 pmg postfix/smtpd[811]: NOQUEUE: reject: RCPT from 203-0-113-128.dyn.example.net[203.0.113.128]: 554 5.7.1 Service unavailable; Client host [203.0.113.128] blocked using zen.spamhaus.org; from=<a@example.net> to=<b@example.org> proto=ESMTP helo=<x.example.net>',
    {
      about: 'not-reverse-dns',
      reason: 'blocklist',
      address: '203.0.113.128',
      name: '203-0-113-128.dyn.example.net',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'postgrey-unknown',
    'Mar  4 10:11:12 mx postfix/smtpd[811]: NOQUEUE: reject: RCPT from unknown[203.0.113.129]: 450 4.2.0 <b@example.org>: Recipient address rejected: Greylisted; from=<a@example.net> to=<b@example.org> proto=ESMTP helo=<mail.example.net>',
    {
      about: 'not-reverse-dns',
      reason: 'greylist',
      address: '203.0.113.129',
      name: 'mail.example.net',
      code: '450',
      enhanced: '4.2.0',
    },
  ],
  [
    'rspamd-milter',
    'Mar  4 10:11:12 mx postfix/cleanup[812]: 4X: milter-reject: END-OF-MESSAGE from unknown[203.0.113.130]: 5.7.1 Bad hostname: no PTR; from=<a@example.net> to=<b@example.org> proto=ESMTP helo=<mail.example.net>',
    { about: 'ptr-missing', address: '203.0.113.130', name: 'mail.example.net', enhanced: '5.7.1', temporary: false },
  ],
  [
    'exim-forged',
    '2024-03-04 10:11:12 H=host.example.net (mail.example.net) [203.0.113.131] F=<a@example.net> rejected RCPT <b@example.com>: reverse DNS does not match',
    { about: 'ptr-not-confirmed', address: '203.0.113.131', name: 'host.example.net', temporary: false },
  ],
  [
    'exim-generic',
    '2024-03-04 10:11:12 H=203-0-113-132.adsl.example.net [203.0.113.132] F=<a@example.net> rejected RCPT <b@example.com>: Generic PTR, please use your ISP smarthost',
    { about: 'ptr-generic', address: '203.0.113.132', name: '203-0-113-132.adsl.example.net', temporary: false },
  ],
  [
    'mimecast',
    "mx.example.org gave this error:\nReverse DNS lookup failure for 203.0.113.133\n\nRemote Server returned '550 Reverse DNS lookup failure for 203.0.113.133'",
    { about: 'lookup-failed', address: '203.0.113.133', receiver: 'example.org', code: '550' },
  ],
  [
    'custom-reverse',
    '550 Please get a custom reverse DNS name from your ISP for your host 203.0.113.134',
    { about: 'ptr-generic', address: '203.0.113.134', code: '550' },
  ],
  [
    'yandex',
    '550 5.7.1 No PTR: your IP address 203.0.113.135 has no reverse record; https://yandex.com/support/mail/',
    { about: 'ptr-missing', address: '203.0.113.135', receiver: 'yandex.ru', code: '550', enhanced: '5.7.1' },
  ],
  [
    'icloud',
    'host mx01.mail.icloud.com[198.51.100.54] said: 550 5.7.0 Blocked - see https://support.apple.com/en-us/HT204137 (203.0.113.136) (in reply to end of DATA command)',
    {
      about: 'not-reverse-dns',
      reason: 'blocklist',
      address: '203.0.113.136',
      receiverAddress: '198.51.100.54',
      receiver: 'icloud.com',
      code: '550',
      enhanced: '5.7.0',
    },
  ],
  [
    't-online-ptr',
    'host mx00.t-online.de[198.51.100.55] refused to talk to me: 554 IP=203.0.113.137 - No PTR record / reverse DNS. Contact tosa@rx.t-online.de',
    {
      about: 'ptr-missing',
      address: '203.0.113.137',
      receiverAddress: '198.51.100.55',
      receiver: 't-online.de',
      code: '554',
    },
  ],
  [
    'telenor',
    '550 5.7.1 Mail from 203.0.113.138 refused: hostname lookup failure, see http://www.example.net/',
    { about: 'lookup-failed', address: '203.0.113.138', code: '550', enhanced: '5.7.1' },
  ],
  [
    'not-resolvable',
    '553 5.1.8 Your IP address 203.0.113.139 cannot be resolved to a hostname',
    { about: 'ptr-missing', address: '203.0.113.139', code: '553', enhanced: '5.1.8' },
  ],
  [
    'forward-lookup',
    '550 mail.example.net resolves to 192.0.2.50, but you connect from 203.0.113.140: forward and reverse DNS must match',
    { about: 'ptr-not-confirmed', address: '203.0.113.140', name: 'mail.example.net', code: '550' },
  ],
  [
    'swedish',
    '550 5.7.1 Saknar omvänd DNS (PTR) för 203.0.113.141',
    { about: 'ptr-missing', address: '203.0.113.141', code: '550', enhanced: '5.7.1' },
  ],
  [
    'dutch',
    '550 Geen PTR record gevonden voor 203.0.113.150',
    { about: 'ptr-missing', address: '203.0.113.150', code: '550' },
  ],
  [
    'czech',
    '550 5.7.1 Chybí reverzní záznam pro 203.0.113.151',
    { about: 'ptr-missing', address: '203.0.113.151', code: '550', enhanced: '5.7.1' },
  ],
  [
    'turkish',
    '550 203.0.113.152 için ters DNS kaydı yok',
    { about: 'ptr-missing', address: '203.0.113.152', code: '550' },
  ],
  [
    'two-refusals',
    'Mar  3 09:14:02 mx1 postfix/smtp[1]: A1: to=<a@example.org>, relay=mx.example.org[198.51.100.56]:25, dsn=5.7.1, status=bounced (host mx.example.org[198.51.100.56] said: 550 5.7.1 no PTR for 203.0.113.153 (in reply to MAIL FROM command))\nMar  3 09:14:03 mx1 postfix/smtp[1]: A1: to=<a@example.org>, relay=mx.example.org[198.51.100.56]:25, dsn=5.7.1, status=bounced (host mx.example.org[198.51.100.56] said: 550 5.7.1 no PTR for 203.0.113.153 (in reply to MAIL FROM command))',
    {
      about: 'ptr-missing',
      address: '203.0.113.153',
      receiverAddress: '198.51.100.56',
      receiver: 'example.org',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'ascii-table',
    '| Time | Host | Error |\n|---|---|---|\n| 10:11 | mx.example.org | 550 5.7.1 Reverse DNS missing for 203.0.113.154 |',
    { about: 'ptr-missing', address: '203.0.113.154', code: '550', enhanced: '5.7.1' },
  ],
  [
    'php-escaped',
    'SMTP Error: data not accepted. SMTP server error: DATA END command failed Detail: [203.0.113.155] The IP address sending this message does not have a PTR record setup SMTP code: 550 Additional SMTP info: 5.7.25',
    { about: 'ptr-missing', address: '203.0.113.155', receiver: 'gmail', code: '550', enhanced: '5.7.25' },
  ],
  [
    'python-tuple',
    "smtplib.SMTPRecipientsRefused: {'user@example.org': (550, b'5.7.1 No reverse DNS for 203.0.113.156')}",
    { about: 'ptr-missing', address: '203.0.113.156', code: '550', enhanced: '5.7.1' },
  ],
  [
    'nodemailer',
    "Error: Can't send mail - all recipients were rejected: 554 5.7.1 <unknown[203.0.113.157]>: Client host rejected: cannot find your reverse hostname\n    at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/smtp-connection/index.js:790:19)\n  responseCode: 554,\n  command: 'RCPT TO'",
    { about: 'ptr-missing', address: '203.0.113.157', code: '554', enhanced: '5.7.1' },
  ],
];
