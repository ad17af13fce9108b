import { test } from 'node:test';
import { compareWithCheckers } from './compare-checkers.ts';
import { FAULTS, HEAD } from './faults-of-people.ts';
import { zoneOf } from './zones.ts';

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
