import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../support/check.ts';
import { Workbench } from '../../support/workbench.ts';

test('a run is said once; a mail host in it by itself', () => {
  check(`
;- example.com.zone
@     IN TXT "v=spf1 ip4:192.0.2.103 -all"
$GENERATE 100-110 host-$ IN A 192.0.2.$
;                             ^^^^^^^^^ (error ptr-generic: host-103.example.com looks generic: the name encodes the last octet 103, beside the word "host"; 192.0.2.103 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), others score it as spam)
www   IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  www.example.com.
$GENERATE 100-110 $ IN PTR host-$.example.com.
;<---------------------------------------------- hint ptr-generic-series: 11 PTR records made by $GENERATE only count, from 192.0.2.100 (host-100.example.com) to 192.0.2.110 (host-110.example.com)
;                          ^^^^^^^^^^^^^^^^^^^ error ptr-generic: host-103.example.com looks generic: the name encodes the last octet 103, beside the word "host"; 192.0.2.103 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), others score it as spam
`);
});

test('four are none', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  web-10.example.net.
11    IN PTR  web-11.example.net.
12    IN PTR  web-12.example.net.
13    IN PTR  web-13.example.net.
`);
});

test('one host with several addresses is none, a blank name on many is one', () => {
  check(`
;- example.com.zone
gw    IN A    192.0.2.1
gw    IN A    192.0.2.2
gw    IN A    192.0.2.3
gw    IN A    192.0.2.4
;- 2.0.192.in-addr.arpa.zone
1     IN PTR  gw.example.com.
2     IN PTR  gw.example.com.
3     IN PTR  gw.example.com.
4     IN PTR  gw.example.com.
51    IN PTR  unused.example.net.
;<--------------------------------- hint ptr-generic-series: 4 PTR records only count, from 192.0.2.51 (unused.example.net) to 192.0.2.54 (unused.example.net)
52    IN PTR  unused.example.net.
53    IN PTR  unused.example.net.
54    IN PTR  unused.example.net.
`);
});

const COUNTED = `
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  host-10.example.net.
11    IN PTR  host-11.example.net.
12    IN PTR  host-12.example.net.
13    IN PTR  host-13.example.net.
14    IN PTR  host-14.example.net.
`;

test('pools are to have such names', () => {
  check(COUNTED, { settings: { pools: ['192.0.2.0/24'] } });
});

test('nothing is said of external networks', () => {
  check(COUNTED, { settings: { externalNetworks: ['192.0.2.0/28'] } });
  check(
    `
;- example.com.zone
@     IN MX   10 mail
mail  IN A    192.0.2.25
www   IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  gone.example.com.
`,
    { settings: { externalNetworks: ['192.0.2.0/24'] } },
  );
});

test('each network has its own template, however the names of the one before count', () => {
  const networks: readonly (readonly string[])[] = [
    [1, 2, 3, 4, 5].map((n) => `h1-${n}`),
    [6, 7, 8, 9, 10].map((n) => `h1-${n}`),
    [11, 12, 13, 14, 15].map((n) => `h${n}-1`),
    [1, 2, 3, 4, 5].map((n) => `h${n}-1`),
    [2, 3, 4, 5, 6].map((n) => `h1-${n}`),
    [2, 3, 4, 5, 6].map((n) => `h2-${n}`),
    [3, 4, 5, 6, 7].map((n) => `mail${n}`),
    [3, 4, 5, 6, 7].map((n) => `i${n}`),
    [8, 9, 10, 11, 12].map((n) => `i${n}`),
    [8, 9, 10, 11, 12].map((n) => `i${n}.sub`),
  ];
  const lines = networks.flatMap((names, network) =>
    names.map((name, i) => `${i + 1}.${network} IN PTR ${name}.example.net.\n`),
  );
  const { engine } = new Workbench(`;- 51.198.in-addr.arpa.zone\n${lines.join('')}`);
  const found = [...engine.book.all()].flatMap(({ rule, data }) =>
    rule === 'ptr-generic-series' ? [`${data?.template} ${data?.count}`] : [],
  );
  assert.deepEqual(found.sort(), [
    'h#-1.example.net 10',
    'h1-#.example.net 15',
    'h2-#.example.net 5',
    'i#.example.net 10',
    'i#.sub.example.net 5',
  ]);
});

test('numbers in hexadecimal are counted as the line makes them', () => {
  const messages = (line: string): readonly string[] =>
    new Workbench(`;- 2.0.192.in-addr.arpa.zone\n${line}\n`).shown().map(({ message }) => message);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is that of $GENERATE
  assert.deepEqual(messages('$GENERATE 0-15 $ 3600 IN PTR h${0,1,x}.example.net.'), [
    '16 PTR records made by $GENERATE only count, from 192.0.2.0 (h0.example.net) to 192.0.2.15 (hf.example.net)',
  ]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is that of $GENERATE
  assert.deepEqual(messages('$GENERATE 0-255 $ 3600 IN PTR h${0,2,x}.example.net.'), [
    '256 PTR records made by $GENERATE only count, from 192.0.2.0 (h00.example.net) to 192.0.2.255 (hff.example.net)',
  ]);
});

test('a $GENERATE line is a series however few PTRs it makes; one of them alone is not', () => {
  check(`
;- example.com.zone
$GENERATE 10-12 host-192-0-2-$ 3600 IN A 192.0.2.$
host-192-0-2-20 3600 IN A 192.0.2.20
;                         ^^^^^^^^^^ (warning ptr-generic: host-192-0-2-20.example.com looks generic: the name spells the whole address 192.0.2.20)
;- 2.0.192.in-addr.arpa.zone
$GENERATE 10-12 $ 3600 IN PTR host-192-0-2-$.example.com.
;<--------------------------------------------------------- hint ptr-generic-series: 3 PTR records made by $GENERATE only count, from 192.0.2.10 (host-192-0-2-10.example.com) to 192.0.2.12 (host-192-0-2-12.example.com)
$GENERATE 20-20 $ 3600 IN PTR host-192-0-2-$.example.com.
;                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ptr-generic: host-192-0-2-20.example.com looks generic: the name spells the whole address 192.0.2.20
`);
});
