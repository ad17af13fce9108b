import type { Case } from './cases.ts';

/** Cases of our own: receivers and claims as they come. */
export const mixedCases: readonly Case[] = [
  [
    'access-denied-ptr',
    '<u@example.net>: host mx.example.net[192.0.2.1] refused to talk to me: 550 Access denied: 203.0.113.1 has no PTR record (reverse DNS)',
    {
      about: 'ptr-missing',
      address: '203.0.113.1',
      receiverAddress: '192.0.2.1',
      receiver: 'example.net',
      code: '550',
    },
  ],
  [
    'reverse-and-helo',
    '554 5.7.1 Your reverse DNS does not match your HELO',
    { about: 'helo', code: '554', enhanced: '5.7.1' },
  ],
  [
    'missing-or-invalid',
    '550 5.7.1 [P4] Message blocked due to missing or invalid reverse DNS (203.0.113.3)',
    { about: 'ptr-unspecified', address: '203.0.113.3', code: '550', enhanced: '5.7.1' },
  ],
  [
    'ip-unresolvable',
    '550 5.7.1 sender IP 203.0.113.4 unresolvable',
    { about: 'ptr-missing', address: '203.0.113.4', code: '550', enhanced: '5.7.1' },
  ],
  [
    'could-not-be-found',
    '421 4.7.25 mx.example.net ESMTP: PTR record for 203.0.113.5 could not be found',
    { about: 'ptr-missing', address: '203.0.113.5', receiver: 'example.net', code: '421', enhanced: '4.7.25' },
  ],
  [
    'opensmtpd-no-rdns',
    'Jun 6 06:06:06 box smtpd[6]: smtp-out: Error on session 6a9f: 550 no rDNS is so 80s [203.0.113.6]',
    { about: 'ptr-missing', address: '203.0.113.6', code: '550' },
  ],
  [
    'points-without-a',
    '550 5.7.1 Reverse DNS of 203.0.113.7 points to example.org, which has no A record for it',
    { about: 'ptr-not-confirmed', address: '203.0.113.7', name: 'example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'resolves-and-back',
    '550 5.7.1 Client 203.0.113.8 resolved to host8.example.org, but host8.example.org resolves to 192.0.2.8',
    { about: 'ptr-not-confirmed', address: '203.0.113.8', name: 'host8.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'default-name',
    'host mx.example.net[192.0.2.9] said: 550 5.7.1 Blocked: PTR "vps-9.provider.example" of 203.0.113.9 is a default name of the provider',
    {
      about: 'ptr-generic',
      address: '203.0.113.9',
      receiverAddress: '192.0.2.9',
      name: 'vps-9.provider.example',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'no-answer',
    '450 4.7.1 DNS problem: no answer for PTR of 203.0.113.10, retry',
    { about: 'lookup-failed', address: '203.0.113.10', code: '450', enhanced: '4.7.1' },
  ],
  [
    'only-fcrdns',
    '550 5.7.1 Sorry, we only accept mail from hosts with FCrDNS (203.0.113.11)',
    { about: 'ptr-not-confirmed', address: '203.0.113.11', code: '550', enhanced: '5.7.1' },
  ],
  [
    'without-matching',
    '550 5.7.1 Mail from 203.0.113.12 not accepted without matching forward and reverse DNS',
    { about: 'ptr-not-confirmed', address: '203.0.113.12', code: '550', enhanced: '5.7.1' },
  ],
  [
    'check-for-failed',
    '550-5.7.1 Reverse DNS check for\n550-5.7.1 [2001:db8::13]\n550 5.7.1 failed',
    { about: 'ptr-unspecified', address: '2001:db8::13', code: '550', enhanced: '5.7.1' },
  ],
  [
    'parenthesis-ptr',
    'Feb 3 03:03:03 m postfix/smtp[3]: to=<u@example.net>, relay=mx.example.net[192.0.2.14]:25, dsn=5.7.1, status=bounced (host mx.example.net[192.0.2.14] said: 550 5.7.1 Mail not accepted (no PTR) [203.0.113.14] (in reply to MAIL FROM command))',
    {
      about: 'ptr-missing',
      address: '203.0.113.14',
      receiverAddress: '192.0.2.14',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'bad-helo-quoted',
    '550 5.7.1 rejected: bad HELO "localhost"',
    { about: 'helo', name: 'localhost', code: '550', enhanced: '5.7.1' },
  ],
  [
    'spam-content',
    '550 5.7.1 Access denied due to spam content',
    { about: 'not-reverse-dns', code: '550', enhanced: '5.7.1', reason: 'other' },
  ],
  [
    'sender-on-list',
    '554 5.7.1 Service unavailable; Sender address [a@example.org] blocked using dbl.spamhaus.org',
    { about: 'not-reverse-dns', code: '554', enhanced: '5.7.1', reason: 'blocklist' },
  ],
  [
    'authentication-level',
    "550 5.7.515 Access denied, sending domain example.org doesn't meet the required authentication level. The sender's domain in the 5322.From address doesn't meet the authentication requirements: Spf= Fail , Dkim= Fail , DMARC= Fail",
    { about: 'not-reverse-dns', code: '550', enhanced: '5.7.515', reason: 'dmarc' },
  ],
  [
    'rate-by-reputation',
    '451 4.7.650 The mail server [203.0.113.19] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775)',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.19',
      receiver: 'outlook',
      code: '451',
      enhanced: '4.7.650',
      reason: 'blocklist',
    },
  ],
  [
    'rdns-of-host',
    'Action: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 Unable to deliver: rDNS of sending host 203.0.113.20 missing\nX-Display-Name: u',
    { about: 'ptr-missing', address: '203.0.113.20', code: '550', enhanced: '5.7.1' },
  ],
];
