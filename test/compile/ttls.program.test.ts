import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindOutcomes, MASTER, type ZoneCase } from '../oracle/bind.ts';
import { ourOutcome } from '../oracle/ours.ts';

/** Records behind the head of a zone, and the TTL that all A records of `w` (NS records of `cut`) get. */
const CASES: readonly (readonly [name: string, text: string, ttl: number, included?: string])[] = [
  ['records that stand together', 'w 100 A 192.0.2.1\nw 200 A 192.0.2.2\n', 100],
  ['another type between', 'w 100 A 192.0.2.1\nw 50 TXT x\n  200 A 192.0.2.2\n', 100],
  ['another owner between', 'w 100 A 192.0.2.1\nx 50 TXT x\nw 200 A 192.0.2.2\nw 300 A 192.0.2.3\n', 200],
  ['three groups', 'w 100 A 192.0.2.1\nx 5 TXT x\nw 200 A 192.0.2.2\ny 5 TXT x\nw 300 A 192.0.2.3\n', 300],
  ['an owner in other letters', 'w 100 A 192.0.2.1\nW 200 A 192.0.2.2\n', 200],
  ['an origin in other letters', 'w 100 A 192.0.2.1\n$ORIGIN EXAMPLE.COM.\nw 200 A 192.0.2.2\n', 200],
  ['one that is outside the zone between', 'w 100 A 192.0.2.1\na.example.org. 5 TXT x\nw 200 A 192.0.2.2\n', 200],
  ['what is generated between', 'w 100 A 192.0.2.1\n$GENERATE 1-2 x$ A 192.0.2.$\nw 200 A 192.0.2.2\n', 100],
  ['the same record again', 'w 100 A 192.0.2.1\nx 5 TXT x\nw 200 A 192.0.2.1\n', 200],
  ['another file', 'w 100 A 192.0.2.1\n$INCLUDE part\n', 200, 'w 200 A 192.0.2.2\n'],
  ['glue between', 'cut 100 NS w\nw 7 A 192.0.2.1\ncut 200 NS v\nv 8 A 192.0.2.2\n', 7],
  ['glue in two groups', 'cut 100 NS w\nw 7 A 192.0.2.1\ncut 100 TXT x\nw 8 A 192.0.2.2\n', 8],
];

test('records of one set get the TTL that BIND gives them', () => {
  const zones = CASES.map(([, text, , included]) => zoneOf(text, included));
  const bind = bindOutcomes(zones);
  for (const [index, [name, , ttl]] of CASES.entries()) {
    const { records } = ourOutcome(zones[index] as ZoneCase);
    assert.deepEqual(records, bind[index]?.records, name);
    const sets = records.filter((record) => /^w\.example\.com\. \d+ IN A /.test(record));
    assert.deepEqual([...new Set(sets.map((record) => Number(record.split(' ')[1])))], [ttl], name);
  }
});

test('the TTL of a $GENERATE line counts for the one below where nothing else gives one', () => {
  const text =
    '@ 9 SOA a.example.net. b 1 2 3 4 5\n@ NS a.example.net.\n$GENERATE 1-1 x$ 60 TXT x\n$GENERATE 1-1 y$ TXT x\n';
  for (const lines of [
    '',
    '$TTL 70\n$GENERATE 1-1 z$ TXT x\n',
    'z TXT x\n$GENERATE 2-2 z$ TXT x\n',
    '$INCLUDE part\n',
  ]) {
    const files = new Map([[MASTER, Buffer.from(text + lines)]]).set('part', Buffer.from('$GENERATE 1-1 v$ TXT x\n'));
    const zone: ZoneCase = { files, origin: 'example.com' };
    const { records } = ourOutcome(zone);
    assert.deepEqual(records, bindOutcomes([zone])[0]?.records, lines);
    assert.ok(records.includes('y1.example.com. 60 IN TXT "x"'));
  }
});

function zoneOf(text: string, included: string | undefined): ZoneCase {
  const head = '$TTL 1h\n@ SOA a.example.net. b 1 2 3 4 5\n@ NS a.example.net.\n';
  const files = new Map([[MASTER, Buffer.from(head + text)]]);
  if (included !== undefined) files.set('part', Buffer.from(included));
  return { files, origin: 'example.com' };
}
