import type { Case } from './cases.ts';

/** What was read wrongly of texts that were written down before anybody looked at the table. */
export const blindCases: readonly Case[] = [
  [
    'ironport-icid',
    'Info: New SMTP ICID 1122 interface Data 1 (10.0.0.1) address 203.0.113.80 reverse dns host unknown verified no',
    { about: 'ptr-missing', address: '203.0.113.80', receiverAddress: '10.0.0.1' },
  ],
  [
    'fcrdns-none',
    '550 FCrDNS: Rejected. No reverse DNS for 203.0.113.81',
    { about: 'ptr-missing', address: '203.0.113.81', code: '550' },
  ],
  [
    'hmailserver-server',
    '"SMTPD"\t1234\t55\t"2026-01-01 00:00:00.000"\t"203.0.113.82"\t"SENT: 554 Rejected. PTR record is missing."',
    { about: 'ptr-missing', address: '203.0.113.82', code: '554' },
  ],
  [
    'hmailserver-client',
    '"SMTPC"\t1234\t55\t"2026-01-01 00:00:00.000"\t"198.51.100.9"\t"RECEIVED: 554 Rejected. 203.0.113.83 has no PTR."',
    { about: 'ptr-missing', address: '203.0.113.83', receiverAddress: '198.51.100.9', code: '554' },
  ],
  [
    'part-in-base64',
    `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64(
      '<b@example.net>: host mx.example.net[198.51.100.9] said: 550 5.7.1 No PTR record for 203.0.113.84 (in reply to MAIL FROM command)\n',
    )}\n--b--\n`,
    {
      about: 'ptr-missing',
      address: '203.0.113.84',
      receiverAddress: '198.51.100.9',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'no-text-in-base64',
    `550 5.7.1 No PTR record for 203.0.113.85\n\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n${base64(
      '550 5.7.1 No PTR record for 203.0.113.86',
    )}\n`,
    { about: 'ptr-missing', address: '203.0.113.85', code: '550', enhanced: '5.7.1' },
  ],
  [
    'resolves-to-no-name',
    '550 5.7.1 Your IP 203.0.113.87 does not resolve to a hostname (no rDNS)',
    { about: 'ptr-missing', address: '203.0.113.87', code: '550', enhanced: '5.7.1' },
  ],
  [
    'anti-spam-system',
    '550 5.7.1 Email from 203.0.113.88 is currently blocked by an anti-spam system. You may request removal of the block.',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.88', code: '550', enhanced: '5.7.1' },
  ],
  [
    'page-of-a-list',
    '550 5.7.1 Dynamic IP Addresses See: http://www.sorbs.net/lookup.shtml?203.0.113.89',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.89', code: '550', enhanced: '5.7.1' },
  ],
  [
    'rspamd-symbols',
    'X-Spamd-Result: default: False [7.60 / 15.00]\n\tRDNS_NONE(1.00)[no rDNS for 203.0.113.90];\n\tHFILTER_HELO_1(0.50)[]',
    { about: 'ptr-missing', address: '203.0.113.90' },
  ],
  [
    'exim-field-without-name',
    'Received: from [203.0.113.91] (helo=mail.example.org)\n\tby mx.example.net with esmtp (Exim 4.94)\n\tid 1abc-0001; Mon, 02 Nov 2026 10:00:00 +0000',
    { about: 'ptr-unspecified', address: '203.0.113.91', name: 'mail.example.org' },
  ],
  [
    'quoted-printable-latin1',
    'Le serveur a r=E9pondu : 550 5.7.1 R=E9solution inverse impossible pour 203.0.113=\n.92',
    { about: 'lookup-failed', address: '203.0.113.92', code: '550', enhanced: '5.7.1' },
  ],
  [
    'resolves-elsewhere',
    '550 rDNS of 203.0.113.93 resolves to mail.example.org, which resolves to 198.51.100.45',
    { about: 'ptr-not-confirmed', address: '203.0.113.93', name: 'mail.example.org', code: '550' },
  ],
  [
    'customer-line',
    '550 5.7.1 203.0.113.94 rejected because your reverse DNS name indicates a customer line',
    { about: 'ptr-generic', address: '203.0.113.94', code: '550', enhanced: '5.7.1' },
  ],
  [
    'no-arpa-mapping',
    '550 5.7.1 Mail from 203.0.113.95 refused: no in-addr.arpa mapping found',
    { about: 'ptr-missing', address: '203.0.113.95', code: '550', enhanced: '5.7.1' },
  ],
  [
    'records-disagree',
    '550 Denied by policy: PTR and A record of 203.0.113.96 disagree',
    { about: 'ptr-not-confirmed', address: '203.0.113.96', code: '550' },
  ],
  [
    'no-answer-within',
    '451 4.3.0 PTR lookup for 203.0.113.97 returned no answer within 5s, please retry',
    { about: 'lookup-failed', address: '203.0.113.97', code: '451', enhanced: '4.3.0' },
  ],
  [
    'helo-dutch',
    '550 5.7.1 Ongeldige HELO: srv16.example.org is geen volledige hostnaam',
    { about: 'helo', name: 'srv16.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'name-contains-address',
    '550 The hostname 98-113-0-203.static.isp.example for 203.0.113.98 contains the IP address',
    { about: 'ptr-generic', address: '203.0.113.98', name: '98-113-0-203.static.isp.example', code: '550' },
  ],
  [
    'last-attempted-address',
    'LED=450 4.4.316 Connection refused [Message=Socket error code 10061] [LastAttemptedServerName=mx.example.net] [LastAttemptedIP=198.51.100.49:25]',
    {
      about: 'not-reverse-dns',
      reason: 'other',
      receiverAddress: '198.51.100.49',
      receiver: 'example.net',
      code: '450',
      enhanced: '4.4.316',
    },
  ],
  [
    'no-name-in-dns',
    '550 5.7.1 Client 203.0.113.99 does not have a host name in DNS',
    { about: 'ptr-missing', address: '203.0.113.99', code: '550', enhanced: '5.7.1' },
  ],
  [
    'addresses-without-a-name',
    "554 Sorry, we don't accept mail from IPs without a name (203.0.113.100)",
    { about: 'ptr-missing', address: '203.0.113.100', code: '554' },
  ],
  [
    'fix-forward',
    '550 203.0.113.101 -> mail.example.org -> NXDOMAIN; fix your forward DNS',
    { about: 'ptr-not-confirmed', address: '203.0.113.101', name: 'mail.example.org', code: '550' },
  ],
  [
    'at-this-time',
    '451 4.7.1 Unable to verify rDNS at this time for [203.0.113.102]',
    { about: 'lookup-failed', address: '203.0.113.102', code: '451', enhanced: '4.7.1' },
  ],
  [
    'helo-our-own',
    '550 5.7.1 Bogus HELO name: example.net is our own domain',
    { about: 'helo', name: 'example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'pointer-in-order',
    '550 5.7.1 PTR OK, A OK, but 203.0.113.103 is on our local blacklist',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.103', code: '550', enhanced: '5.7.1' },
  ],
  [
    'hungarian-belongs',
    '550 5.7.1 A 203.0.113.104 címhez nem tartozik PTR rekord',
    { about: 'ptr-missing', address: '203.0.113.104', code: '550', enhanced: '5.7.1' },
  ],
  [
    'helo-but-reverse',
    "550 5.7.1 Rejecting: client 203.0.113.105 HELO'd as mail.example.org but rDNS is h105.isp.example",
    { about: 'helo', address: '203.0.113.105', name: 'mail.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'openspf-page',
    '550 5.7.1 <b@example.net>: Recipient address rejected: Please see http://www.openspf.org/Why?s=mfrom&ip=203.0.113.106&r=mx',
    { about: 'not-reverse-dns', reason: 'spf', address: '203.0.113.106', code: '550', enhanced: '5.7.1' },
  ],
  [
    'helo-on-a-list',
    '554 5.7.1 Service unavailable; Helo command [mail.example.org] blocked using dbl.example; see example.net',
    { about: 'not-reverse-dns', reason: 'blocklist', name: 'mail.example.org', code: '554', enhanced: '5.7.1' },
  ],
  [
    'sendmail-check-mail',
    'ruleset=check_mail, arg1=<a@example.org>, relay=[203.0.113.107], reject=451 4.1.8 Domain of sender address a@example.org does not resolve',
    { about: 'not-reverse-dns', reason: 'other', address: '203.0.113.107', code: '451', enhanced: '4.1.8' },
  ],
  [
    'record-does-not-contain',
    '550 5.7.1 A record of mail.example.org does not contain 203.0.113.108 (rDNS check)',
    { about: 'ptr-not-confirmed', address: '203.0.113.108', name: 'mail.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'failed-temporarily',
    '450 4.7.1 rDNS check of 203.0.113.109 failed temporarily',
    { about: 'lookup-failed', address: '203.0.113.109', code: '450', enhanced: '4.7.1' },
  ],
  [
    'helo-name-german',
    '550 5.7.1 Ihr HELO-Name mail.example.org ist ungültig',
    { about: 'helo', name: 'mail.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'generic-german',
    '550 5.7.1 Ihr Mailserver 203.0.113.110 hat einen generischen Reverse-DNS-Namen',
    { about: 'ptr-generic', address: '203.0.113.110', code: '550', enhanced: '5.7.1' },
  ],
  [
    'generic-french',
    '550 5.7.1 Votre IP 203.0.113.111 a un reverse générique',
    { about: 'ptr-generic', address: '203.0.113.111', code: '550', enhanced: '5.7.1' },
  ],
  [
    'should-have-one',
    '550 5.7.1 Mail server at 203.0.113.112 should have a reverse name; none found',
    { about: 'ptr-missing', address: '203.0.113.112', code: '550', enhanced: '5.7.1' },
  ],
  [
    'name-for-address',
    '550 5.7.1 Hostname for 203.0.113.113 does not resolve to the same IP',
    { about: 'ptr-not-confirmed', address: '203.0.113.113', code: '550', enhanced: '5.7.1' },
  ],
  [
    'blocked-for-spamming',
    '550 5.7.1 203.0.113.114 temporarily blocked for spamming',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.114', code: '550', enhanced: '5.7.1' },
  ],
  [
    'italian-absent',
    '550 5.7.1 Reverse DNS assente: 203.0.113.115',
    { about: 'ptr-missing', address: '203.0.113.115', code: '550', enhanced: '5.7.1' },
  ],
  [
    'exim-ehlo-or-helo',
    '2026-03-03 03:03:03 H=(mail.example.org) [203.0.113.116] rejected EHLO or HELO mail.example.org: reverse DNS lookup failed (no PTR)',
    { about: 'ptr-missing', address: '203.0.113.116', name: 'mail.example.org' },
  ],
  [
    'claims-to-be-us',
    '550 5.7.1 client h117.isp.example [203.0.113.117] claims to be us (HELO mx.example.net)',
    { about: 'helo', address: '203.0.113.117', name: 'mx.example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'could-not-validate',
    '550 5.7.1 could not validate reverse DNS of 203.0.113.118',
    { about: 'ptr-unspecified', address: '203.0.113.118', code: '550', enhanced: '5.7.1' },
  ],
  [
    'must-contain-your-domain',
    '550 5.7.1 203.0.113.119: reverse DNS hostname must contain your domain',
    { about: 'ptr-unspecified', address: '203.0.113.119', code: '550', enhanced: '5.7.1' },
  ],
  [
    'unresolvable-pointer',
    '550 5.7.1 Unresolvable PTR name h120.isp.example for 203.0.113.120',
    { about: 'ptr-not-confirmed', address: '203.0.113.120', name: 'h120.isp.example', code: '550', enhanced: '5.7.1' },
  ],
  [
    'unable-to-look-up',
    '450 4.7.1 unable to look up reverse DNS for 203.0.113.121',
    { about: 'lookup-failed', address: '203.0.113.121', code: '450', enhanced: '4.7.1' },
  ],
  [
    'name-of-address-unknown',
    '550 5.7.1 Host name of 203.0.113.122 unknown',
    { about: 'ptr-missing', address: '203.0.113.122', code: '550', enhanced: '5.7.1' },
  ],
  [
    'forward-and-reverse',
    '550 5.7.1 DNS forward/reverse mismatch for 203.0.113.123',
    { about: 'ptr-not-confirmed', address: '203.0.113.123', code: '550', enhanced: '5.7.1' },
  ],
  [
    'forward-failed',
    '550 5.7.1 [203.0.113.124] Forward lookup of h124.isp.example failed',
    { about: 'ptr-not-confirmed', address: '203.0.113.124', name: 'h124.isp.example', code: '550', enhanced: '5.7.1' },
  ],
  [
    'italian-none-at-all',
    '550 5.7.1 Nessun record PTR per 203.0.113.125',
    { about: 'ptr-missing', address: '203.0.113.125', code: '550', enhanced: '5.7.1' },
  ],
  [
    'portuguese-none-at-all',
    '550 5.7.1 Nenhum registro PTR para 203.0.113.126',
    { about: 'ptr-missing', address: '203.0.113.126', code: '550', enhanced: '5.7.1' },
  ],
  [
    'no-valid-name-in-dns',
    '550 5.7.1 Your mail server IP (203.0.113.127) has no valid hostname in DNS',
    { about: 'ptr-unspecified', address: '203.0.113.127', code: '550', enhanced: '5.7.1' },
  ],
  [
    'default-pointer',
    '550 5.7.1 203.0.113.128 rejected: that looks like a default PTR',
    { about: 'ptr-generic', address: '203.0.113.128', code: '550', enhanced: '5.7.1' },
  ],
  ['helo-contains', '550 5.7.1 HELO contains an IP address', { about: 'helo', code: '550', enhanced: '5.7.1' }],
];

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
