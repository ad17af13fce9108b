import type { Random } from '../server/whole-server.ts';

/** Lines as large zones have them, by their numbers. */
export const ROWS: readonly ((i: number) => string)[] = [
  (i) => `n${i} A 192.0.2.${i % 250}`,
  (i) => `n${i} 60 IN AAAA 2001:db8::${(i % 5000).toString(16)}`,
  (i) => ` 60 A 192.0.2.${i % 250}`,
  (i) => `n${i} 60 TXT "v=spf1 ip4:192.0.2.${i % 250} -all"`,
  (i) => `n${i} 60 TXT "text ${i}" "more"`,
  (i) => `_sip._tcp.n${i} 60 SRV 10 5 5060 n${i + 1}.example.com.`,
  (i) => `n${i} 60 CAA 0 issue "ca${i % 3}.example.net"`,
  (i) => `_25._tcp.n${i} 60 TLSA 3 1 1 ${'ab'.repeat(32)}`,
  (i) => `n${i} 60 RRSIG A 13 3 60 ( 20300101000000\n 20200101000000 7 example.com.\n AbCd/+8= ) ; signed`,
  (i) => `n${i} 60 HTTPS 1 . alpn=h2,h3 ipv4hint=192.0.2.${i % 250} port=8443`,
  (i) => `n${i} NS ns1.example.com. ; n${i}`,
  (i) => `n${i} CNAME n${i + 1}`,
  (i) => `${i % 250} PTR n${i}.example.com.`,
  () => '; a comment',
  () => '',
];
/** What ends rows, begins strings and comments, names other files, or is read in another way. */
export const ODD: readonly string[] = [
  '$TTL 60',
  '$ORIGIN example.com.',
  '$ORIGIN sub',
  '$ORIGIN 2.0.192.in-addr.arpa.',
  '$INCLUDE part',
  '$INCLUDE part sub',
  '$INCLUDE other',
  '@ SOA ns1 hostmaster ( 1\n 2 3\n 4 5 )',
  'x TXT ( "a"',
  '"b" )',
  ')',
  '(',
  'x TXT "open',
  'y TXT "a \\',
  ' b" ; c',
  'x A 192.0.2.1 ( ; open',
  '; zonewright-disable-next-line',
  '; zonewright-disable ptr-missing',
  '; zonewright-enable',
  'n\u00e9 A 192.0.2.3',
  'b TXT "\u{1f600}"',
  'z TXT "\0"',
  '\ufeffz A 192.0.2.3',
  '\ufeff; a',
  '; \u202e a',
  'a A 192.0.2.1 ; \u200b',
  'a.b..c A 192.0.2.3',
  'bad A 192.0.2',
  'a A 192.0.2.1\rb A 192.0.2.2',
  '$GENERATE 1-3 h$ A 192.0.2.$',
  '{% if a %}',
  '<<<<<<< HEAD',
  'NS ns1',
  'only',
];
/** What is typed inside lines. */
export const PIECES: readonly string[] = [
  ...['', '', 'x', '.', '\n', '\n', '\r\n', '\r', ' ', '(', ')', '"', ';', '1', '\\', '@\n', '\u00e9', '\ufeff', '\0'],
  ...['\u{1f600}', '\ud83d', '\ude00', '\u200b', '\x1b', '=', '-', ',', "'", '$', '\t', '0', '/', '\u00a0', '\u2019'],
];
const HEADS = ['', '$TTL 60\n', '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\n', '\ufeff$TTL 60\n'];
/** One of some, at random. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[random(items.length)] as T;
}

/** A text of up to so many lines of some kinds in turns, with odd lines in it. */
export function textOf(random: Random, most: number): string {
  const count = random(random(2) === 0 ? 12 : most + 1);
  const kinds = Array.from({ length: 1 + random(4) }, () => pick(random, ROWS));
  const lines = Array.from({ length: count }, (_, i) => kinds[i % kinds.length]?.(i) ?? '');
  for (let odd = random(6); odd > 0; odd--) lines.splice(random(count + 1), 0, pick(random, ODD));
  const text = pick(random, HEADS) + lines.join('\n') + (random(3) > 0 ? '\n' : '');
  const end = pick(random, ['\n', '\n', '\n', '\r\n', '\r']);
  return end === '\n' ? text : text.replaceAll('\n', end);
}
