import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRejections } from '../../src/bounce/bounce.ts';

/** Replies of one line, below what they claim. */
const REPLIES: Readonly<Record<string, readonly string[]>> = {
  'ptr-missing': [
    '550 Connection refused by SMTP server: no reverse',
    '421 4.7.1 mailserver 203.0.113.5 without reverse: refused',
    "550 We don't accept mail from IPs that don't have PTR",
    '550 5.7.1 Your IP has no FQDN',
    "550 PTR of 203.0.113.5 isn't set",
    '550 5.7.1 5.113.0.203.in-addr.arpa: NXDOMAIN',
    '550 5.7.1 PTR: NODATA for 203.0.113.5',
    '550 Unknown host 203.0.113.5',
    '550 host name is unknown (203.0.113.5)',
    '554 Denied [8a2b3] (Mode: normal) rDNS missing',
    '450 Requested mail action not taken: reverse DNS not configured',
  ],
  'ptr-not-confirmed': [
    "550 Reverse DNS doesn't match 203.0.113.5",
    '550 5.7.1 Reverse lookup of 203.0.113.5 (a.example.org) does not match forward lookup',
    '421 4.7.0 203.0.113.5 has reverse DNS that does not point back',
    '550 Message rejected: FCrDNS failure for 203.0.113.5',
    '554 5.7.1 A/PTR mismatch',
    '550 5.7.1 Message refused. Your host name does not match with your IP address',
    '450 4.7.1 Relaying temporarily denied. IP name possibly forged [203.0.113.5]',
    '450 4.7.25 Client host rejected: PTR has no matching address',
  ],
  'ptr-generic': [
    '550 Client host rejected: dynamic-looking host name',
    '550 5.7.1 Your reverse dns (203-0-113-5.isp.example) is on our dynamic host list',
    '554 5.7.1 Mail from 203.0.113.5 rejected; rDNS contains the word pool',
    '421 Refused. Your reverse DNS entry contains your IP address and a banned keyword',
  ],
  'ptr-unspecified': [
    '550 No PTR or A record mismatch',
    '550 5.7.1 Rejected, reverse DNS not found or invalid',
    '550 Unable to verify rDNS',
    '550 Sorry, you need valid reverse DNS (PTR) to deliver here',
    '553 RDNS policy violation',
  ],
  'lookup-failed': [
    '450 4.7.1 Relaying temporarily denied. Cannot resolve PTR record for 203.0.113.5',
    '451 4.7.1 DNS error on reverse lookup (203.0.113.5)',
    '451 resolver timeout for PTR query 5.113.0.203.in-addr.arpa',
    '421 4.3.2 rDNS check: SERVFAIL (203.0.113.5)',
    '451 DNS unavailable, cannot verify reverse DNS of 203.0.113.5, retry',
  ],
  helo: [
    '550 No DNS A record for HELO mail.example.org',
    '550 5.7.1 Bad HELO: mail.example.org resolves to 203.0.113.9, not 203.0.113.5',
    '501 5.5.4 Invalid domain name in EHLO',
    '550 5.7.1 Your EHLO name and reverse DNS differ (mail.example.org / a.example.org)',
  ],
  'not-reverse-dns': [
    '550 5.7.1 ARC validation failed',
    '550 5.4.1 Recipient address rejected: Access denied',
    '421 4.4.2 Connection timed out',
    '454 4.7.0 TLS not available due to local problem',
    '550 5.1.1 No such user here',
    '553 5.1.8 a@example.org... Domain of sender address a@example.org does not exist',
    '550 5.7.1 blocked: 203.0.113.5 is listed at PBL; set your PTR and request delisting',
  ],
};

for (const [about, replies] of Object.entries(REPLIES)) {
  test(`one line that claims ${about}`, () => {
    for (const text of replies)
      assert.deepEqual(
        readRejections(text).map((rejection) => rejection.about),
        [about],
        text,
      );
  });
}
