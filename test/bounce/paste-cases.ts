import type { Case } from './cases.ts';

/** What people paste: their own words around replies, in several languages, and the oddities of programs. */
export const pasteCases: readonly Case[] = [
  [
    'es-forum',
    'Buenas, al enviar a example.net me devuelve:\n\nb@example.net: host mx.example.net[198.51.100.41] dijo: 550 5.7.1 La IP 203.0.113.41 no tiene\n    resolución inversa (in reply to RCPT TO command)\n\nEl PTR lo gestiona el proveedor.',
    {
      about: 'ptr-missing',
      address: '203.0.113.41',
      receiverAddress: '198.51.100.41',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'fr-postfix',
    "<b@example.net>: l'hôte mx.example.net[198.51.100.42] a refusé : 450 4.7.1 Client host rejected: cannot find your hostname, [203.0.113.42]",
    {
      about: 'ptr-unspecified',
      address: '203.0.113.42',
      receiverAddress: '198.51.100.42',
      receiver: 'example.net',
      code: '450',
      enhanced: '4.7.1',
    },
  ],
  [
    'de-outlook',
    "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nb@example.net\nIhre Nachricht wurde nicht zugestellt.\n\nDiagnoseinformationen für Administratoren:\n\nGenerierender Server: ex01.example.org\n\nb@example.net\nmx.example.net\nRemote Server returned '554 5.7.1 <ex01.example.org[203.0.113.43]>: Client host rejected: Reverse DNS stimmt nicht'",
    {
      about: 'ptr-not-confirmed',
      address: '203.0.113.43',
      name: 'ex01.example.org',
      receiver: 'example.net',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'journal',
    'Nov 30 05:00:00 mail postfix/smtp[4711]: 5F3: to=<b@example.net>, relay=none, delay=30, delays=0.1/0/30/0, dsn=4.4.1, status=deferred (connect to mx.example.net[198.51.100.44]:25: Connection timed out)',
    {
      about: 'not-reverse-dns',
      reason: 'other',
      receiverAddress: '198.51.100.44',
      receiver: 'example.net',
      temporary: true,
    },
  ],
  [
    'two-lines-codes',
    '550 Rejected\n5.7.1 No PTR record for [203.0.113.45]',
    { about: 'ptr-missing', address: '203.0.113.45', code: '550', enhanced: '5.7.1' },
  ],
  [
    'literal-n',
    '"550-5.7.1 Reverse DNS of 203.0.113.46\\n550-5.7.1 does not resolve to that address\\n550 5.7.1 see http://www.example.net/"',
    { about: 'ptr-not-confirmed', address: '203.0.113.46', code: '550', enhanced: '5.7.1' },
  ],
  [
    'hex-name',
    '550 5.7.1 PTR 2e0071cb.isp.example for 203.0.113.46 is generic',
    { about: 'ptr-generic', address: '203.0.113.46', name: '2e0071cb.isp.example', code: '550', enhanced: '5.7.1' },
  ],
  [
    'url-v',
    '554 For explanation visit https://postmaster.example.net/en/case?c=rdns&i=ip&v=203.0.113.47',
    { about: 'ptr-unspecified', address: '203.0.113.47', code: '554' },
  ],
  [
    'exch-version',
    'Generating server: ex.example.org\nmx.example.net rejected your message to the following e-mail addresses:\nb@example.net\nmx.example.net gave this error:\n[203.0.113.48] no reverse DNS entry\nb@example.net\nmx.example.net #550 5.7.1 [203.0.113.48] no reverse DNS entry ##\nReceived: from ex.example.org by ex.example.org with Microsoft SMTP Server id 15.0.847.32',
    { about: 'ptr-missing', address: '203.0.113.48', receiver: 'example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'angle-ip',
    '550 5.7.1 <203.0.113.50>: reverse lookup failure, no such name',
    { about: 'ptr-missing', address: '203.0.113.50', code: '550', enhanced: '5.7.1' },
  ],
  [
    'helo-literal-before',
    'Nov 30 05:00:00 mx postfix/smtpd[9]: NOQUEUE: reject: RCPT from unknown[203.0.113.51]: 501 5.5.2 <[192.0.2.1]>: Helo command rejected: invalid ip address; from=<a@example.org> to=<b@example.com> proto=ESMTP helo=<[192.0.2.1]>',
    { about: 'helo', address: '203.0.113.51', code: '501', enhanced: '5.5.2' },
  ],
  [
    'v6-short',
    'host mx.example.net[2001:db8:ffff::25]:25 said: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [2001:db8:1::5]',
    {
      about: 'ptr-missing',
      address: '2001:db8:1::5',
      receiverAddress: '2001:db8:ffff::25',
      receiver: 'example.net',
      code: '450',
      enhanced: '4.7.1',
    },
  ],
  [
    'nested',
    '554 5.0.0 Service unavailable: host mx.example.net[198.51.100.52] said: 550 5.7.1 PTR record of 203.0.113.52 not found',
    {
      about: 'ptr-missing',
      address: '203.0.113.52',
      receiverAddress: '198.51.100.52',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    '411',
    '450 4.1.2 Reverse DNS for 203.0.113.53 missing',
    { about: 'ptr-missing', address: '203.0.113.53', code: '450', enhanced: '4.1.2' },
  ],
  [
    '511b',
    '550 5.1.1 b@example.net... Host 203.0.113.54 without reverse DNS',
    { about: 'ptr-missing', address: '203.0.113.54', code: '550', enhanced: '5.1.1' },
  ],
  [
    'mx-record',
    '553 5.1.8 invalid DNS MX resource record for example.org',
    { about: 'not-reverse-dns', reason: 'other', code: '553', enhanced: '5.1.8' },
  ],
  [
    'rate-ptr',
    '450 4.7.1 Error: too much mail from 203.0.113.55',
    { about: 'not-reverse-dns', reason: 'other', address: '203.0.113.55', code: '450', enhanced: '4.7.1' },
  ],
  [
    'listed-generic',
    '550 5.7.1 Client host [203.0.113.56] blocked: generic rDNS listed at dul.example.org',
    { about: 'ptr-generic', address: '203.0.113.56', code: '550', enhanced: '5.7.1' },
  ],
  ['bare-text', 'Your mail server has no reverse DNS set. Please fix.', { about: 'ptr-missing', temporary: false }],
];
