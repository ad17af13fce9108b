import type { Case } from './cases.ts';

/** What was read wrongly of three batches that were written from threads and manuals before the program had seen them. */
export const threadCases: readonly Case[] = [
  [
    'exchange2003-frame',
    "The following recipient(s) could not be reached:\n\n      'b@example.net' on 11/3/2026 9:12 AM\n            There was a SMTP communication problem with the recipient's email server.  Please contact your system administrator.\n            <mail.example.com #5.5.0 smtp;501 5.7.1 <a@example.com>... Sender IP must resolve>",
    { about: 'ptr-missing', code: '501', enhanced: '5.7.1' },
  ],
  [
    'kernun',
    'SMTR-602-A Non-matching mail.example.com (203.0.113.37), rejecting',
    { about: 'ptr-not-confirmed', address: '203.0.113.37', name: 'mail.example.com' },
  ],
  [
    'eo-450',
    '450 4.7.25 Service unavailable, sending IPv6 address [2001:db8:8000:1::99] must have reverse DNS record [AM0EUR02FT012.eop-EUR02.prod.protection.outlook.com]',
    { about: 'ptr-missing', address: '2001:db8:8000:1::99', receiver: 'outlook', code: '450', enhanced: '4.7.25' },
  ],
  [
    'kerio-frame',
    'I\'m sorry but I could not deliver your message.\nThe remote mailserver (mail.example.net) says:\n"550 5.7.1 Your IP address 203.0.113.59 has no reverse DNS (PTR) record, Goodbye"',
    { about: 'ptr-missing', address: '203.0.113.59', receiver: 'example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'mdaemon-log',
    'Tue 2026-11-03 10:10:10.123: [112233] Performing PTR lookup (61.113.0.203.IN-ADDR.ARPA)\nTue 2026-11-03 10:10:10.223: [112233] *  D=61.113.0.203.IN-ADDR.ARPA TTL=(60) PTR=[host61.example.net]\nTue 2026-11-03 10:10:10.323: [112233] *  Gathering A records...\nTue 2026-11-03 10:10:10.423: [112233] *  D=host61.example.net TTL=(60) A=[203.0.113.99]\nTue 2026-11-03 10:10:10.523: [112233] ---- End PTR results\nTue 2026-11-03 10:10:10.623: [112233] --> 550 5.7.1 Sorry, reverse lookup of your address does not match',
    { about: 'ptr-not-confirmed', address: '203.0.113.61', name: 'host61.example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'qmail-tls',
    '@4000000065a1b2c3 delivery 88: deferral: Connected_to_198.51.100.70_but_sender_was_rejected./Remote_host_said:_451_4.7.1_Cannot_resolve_reverse_of_203.0.113.70,_try_later/',
    {
      about: 'lookup-failed',
      address: '203.0.113.70',
      receiverAddress: '198.51.100.70',
      code: '451',
      enhanced: '4.7.1',
    },
  ],
  [
    'proofpoint-dynamic',
    '554 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=203.0.113.75',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.75', code: '554' },
  ],
  [
    'helo-hsp',
    'Diagnostic-Code: SMTP; 550 Please use your real hostname when saying\n    HELO (not HSP-AV01)',
    { about: 'helo', name: 'HSP-AV01', code: '550' },
  ],
  [
    'helo-exim',
    '2026-11-03 10:10:10 H=(localhost) [203.0.113.80] rejected EHLO or HELO localhost: HELO/EHLO must not be localhost',
    { about: 'helo', address: '203.0.113.80', name: 'localhost' },
  ],
  [
    'mailgun-json',
    '{"event":"failed","severity":"permanent","reason":"generic","delivery-status":{"attempt-no":1,"message":"","code":550,"description":"5.7.1 Reverse DNS of 203.0.113.107 is pointing to a generic hostname","mx-host":"mx.example.net","session-seconds":1.2},"envelope":{"sending-ip":"203.0.113.107"}}',
    { about: 'ptr-generic', address: '203.0.113.107', receiver: 'example.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'postal',
    'SMTP Delivery Error: An error occurred while sending this message to mx.example.net (198.51.100.108). 550 5.7.1 <vps.example.com[203.0.113.108]>: Client host rejected: PTR and A record do not match',
    {
      about: 'ptr-not-confirmed',
      address: '203.0.113.108',
      receiverAddress: '198.51.100.108',
      name: 'vps.example.com',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'opensmtpd-session',
    'Nov  3 10:10:10 mx smtpd[411]: 6a9f1c2d3e4f5a6b smtp connected address=203.0.113.109 host=<unknown>\nNov  3 10:10:11 mx smtpd[411]: 6a9f1c2d3e4f5a6b smtp failed-command command="" result="550 no rDNS, no mail"\nNov  3 10:10:11 mx smtpd[411]: 6a9f1c2d3e4f5a6b smtp disconnected reason=quit',
    { about: 'ptr-missing', address: '203.0.113.109', code: '550' },
  ],
  [
    'haraka-proto',
    '[PROTOCOL] [6708FF.1.1] [outbound] S: 554-mx.example.net\\r\\n\n[PROTOCOL] [6708FF.1.1] [outbound] S: 554 203.0.113.122: missing rDNS, go away\\r\\n',
    { about: 'ptr-missing', address: '203.0.113.122', receiver: 'example.net', code: '554' },
  ],
  [
    'eo-fancy',
    "Your message to b@example.net couldn't be delivered.\nexample.net suspects your message is spam and rejected it.\n\nStatus code: 550 5.7.350\n\nOriginal Message Details\nCreated Date: 11/3/2026\n\nError Details\nError: 550 5.7.350 Remote server returned message detected as spam -> 550 5.7.1 Sending host has dynamic rDNS (h126.dyn.example.com)\nMessage rejected by: mx.example.net",
    { about: 'ptr-generic', name: 'h126.dyn.example.com', receiver: 'example.net', code: '550', enhanced: '5.7.350' },
  ],
  [
    'smartermail',
    '[2026.11.03] 10:10:10 [203.0.113.129][45666] rsp: 554 Sending address not accepted due to spam filter (Reverse DNS Lookup)',
    { about: 'ptr-unspecified', address: '203.0.113.129', code: '554' },
  ],
  [
    'sophos',
    '2026:11:03-10:10:10 utm exim-in[4455]: 2026-11-03 10:10:10 H=[203.0.113.134]:45000 F=<a@example.com> rejected RCPT <b@example.net>: Reverse DNS lookup failed: RDNS invalid/missing',
    { about: 'ptr-unspecified', address: '203.0.113.134' },
  ],
  [
    'es-sin',
    'El servidor mx.example.es respondió: 550 5.7.1 Rechazado: la IP 203.0.113.140 no dispone de registro PTR',
    { about: 'ptr-missing', address: '203.0.113.140', receiver: 'example.es', code: '550', enhanced: '5.7.1' },
  ],
  [
    'de-forum',
    'Hallo,\nunsere Mails an einen Kunden kommen seit gestern zurück. Im Log (Exchange 2019, Version 15.2.1118.7) steht:\n2026-11-03T09:10:10.123Z,Internet,08DA1,12,192.168.10.5:25011,198.51.100.154:25,<,"550 5.7.1 reverse DNS lookup failed for 203.0.113.154: no such host",\nDer MX von uns ist 203.0.113.155.',
    {
      about: 'ptr-missing',
      address: '203.0.113.154',
      receiverAddress: '198.51.100.154',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'fqrdns-pcre',
    'Nov  3 10:10:10 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from 203-0-113-5.dsl.example.com[203.0.113.5]: 554 5.7.1 <203-0-113-5.dsl.example.com>: Unverified Client host rejected: Generic - Please relay via ISP (example.com); from=<a@example.org> to=<b@example.net> proto=ESMTP helo=<mail.example.org>',
    {
      about: 'ptr-generic',
      address: '203.0.113.5',
      name: '203-0-113-5.dsl.example.com',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'mailenable',
    '11/03/26 10:10:10\tSMTP-IN\tA1B2\t480\t203.0.113.14\tHELO\tHELO mail.example.com\t550 The reverse DNS (PTR) of your IP address could not be resolved\t90\t23',
    { about: 'ptr-missing', address: '203.0.113.14', name: 'mail.example.com', code: '550' },
  ],
  [
    'seznam',
    '<b@seznam.cz>: host mx1.seznam.cz[198.51.100.22] said: 451 4.7.1 Reverzní záznam pro 203.0.113.22 se nepodařilo zjistit, zkuste později (in reply to RCPT TO command)',
    {
      about: 'lookup-failed',
      address: '203.0.113.22',
      receiverAddress: '198.51.100.22',
      receiver: 'seznam.cz',
      code: '451',
      enhanced: '4.7.1',
    },
  ],
  [
    'stalwart-out',
    '2026-11-03T10:10:10Z WARN Message rejected by remote server (delivery.message-rejected) queueId = 123, from = "a@example.com", to = ["b@example.net"], hostname = "mx.example.net", code = 550, details = "5.7.25 Reverse DNS of 203.0.113.36 not found", elapsed = 3ms',
    { about: 'ptr-missing', address: '203.0.113.36', receiver: 'example.net', code: '550', enhanced: '5.7.25' },
  ],
  [
    'maddy',
    '{"ts":1762164610,"level":"error","msg":"delivery attempt failed","rcpt":"b@example.net","reason":"reverse DNS check failed","remote_server":"mx.example.net.","smtp_code":550,"smtp_enchcode":"5.7.25","smtp_msg":"rDNS lookup failure during policy check for 203.0.113.37"}',
    { about: 'lookup-failed', address: '203.0.113.37', receiver: 'example.net', code: '550', enhanced: '5.7.25' },
  ],
  [
    'esmtp-dma',
    'Nov  3 10:10:10 pi dma[4a5b.99]: remote delivery to mx.example.net [198.51.100.44] pref 10 failed after MAIL FROM: 550 5.7.1 PTR record for 203.0.113.44 not found',
    {
      about: 'ptr-missing',
      address: '203.0.113.44',
      receiverAddress: '198.51.100.44',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],

  // What mail programs and people do to a text.
  [
    'quoted-printable-on-one-line',
    '550 PTR-=D0=B7=D0=B0=D0=BF=D0=B8=D1=81=D1=8C mail.example.com =D0=BD=D0=B5 =D1=81=D0=BE=D0=BE=D1=82=D0=B2=D0=B5=D1=82=D1=81=D1=82=D0=B2=D1=83=D0=B5=D1=82 203.0.113.52',
    { about: 'ptr-not-confirmed', address: '203.0.113.52', name: 'mail.example.com', code: '550' },
  ],
  [
    'folded-section',
    '550 HELO should be a FQDN or address literal (See RFC2821\n    4.1.1.1)',
    { about: 'helo', code: '550' },
  ],
  [
    'folded-relay',
    'smtpd[411]: 6a9f mta delivery source="203.0.113.67" relay="198.51.100.67\n    (mx.example.net)" result="PermFail" stat="550\n    5.7.1 203.0.113.67 no reverse DNS"',
    {
      about: 'ptr-missing',
      address: '203.0.113.67',
      receiverAddress: '198.51.100.67',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'folded-qmail',
    'failure:\n    198.51.100.103_does_not_like_recipient./Remote_host_said:_554_5.7.1_No_PTR_for_203.0.113.103/',
    {
      about: 'ptr-missing',
      address: '203.0.113.103',
      receiverAddress: '198.51.100.103',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'folded-python',
    "SMTPRecipientsRefused: {'b@example.net': (450,\n    b'4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.39]')}",
    { about: 'ptr-missing', address: '203.0.113.39', code: '450', enhanced: '4.7.1' },
  ],
  [
    'utm-in-a-letter',
    'Hallo,\n\nder PTR ist gesetzt, trotzdem:\n\n2026:11:03-10:10:10 utm exim-in[4455]: H=(exch.corp.example) [203.0.113.135]:45000 F=<a@example.com> rejected RCPT <b@example.net>: Invalid HELO\n\nWas tun?\n',
    { about: 'helo', address: '203.0.113.135', name: 'exch.corp.example' },
  ],
];
