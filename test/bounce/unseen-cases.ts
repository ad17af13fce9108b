import type { Case } from './cases.ts';

/** What was read wrongly at first sight of replies as servers and programs on all sides write them. */
export const unseenCases: readonly Case[] = [
  [
    'magicspam-pattern',
    '<i@example.com>: host mail.example.com[192.0.2.25] said: 550 5.7.0 Your server hostname [dd1234.host.example.net] for IP [203.0.113.73] matches a pattern which was abusive in the past. See http://spamauditor.org/best-practices/check_reverse_dns_list/ for more information. Protection provided by MagicSpam 2.0.18-1 (in reply to RCPT TO command)',
    {
      about: 'ptr-generic',
      address: '203.0.113.73',
      receiverAddress: '192.0.2.25',
      name: 'dd1234.host.example.net',
      receiver: 'example.com',
      code: '550',
      enhanced: '5.7.0',
    },
  ],
  [
    'pf-k8s-json',
    '{"log":"Nov  5 11:22:33 mail postfix/smtpd[88]: NOQUEUE: reject: RCPT from unknown[203.0.113.98]: 450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.98]; from=\\u003ca@example.com\\u003e to=\\u003cb@example.org\\u003e proto=ESMTP helo=\\u003cmail.example.com\\u003e\\n","stream":"stdout","time":"2024-11-05T11:22:33.123456789Z"}',
    { about: 'ptr-unspecified', address: '203.0.113.98', name: 'mail.example.com', code: '450', enhanced: '4.7.25' },
  ],
  [
    'ms-badhelo',
    '550 5.7.506 Access Denied, Bad HELO [DB5EUR01FT009.eop-EUR01.prod.protection.outlook.com]',
    { about: 'helo', receiver: 'outlook', code: '550', enhanced: '5.7.506' },
  ],
  [
    'esa-ptr',
    '550 #5.7.1 Your access to submit messages to this e-mail system has been rejected: connecting host PTR record does not exist in DNS (203.0.113.146)',
    { about: 'ptr-missing', address: '203.0.113.146', code: '550', enhanced: '5.7.1' },
  ],
  [
    'rev-path',
    'host mx.example.org[192.0.2.10] said: 550 5.1.7 Invalid reverse-path <a@example.com> (in reply to MAIL FROM command)',
    {
      about: 'not-reverse-dns',
      reason: 'other',
      receiverAddress: '192.0.2.10',
      receiver: 'example.org',
      code: '550',
      enhanced: '5.1.7',
    },
  ],
  [
    'callout-fail',
    'host mail.example.org [192.0.2.12]: 550-Callback setup failed while verifying <a@example.com>\n550-The initial connection, or a HELO or MAIL FROM:<> command was\n550-rejected. Refusing MAIL FROM:<> does not help fight spam, disregards\n550-RFC requirements, and stops you from receiving standard bounce\n550-messages.\n550 Sender verify failed',
    { about: 'not-reverse-dns', reason: 'other', receiverAddress: '192.0.2.12', receiver: 'example.org', code: '550' },
  ],
  [
    'gmail-sender-delay',
    'Message not delivered\nThere was a problem delivering your message to b@example.org. Gmail will retry for 46 more hours.\nLEARN MORE\nThe response was:\nThe recipient server did not accept our requests to connect. [mx.example.org. 192.0.2.17: 421 4.7.1 Intrusion prevention active for [203.0.113.16]]',
    {
      about: 'not-reverse-dns',
      reason: 'other',
      address: '203.0.113.16',
      receiverAddress: '192.0.2.17',
      receiver: 'example.org',
      code: '421',
      enhanced: '4.7.1',
    },
  ],
  [
    'pn-forward-other',
    '550 5.7.1 Reverse DNS of 203.0.113.26 is mail.example.com, which resolves to 203.0.113.200',
    { about: 'ptr-not-confirmed', address: '203.0.113.26', name: 'mail.example.com', code: '550', enhanced: '5.7.1' },
  ],
  [
    'pn-paranoid',
    '550 Access denied, PARANOID: name/address mismatch: 203.0.113.28 != mail.example.com',
    { about: 'ptr-not-confirmed', address: '203.0.113.28', name: 'mail.example.com', code: '550' },
  ],
  [
    'pn-tcpwrap',
    "warning: can't verify hostname: getaddrinfo(mail.example.com, AF_INET) failed 203.0.113.29\n550 5.7.1 Access denied",
    { about: 'ptr-not-confirmed', address: '203.0.113.29', name: 'mail.example.com', code: '550', enhanced: '5.7.1' },
  ],
  [
    'lf-sm-tempfail',
    'Jul  7 07:07:07 mx sm-mta[5]: ruleset=check_relay, arg1=[203.0.113.36], arg2=203.0.113.36, relay=[203.0.113.36], reject=451 4.7.1 Client IP name lookup deferred: 203.0.113.36',
    { about: 'lookup-failed', address: '203.0.113.36', code: '451', enhanced: '4.7.1' },
  ],
  [
    'lf-att2',
    '(host al-ip4-mx-vip1.prodigy.net[192.0.2.19] refused to talk to me: 421 flpi113.prodigy.net Temporarily unable to resolve reverse DNS of 203.0.113.40)',
    {
      about: 'lookup-failed',
      address: '203.0.113.40',
      receiverAddress: '192.0.2.19',
      receiver: 'prodigy.net',
      code: '421',
    },
  ],
  [
    'pg-ipinname',
    '550 5.7.1 The rDNS name of your server contains its own IP address (203-0-113-45.example.net). Set a real host name.',
    { about: 'ptr-generic', name: '203-0-113-45.example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'pm-hu',
    '550 5.7.1 A 203.0.113.60 címnek nincs reverz DNS bejegyzése',
    { about: 'ptr-missing', address: '203.0.113.60', code: '550', enhanced: '5.7.1' },
  ],
  [
    'ses-bounce',
    '{"notificationType":"Bounce","bounce":{"bounceType":"Transient","bouncedRecipients":[{"emailAddress":"b@example.org","action":"failed","status":"5.7.25","diagnosticCode":"smtp; 550 5.7.25 203.0.113.85: no PTR"}],"reportingMTA":"dns; a8-30.smtp-out.example.com","remoteMtaIp":"192.0.2.32"}}',
    { about: 'ptr-missing', address: '203.0.113.85', receiverAddress: '192.0.2.32', code: '550', enhanced: '5.7.25' },
  ],
  [
    'kumo-json',
    '{"type":"TransientFailure","recipient":"b@example.org","peer_address":{"name":"mx.example.org","addr":"192.0.2.37"},"response":{"code":450,"enhanced_code":{"class":4,"subject":7,"detail":25},"content":"Client host rejected: cannot find your hostname, [203.0.113.94]","command":"RCPT TO"},"egress_source":"ip-1"}',
    {
      about: 'ptr-unspecified',
      address: '203.0.113.94',
      receiverAddress: '192.0.2.37',
      receiver: 'example.org',
      code: '450',
    },
  ],
  [
    'bmx-tld',
    '550 Reverse DNS name for 203.0.113.13 does not have a valid TLD (srv.intern)',
    { about: 'ptr-unspecified', address: '203.0.113.13', name: 'srv.intern', code: '550' },
  ],
  [
    'spf-softfail-ptr-mech',
    '550 5.7.23 SPF validation failed: v=spf1 ptr -all does not include 203.0.113.64',
    { about: 'not-reverse-dns', reason: 'spf', address: '203.0.113.64', code: '550', enhanced: '5.7.23' },
  ],
  [
    'ndr-de-outlook',
    "Die folgenden Empfänger oder Gruppen konnten nicht erreicht werden:\n\nb@example.org (b@example.org)\nIhre Nachricht konnte nicht zugestellt werden. Der Empfängerserver hat sie abgewiesen.\n\nDiagnoseinformationen für Administratoren:\n\nGenerierender Server: EX.example.com\nEmpfangender Server: mx.example.org (192.0.2.60)\n\nb@example.org\nServer bei mx.example.org (192.0.2.60) gab '450 4.7.1 Client host rejected: cannot find your hostname, [203.0.113.60]' zurück",
    {
      about: 'ptr-unspecified',
      address: '203.0.113.60',
      receiverAddress: '192.0.2.60',
      receiver: 'example.org',
      code: '450',
      enhanced: '4.7.1',
    },
  ],
  [
    'ndr-zh',
    "邮件投递失败,以下收件人未能收到邮件:\n\nb@example.cn\n远程服务器 mx.example.cn (192.0.2.63) 返回 '550 5.7.1 Client host rejected: cannot find your hostname, [203.0.113.63]'",
    {
      about: 'ptr-unspecified',
      address: '203.0.113.63',
      receiverAddress: '192.0.2.63',
      receiver: 'example.cn',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'dsn-utf8',
    'Diagnostic-Code: smtp; 550 5.7.1 =?UTF-8?Q?Kein_PTR_f=C3=BCr_203=2E0=2E113=2E70?=\nRemote-MTA: dns; mx.example.de',
    { about: 'ptr-missing', address: '203.0.113.70', receiver: 'example.de', code: '550', enhanced: '5.7.1' },
  ],
  [
    'pn-a-missing',
    '550 5.7.1 The host name mail.example.com that your PTR gives does not exist (NXDOMAIN) [203.0.113.10]',
    { about: 'ptr-not-confirmed', address: '203.0.113.10', name: 'mail.example.com', code: '550', enhanced: '5.7.1' },
  ],
  [
    'pn-noforward',
    '450 4.7.1 Forward lookup of your reverse name h11.example.net failed: no such host [203.0.113.11]',
    { about: 'ptr-not-confirmed', address: '203.0.113.11', name: 'h11.example.net', code: '450', enhanced: '4.7.1' },
  ],
  [
    'pg-hoster',
    '554 5.7.1 Server name vps-16.example-hosting.net looks auto-generated; assign your own host name to 203.0.113.16',
    {
      about: 'ptr-generic',
      address: '203.0.113.16',
      name: 'vps-16.example-hosting.net',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'pm-nameless',
    '554 5.7.1 Nameless hosts may not send mail here (203.0.113.20)',
    { about: 'ptr-missing', address: '203.0.113.20', code: '554', enhanced: '5.7.1' },
  ],
  [
    'pm-anonymous-ip',
    '550 5.7.1 We do not accept mail from IP addresses without host name: 203.0.113.21',
    { about: 'ptr-missing', address: '203.0.113.21', code: '550', enhanced: '5.7.1' },
  ],
  [
    'pm-not-in-dns',
    '550 5.7.1 203.0.113.22 not registered in DNS',
    { about: 'ptr-missing', address: '203.0.113.22', code: '550', enhanced: '5.7.1' },
  ],
  [
    'pm-lookup-nothing',
    '550 5.7.1 Reverse lookup for 203.0.113.23 returned nothing',
    { about: 'ptr-missing', address: '203.0.113.23', code: '550', enhanced: '5.7.1' },
  ],
  [
    'pu-policy',
    '550 5.7.1 Client does not meet our reverse DNS policy: 203.0.113.25',
    { about: 'ptr-unspecified', address: '203.0.113.25', code: '550', enhanced: '5.7.1' },
  ],
  [
    'lf-refused',
    '451 4.7.1 PTR query for 203.0.113.30 was REFUSED by its name servers',
    { about: 'lookup-failed', address: '203.0.113.30', code: '451', enhanced: '4.7.1' },
  ],
  [
    'lf-lame',
    '451 4.7.1 lame delegation of 113.0.203.in-addr.arpa, cannot check 203.0.113.31',
    { about: 'lookup-failed', address: '203.0.113.31', code: '451', enhanced: '4.7.1' },
  ],
  [
    'pn-two-ptrs',
    '550 5.7.1 None of the PTR names of 203.0.113.32 resolves to it',
    { about: 'ptr-not-confirmed', address: '203.0.113.32', code: '550', enhanced: '5.7.1' },
  ],
  [
    'pn-cname',
    '550 5.7.1 PTR target www.example.com of 203.0.113.33 is a CNAME',
    { about: 'ptr-unspecified', address: '203.0.113.33', name: 'www.example.com', code: '550', enhanced: '5.7.1' },
  ],
  [
    'he-localhost',
    "554 5.7.1 You said HELO localhost, I don't believe you",
    { about: 'helo', name: 'localhost', code: '554', enhanced: '5.7.1' },
  ],
  [
    'he-de',
    '554 5.7.1 Ungültiger HELO-Name: WIN-ABC123',
    { about: 'helo', name: 'WIN-ABC123', code: '554', enhanced: '5.7.1' },
  ],
  ['nr-mx-loop', 'mail for example.org loops back to myself', { about: 'not-reverse-dns', reason: 'other' }],
  [
    'nr-blacklist-de',
    '550 5.7.1 Ihre IP 203.0.113.53 steht auf unserer schwarzen Liste',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.53', code: '550', enhanced: '5.7.1' },
  ],
  [
    'h-exim-noname',
    'Received: from [203.0.113.59] (port=41222 helo=WIN-7)\n\tby mx.example.org with esmtp (Exim 4.96)\n\tid 1p\n\tfor b@example.org; Mon, 02 Jan 2023 10:00:00 +0100',
    { about: 'ptr-unspecified', address: '203.0.113.59', name: 'WIN-7' },
  ],
  [
    'h-spamass',
    'X-Spam-Status: Yes, score=6.1 required=5.0 tests=RDNS_NONE,SPF_PASS autolearn=no\nReceived: from mail.example.com (unknown [203.0.113.63])\n\tby mx.example.org (Postfix) with ESMTP id 4AB',
    { about: 'ptr-missing', address: '203.0.113.63', name: 'mail.example.com' },
  ],
  [
    'v3',
    '554 5.7.1 Rejected due to rDNS policy: "203-0-113-7.broadband.example.net" is an end user name',
    { about: 'ptr-generic', name: '203-0-113-7.broadband.example.net', code: '554', enhanced: '5.7.1' },
  ],
  [
    'v9',
    'Exim 4.96.2: 550 rejected [203.0.113.11]: rDNS != HELO (mail.example.com)',
    { about: 'helo', address: '203.0.113.11', name: 'mail.example.com', code: '550' },
  ],
  [
    'v14',
    'Sehr geehrter Kunde, Ihre E-Mail wurde abgewiesen: "554 5.7.1 <203.0.113.14>: Client host rejected: Kein PTR-Record oder Vorwaertsaufloesung falsch"',
    { about: 'ptr-unspecified', address: '203.0.113.14', code: '554', enhanced: '5.7.1' },
  ],
  [
    'v15',
    'Fehler: 451 4.7.1 DNS-Fehler bei PTR-Abfrage fuer 203.0.113.15, bitte spaeter erneut versuchen',
    { about: 'lookup-failed', address: '203.0.113.15', code: '451', enhanced: '4.7.1' },
  ],
  [
    'v18',
    '450 4.7.1 Client host rejected: hostname lookup for 203.0.113.18 deferred',
    { about: 'lookup-failed', address: '203.0.113.18', code: '450', enhanced: '4.7.1' },
  ],
  [
    'v23',
    "550 5.7.1 Your mail server announces itself as 'localhost' - please configure it properly",
    { about: 'helo', name: 'localhost', code: '550', enhanced: '5.7.1' },
  ],
  [
    'v24',
    '504 5.5.2 <WIN-24>: HELO/EHLO hostname must be fully qualified',
    { about: 'helo', name: 'WIN-24', code: '504', enhanced: '5.5.2' },
  ],
  [
    'v35',
    '550 5.7.1 gethostbyaddr(203.0.113.35) failed',
    { about: 'ptr-unspecified', address: '203.0.113.35', code: '550', enhanced: '5.7.1' },
  ],
  [
    'v37',
    '550 5.7.1 Reverse DNS: 203.0.113.37 -> mail.example.com -> 203.0.113.99',
    { about: 'ptr-not-confirmed', address: '203.0.113.37', name: 'mail.example.com', code: '550', enhanced: '5.7.1' },
  ],
  [
    'v38',
    '550 5.7.1 Reverse DNS: 203.0.113.38 -> mail.example.com -> NXDOMAIN',
    { about: 'ptr-not-confirmed', address: '203.0.113.38', name: 'mail.example.com', code: '550', enhanced: '5.7.1' },
  ],
  [
    'v39',
    '550 5.7.1 rDNS of 203.0.113.39 (mail.example.com) has A record 203.0.113.40 only',
    { about: 'ptr-not-confirmed', address: '203.0.113.39', name: 'mail.example.com', code: '550', enhanced: '5.7.1' },
  ],
  [
    'v40',
    '550 5.7.1 Hostname/IP mismatch: mail.example.com/203.0.113.40',
    { about: 'ptr-not-confirmed', address: '203.0.113.40', name: 'mail.example.com', code: '550', enhanced: '5.7.1' },
  ],
  [
    'v44',
    '550 5.7.1 Please ask your provider to set a meaningful reverse DNS name for 203.0.113.44 (now: 44.113.0.203.example.net)',
    {
      about: 'ptr-unspecified',
      address: '203.0.113.44',
      name: '44.113.0.203.example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'v45',
    '554 5.7.1 Ihr Reverse-DNS (static.45.113.0.203.clients.example-server.de) ist der Standardname des Providers',
    { about: 'ptr-generic', name: 'static.45.113.0.203.clients.example-server.de', code: '554', enhanced: '5.7.1' },
  ],
  [
    'v58',
    'host mx.example.org[192.0.2.58] said: 554 5.7.1 The message from (<a@example.com>) with the subject of (PTR record) matches a profile the Internet community may consider spam (in reply to end of DATA command)',
    {
      about: 'not-reverse-dns',
      reason: 'other',
      receiverAddress: '192.0.2.58',
      receiver: 'example.org',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'v63',
    'We have valid PTR and SPF. Still: 421 4.7.0 Try again later, closing connection. a12-203 - gsmtp',
    { about: 'not-reverse-dns', reason: 'other', receiver: 'gmail', code: '421', enhanced: '4.7.0' },
  ],
  [
    'v71',
    'Nov 30 10:00:00 mx sendmail[1]: 4AB: ruleset=check_rcpt, arg1=<b@example.org>, relay=host71.example.net [203.0.113.71] (may be forged), reject=550 5.7.1 <b@example.org>... Relaying denied',
    {
      about: 'not-reverse-dns',
      reason: 'other',
      address: '203.0.113.71',
      name: 'host71.example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'v74',
    '503 5.5.2 MAIL FROM denied: the FQDN of 203.0.113.74 is unknown',
    { about: 'ptr-missing', address: '203.0.113.74', code: '503', enhanced: '5.5.2' },
  ],
];
