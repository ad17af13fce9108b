import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlights } from '../../src/features/highlights.ts';
import { show, spotIn } from '../report/place-of.ts';

/** The words that are marked, as `line: word`, owners with a `!`. */
function marked(fixture: string): string[] {
  const spot = spotIn(fixture);
  const found = highlights(spot.ctx, spot.file, spot.position) ?? [];
  const { path } = spot.file;
  const words = show(
    spot,
    found.map(({ range }) => ({ path, range })),
  );
  return words.map((word, i) => word.slice(path.length + 1) + (found[i]?.kind === 'write' ? '!' : ''));
}

/** The same with the cursor before each of some words, which must give the same. */
function markedAt(fixture: string, places: readonly string[]): string[] {
  const [first = [], ...others] = places.map((place) => {
    assert.equal(fixture.split(place).length, 2, `${place} is there once`);
    return marked(fixture.replace(place, () => place.replace(/(\S+)$/, '<|>$1')));
  });
  for (const other of others) assert.deepEqual(other, first);
  return first;
}

const zone = `
;- example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 1 7200 900 1209600 3600
@ IN NS NS1.example.com.
ns1 IN A 192.0.2.1
  IN AAAA 2001:db8::1
$ORIGIN ns1.example.com.
@ IN TXT "ns1"
www IN CNAME @
$ORIGIN example.com.
ns1.example.com. IN MX 10 n\\115\\049
ns IN A 192.0.2.2
`;

test('a name is one, however it is written; owners are written to', () => {
  const places = ['SOA ns1', 'NS NS1.example.com.', 'ns1', '$ORIGIN ns1.example.com.', 'CNAME @', 'MX 10 n\\115\\049'];
  const words = [
    '2: ns1',
    '3: NS1.example.com.',
    '4: ns1!',
    '6: ns1.example.com.',
    '7: @!',
    '8: @',
    '10: ns1.example.com.!',
    '10: n\\115\\049',
  ];
  assert.deepEqual(
    markedAt(
      zone,
      places.filter((place) => place !== 'ns1'),
    ),
    words,
  );
  assert.deepEqual(marked(zone.replace('\nns1 IN', '\nns<|>1 IN')), words);
});

test('the zone itself: its name, and @ where it is the origin', () => {
  assert.deepEqual(marked(zone.replace('\n@ IN SOA', '\n<|>@ IN SOA')), ['2: @!', '3: @!', '9: example.com.']);
});

test('the mailbox of an SOA is a name too', () => {
  assert.deepEqual(marked(zone.replace('hostmaster', 'host<|>master')), ['2: hostmaster']);
});

test('nothing between words, at strings, numbers, types and in comments', () => {
  for (const [from, to] of [
    ['"ns1"', '"n<|>s1"'],
    ['7200', '72<|>00'],
    ['IN TXT', 'IN T<|>XT'],
    ['$TTL 1h', '$TTL 1h ; n<|>s1'],
  ] as const)
    assert.deepEqual(marked(zone.replace(from, to)), []);
});

test('an address and the owner of its PTR record are one name', () => {
  const both = `
;- all.zone origin=.
$TTL 1h
@ IN SOA ns.example.net. hostmaster.example.net. 1 7200 900 1209600 3600
@ IN NS ns.example.net.
www.example.com. IN A 192.0.2.10
mail.example.com. IN A 192.0.2.10
www.example.com. IN AAAA 2001:DB8:0::10
mail.example.com. IN AAAA 2001:db8::10
$ORIGIN 2.0.192.in-addr.arpa.
10 IN PTR www.example.com.
`;
  const words = ['4: 192.0.2.10', '5: 192.0.2.10', '9: 10!'];
  assert.deepEqual(marked(both.replace('www.example.com. IN A 192', 'www.example.com. IN A 1<|>92')), words);
  assert.deepEqual(marked(both.replace('\n10 IN', '\n1<|>0 IN')), words);
  assert.deepEqual(marked(both.replace('2001:DB8', '20<|>01:DB8')), ['6: 2001:DB8:0::10', '7: 2001:db8::10']);
});

test('the terms of SPF records that name a host', () => {
  const spf = zone.replace('"ns1"', '"v=spf1 a:ns1.example.com -all"').replace('\nns1 IN A', '\nn<|>s1 IN A');
  assert.ok(marked(spf).includes('7: ns1.example.com'));
});

test('other files are left out, other names too', () => {
  const other = `${zone.replace('\nns IN', '\nn<|>s IN')};- 2.0.192.in-addr.arpa.zone\n2 3600 IN PTR ns.example.com.\n`;
  assert.deepEqual(marked(other), ['11: ns!']);
});

test('in a large file the words around the cursor, found by its records', () => {
  const lines = Array.from({ length: 30_000 }, (_, i) => `h${i} 3600 IN CNAME ${i % 10 === 0 ? 'www' : 'ftp'}`);
  lines[15_000] = 'h15000 3600 IN CNAME w<|>ww';
  const words = marked(`\n;- example.com.zone\n${lines.join('\n')}\n`);
  assert.ok(words.includes('15001: www') && words.includes('14991: www') && words.includes('15011: www'));
  assert.ok(!words.includes('1: www') && words.length >= 500 && words.length < 700, String(words.length));
});

test('on a type, a class and a TTL nothing is marked; elsewhere what is written alike is for the editor', () => {
  const found = (line: string): number | undefined => {
    const spot = spotIn(`
;- example.com.zone
ns1 IN A 192.0.2.1
${line}
`);
    return highlights(spot.ctx, spot.file, spot.position)?.length;
  };
  for (const line of ['w<|>ww IN A 192.0.2.2', 'www IN A 192.0.2<|>.2']) assert.equal(found(line), 1);
  for (const line of ['www 36<|>00 IN A 192.0.2.2', 'www I<|>N A 192.0.2.2', 'www IN <|>A 192.0.2.2'])
    assert.equal(found(line), 0, line);
  for (const line of ['www IN TXT "te<|>xt"', '; a wo<|>rd']) assert.equal(found(line), undefined, line);
});

test('an address is marked in the terms of SPF too, but not the networks that it lies in', () => {
  const fixture = `
;- example.com.zone
mail IN AAAA <|>2001:DB8:0::25
@ IN TXT "v=spf1 ip6:2001:db8::25 -ip6:2001:db8::/64 ?ip6:2001:db8::25/" "128 ip6:2001:db8::26 -all"
alias IN AAAA 2001:db8::25
`;
  assert.deepEqual(marked(fixture), ['1: 2001:DB8:0::25', '2: 2001:db8::25', '3: 2001:db8::25']);
});
