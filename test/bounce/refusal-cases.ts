import type { Case } from './cases.ts';

/** Cases of our own: refusals in frames that differ in a word from others. */
export const refusalCases: readonly Case[] = [
  [
    'gmail-v6-log',
    'Nov  5 12:00:00 srv postfix/smtp[999]: 7F: to=<u@gmail.com>, relay=gmail-smtp-in.l.google.com[2001:db8:4013::1a]:25, delay=0.8, delays=0.05/0.01/0.4/0.34, dsn=5.7.1, status=bounced (host gmail-smtp-in.l.google.com[2001:db8:4013::1a] said: 550-5.7.1 [2001:db8:51::10] Our system has detected that this message does 550-5.7.1 not meet IPv6 sending guidelines regarding PTR records and 550-5.7.1 authentication. Please review 550-5.7.1  https://support.google.com/mail/?p=IPv6AuthError for more information 550 5.7.1 . s9si - gsmtp (in reply to end of DATA command))',
    {
      about: 'ptr-unspecified',
      address: '2001:db8:51::10',
      receiverAddress: '2001:db8:4013::1a',
      receiver: 'gmail',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'gmail-response',
    'The response was:\n\n550-5.7.25 [203.0.113.2] The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not match the sending IP. As a policy, Gmail does not accept messages from IPs with missing PTR records. For more information, go to https://support.google.com/a?p=sender-guidelines-ip',
    { about: 'ptr-unspecified', address: '203.0.113.2', receiver: 'gmail', code: '550', enhanced: '5.7.25' },
  ],
  [
    'gmail-pear',
    '[SMTP: Invalid response code received from server (code: 550, response: 5.7.25 [203.0.113.3] The IP address sending this message does not have a 5.7.25 PTR record setup, or the corresponding forward DNS entry does not 5.7.25 point to the sending IP.)]',
    { about: 'ptr-unspecified', address: '203.0.113.3', receiver: 'gmail', code: '550', enhanced: '5.7.25' },
  ],
  [
    'reverse-lookup-at-rcpt',
    '<user@example.com>: host mx.example.com[192.0.2.100] said: 550 5.7.1\n    <user@example.com>: Recipient address rejected: DNS reverse lookup failed for\n    192.0.2.10 (in reply to RCPT TO command)',
    {
      about: 'lookup-failed',
      address: '192.0.2.10',
      receiverAddress: '192.0.2.100',
      receiver: 'example.com',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'black-list-exim',
    '  recipient@example.com\n    host mail.example.com [192.0.2.3]\n    SMTP error from remote mail server after RCPT TO:<recipient@example.com>:\n    550-rejected because 203.0.113.4 is in a black list at dnsbl.example.org\n    550 see http://example.org/?203.0.113.4',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.4',
      receiverAddress: '192.0.2.3',
      receiver: 'example.com',
      code: '550',
      reason: 'blocklist',
    },
  ],
  [
    'initial-connection',
    'SMTP error from remote mail server after initial connection:\n    host mx1.example.com [192.0.2.4]: 554 5.7.1 Client host 203.0.113.5 rejected: No Reverse DNS',
    {
      about: 'ptr-missing',
      address: '203.0.113.5',
      receiverAddress: '192.0.2.4',
      receiver: 'example.com',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'after-helo',
    'SMTP error from remote mail server after HELO out.example.org:\n    host mx1.example.com [192.0.2.4]: 550 5.7.1 HELO name out.example.org does not resolve',
    {
      about: 'helo',
      receiverAddress: '192.0.2.4',
      name: 'out.example.org',
      receiver: 'example.com',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'during-connection',
    '2024-06-01 10:00:00 no IP address found for host mail.example.net (during SMTP connection from [203.0.113.6])',
    { about: 'ptr-not-confirmed', address: '203.0.113.6', name: 'mail.example.net' },
  ],
  [
    'no-host-name-found',
    '2024-06-01 10:00:00 no host name found for IP address 203.0.113.7',
    { about: 'ptr-missing', address: '203.0.113.7' },
  ],
  [
    'failed-to-find',
    '2024-06-01 10:00:00 H=(mail.example.net) [203.0.113.8] F=<a@example.net> rejected RCPT <b@example.com>: host lookup failed (failed to find host name from IP address)',
    { about: 'ptr-missing', address: '203.0.113.8', name: 'mail.example.net' },
  ],
  [
    'possibly-forged',
    'Jan 31 12:27:27 mx sm-mta[1]: t0: ruleset=check_rcpt, arg1=<b@example.com>, relay=host9.example.net [203.0.113.9] (may be forged), reject=550 5.7.1 <b@example.com>... Relaying denied. IP name possibly forged [203.0.113.9]',
    { about: 'ptr-not-confirmed', address: '203.0.113.9', name: 'host9.example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'client-ip-check',
    'Jan 31 12:27:27 mx sm-mta[1]: ruleset=check_relay, arg1=[203.0.113.10], arg2=203.0.113.10, relay=[203.0.113.10], reject=451 4.7.1 Client IP address 203.0.113.10 does not resolve',
    { about: 'ptr-missing', address: '203.0.113.10', code: '451', enhanced: '4.7.1' },
  ],
  [
    'received-unknown',
    'Received: from mail.example.com (unknown [203.0.113.11]) (using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)) (No client certificate requested) by mx.example.net (Postfix) with ESMTPS id 4',
    { about: 'ptr-unspecified', address: '203.0.113.11', name: 'mail.example.com' },
  ],
  [
    'spam-report-rdns-none',
    'Received: from mail.example.com (203.0.113.12.static.example.net [203.0.113.12]) by mx.example.net with ESMTP\nX-Spam-Report: * 1.3 RDNS_NONE Delivered to internal network by a host with no rDNS',
    { about: 'ptr-missing', address: '203.0.113.12', name: '203.0.113.12.static.example.net' },
  ],
  ['spam-status', 'X-Spam-Status: Yes, score=6.1 required=5.0 tests=RDNS_NONE,SPF_PASS', { about: 'ptr-missing' }],
  [
    'server-label',
    'Subject: Mail delivery failed\n\nDetails:\n  Server: mx.example.net (192.0.2.13)\n  Error: 550 5.7.1 Reverse lookup of 203.0.113.13 gives "NXDOMAIN"',
    {
      about: 'ptr-missing',
      address: '203.0.113.13',
      receiverAddress: '192.0.2.13',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'no-hostname',
    'host mx.example.net[192.0.2.14] said: 550 <203.0.113.14>: Your IP address does not have a hostname',
    {
      about: 'ptr-missing',
      address: '203.0.113.14',
      receiverAddress: '192.0.2.14',
      receiver: 'example.net',
      code: '550',
    },
  ],
  [
    'must-be-valid',
    'host mx.example.net[192.0.2.15] said: 550 5.7.1 You must have a valid reverse DNS (in reply to RCPT TO command)',
    {
      about: 'ptr-unspecified',
      receiverAddress: '192.0.2.15',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'not-identical-helo',
    '554 5.7.1 The rDNS of your server (mail.example.com/203.0.113.16) is not identical with its HELO',
    { about: 'helo', address: '203.0.113.16', name: 'mail.example.com', code: '554', enhanced: '5.7.1' },
  ],
  [
    'unable-to-verify',
    'host mx.example.net[192.0.2.17] refused to talk to me: 421 4.7.0 Unable to verify reverse DNS of 203.0.113.17, try again later',
    {
      about: 'lookup-failed',
      address: '203.0.113.17',
      receiverAddress: '192.0.2.17',
      receiver: 'example.net',
      code: '421',
      enhanced: '4.7.0',
    },
  ],
  [
    'callout',
    '451 Could not complete sender verify callout',
    { about: 'not-reverse-dns', code: '451', reason: 'other' },
  ],
  [
    'not-owned',
    '<b@example.net>: host mx.example.net[192.0.2.18] said: 553 5.7.1 <a@example.org>: Sender address rejected: not owned by user a (in reply to RCPT TO command)',
    {
      about: 'not-reverse-dns',
      receiverAddress: '192.0.2.18',
      receiver: 'example.net',
      code: '553',
      enhanced: '5.7.1',
      reason: 'other',
    },
  ],
  [
    'outlook-access-denied',
    '550 5.4.1 Recipient address rejected: Access denied. [DB5EUR01FT034.eop-EUR01.prod.protection.outlook.com]',
    { about: 'not-reverse-dns', receiver: 'outlook', code: '550', enhanced: '5.4.1', reason: 'other' },
  ],
  [
    'outlook-blocked',
    'host mail.protection.outlook.com[192.0.2.19] said: 550 5.7.1 Service unavailable, Client host [203.0.113.19] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/203.0.113.19 AS(1450)',
    {
      about: 'not-reverse-dns',
      address: '203.0.113.19',
      receiverAddress: '192.0.2.19',
      receiver: 'outlook',
      code: '550',
      enhanced: '5.7.1',
      reason: 'blocklist',
    },
  ],
  [
    'too-many-connections',
    '421 4.7.1 Connection refused from 203.0.113.20: too many connections',
    { about: 'not-reverse-dns', address: '203.0.113.20', code: '421', enhanced: '4.7.1', reason: 'other' },
  ],
  [
    'null-reverse',
    '554 5.7.1 You are not allowed to connect: reverse DNS of 203.0.113.21 = NULL',
    { about: 'ptr-missing', address: '203.0.113.21', code: '554', enhanced: '5.7.1' },
  ],
  [
    'valid-required',
    '550 5.7.1 A valid PTR record is required; see RFC 1912, section 2.1',
    { about: 'ptr-unspecified', code: '550', enhanced: '5.7.1' },
  ],
  [
    'auth-results-spf',
    'Authentication-Results: mx.example.net;\n\tiprev=pass smtp.remote-ip=203.0.113.60 (mail.example.org);\n\tspf=fail smtp.mailfrom=example.org',
    { about: 'not-reverse-dns', address: '203.0.113.60', name: 'mail.example.org', reason: 'spf' },
  ],
  [
    'received-google',
    'Received: from mail.example.org ([203.0.113.61]) by mx.google.com with ESMTPS id 4',
    { about: 'ptr-unspecified', address: '203.0.113.61', name: 'mail.example.org' },
  ],
  [
    'connect-unknown',
    'Mar  4 10:11:12 mx postfix/smtpd[1]: connect from unknown[203.0.113.62]\nMar  4 10:11:13 mx postfix/smtpd[1]: disconnect from unknown[203.0.113.62]',
    { about: 'ptr-unspecified', address: '203.0.113.62' },
  ],
];
