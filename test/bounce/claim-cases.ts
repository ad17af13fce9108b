import type { Case } from './cases.ts';

/** Cases of our own: claims that are close to each other. */
export const claimCases: readonly Case[] = [
  [
    'codes-in-mid-line',
    '<u@example.net>: host mx.example.net[192.0.2.1] said: 550-5.7.1 Your server 203.0.113.1 has no\n    550-5.7.1 reverse DNS entry 550 5.7.1 Please fix (in reply to RCPT TO command)',
    {
      about: 'ptr-missing',
      address: '203.0.113.1',
      receiverAddress: '192.0.2.1',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'gives-no-result',
    '550 5.7.1 Connection from host [203.0.113.2] denied: DNS reverse lookup gives no result',
    { about: 'ptr-missing', address: '203.0.113.2', code: '550', enhanced: '5.7.1' },
  ],
  [
    'entry-generic',
    '554 5.7.1 Reverse DNS entry is generic; see https://www.example.net/?ip=203.0.113.3',
    { about: 'ptr-generic', address: '203.0.113.3', code: '554', enhanced: '5.7.1' },
  ],
  [
    'check-failed',
    '421 4.3.2 Refused, PTR record check failed for 203.0.113.4',
    { about: 'ptr-unspecified', address: '203.0.113.4', code: '421', enhanced: '4.3.2' },
  ],
  [
    'pbl-of-unknown',
    'May 5 05:05:05 mx postfix/smtpd[5]: NOQUEUE: reject: RCPT from unknown[203.0.113.5]: 554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.5; from=<a@example.org> to=<b@example.net> proto=ESMTP helo=<mail.example.org>',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.5',
      name: 'mail.example.org',
      code: '554',
      enhanced: '5.7.1',
      reason: 'blocklist',
    },
  ],
  [
    'unknown-v6',
    'May 5 05:05:05 mx postfix/smtpd[6]: NOQUEUE: reject: RCPT from unknown[2001:db8::6]: 450 4.7.25 Client host rejected: cannot find your hostname, [2001:db8::6]; from=<> to=<b@example.net> proto=ESMTP helo=<mail.example.org>',
    { about: 'ptr-unspecified', address: '2001:db8::6', name: 'mail.example.org', code: '450', enhanced: '4.7.25' },
  ],
  [
    'exim-helo-section',
    '2024-05-05 05:05:05 H=mail.example.org [203.0.113.7] rejected MAIL <a@example.org>: Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
    { about: 'helo', address: '203.0.113.7', name: 'mail.example.org' },
  ],
  [
    'generic-name-in-list',
    '550 Rejected because 203.0.113.8 is in a black list at zen.spamhaus.org (generic PTR pool-203-0-113-8.example.net)',
    { about: 'not-reverse-dns', address: '203.0.113.8', code: '550', reason: 'blocklist' },
  ],
  [
    'policy-greylist',
    'host mx.example.net[192.0.2.9] said: 450 4.7.1 <u@example.net>: Recipient address rejected: Policy Rejection- Please try later. greylisted',
    {
      about: 'not-reverse-dns',
      receiverAddress: '192.0.2.9',
      receiver: 'example.net',
      code: '450',
      enhanced: '4.7.1',
      reason: 'greylist',
    },
  ],
  [
    'authentication',
    '535 5.7.8 Error: authentication failed',
    { about: 'not-reverse-dns', code: '535', enhanced: '5.7.8', reason: 'other' },
  ],
  [
    'spf-required',
    '550-5.7.27 Your email has been blocked because the sender is unauthenticated.\n550-5.7.27 Gmail requires all senders to authenticate with SPF.\n550 5.7.27 gsmtp',
    { about: 'not-reverse-dns', receiver: 'gmail', code: '550', enhanced: '5.7.27', reason: 'spf' },
  ],
  [
    'own-blacklist',
    '550 5.7.1 Message rejected. Your IP 203.0.113.12 is on our blacklist',
    { about: 'not-reverse-dns', address: '203.0.113.12', code: '550', enhanced: '5.7.1', reason: 'blocklist' },
  ],
  [
    '511-recipient',
    '550 5.1.1 <u@example.net>... no PTR for your IP',
    { about: 'ptr-missing', code: '550', enhanced: '5.1.1' },
  ],
  [
    '412-recipient',
    '450 4.1.2 <u@example.net>: Recipient address rejected: your mail server has no reverse DNS',
    { about: 'ptr-missing', code: '450', enhanced: '4.1.2' },
  ],
  [
    'exchange-fields',
    'Reporting-MTA: dns;EX01.example.com\nReceived-From-MTA: dns;EX02.example.com\nFinal-Recipient: rfc822;u@example.net\nAction: failed\nStatus: 5.5.0\nDiagnostic-Code: smtp;550 5.7.1 Reverse DNS for 203.0.113.15 not found\nRemote-MTA: dns;mx.example.net',
    { about: 'ptr-missing', address: '203.0.113.15', receiver: 'example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'ptr-none',
    '550 5.7.1 Delivery not authorized: client 203.0.113.16 PTR: none',
    { about: 'ptr-missing', address: '203.0.113.16', code: '550', enhanced: '5.7.1' },
  ],
  [
    'code-571',
    'host mx.example.net[192.0.2.17] said: 571 5.7.1 reverse DNS missing [203.0.113.17]',
    {
      about: 'ptr-missing',
      address: '203.0.113.17',
      receiverAddress: '192.0.2.17',
      receiver: 'example.net',
      code: '571',
      enhanced: '5.7.1',
    },
  ],
  [
    'inverse-forward',
    '550 5.7.1 your-server 203.0.113.18: inverse DNS does not match forward DNS',
    { about: 'ptr-not-confirmed', address: '203.0.113.18', code: '550', enhanced: '5.7.1' },
  ],
  [
    'forged-hostname',
    '554 5.7.1 Forged hostname: mail.example.org is not 203.0.113.19',
    { about: 'ptr-not-confirmed', address: '203.0.113.19', name: 'mail.example.org', code: '554', enhanced: '5.7.1' },
  ],
  [
    'spam-detected',
    '550 "The mail server detected your message as spam" (203.0.113.20)',
    { about: 'not-reverse-dns', address: '203.0.113.20', code: '550', reason: 'other' },
  ],
  [
    'dynamic-by-rdns',
    '554 5.7.1 Mail refused, 203.0.113.21 is a dynamic address according to its rDNS',
    { about: 'ptr-generic', address: '203.0.113.21', code: '554', enhanced: '5.7.1' },
  ],
  [
    'helo-and-section',
    'host mx.example.net[192.0.2.22] said: 550 5.7.1 <helo.example.org>: Helo command rejected: HELO does not resolve; see RFC 5321 4.1.1.1 (in reply to RCPT TO command)',
    {
      about: 'helo',
      receiverAddress: '192.0.2.22',
      name: 'helo.example.org',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'lookup-deferred',
    '450 4.7.1 try again, PTR lookup for 203.0.113.23 deferred',
    { about: 'lookup-failed', address: '203.0.113.23', code: '450', enhanced: '4.7.1' },
  ],
  [
    'no-valid-host-name',
    '550 No valid host name for 203.0.113.24 found in DNS',
    { about: 'ptr-unspecified', address: '203.0.113.24', code: '550' },
  ],
  [
    'ptr-localhost',
    '550 5.7.0 PTR for 203.0.113.25 is "localhost"',
    { about: 'ptr-unspecified', address: '203.0.113.25', code: '550', enhanced: '5.7.0' },
  ],
  [
    'no-blank-before-code',
    'Remote host said:550 5.7.1 no PTR for 203.0.113.26',
    { about: 'ptr-missing', address: '203.0.113.26', code: '550', enhanced: '5.7.1' },
  ],
  [
    'no-code-in-address',
    'host mx.example.net[2001:db8:550::550] said: no PTR for 2001:db8:0:550::1',
    {
      about: 'ptr-missing',
      address: '2001:db8:0:550::1',
      receiverAddress: '2001:db8:550::550',
      receiver: 'example.net',
    },
  ],
  [
    'user-unknown-beside-name',
    '550 5.1.1 <b@example.net>: User unknown; client mail.example.org[203.0.113.27] rdns=mail.example.org',
    { about: 'not-reverse-dns', reason: 'other', address: '203.0.113.27', code: '550', enhanced: '5.1.1' },
  ],
  [
    'full-beside-name',
    '452 4.2.2 Mailbox full (connecting host: 203.0.113.28, reverse DNS mail.example.org)',
    {
      about: 'not-reverse-dns',
      reason: 'other',
      address: '203.0.113.28',
      code: '452',
      enhanced: '4.2.2',
      temporary: true,
    },
  ],
  [
    'spf-beside-name',
    '550 5.7.23 SPF validation failed for 203.0.113.29 (rDNS mail.example.org)',
    { about: 'not-reverse-dns', reason: 'spf', address: '203.0.113.29', code: '550', enhanced: '5.7.23' },
  ],
  [
    'reputation-beside-name',
    '550 5.7.1 <203.0.113.30>: rejected because of low reputation (rDNS: mail.example.org)',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.30', code: '550', enhanced: '5.7.1' },
  ],
  [
    'spf-and-bad-name',
    '550 5.7.1 SPF fail and bad rDNS: mail.example.org, client 203.0.113.31',
    { about: 'ptr-unspecified', address: '203.0.113.31', name: 'mail.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'user-unknown-and-no-name',
    '550 5.7.1 user unknown, and no rDNS: mail.example.org, client 203.0.113.32',
    { about: 'ptr-missing', address: '203.0.113.32', name: 'mail.example.org', code: '550', enhanced: '5.7.1' },
  ],
];
