import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNetwork } from '../../src/map/network.ts';
import { cellName, cellsName, FAULT_BIT, faultQuarters, stateNumber, stateOf } from '../../src/shared/map-cells.ts';
import { mapText } from '../../src/shared/map-text.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { Workbench, type WorkbenchOptions } from '../support/workbench.ts';
import { mapOf, refresh } from './map-of.ts';

/** The signs of the first cells, those that are free left out at the end. */
function signs(fixture: string, network: string, options: WorkbenchOptions = {}, view = ''): string {
  return mapText(mapOf(new Workbench(fixture, options), network, view).picture())
    .split('\n')
    .slice(2)
    .join('\n');
}

const BOTH = `
;- example.com.zone
@    3600 IN MX 10 mail
mail 3600 IN A 192.0.2.1
www  3600 IN A 192.0.2.2
api  3600 IN A 192.0.2.3
web  3600 IN A 192.0.2.4
;- 2.0.192.in-addr.arpa.zone
1    3600 IN PTR mail.example.com.
3    3600 IN PTR www.example.com.
4    3600 IN PTR nothing.example.com.
5    3600 IN PTR host.example.net.
6    3600 IN PTR 192-0-2-6.provider.example.
`;

test('each address has its state, mail hosts are named', () => {
  assert.equal(
    signs(BOTH, '192.0.2.0/28'),
    `192.0.2.0  .=!x0>G.........

Faults:
!  1 no PTR
0  1 PTR without address
x  1 mismatch
G  1 generic
No faults:
. 10 free
=  1 agreed
>  1 leads elsewhere
mail host 192.0.2.1: agreed
`,
  );
});

test('what others run, what no zone is held for, and pools', () => {
  assert.match(signs(BOTH, '198.51.100.0/28'), /^198\.51\.100\.0 {2}~{16}\n/);
  assert.match(signs(BOTH, '192.0.2.0/28', { settings: { externalNetworks: ['192.0.2.0/30'] } }), / {2}~~~~0>G\.{9}\n/);
  assert.match(signs(BOTH, '192.0.2.0/28', { settings: { pools: ['192.0.2.6'] } }), / {2}\.=!x0>p\.{9}\n/);
});

test('a PTR in one view only', () => {
  const views = `
;- in/example.com.zone origin=example.com. view=in
www  3600 IN A 192.0.2.2
;- in/2.0.192.in-addr.arpa.zone origin=2.0.192.in-addr.arpa. view=in
2    3600 IN PTR www.example.com.
;- out/example.com.zone origin=example.com. view=out
www  3600 IN A 192.0.2.2
;- out/2.0.192.in-addr.arpa.zone origin=2.0.192.in-addr.arpa. view=out
9    3600 IN PTR www.example.net.
`;
  assert.match(signs(views, '192.0.2.0/29', {}, 'in'), / {2}\.\.=\.\.\.\.\.\n/);
  assert.match(signs(views, '192.0.2.0/29', {}, 'out'), / {2}\.\.v\.\.\.\.\.\n/);
});

const CLASSLESS = `
;- 2.0.192.in-addr.arpa.zone
@      3600 IN NS ns.example.net.
64/26  3600 IN NS ns.example.net.
$GENERATE 64-127 $ 3600 IN CNAME $.64/26
200    3600 IN NS ns.example.org.
;- 64-26.2.0.192.in-addr.arpa.zone origin=64/26.2.0.192.in-addr.arpa.
70     3600 IN PTR www.example.net.
`;

test('classless children and delegations are ranges, and their addresses are answered through the aliases', () => {
  const map = mapOf(new Workbench(CLASSLESS), '192.0.2.0/24');
  assert.deepEqual(
    map.ranges().map(({ kind, first, last, zone, isHeld }) => `${kind} ${first}-${last} ${zone} ${isHeld}`),
    ['child 64-127 64/26.2.0.192.in-addr.arpa true', 'cut 200-200 200.2.0.192.in-addr.arpa false'],
  );
  const text = mapText(map.picture());
  assert.match(text, /192\.0\.2\.64 {2} \.{6}>\.{57}\n/);
  assert.match(text, /192\.0\.2\.192 {2}\.{8}~\.{55}\n/);
  assert.match(text, /192\.0\.2\.64-127: 64\/26\.2\.0\.192\.in-addr\.arpa, a classless child\n/);
  assert.match(text, /192\.0\.2\.200: 200\.2\.0\.192\.in-addr\.arpa, delegated, not held\n/);
});

test('of IPv6 the addresses in use are drawn, by their prefixes', () => {
  const text = signs(
    `
;- example.com.zone
www  3600 IN AAAA 2001:db8::10
mail 3600 IN AAAA 2001:db8:0:1::25
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR www.example.com.
`,
    '2001:db8::/32',
  );
  assert.equal(text, '2001:db8::10      =\n2001:db8:0:1::25  !\n\nFaults:\n! 1 no PTR\nNo faults:\n= 1 agreed\n');
});

test('networks that can not be drawn say why', () => {
  for (const [text, problem] of [
    ['example.com', /no network/],
    ['192.0.2.0/33', /no network/],
    ['192.0.2.0/24/3', /no network/],
  ] as const) {
    const network = parseNetwork(text);
    assert.match('problem' in network ? network.problem : '', problem);
  }
  const inside = parseNetwork('192.0.2.77/25');
  assert.equal('problem' in inside ? '' : inside.text, '192.0.2.0/25');
  const around = parseNetwork('2001:db8::7');
  assert.equal('problem' in around ? '' : around.text, '2001:db8::/64');
});

