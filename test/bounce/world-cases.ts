import type { Case } from './cases.ts';

/** What servers and filters around the world say, in the frames in which it comes back. */
export const worldCases: readonly Case[] = [
  // Exim
  [
    'exim-acl-no-rdns',
    '2026-11-03 08:12:44 H=(srv1.example.org) [203.0.113.21] F=<a@example.org> rejected RCPT <b@example.com>: No reverse DNS entry for 203.0.113.21',
    { about: 'ptr-missing', address: '203.0.113.21', name: 'srv1.example.org' },
  ],
  [
    'exim-cpanel-helo',
    '550 "REJECTED - Bad HELO - Host impersonating domain name [example.com]"',
    { about: 'helo', name: 'example.com', code: '550' },
  ],
  [
    'exim-directadmin',
    '  b@example.net\n    host mx.example.net [198.51.100.4]\n    SMTP error from remote mail server after RCPT TO:<b@example.net>:\n    550-authentication required. You may be seeing this message because your\n    550 reverse DNS for 203.0.113.4 does not exist',
    {
      about: 'ptr-missing',
      address: '203.0.113.4',
      receiverAddress: '198.51.100.4',
      receiver: 'example.net',
      code: '550',
    },
  ],
  [
    'exim-hosteurope',
    '550 Your sending host 203.0.113.15 has no correct reverse DNS (PTR)',
    { about: 'ptr-unspecified', address: '203.0.113.15', code: '550' },
  ],
  [
    'exim-verify-failed-reverse',
    '550 5.7.1 Reverse host lookup failed for host 203.0.113.17 (unknown.example.org)',
    { about: 'ptr-unspecified', address: '203.0.113.17', name: 'unknown.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'exim-lookup-failed-connect',
    '550 Host lookup failed: reverse DNS for [203.0.113.18] returned no PTR',
    { about: 'ptr-missing', address: '203.0.113.18', code: '550' },
  ],

  // Postfix
  [
    'postfix-client-access',
    'Nov 12 10:00:01 mx postfix/smtpd[77]: NOQUEUE: reject: RCPT from static-19.isp.example[203.0.113.19]: 554 5.7.1 <static-19.isp.example[203.0.113.19]>: Client host rejected: Generic DNS names are not accepted here, set a proper PTR; from=<a@example.org> to=<b@example.com> proto=ESMTP helo=<mail.example.org>',
    {
      about: 'ptr-generic',
      address: '203.0.113.19',
      name: 'static-19.isp.example',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'postfix-dynamic-access',
    '554 5.7.1 <h20.dyn.isp.example[203.0.113.20]>: Client host rejected: Go away, dynamic IP host name',
    { about: 'ptr-generic', address: '203.0.113.20', name: 'h20.dyn.isp.example', code: '554', enhanced: '5.7.1' },
  ],
  [
    'postscreen-pregreet',
    'Nov 12 10:00:01 mx postfix/postscreen[77]: NOQUEUE: reject: RCPT from [203.0.113.22]:41412: 550 5.7.1 Service unavailable; client [203.0.113.22] blocked using bl.example.org; from=<a@example.org>, to=<b@example.com>, proto=ESMTP, helo=<mail.example.org>',
    {
      about: 'not-reverse-dns',
      reason: 'blocklist',
      address: '203.0.113.22',
      name: 'mail.example.org',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'policyd-weight',
    '550 5.7.1 Mail appeared to be SPAM or forged. Ask your Mail/DNS-Administrator to correct HELO and DNS MX settings or to get removed from DNSBLs; MTA helo: mail.example.org, MTA hostname: unknown[203.0.113.24] (helo/hostname mismatch)',
    { about: 'helo', address: '203.0.113.24', name: 'mail.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'postfix-rspamd-reject',
    'Nov 12 10:00:01 mx postfix/cleanup[77]: 4A: milter-reject: END-OF-MESSAGE from unknown[203.0.113.25]: 5.7.1 Sender has no PTR record; from=<a@example.org> to=<b@example.com> proto=ESMTP helo=<mail.example.org>',
    { about: 'ptr-missing', address: '203.0.113.25', name: 'mail.example.org', enhanced: '5.7.1', temporary: false },
  ],

  // Exchange and Microsoft 365
  [
    'exchange-on-premises-ptr',
    "Remote Server returned '550 5.7.1 Sender ID (PRA) Not Permitted; PTR record of 203.0.113.26 not found'",
    { about: 'ptr-missing', address: '203.0.113.26', code: '550', enhanced: '5.7.1' },
  ],
  [
    'exchange-last-error',
    '[{LED=450 4.7.320 Certificate validation failed};{MSG=};{FQDN=mx.example.net};{IP=198.51.100.27};{LRT=11/12/2026 10:00:00 AM}]',
    {
      about: 'not-reverse-dns',
      reason: 'other',
      receiverAddress: '198.51.100.27',
      receiver: 'example.net',
      code: '450',
      enhanced: '4.7.320',
    },
  ],
  [
    'm365-banned-sending-ip',
    '550 5.7.606 Access denied, banned sending IP [203.0.113.28]. To request removal from this list please visit https://sender.office.com/',
    {
      about: 'not-reverse-dns',
      reason: 'blocklist',
      address: '203.0.113.28',
      receiver: 'outlook',
      code: '550',
      enhanced: '5.7.606',
    },
  ],
  [
    'm365-ipv6-ptr',
    '450 4.7.25 Service unavailable, sending IPv6 address [2001:db8::29] must have reverse DNS record. [AM1EUR01FT029.eop-EUR01.prod.protection.outlook.com]',
    { about: 'ptr-missing', address: '2001:db8::29', receiver: 'outlook', code: '450', enhanced: '4.7.25' },
  ],
  [
    'm365-throttle',
    '451 4.7.500 Server busy. Please try again later from [203.0.113.30]. (S77719)',
    { about: 'not-reverse-dns', reason: 'other', address: '203.0.113.30', code: '451', enhanced: '4.7.500' },
  ],

  // qmail and its children
  [
    'qmail-netqmail-bounce',
    "Hi. This is the qmail-send program at example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<b@example.net>:\n198.51.100.31 failed after I sent the message.\nRemote host said: 554 5.7.1 The reverse DNS of 203.0.113.31 is not set up correctly\n",
    {
      about: 'ptr-unspecified',
      address: '203.0.113.31',
      receiverAddress: '198.51.100.31',
      code: '554',
      enhanced: '5.7.1',
    },
  ],
  [
    'qmail-log-underscores',
    '@400000005f0c1d2a11111111 delivery 7: deferral: 198.51.100.32_does_not_like_recipient./Remote_host_said:_450_4.7.1_Client_host_rejected:_cannot_find_your_reverse_hostname,_[203.0.113.32]/Giving_up_on_198.51.100.32./',
    { about: 'ptr-missing', address: '203.0.113.32', receiverAddress: '198.51.100.32', code: '450', enhanced: '4.7.1' },
  ],
  [
    'rblsmtpd',
    'Connected to 198.51.100.33 but sender was rejected.\nRemote host said: 451 http://bl.example.org/?ip=203.0.113.33 Dynamic pool, blocked using rbl',
    {
      about: 'not-reverse-dns',
      reason: 'blocklist',
      address: '203.0.113.33',
      receiverAddress: '198.51.100.33',
      code: '451',
    },
  ],
  [
    'qpsmtpd',
    '550 Your IP 203.0.113.34 lacks reverse DNS, denied (#5.7.1)',
    { about: 'ptr-missing', address: '203.0.113.34', code: '550', enhanced: '5.7.1' },
  ],
  [
    'simscan',
    '554 mail server permanently rejected message (#5.3.0)',
    { about: 'not-reverse-dns', reason: 'other', code: '554', enhanced: '5.3.0' },
  ],

  // Sendmail
  [
    'sendmail-require-rdns',
    '550 5.7.1 Fix reverse DNS for 203.0.113.36',
    { about: 'ptr-unspecified', address: '203.0.113.36', receiver: 'att.net', code: '550', enhanced: '5.7.1' },
  ],
  [
    'sendmail-rdns-temp',
    '451 4.4.1 Client IP address 203.0.113.37 does not resolve: reverse name temporarily unavailable',
    { about: 'lookup-failed', address: '203.0.113.37', code: '451', enhanced: '4.4.1' },
  ],
  [
    'sendmail-milter-greylist',
    '451 4.7.1 Greylisting in action, please come back in 00:05:00',
    { about: 'not-reverse-dns', reason: 'greylist', code: '451', enhanced: '4.7.1' },
  ],
  [
    'sendmail-dsn',
    '   ----- The following addresses had permanent fatal errors -----\n<b@example.net>\n    (reason: 550 5.7.1 Relaying denied. Proper authentication required. PTR for 203.0.113.39 missing)\n\n   ----- Transcript of session follows -----\n... while talking to mx.example.net.:\n>>> RCPT To:<b@example.net>\n<<< 550 5.7.1 Relaying denied. Proper authentication required. PTR for 203.0.113.39 missing\n',
    { about: 'ptr-missing', address: '203.0.113.39', receiver: 'example.net', code: '550', enhanced: '5.7.1' },
  ],

  // Large receivers
  [
    'gmx-net-nemesis',
    '554-gmx.net (mxgmx011) Nemesis ESMTP Service not available\n554-No SMTP service\n554-Bad DNS PTR resource record.\n554 For explanation visit https://www.gmx.net/mail/senderguidelines?ip=203.0.113.40&c=rdns',
    { about: 'ptr-unspecified', address: '203.0.113.40', receiver: 'gmx.net', code: '554' },
  ],
  [
    'web-de-bl',
    '554-web.de (mxweb012) Nemesis ESMTP Service not available\n554-No SMTP service\n554-IP address is black listed.\n554 For explanation visit https://web.de/email/senderguidelines?ip=203.0.113.41&c=bl',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.41', receiver: 'web.de', code: '554' },
  ],
  [
    'gmx-hostname-dynamic',
    '554-gmx.net (mxgmx112) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is dynamic 554 For explanation visit https://www.gmx.net/mail/senderguidelines?ip=203.0.113.42&c=ip',
    { about: 'not-reverse-dns', reason: 'other', address: '203.0.113.42', receiver: 'gmx.net', code: '554' },
  ],
  [
    't-online-rdns',
    '554 IP=203.0.113.43 - No valid reverse DNS / PTR record. Contact tosa@rx.t-online.de',
    { about: 'ptr-unspecified', address: '203.0.113.43', receiver: 't-online.de', code: '554' },
  ],
  [
    'yandex-no-ptr',
    '550 5.7.1 No PTR record for 203.0.113.44, https://yandex.ru/support/mail/web/ptr.html',
    { about: 'ptr-missing', address: '203.0.113.44', receiver: 'yandex.ru', code: '550', enhanced: '5.7.1' },
  ],
  [
    'mail-ru-generic',
    '550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=x or report details to abuse@corp.mail.ru. Your PTR 45-113-0-203.pool.isp.example looks like a dynamic one',
    { about: 'ptr-generic', name: '45-113-0-203.pool.isp.example', receiver: 'mail.ru', code: '550' },
  ],
  [
    'mail-ru-no-reverse',
    'host mxs.mail.ru[198.51.100.46] said: 550 We do not accept mail from hosts without PTR record (203.0.113.46), see http://help.mail.ru/ (in reply to RCPT TO command)',
    {
      about: 'ptr-missing',
      address: '203.0.113.46',
      receiverAddress: '198.51.100.46',
      receiver: 'mail.ru',
      code: '550',
    },
  ],
  [
    'icloud-hm08',
    'host mx01.mail.icloud.com[198.51.100.47] said: 550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=203.0.113.47 (in reply to MAIL FROM command)',
    {
      about: 'not-reverse-dns',
      reason: 'blocklist',
      address: '203.0.113.47',
      receiverAddress: '198.51.100.47',
      receiver: 'icloud.com',
      code: '550',
      enhanced: '5.7.0',
    },
  ],
  [
    'icloud-ptr',
    '450 4.7.1 [CS01] Message deferred due to missing rDNS of 203.0.113.48. Please visit https://support.apple.com/en-us/HT204137',
    { about: 'ptr-missing', address: '203.0.113.48', receiver: 'icloud.com', code: '450', enhanced: '4.7.1' },
  ],
  [
    'yahoo-no-rdns',
    '421 4.7.1 [BL21] Connections not accepted from IP addresses without reverse DNS; see https://senders.yahooinc.com/error-codes (203.0.113.49)',
    { about: 'ptr-missing', address: '203.0.113.49', receiver: 'yahoo', code: '421', enhanced: '4.7.1' },
  ],
  [
    'yahoo-ptr-1',
    "553 5.7.1 [BL21] Connections will not be accepted from 203.0.113.50, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html",
    {
      about: 'not-reverse-dns',
      reason: 'blocklist',
      address: '203.0.113.50',
      receiver: 'yahoo',
      code: '553',
      enhanced: '5.7.1',
    },
  ],
  [
    'ovh-mx',
    'host mx1.mail.ovh.net[198.51.100.51] said: 450 4.7.25 Client host rejected: cannot find your reverse hostname, [203.0.113.51] (in reply to RCPT TO command)',
    {
      about: 'ptr-missing',
      address: '203.0.113.51',
      receiverAddress: '198.51.100.51',
      receiver: 'ovh.net',
      code: '450',
      enhanced: '4.7.25',
    },
  ],
  [
    'strato',
    'host smtpin.rzone.de[198.51.100.52] said: 550 5.7.1 Reverse DNS lookup failed, no PTR for 203.0.113.52 (in reply to MAIL FROM command)',
    {
      about: 'ptr-missing',
      address: '203.0.113.52',
      receiverAddress: '198.51.100.52',
      receiver: 'rzone.de',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'zoho',
    '553 5.7.1 Mail from 203.0.113.53 rejected: sending IP does not have a valid PTR',
    { about: 'ptr-unspecified', address: '203.0.113.53', code: '553', enhanced: '5.7.1' },
  ],
  [
    'fastmail',
    '451 4.7.1 Client host rejected: reverse hostname of 203.0.113.54 lookup failure, try again',
    { about: 'lookup-failed', address: '203.0.113.54', code: '451', enhanced: '4.7.1' },
  ],

  // Filters
  [
    'proofpoint-fcrdns',
    '550 5.7.1 Access denied... sending host 203.0.113.55 fails forward confirmed reverse DNS',
    { about: 'ptr-not-confirmed', address: '203.0.113.55', code: '550', enhanced: '5.7.1' },
  ],
  [
    'proofpoint-pphosted',
    'host mx0a-00000001.pphosted.com[198.51.100.56] refused to talk to me: 554 Blocked - see https://ipcheck.proofpoint.com/?ip=203.0.113.56',
    {
      about: 'not-reverse-dns',
      reason: 'blocklist',
      address: '203.0.113.56',
      receiverAddress: '198.51.100.56',
      receiver: 'pphosted.com',
      code: '554',
    },
  ],
  [
    'mimecast-greylist',
    '451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [aBcDeF.eu123]',
    { about: 'not-reverse-dns', reason: 'greylist', receiver: 'mimecast.com', code: '451' },
  ],
  [
    'mimecast-ip',
    '550 Rejected by header based Anti-Spoofing policy: a@example.org - https://community.mimecast.com/docs/DOC-1369#550 [aBcDeF.uk45]',
    { about: 'not-reverse-dns', reason: 'other', receiver: 'mimecast.com', code: '550' },
  ],
  [
    'barracuda-ptr',
    '550 permanent failure for one or more recipients (b@example.com:blocked): PTR record of sending IP 203.0.113.59 is blocked',
    { about: 'ptr-unspecified', address: '203.0.113.59', code: '550' },
  ],
  [
    'barracuda-bbl',
    '554 Service unavailable; Client host [mail.example.org] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=203.0.113.60',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.60', code: '554' },
  ],
  [
    'esa-sbrs',
    "554-esa1.example.net\n554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
    { about: 'not-reverse-dns', reason: 'blocklist', receiver: 'example.net', code: '554' },
  ],
  [
    'esa-unknown-list',
    '554-esa2.example.net 554 Access refused: host DNS PTR record does not exist, does not resolve or does not match the IP 203.0.113.62',
    { about: 'ptr-unspecified', address: '203.0.113.62', receiver: 'example.net', code: '554' },
  ],
  [
    'sophos',
    '550 5.7.1 203.0.113.63 rejected: RDNS/HELO: no RDNS entry',
    { about: 'ptr-missing', address: '203.0.113.63', code: '550', enhanced: '5.7.1' },
  ],
  [
    'sophos-rdns-invalid',
    '550 RDNS/HELO: Invalid RDNS entry for 203.0.113.64 (a64.example.org)',
    { about: 'ptr-unspecified', address: '203.0.113.64', name: 'a64.example.org', code: '550' },
  ],
  [
    'fortimail',
    '550 5.7.1 Sender IP 203.0.113.65 failed reverse DNS check',
    { about: 'ptr-unspecified', address: '203.0.113.65', code: '550', enhanced: '5.7.1' },
  ],
  [
    'trendmicro-ers',
    '550 5.7.1 Service unavailable; Client host [203.0.113.66] blocked using Trend Micro RBL+; Please see http://www.mail-abuse.com/cgi-bin/lookup?ip_address=203.0.113.66',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.66', code: '550', enhanced: '5.7.1' },
  ],
  [
    'spamtitan',
    '450 4.7.1 <[203.0.113.67]>: Client host rejected: PTR lookup for this address timed out',
    { about: 'lookup-failed', address: '203.0.113.67', code: '450', enhanced: '4.7.1' },
  ],
  [
    'hornet',
    '550 5.7.1 203.0.113.68: rDNS of the sending server does not match its HELO mail.example.org',
    { about: 'helo', address: '203.0.113.68', name: 'mail.example.org', code: '550', enhanced: '5.7.1' },
  ],
  [
    'nospamproxy',
    '554 5.7.1 The reverse DNS entry of 203.0.113.69 points to dsl69.isp.example, which is a dial-up name',
    { about: 'ptr-generic', address: '203.0.113.69', name: 'dsl69.isp.example', code: '554', enhanced: '5.7.1' },
  ],
  [
    'kerio',
    '550 5.7.1 Client with IP address 203.0.113.70 has no PTR record in DNS. Connection refused',
    { about: 'ptr-missing', address: '203.0.113.70', code: '550', enhanced: '5.7.1' },
  ],
  [
    'mdaemon-ptr',
    '501 5.7.1 Access denied - PTR lookup for 203.0.113.71 gave mail.example.org, which does not match',
    { about: 'ptr-not-confirmed', address: '203.0.113.71', name: 'mail.example.org', code: '501', enhanced: '5.7.1' },
  ],
  [
    'smartermail',
    '554 Sending address not accepted due to spam filter (Reverse DNS Lookup)',
    { about: 'ptr-unspecified', code: '554' },
  ],
  [
    'axigen',
    '550 IP 203.0.113.73 is not allowed to connect: reverse DNS required',
    { about: 'ptr-missing', address: '203.0.113.73', code: '550' },
  ],
  [
    'communigate',
    '591 your host 203.0.113.74 is blacklisted by bl.example.org. Send your questions to blacklist-admin@example.net',
    { about: 'not-reverse-dns', reason: 'blocklist', address: '203.0.113.74', code: '591' },
  ],
  [
    'postal-notes',
    'Domino: Error transferring to mx.example.net; 554 Reverse DNS lookup for 203.0.113.75 did not return a host name',
    { about: 'ptr-missing', address: '203.0.113.75', receiver: 'example.net', code: '554' },
  ],

  // Languages
  [
    'german-frame',
    'Ihre Nachricht konnte nicht zugestellt werden.\nServer mx.example.net [198.51.100.80] meldet: 550 5.7.1 Kein Reverse-DNS-Eintrag (PTR) für 203.0.113.80 vorhanden',
    {
      about: 'ptr-missing',
      address: '203.0.113.80',
      receiverAddress: '198.51.100.80',
      receiver: 'example.net',
      code: '550',
      enhanced: '5.7.1',
    },
  ],
  [
    'german-dynamic',
    '554 Der Hostname p81.dip0.isp.example sieht nach einer dynamischen Einwahl-Adresse aus (PTR generisch)',
    { about: 'ptr-generic', name: 'p81.dip0.isp.example', code: '554' },
  ],
  [
    'french-none',
    "550 5.7.1 Refusé : l'adresse 203.0.113.82 n'a pas d'enregistrement DNS inverse",
    { about: 'ptr-missing', address: '203.0.113.82', code: '550', enhanced: '5.7.1' },
  ],
  [
    'spanish-none',
    '550 5.7.1 Rechazado: la IP 203.0.113.83 no tiene registro PTR (DNS inverso)',
    { about: 'ptr-missing', address: '203.0.113.83', code: '550', enhanced: '5.7.1' },
  ],
  [
    'italian-mismatch',
    "550 Rifiutato: il record PTR di 203.0.113.84 non corrisponde all'indirizzo IP",
    { about: 'ptr-not-confirmed', address: '203.0.113.84', code: '550' },
  ],
  [
    'portuguese-none',
    '550 5.7.1 Rejeitado: o IP 203.0.113.85 não possui DNS reverso',
    { about: 'ptr-missing', address: '203.0.113.85', code: '550', enhanced: '5.7.1' },
  ],
  [
    'russian-none',
    '550 5.7.1 Для адреса 203.0.113.86 отсутствует обратная запись (PTR)',
    { about: 'ptr-missing', address: '203.0.113.86', code: '550', enhanced: '5.7.1' },
  ],
  [
    'polish-none',
    '550 5.7.1 Brak rekordu PTR (revDNS) dla 203.0.113.87',
    { about: 'ptr-missing', address: '203.0.113.87', code: '550', enhanced: '5.7.1' },
  ],
  [
    'japanese-none',
    '550 5.7.1 接続元 203.0.113.88 の逆引きが設定されていません',
    { about: 'ptr-missing', address: '203.0.113.88', code: '550', enhanced: '5.7.1' },
  ],
  [
    'chinese-none',
    '550 5.7.1 发件服务器 203.0.113.89 没有反向解析(PTR)记录',
    { about: 'ptr-missing', address: '203.0.113.89', code: '550', enhanced: '5.7.1' },
  ],
  [
    'turkish-none',
    '550 5.7.1 203.0.113.90 adresinin ters DNS (PTR) kaydı yok',
    { about: 'ptr-missing', address: '203.0.113.90', code: '550', enhanced: '5.7.1' },
  ],
  [
    'korean-none',
    '550 5.7.1 발신 서버 203.0.113.91 의 역방향 DNS(PTR) 레코드가 없습니다',
    { about: 'ptr-missing', address: '203.0.113.91', code: '550', enhanced: '5.7.1' },
  ],
  [
    'dutch-none',
    '550 5.7.1 Geen reverse DNS gevonden voor 203.0.113.92',
    { about: 'ptr-missing', address: '203.0.113.92', code: '550', enhanced: '5.7.1' },
  ],
  [
    'ukrainian-none',
    '550 5.7.1 Відсутній PTR-запис для 203.0.113.93',
    { about: 'ptr-missing', address: '203.0.113.93', code: '550', enhanced: '5.7.1' },
  ],
  [
    'finnish-none',
    '550 5.7.1 Osoitteelta 203.0.113.94 puuttuu PTR-tietue (käänteisnimi)',
    { about: 'ptr-missing', address: '203.0.113.94', code: '550', enhanced: '5.7.1' },
  ],
  [
    'hungarian-none',
    '550 5.7.1 A 203.0.113.95 címnek nincs reverse DNS bejegyzése',
    { about: 'ptr-missing', address: '203.0.113.95', code: '550', enhanced: '5.7.1' },
  ],
];
