import type { Case } from './cases.ts';

/** Cases of our own: replies and log entries as they are met most often. */
export const plainCases: readonly Case[] = [
  [
    'no-reverse-client',
    '550 5.7.1 Client host rejected: no reverse DNS [203.0.113.1]',
    { about: 'ptr-missing', address: '203.0.113.1', code: '550', enhanced: '5.7.1' },
  ],
  [
    'pf-unknown-bracket',
    '554 5.7.1 <unknown[203.0.113.2]>: Client host rejected: cannot find your hostname',
    { about: 'ptr-unspecified', address: '203.0.113.2', code: '554', enhanced: '5.7.1' },
  ],
  [
    'gmx-in-field',
    'Diagnostic-Code: smtp; 554-gmx.net (mxgmx101) Nemesis ESMTP Service not available 554-No SMTP service 554-Bad DNS PTR resource record. 554 For explanation visit http://postmaster.gmx.com/en/error-messages?ip=203.0.113.3&c=rdns',
    { about: 'ptr-unspecified', address: '203.0.113.3', receiver: 'gmx.net', code: '554' },
  ],
  [
    'mx-or-a',
    'Jul 1 10:00:00 mail postfix/smtp[1]: 4A: host mx01.kundenserver.de[192.0.2.4] refused to talk to me: 554-kundenserver.de (mxeue101) Nemesis ESMTP Service not available 554-No SMTP service 554 invalid DNS MX or A/AAAA resource record, IP=203.0.113.4',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.4',
      receiverAddress: '192.0.2.4',
      receiver: 'kundenserver.de',
      code: '554',
      reason: 'other',
    },
  ],
  [
    'lookup-failed-421',
    '421 4.7.1 - Connection refused. IP name lookup failed for 203.0.113.5',
    { about: 'ptr-missing', address: '203.0.113.5', code: '421', enhanced: '4.7.1' },
  ],
  [
    'ptr-and-spf',
    'host smtp.example.org[192.0.2.6] said: 550 5.7.1 PTR and SPF-softfail for 203.0.113.6 (in reply to end of DATA command)',
    {
      about: 'ptr-unspecified',
      address: '203.0.113.6',
      receiverAddress: '192.0.2.6',
      receiver: 'example.org',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'pf-received-named',
    'Feb 2 02:02:02 mx postfix/smtpd[2]: NOQUEUE: reject: RCPT from mail.example.com[203.0.113.7]: 450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.7]; from=<a@example.com> to=<b@example.net> proto=ESMTP helo=<mail.example.com>',
    { about: 'ptr-unspecified', address: '203.0.113.7', name: 'mail.example.com', code: '450', enhanced: '4.7.25' },
  ],
  [
    'pf-warning-servname',
    'Feb 2 02:02:02 mx postfix/smtpd[2]: warning: hostname srv8.example.com does not resolve to address 203.0.113.8: hostname nor servname provided, or not known',
    { about: 'ptr-not-confirmed', address: '203.0.113.8', name: 'srv8.example.com' },
  ],
  [
    'warning-then-list',
    'Feb 2 02:02:02 mx postfix/smtpd[2]: warning: hostname srv9.example.com does not resolve to address 203.0.113.9\nFeb 2 02:02:03 mx postfix/smtpd[2]: NOQUEUE: reject: RCPT from unknown[203.0.113.9]: 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using bl.spamcop.net; from=<a@example.com> to=<b@example.net> proto=ESMTP helo=<srv9.example.com>',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.9',
      name: 'srv9.example.com',
      code: '554',
      enhanced: '5.7.1',
      reason: 'blocklist',
    },
  ],
  [
    'no-ptr-and-link',
    '550 5.7.1 [203.0.113.10] Mail server has no PTR (rDNS) - see https://example.org/help?code=550',
    { about: 'ptr-missing', address: '203.0.113.10', code: '550', enhanced: '5.7.1' },
  ],
  [
    'hash-code',
    '550 #5.7.1 Your IP 203.0.113.11 has been rejected: rDNS does not match',
    { about: 'ptr-not-confirmed', address: '203.0.113.11', code: '550', enhanced: '5.7.1' },
  ],
  [
    'one-and-one-frame',
    'The following address failed:\n\n<u@example.net>:\nSMTP error from remote server for RCPT TO command, host: mx.example.net (192.0.2.12) reason: 554 5.7.1 Reverse DNS missing for 203.0.113.12',
    {
      about: 'ptr-missing',
      address: '203.0.113.12',
      receiverAddress: '192.0.2.12',
      receiver: 'example.net',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'dutch-frame',
    'Onbestelbaar: host mx.example.nl[192.0.2.13] zei: 550 5.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.13]',
    {
      about: 'ptr-missing',
      address: '203.0.113.13',
      receiverAddress: '192.0.2.13',
      receiver: 'example.nl',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'chinese-frame',
    '您的邮件被退回：550 5.7.1 no reverse DNS for 203.0.113.14，请联系管理员',
    { about: 'ptr-missing', address: '203.0.113.14', code: '550', enhanced: '5.7.1' },
  ],
  [
    'second-level',
    'host mx.example.co.uk[192.0.2.15] said: 550 5.7.1 rDNS for 203.0.113.15 is generic',
    {
      about: 'ptr-generic',
      address: '203.0.113.15',
      receiverAddress: '192.0.2.15',
      receiver: 'example.co.uk',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'servfail-lookup',
    '450 4.7.1 Reverse DNS lookup failure (SERVFAIL) for 203.0.113.16',
    { about: 'lookup-failed', address: '203.0.113.16', code: '450', enhanced: '4.7.1' },
  ],
  [
    'timeout-resolving',
    '450 4.4.0 DNS timeout while resolving PTR of 203.0.113.17',
    { about: 'lookup-failed', address: '203.0.113.17', code: '450', enhanced: '4.4.0' },
  ],
  [
    'no-name-in-dns',
    '554 Transaction failed: your host (203.0.113.18) has no name in DNS',
    { about: 'ptr-missing', address: '203.0.113.18', code: '554' },
  ],
  [
    'cannot-resolve-hostname',
    '550 cannot resolve your hostname (203.0.113.19)',
    { about: 'ptr-missing', address: '203.0.113.19', code: '550' },
  ],
  [
    'literal-like',
    'host mx.example.net[2001:db8::20] said: 554 5.7.1 <[2001:db8::2:20]>: PTR missing',
    {
      about: 'ptr-missing',
      address: '2001:db8::2:20',
      receiverAddress: '2001:db8::20',
      receiver: 'example.net',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'ehlo-not-resolve',
    '550 5.7.1 EHLO mail.example.com does not resolve to 203.0.113.21',
    { about: 'helo', address: '203.0.113.21', name: 'mail.example.com', code: '550', enhanced: '5.7.1' },
  ],
  [
    'ehlo-literal',
    '550 5.7.1 EHLO name is an IP literal: [192.0.2.99]; client 203.0.113.22',
    { about: 'helo', address: '203.0.113.22', code: '550', enhanced: '5.7.1' },
  ],
  ['helo-syntax', '501 Syntactically invalid HELO argument(s)', { about: 'helo', code: '501' }],
  [
    'helo-netbios',
    'host mx.example.net[192.0.2.24] said: 504 5.5.2 <ex01>: Helo command rejected: need fully-qualified hostname (in reply to RCPT TO command)',
    {
      about: 'helo',
      receiverAddress: '192.0.2.24',
      name: 'ex01',
      receiver: 'example.net',
      code: '504',
      enhanced: '5.5.2',
    },
  ],
  [
    'name-on-a-list',
    '550 5.7.1 Spam: your reverse DNS (no-ptr.example.net) is listed at dnsbl.example.org',
    { about: 'not-reverse-dns', code: '550', enhanced: '5.7.1', reason: 'blocklist' },
  ],
  [
    'dmarc-first',
    '554 5.7.1 DMARC: rejected; SPF fail, DKIM none for example.com',
    { about: 'not-reverse-dns', code: '554', enhanced: '5.7.1', reason: 'dmarc' },
  ],
  [
    'relay-454',
    '454 4.7.1 <u@example.net>: Relay access denied',
    { about: 'not-reverse-dns', code: '454', enhanced: '4.7.1', reason: 'other' },
  ],
  [
    'temporary-lookup',
    'host mail.example.net[192.0.2.28] said: 451 4.3.0 <u@example.net>: Temporary lookup failure (in reply to RCPT TO command)',
    {
      about: 'not-reverse-dns',
      receiverAddress: '192.0.2.28',
      receiver: 'example.net',
      code: '451',
      enhanced: '4.3.0',
      reason: 'other',
    },
  ],
  [
    'name-service',
    'Host or domain name not found. Name service error for name=example.invalid type=A: Host not found',
    { about: 'not-reverse-dns', reason: 'other' },
  ],
  [
    'unverified-client',
    '450 4.7.1 Service currently unavailable, please try again: unverified client',
    { about: 'not-reverse-dns', code: '450', enhanced: '4.7.1', reason: 'other' },
  ],
];
