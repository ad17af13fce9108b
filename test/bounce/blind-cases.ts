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
];

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
