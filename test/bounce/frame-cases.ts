import type { Case } from './cases.ts';

/** Cases of our own: what people copy around a reply, and what other programs make of it. */
export const frameCases: readonly Case[] = [
  [
    'mailcow1',
    'Jan  5 11:00:00 mailcow postfix/smtp[374]: 5C1: to=<x@gmx.de>, relay=mx00.emig.gmx.net[198.51.100.9]:25, delay=0.4, delays=0.1/0/0.2/0, dsn=4.0.0, status=deferred (host mx00.emig.gmx.net[198.51.100.9] refused to talk to me: 554-gmx.net (mxgmx016) Nemesis ESMTP Service not available 554-No SMTP service 554-Bad DNS PTR resource record. 554 For explanation visit https://www.gmx.net/mail/senderguidelines?c=rdns&i=ip&v=203.0.113.1&r=1)',
    {
      about: 'ptr-unspecified',
      address: '203.0.113.1',
      receiverAddress: '198.51.100.9',
      receiver: 'gmx.net',
      code: '554',
    },
  ],
  [
    '1und1-bl',
    'host mx01.1and1.com[198.51.100.10] refused to talk to me: 554-perfora.net (mxeueus005) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is black listed. 554 For explanation visit http://postmaster.1and1.com/en/error-messages?ip=203.0.113.2&c=bl',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.2',
      receiverAddress: '198.51.100.10',
      receiver: '1and1.com',
      code: '554',
      reason: 'blocklist',
    },
  ],
  [
    'policy-421',
    '421 mx.example.net Your host [203.0.113.3] has no valid Reverse DNS',
    { about: 'ptr-unspecified', address: '203.0.113.3', receiver: 'example.net', code: '421' },
  ],
  [
    'client-address',
    'refused to talk to me: 554 Client address rejected: No reverse DNS for 203.0.113.4',
    { about: 'ptr-missing', address: '203.0.113.4', code: '554' },
  ],
  [
    'mapping',
    '554 SMTP server not available if you do not have a reverse dns mapping',
    { about: 'ptr-missing', code: '554' },
  ],
  [
    'failed-perm',
    'host mx.example.net[198.51.100.11] said: 550 5.7.1 Reverse DNS lookup for host 203.0.113.5 failed permanently',
    {
      about: 'lookup-failed',
      address: '203.0.113.5',
      receiverAddress: '198.51.100.11',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'invalid-domain',
    '550 Invalid Domain [203.0.113.6; LIB_420]',
    { about: 'not-reverse-dns', address: '203.0.113.6', code: '550', reason: 'other' },
  ],
  [
    'no-a-data',
    '474 mail.example.org no DNS A-data returned',
    { about: 'not-reverse-dns', code: '474', reason: 'other' },
  ],
  [
    'nodata',
    'Diagnostic-Code: X-Notes; Error transferring to MX.EXAMPLE.NET; SMTP Protocol Returned a Permanent Error 550 5.7.1 203.0.113.7 no PTR',
    { about: 'ptr-missing', address: '203.0.113.7', receiver: 'example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'cr-lf-json',
    '{"response":"450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.8]\\r\\n","mx":"mx.example.net","ip":"198.51.100.12"}',
    { about: 'ptr-unspecified', address: '203.0.113.8', receiver: 'example.net', code: '450', enhanced: '4.7.25' },
  ],
  [
    'tg',
    'Добрый день. При отправке: host mx.example.ru[198.51.100.13] said: 550 5.7.1 Reverse DNS (PTR) record for 203.0.113.9 is required',
    {
      about: 'ptr-missing',
      address: '203.0.113.9',
      receiverAddress: '198.51.100.13',
      receiver: 'example.ru',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'vodafone',
    '554 5.7.1 Rejected. PTR record of 203.0.113.11 is "dslb-203-0-113-011.pools.example.net". Dial-up hosts are not allowed',
    {
      about: 'ptr-generic',
      address: '203.0.113.11',
      name: 'dslb-203-0-113-011.pools.example.net',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'looks-like',
    '550 5.7.1 203.0.113.12 (ip12.example.net) looks like a dynamic IP address by its reverse DNS',
    { about: 'ptr-generic', address: '203.0.113.12', name: 'ip12.example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'ds',
    '450 4.7.1 <mail.example.org[203.0.113.13]>: Client host rejected: Access denied',
    { about: 'not-reverse-dns', address: '203.0.113.13', code: '450', enhanced: '4.7.1', reason: 'other' },
  ],
  [
    'amavis',
    'host 127.0.0.1[127.0.0.1] said: 550 5.7.1 id=1-2 - Rejected by next-hop MTA on relaying, from MTA(smtp:[203.0.113.14]:25): 554 5.7.1 Client host rejected: cannot find your reverse hostname, [198.51.100.15]',
    { about: 'ptr-missing', address: '198.51.100.15', receiverAddress: '203.0.113.14', code: '554', enhanced: '5.7.1' },
  ],
  [
    'dsn-fields',
    'Final-Recipient: rfc822;user@example.net\nAction: delayed\nStatus: 4.7.25\nRemote-MTA: dns;mx.example.net (198.51.100.16, the server for the domain example.net.)\nDiagnostic-Code: smtp;450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.15]',
    {
      about: 'ptr-unspecified',
      address: '203.0.113.15',
      receiverAddress: '198.51.100.16',
      receiver: 'example.net',
      code: '450',
      enhanced: '4.7.25',
    },
  ],
  [
    'qp-utf8',
    'Content-Transfer-Encoding: quoted-printable\n\n<user@example.net>: host mx.example.net[198.51.100.17] said: 550 5.7.1 Kein=\n PTR-Eintrag f=C3=BCr 203.0.113.1=\n6 (in reply to RCPT TO command)',
    {
      about: 'ptr-missing',
      address: '203.0.113.16',
      receiverAddress: '198.51.100.17',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'recv-copy',
    '550 5.7.1 Message rejected as spam\n\n------ This is a copy of the message, including all the headers. ------\n\nReceived: from pc (unknown [203.0.113.17]) by mx.example.org with SMTP',
    { about: 'not-reverse-dns', code: '550', enhanced: '5.7.1', reason: 'other' },
  ],
  [
    'forged-hop',
    'The original message was received at Mon\nfrom a.example.org [203.0.113.18] (may be forged)\n\n----- Transcript of session follows -----\n... while talking to mx.example.net.:\n>>> RCPT To:<u@example.net>\n<<< 550 5.1.1 <u@example.net>: Recipient address rejected: User unknown\n550 5.1.1 <u@example.net>... User unknown',
    { about: 'not-reverse-dns', receiver: 'example.net', code: '550', enhanced: '5.1.1', reason: 'other' },
  ],
  [
    'unknown-user-unknown-client',
    'Mar  4 10:11:12 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[203.0.113.19]: 550 5.1.1 <u@example.net>: Recipient address rejected: User unknown in local recipient table; from=<a@example.org> to=<u@example.net> proto=ESMTP helo=<mail.example.org>',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.19',
      name: 'mail.example.org',
      code: '550',
      enhanced: '5.1.1',
      reason: 'other',
    },
  ],
  [
    'sender-verify',
    '550-Verification failed for <a@example.org>\n550-Unrouteable address\n550 Sender verify failed',
    { about: 'not-reverse-dns', code: '550', reason: 'other' },
  ],
  [
    'dkim-gmail',
    '550-5.7.26 This mail has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.\n550-5.7.26\n550-5.7.26  Authentication results:\n550-5.7.26  DKIM = did not pass\n550-5.7.26  SPF [example.org] with ip: [203.0.113.20] = did not pass\n550 5.7.26 x - gsmtp',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.20',
      receiver: 'gmail',
      code: '550',
      enhanced: '5.7.26',
      reason: 'spf',
    },
  ],
  [
    'o365-spf',
    '550 5.7.23 The message was rejected because of Sender Policy Framework violation',
    { about: 'not-reverse-dns', code: '550', enhanced: '5.7.23', reason: 'spf' },
  ],
  [
    'rate',
    '421 4.7.28 [203.0.113.21 15] Our system has detected an unusual rate of unsolicited mail. gsmtp',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.21',
      receiver: 'gmail',
      code: '421',
      enhanced: '4.7.28',
      reason: 'other',
    },
  ],
  [
    'tls',
    'Mar 4 10:11:12 a postfix/smtp[1]: B: to=<u@example.net>, relay=mx.example.net[198.51.100.18]:25, status=deferred (Cannot start TLS: handshake failure)',
    {
      about: 'not-reverse-dns',
      receiverAddress: '198.51.100.18',
      receiver: 'example.net',
      temporary: true,
      reason: 'other',
    },
  ],
  [
    'nohost',
    'Name service error for name=example.net type=MX: Host not found, try again',
    { about: 'not-reverse-dns', temporary: true, reason: 'other' },
  ],
  [
    'blocked-country',
    '550 5.7.1 Access denied for country',
    { about: 'not-reverse-dns', code: '550', enhanced: '5.7.1', reason: 'other' },
  ],
  [
    'sorbs',
    '554 5.7.1 Service unavailable; Client host [203.0.113.22] blocked using dul.dnsbl.sorbs.net; Dynamic IP Addresses See: http://www.sorbs.net/lookup.shtml?203.0.113.22',
    { about: 'not-reverse-dns', address: '203.0.113.22', code: '554', enhanced: '5.7.1', reason: 'blocklist' },
  ],
  [
    'ptr-in-rbl-name',
    'host mx.example.net[198.51.100.19] said: 550 5.7.1 rejected, 203.0.113.23 listed at ptr.rbl.example.net',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.23',
      receiverAddress: '198.51.100.19',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
      reason: 'blocklist',
    },
  ],
  [
    'v6-helo',
    'Mar  4 10:11:12 mx postfix/smtpd[1]: NOQUEUE: reject: EHLO from host24.example.net[2001:db8::24]: 504 5.5.2 <[IPv6:2001:db8::24]>: Helo command rejected: need fully-qualified hostname; proto=ESMTP helo=<[IPv6:2001:db8::24]>',
    { about: 'helo', address: '2001:db8::24', name: 'host24.example.net', code: '504', enhanced: '5.5.2' },
  ],
  [
    'exim-helo',
    '2024-01-02 03:04:05 H=host25.example.net (localhost.localdomain) [203.0.113.25] rejected EHLO or HELO localhost.localdomain: Bad HELO',
    { about: 'helo', address: '203.0.113.25', name: 'localhost.localdomain' },
  ],
  [
    'exim-helo2',
    '550 REJECTED - Bad HELO - Host impersonating [mail.example.net]',
    { about: 'helo', name: 'mail.example.net', code: '550' },
  ],
  [
    'exim-lookup',
    '550-Host lookup failed for reverse lookup check\n550 (203.0.113.26)',
    { about: 'ptr-unspecified', address: '203.0.113.26', code: '550' },
  ],
  [
    'smtpd-filter',
    'Jun  2 11:20:00 box smtpd[411]: abcd smtp connected address=203.0.113.27 host=<unknown>\nJun  2 11:20:01 box smtpd[411]: abcd smtp failed-command address=203.0.113.27 host=<unknown> command="EHLO x" result="550 no rDNS is so 80s"',
    { about: 'ptr-missing', address: '203.0.113.27', code: '550' },
  ],
  [
    'stalwart',
    'SMTP rejected: 550 5.7.25 Reverse DNS validation failed. remote.ip = 203.0.113.28',
    { about: 'ptr-unspecified', address: '203.0.113.28', code: '550', enhanced: '5.7.25' },
  ],
  [
    'maddy',
    '{"reason":"reverse DNS mismatch","smtp_code":550,"smtp_enchcode":"5.7.25","src_ip":"203.0.113.29"}',
    { about: 'ptr-not-confirmed', address: '203.0.113.29', code: '550', enhanced: '5.7.25' },
  ],
  [
    'prose',
    'I get "450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.30]" from mx.example.net',
    { about: 'ptr-missing', address: '203.0.113.30', code: '450', enhanced: '4.7.1' },
  ],
  [
    'only-words-fr',
    'Le serveur a répondu : votre adresse IP 203.0.113.31 ne possède pas de reverse DNS',
    { about: 'ptr-missing', address: '203.0.113.31' },
  ],
  [
    'telnet',
    "$ telnet mx.example.net 25\nTrying 198.51.100.20...\nConnected to mx.example.net.\nEscape character is '^]'.\n554 5.7.1 203.0.113.32: no PTR\nConnection closed by foreign host.",
    {
      about: 'ptr-missing',
      address: '203.0.113.32',
      receiverAddress: '198.51.100.20',
      receiver: 'example.net',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'swaks',
    '=== Trying mx.example.net:25...\n=== Connected to mx.example.net.\n<** 421 4.7.1 no reverse DNS for your IP 203.0.113.33\n -> QUIT',
    { about: 'ptr-missing', address: '203.0.113.33', receiver: 'example.net', code: '421', enhanced: '4.7.1' },
  ],
];
