import { test } from 'node:test';
import { compareWithCheckers } from './compare-checkers.ts';
import { zoneOf } from './zones.ts';

const HEAD = [
  '$TTL 1h',
  '@ IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h',
  '@ IN NS ns1.example.net.',
  '@ IN NS ns2.example.net.',
];

/** A fault each, as people make them. The checkers stop at the first line that they can not read, so each stands alone. */
const FAULTS: readonly string[] = [
  'www IN A 192.0.2.300',
  'www IN A 2001:db8::1',
  'www IN AAAA 2001:db8::g',
  'mail IN MX mail.example.net.',
  'mail IN MX 10',
  'www IN A 192.0.2.1 192.0.2.2',
  'a IN CNAME b.example.net.\na IN A 192.0.2.1',
  'a IN CNAME b.example.net.\na IN CNAME c.example.net.',
  'd IN DNAME x.example.net.\ne.d IN A 192.0.2.3',
  'd IN DNAME x.example.net.\nd IN DNAME y.example.net.',
  'sub IN DS 12345 13 2 0000000000000000000000000000000000000000000000000000000000000000',
  'sub IN NS ns1.example.net.\nsub IN DS 12345 13 2 00',
  '@ IN DS 12345 13 2 0000000000000000000000000000000000000000000000000000000000000000',
  '@ IN DNSKEY 257 2 13 AQ==',
  '@ IN DNSKEY 1 3 13 AQ==',
  '@ IN DNSKEY 257 3 8 AQ==',
  '@ IN NSEC3PARAM 1 1 0 -',
  'x IN NSEC3PARAM 1 0 0 -',
  'rp IN RP admin nobody',
  'n IN NAPTR 1 1 "?" "" "" .',
  'lp IN LP 10 lp',
  'afs IN AFSDB 7 afs.example.net.',
  'user IN SMIMEA 3 0 1 0000000000000000000000000000000000000000000000000000000000000000',
  's IN SSHFP 1 1 00',
  'x IN TXT "open',
  'x IN TXT ( "open"',
  'x IN TXT "a" )',
  'x IN TYPE99999 \\# 0',
  'x IN NOSUCH 1',
  'x IN HINFO one',
  'x CH A 192.0.2.1',
  '$NOSUCH 1',
  '$INCLUDE missing',
  '$GENERATE 5-1 h$ A 192.0.2.$',
  'other.example.net. IN A 192.0.2.1',
  'x..y IN A 192.0.2.1',
  `${'x'.repeat(64)} IN A 192.0.2.1`,
  'x IN LOC 91 0 0 N 0 0 0 E 0m',
  'x IN DS x',
  'x IN HTTPS 1 . no-default-alpn',
  'x IN HTTPS 1 . port=70000',
  '@ IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h',
  'y IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h',
  'mx IN MX 10 192.0.2.25',
  'x IN CERT 0 0 0 AA==',
  'x IN CERT 65535 0 0 AA==',
  'x IN IPSECKEY 10 0 0 . AQNR',
  'x IN IPSECKEY 10 0 9 . AQNR',
  'x IN DHCID AA==',
  'x IN DHCID AAIBAA==',
  'x IN NSEC3 1 0 0 - 0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM A',
  'x IN RRSIG A 13 3 3600 20200101000000 20190101000000 12345 example.com. AA==',
  'x IN NSEC y A',
  'x IN KEY 512 3 8 AwEAAQ==\nx IN CNAME y.example.net.',
  '@ IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n@ IN CDS 1040 15 2 0000000000000000000000000000000000000000000000000000000000000000\n@ IN CDNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  '@ IN CDS 0 0 0 00\n@ IN CDNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  'd IN DNAME x.example.net.\nd IN NS ns1.example.net.',
  '@ IN NS ns3',
  'sub IN NS ns.sub',
  'sub IN NS ns.d\nd IN DNAME x.example.net.',
  '*.x IN NS ns1.example.net.',
  'a.*.x IN A 192.0.2.1',
  '@ IN MX 10 a\na IN CNAME b.example.net.',
  '_s._tcp IN SRV 0 0 1 a\na IN CNAME b.example.net.',
  'x IN A 192.0.2.1\nx 77 IN A 192.0.2.2',
  'x_y IN A 192.0.2.1',
  'x IN SPF "v=spf1 -all"',
  `x IN TXT "${'y'.repeat(256)}"`,
];

/** What is broken at random: one word or character of one line. */
const WHOLE = [
  ...HEAD,
  'www 300 IN A 192.0.2.10',
  'v6 IN AAAA 2001:db8::10',
  '@ IN MX 10 mail.example.net.',
  'alias IN CNAME www.example.net.',
  'text IN TXT "some text" more',
  '_sip._tcp IN SRV 0 5 5060 sip.example.net.',
  '@ IN CAA 0 issue "ca.example.net"',
  'host IN SSHFP 1 1 0123456789abcdef0123456789abcdef01234567',
  'sub IN NS ns1.example.net.',
  'sub IN DS 12345 13 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  'phone IN NAPTR 10 10 "U" "E2U+sip" "!^.*$!sip:info@example.com!" .',
  'place IN LOC 52 22 23 N 4 53 32 E -2m 0m',
  'pc IN HINFO "CPU" "OS"',
];
const RANDOM_CASES = 150;

test('what another checker reports is reported here, for faults as people make them', () => {
  compareWithCheckers(FAULTS.map((fault) => zoneOf(`${[...HEAD, fault].join('\n')}\n`)));
});

test('and for zones that were broken at random', () => {
  const random = numbersFrom(18);
  compareWithCheckers(Array.from({ length: RANDOM_CASES }, () => zoneOf(`${broken(WHOLE, random).join('\n')}\n`)));
});

type Random = (below: number) => number;

/** The same numbers each time (Park and Miller). */
function numbersFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % below;
  };
}

/** The lines with one of them broken, which is not among the first. */
function broken(lines: readonly string[], random: Random): readonly string[] {
  const at = HEAD.length + random(lines.length - HEAD.length);
  return lines.map((line, i) => (i === at ? brokenLine(line, random) : line));
}

function brokenLine(line: string, random: Random): string {
  const words = line.split(' ');
  const word = random(words.length);
  const place = random(line.length);
  const letter = 'az09.-@"();\\_/:'.charAt(random(16));
  switch (random(5)) {
    case 0:
      return words.filter((_, i) => i !== word).join(' ');
    case 1:
      return words.flatMap((one, i) => (i === word ? [one, one] : [one])).join(' ');
    case 2:
      return line.slice(0, place) + line.slice(place + 1);
    case 3:
      return line.slice(0, place) + letter + line.slice(place + 1);
    default:
      return line.slice(0, place) + letter + line.slice(place);
  }
}