test('a change brings the cells that are other, and they are those of a fresh map', () => {
  const bench = new Workbench(BOTH);
  const map = mapOf(bench, '192.0.2.0/24');
  const change = (path: string, from: string, to: string): readonly number[] => {
    bench.store.setFile(path, sourceOfText(bench.text(path).replace(from, to)));
    bench.settle();
    const changes = refresh(map);
    assert.deepEqual(map.cells, mapOf(bench, '192.0.2.0/24').cells, `${from} -> ${to}`);
    return changes.isWhole ? [-1] : changes.cells;
  };
  const reverse = '2.0.192.in-addr.arpa.zone';
  assert.deepEqual(change(reverse, '1    3600', '2    3600 IN PTR www.example.com.\n1    3600'), [2, 1]);
  // A pair whose names are new to the engine is checked without a word.
  assert.deepEqual(change('example.com.zone', 'api ', 'new 3600 IN A 192.0.2.77\napi '), [77, 2 | FAULT_BIT]);
  assert.deepEqual(change(reverse, '5    3600', '77 3600 IN PTR new.example.com.\n5    3600'), [77, 1]);
  assert.deepEqual(change(reverse, 'host.example.net.', 'www'), [5, stateNumber('no-address') | FAULT_BIT]);
});

test('names that only count are numbered; generic, and a fault, is one that sends mail', () => {
  const hosts = Array.from({ length: 8 }, (_, i) => i + 16);
  const map = mapOf(
    new Workbench(`
;- example.com.zone
@    3600 IN MX 10 dyn-17
${hosts.map((n) => `dyn-${n} 3600 IN A 192.0.2.${n}`).join('\n')}
;- 2.0.192.in-addr.arpa.zone
${hosts.map((n) => `${n} 3600 IN PTR dyn-${n}.example.com.`).join('\n')}
`),
    '192.0.2.16/29',
  );
  assert.deepEqual([...map.cells].map((cell) => stateOf(cell).sign).join(''), 'nGnnnnnn');
  assert.deepEqual(
    [...map.cells].flatMap((cell, i) => ((cell & FAULT_BIT) === 0 ? [] : [i])),
    [1],
  );
});

const WIDE = `
;- example.com.zone
a 3600 IN A 10.0.2.1
b 3600 IN A 10.0.2.2
c 3600 IN A 10.0.2.3
d 3600 IN A 10.0.2.4
e 3600 IN A 10.1.7.1
f 3600 IN A 192.0.2.1
;- 10.in-addr.arpa.zone
1.2.0 3600 IN PTR a.example.com.
2.2.0 3600 IN PTR b.example.com.
3.2.0 3600 IN PTR c.example.com.
1.7.1 3600 IN PTR e.example.com.
200   3600 IN NS ns.example.net.
`;

test('a wide network has a cell for each /24, by its most frequent fault and how much of it is at fault', () => {
  const map = mapOf(new Workbench(WIDE), '10.0.0.0/8');
  const picture = map.picture();
  const told = [...map.cells].flatMap((cell, i) =>
    stateOf(cell).id === 'free' || stateOf(cell).id === 'not-held'
      ? []
      : [`${cellName(picture, i)} ${stateOf(cell).id} ${faultQuarters(cell, picture)}`],
  );
  assert.deepEqual(told, ['10.0.2.0/24 no-ptr 1', '10.1.7.0/24 agreed 0']);
  assert.equal(stateOf(map.cells[5] ?? 0).id, 'free', 'the zone is held');
  assert.equal(map.cells.length, 65_536);
  assert.equal(cellsName(picture, 2, 5), '10.0.2.0-10.0.5.255');
  assert.deepEqual(map.ranges(), [
    { kind: 'cut', first: 200 * 256, last: 201 * 256 - 1, zone: '200.10.in-addr.arpa', isHeld: false },
  ]);
  assert.equal(stateOf(map.cells[200 * 256] ?? 0).id, 'not-held');
  assert.equal(
    mapText(picture).split('Faults:')[0],
    `10.0.0.0/8, one character a /24

10.0.0.0  ..!${'.'.repeat(61)}
10.1.0.0  .......=${'.'.repeat(56)}
(1022 lines with nothing in use left out)

`,
  );
});

test('a wider one has a cell for each /16, and follows changes', () => {
  const bench = new Workbench(WIDE);
  const map = mapOf(bench, '0.0.0.0/0');
  const zones = map.ranges().map(({ kind, first, last, zone }) => `${kind} ${first}-${last} ${zone}`);
  assert.deepEqual(zones, ['zone 2560-2815 10.in-addr.arpa'], 'and the delegated /16 is a cell, no range of them');
  const told = (): string[] =>
    [...map.cells].flatMap((cell, i) =>
      stateOf(cell).id === 'free' || stateOf(cell).id === 'not-held'
        ? []
        : [`${cellName(map.picture(), i)} ${stateOf(cell).id}`],
    );
  assert.deepEqual(told(), ['10.0.0.0/16 no-ptr', '10.1.0.0/16 agreed']);
  const path = '10.in-addr.arpa.zone';
  bench.store.setFile(
    path,
    sourceOfText(
      bench.text(path).replace('1.7.1 ', '1.7.2 ').replace('200 ', '4.2.0 3600 IN PTR d.example.com.\n200 '),
    ),
  );
  bench.settle();
  assert.equal(refresh(map).isWhole, false);
  assert.deepEqual(told(), ['10.0.0.0/16 agreed', '10.1.0.0/16 no-ptr', '10.2.0.0/16 mismatch']);
});
