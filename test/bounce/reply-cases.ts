import type { Case } from './cases.ts';

/** Cases of our own: replies that say one thing in many ways. */
export const replyCases: readonly Case[] = [
  [
    'pf-reverse',
    '450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.1]',
    { about: 'ptr-missing', address: '203.0.113.1', code: '450', enhanced: '4.7.1' },
  ],
  [
    'pf-prefix',
    '<a@example.net>: host mx.example.net[192.0.2.222] said: 450 4.7.1 Client host rejected:\n    cannot find your hostname, [192.0.2.2] (in reply to RCPT TO command)',
    {
      about: 'ptr-unspecified',
      address: '192.0.2.2',
      receiverAddress: '192.0.2.222',
      receiver: 'example.net',
      code: '450',
      enhanced: '4.7.1',
    },
  ],
  [
    'your-domain',
    '550 5.7.1 Your IP: 203.0.113.3 : Your domain example.org has no rDNS',
    { about: 'ptr-missing', address: '203.0.113.3', code: '550', enhanced: '5.7.1' },
  ],
  [
    'returned-name',
    '550 5.7.1 Sorry, reverse DNS lookup for 203.0.113.4 returned host4.example.org which does not resolve to 203.0.113.4',
    { about: 'ptr-not-confirmed', address: '203.0.113.4', name: 'host4.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'no-record',
    '554 5.7.1 No PTR record found. Please set up reverse DNS for [203.0.113.5]',
    { about: 'ptr-missing', address: '203.0.113.5', code: '554', enhanced: '5.7.1' },
  ],
  [
    'required',
    '550 5.7.1 Reverse DNS required (203.0.113.6)',
    { about: 'ptr-missing', address: '203.0.113.6', code: '550', enhanced: '5.7.1' },
  ],
  [
    'system-refuses',
    'This system will not accept messages from servers/devices with no reverse DNS',
    { about: 'ptr-missing' },
  ],
  [
    'invalid-many',
    '550-5.5.1 Server 203.0.113.8 has an invalid PTR record\n550 5.5.1 See http://spamauditor.org/',
    { about: 'ptr-unspecified', address: '203.0.113.8', code: '550', enhanced: '5.5.1' },
  ],
  [
    'no-valid',
    '550 5.7.0 Your server IP address [203.0.113.9] does not have a valid reverse DNS entry',
    { about: 'ptr-unspecified', address: '203.0.113.9', code: '550', enhanced: '5.7.0' },
  ],
  [
    'ip-name-lookup',
    '553 5.3.0 <a@example.net>... Access denied. IP name lookup failed [203.0.113.10]',
    { about: 'ptr-missing', address: '203.0.113.10', code: '553', enhanced: '5.3.0' },
  ],
  [
    'domain-mismatch',
    '550 5.7.1 domain mail.example.org mismatches client ip 203.0.113.11',
    { about: 'ptr-not-confirmed', address: '203.0.113.11', name: 'mail.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'upper-v6',
    'host mail.example.net [192.0.2.12] refused: 554 no reverse dns for [2001:DB8:0:0:0:0:0:12]',
    {
      about: 'ptr-missing',
      address: '2001:db8::12',
      receiverAddress: '192.0.2.12',
      receiver: 'example.net',
      code: '554',
    },
  ],
  [
    'helo-log',
    'Jul 20 23:35:20 endor postfix/smtpd[1503]: NOQUEUE: reject: RCPT from mail.example.com[198.51.100.21]: 550 5.7.1 <mail.example.com>: Helo command rejected: Host not found; from=<b@example.net> to=<m@example.org> proto=ESMTP helo=<mail.example.com>',
    { about: 'helo', address: '198.51.100.21', name: 'mail.example.com', code: '550', enhanced: '5.7.1' },
  ],
  [
    'helo-short',
    '450 4.7.1 <srv1>: Helo command rejected: Host not found',
    { about: 'helo', name: 'srv1', code: '450', enhanced: '4.7.1' },
  ],
  [
    'helo-localdomain',
    '554 5.7.1 <localhost.localdomain>: Helo command rejected: Access denied',
    { about: 'helo', name: 'localhost.localdomain', code: '554', enhanced: '5.7.1' },
  ],
  [
    'helo-section',
    '550 5.7.1 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
    { about: 'helo', code: '550', enhanced: '5.7.1' },
  ],
  [
    'sender-domain-log',
    'Aug 1 00:00:01 m postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[203.0.113.17]: 450 4.1.8 <a@example.org>: Sender address rejected: Domain not found; from=<a@example.org> to=<b@example.net> proto=ESMTP helo=<mail.example.org>',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.17',
      name: 'mail.example.org',
      code: '450',
      enhanced: '4.1.8',
      reason: 'other',
    },
  ],
  [
    'iprev-words',
    'Authentication-Results: mx.example.net; iprev=fail (no reverse DNS) smtp.remote-ip=203.0.113.18',
    { about: 'ptr-missing', address: '203.0.113.18' },
  ],
  [
    'host-lookup-deferred',
    'X-Host-Lookup-Failed: Reverse DNS lookup failed for 203.0.113.19 (deferred)',
    { about: 'lookup-failed', address: '203.0.113.19', temporary: true },
  ],
  [
    'greeting-alone',
    '554-mx.example.net\n554-5.7.1 Your access to this mail system from 203.0.113.20 has been rejected because your IP has no PTR record.\n554 5.7.1 Contact postmaster@example.net',
    { about: 'ptr-missing', address: '203.0.113.20', receiver: 'example.net', code: '554', enhanced: '5.7.1' },
  ],
  [
    'rdns-unresolved',
    '421 4.7.0 rDNS for 203.0.113.21 could not be resolved, try later',
    { about: 'lookup-failed', address: '203.0.113.21', code: '421', enhanced: '4.7.0' },
  ],
  [
    'generic-named',
    '550 Your mail server 203.0.113.22 has a generic reverse DNS: 22.113.0.203.static.example.net',
    { about: 'ptr-generic', address: '203.0.113.22', name: '22.113.0.203.static.example.net', code: '550' },
  ],
  [
    'found-on-list',
    '550 5.7.1 Recipient not authorized, your IP has been found on a block list',
    { about: 'not-reverse-dns', code: '550', enhanced: '5.7.1', reason: 'blocklist' },
  ],
  [
    'dmarc-gmail',
    "550 5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy. gsmtp",
    { about: 'not-reverse-dns', receiver: 'gmail', code: '550', enhanced: '5.7.26', reason: 'dmarc' },
  ],
  [
    'greylist-action',
    '451 4.7.1 Greylisting in action, please come back later',
    { about: 'not-reverse-dns', code: '451', enhanced: '4.7.1', reason: 'greylist' },
  ],
  [
    't-online-bl',
    'Final-Recipient: rfc822; u@example.net\nAction: failed\nStatus: 5.0.0\nRemote-MTA: dns; mx.example.net\nDiagnostic-Code: smtp; 554 IP=203.0.113.26 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)',
    { about: 'not-reverse-dns', address: '203.0.113.26', receiver: 'example.net', code: '554', reason: 'blocklist' },
  ],
  [
    'dns-reverse-of',
    '550 5.7.1 DNS reverse of 203.0.113.27 is missing',
    { about: 'ptr-missing', address: '203.0.113.27', code: '550', enhanced: '5.7.1' },
  ],
  [
    'a-mismatch',
    'Rejected by mx.example.net: 550 5.7.25 [203.0.113.28] PTR/A mismatch',
    { about: 'ptr-not-confirmed', address: '203.0.113.28', receiver: 'example.net', code: '550', enhanced: '5.7.25' },
  ],
  [
    'name-of-client',
    'Subject: Undelivered Mail\n\nYour message to u@example.net could not be delivered:\n\n  550 5.7.1 [203.0.113.29:50122] rejected: host name of client unknown',
    { about: 'ptr-missing', address: '203.0.113.29', code: '550', enhanced: '5.7.1' },
  ],
  [
    'temporary-failure',
    '451 4.4.3 Temporary failure in reverse DNS resolution of 203.0.113.31',
    { about: 'lookup-failed', address: '203.0.113.31', code: '451', enhanced: '4.4.3' },
  ],
  [
    'no-valid-ptr',
    '554 5.7.1 rejected: no valid PTR for 203.0.113.32',
    { about: 'ptr-unspecified', address: '203.0.113.32', code: '554', enhanced: '5.7.1' },
  ],
  [
    'missing-or-mismatch',
    '550 5.7.1 IP 203.0.113.33 is missing a PTR record or its PTR record does not match its A record',
    { about: 'ptr-unspecified', address: '203.0.113.33', code: '550', enhanced: '5.7.1' },
  ],
  [
    'please-set',
    '550-Please set reverse DNS for 203.0.113.34\n550 and try again',
    { about: 'ptr-missing', address: '203.0.113.34', code: '550' },
  ],
  [
    'not-dynamic',
    '550 5.7.1 PTR record of the sending host (203.0.113.35) must not be dynamic',
    { about: 'ptr-generic', address: '203.0.113.35', code: '550', enhanced: '5.7.1' },
  ],
  [
    'pf-named',
    'host mx.example.net[192.0.2.36] said: 550 5.7.1 <host36.example.org[203.0.113.36]>: Client host rejected: cannot find your hostname',
    {
      about: 'ptr-unspecified',
      address: '203.0.113.36',
      receiverAddress: '192.0.2.36',
      name: 'host36.example.org',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'localhost-name',
    '550 Mail rejected - reverse DNS name "localhost" is not acceptable (203.0.113.37)',
    { about: 'ptr-unspecified', address: '203.0.113.37', code: '550' },
  ],
  [
    'dig-beside',
    'dig -x 203.0.113.38 gives mail.example.org, yet: "550 5.7.25 Reverse DNS record not found for 203.0.113.38"',
    { about: 'ptr-missing', address: '203.0.113.38', code: '550', enhanced: '5.7.25' },
  ],
  [
    'no-ptr-v6',
    '450 4.7.25 Client host rejected: no PTR, address [IPv6:2001:db8::39]',
    { about: 'ptr-missing', address: '2001:db8::39', code: '450', enhanced: '4.7.25' },
  ],
  [
    'from-ptr',
    '550 5.7.1 hostname mail.example.org (from PTR) does not resolve to 203.0.113.40',
    { about: 'ptr-not-confirmed', address: '203.0.113.40', name: 'mail.example.org', code: '550', enhanced: '5.7.1' },
  ],
];
