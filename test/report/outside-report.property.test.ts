import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workbench, type WorkbenchOptions } from '../support/workbench.ts';

const SOA = '@ 3600 IN SOA ns1 hostmaster 1 1h 1h 1h 1h\n';
const HEAD = `;- example.com.zone\n${SOA}@ 3600 IN NS ns1\nns1 3600 IN A 192.0.2.1\n`;

function told(text: string, options: WorkbenchOptions = {}): string[] {
  return new Workbench(text, options)
    .shown()
    .filter(({ primary }) => primary)
    .map(({ path, range, rule, message }) => `${path}:${range.start.line + 1} ${rule}: ${message}`);
}

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

test('an $ORIGIN that puts records outside the zone is one finding with their number', () => {
  for (const count of [2, 100, 127, 128, 129, 400]) {
    const hosts = lines(count, (i) => `a${i} 3600 IN A 198.51.100.${i % 250}\n`);
    for (const before of [0, 126, 300]) {
      const inside = lines(before, (i) => `i${i} 3600 IN TXT "a"\n`);
      assert.deepEqual(
        told(`${HEAD}${inside}$ORIGIN eaxmple.com.\n${hosts}\n$ORIGIN example.com.\nb 3600 IN A 198.51.100.251\n`),
        [
          `example.com.zone:${4 + before} out-of-zone: This $ORIGIN puts ${count} records outside the zone example.com, the first of them a0.eaxmple.com: BIND drops them`,
        ],
      );
    }
  }
});

test('each $ORIGIN has its own, one record is told as before, and so is what is written as a whole', () => {
  const zone = `${HEAD}$ORIGIN one.example.net.\na 3600 IN A 198.51.100.1\n  3600 IN TXT "a"\n$ORIGIN two.example.net.
@ 3600 IN A 198.51.100.1\n$ORIGIN three.example.net.\na 3600 IN A 198.51.100.1\nwww.example.org. 3600 IN A 198.51.100.1
$GENERATE 1-3 h$ 3600 A 198.51.100.$\nb 3600 IN A 198.51.100.9\n`;
  assert.deepEqual(
    told(zone).map((one) => one.replace(/ outside the zone.*| is not in.*/, '')),
    [
      'example.com.zone:4 out-of-zone: This $ORIGIN puts 2 records',
      'example.com.zone:8 out-of-zone: two.example.net',
      'example.com.zone:9 out-of-zone: This $ORIGIN puts 5 records',
      'example.com.zone:11 out-of-zone: www.example.org',
    ],
  );
});

test('an $ORIGIN above the zone is the cause of what is written in relation to it', () => {
  const zone = `${HEAD}$ORIGIN com.\nwww.example 3600 IN A 198.51.100.1\nwww 3600 IN A 198.51.100.1\n  3600 IN TXT "a"\nwww.example.net. 3600 IN A 198.51.100.1\n`;
  assert.deepEqual(
    told(zone).map((one) => one.replace(/ outside the zone.*| is not in.*/, '')),
    ['example.com.zone:4 out-of-zone: This $ORIGIN puts 2 records', 'example.com.zone:8 out-of-zone: www.example.net'],
  );
});

test('what an $ORIGIN one slip away puts outside is not missed in the zone', () => {
  const rest = 'a 3600 IN A 198.51.100.1\nb 3600 IN A 198.51.100.2\n';
  const zone = (origin: string) =>
    `${HEAD}@ 3600 IN MX 10 a.sub\n$ORIGIN ${origin}.\n${rest};- 100.51.198.in-addr.arpa.zone\n1 3600 IN PTR a.sub.example.com.\n`;
  const rules = (origin: string) => told(zone(origin)).map((one) => one.split(':')[1]?.replace(/^\d+ /, ''));
  assert.deepEqual(rules('sub.exmple.com'), ['out-of-zone']);
  assert.deepEqual(rules('sub.example.net'), ['ptr-target-no-address', 'mx-no-address', 'out-of-zone']);
});

test('a file that is read for the wrong zone is one finding at its SOA', () => {
  const named = ';- named.conf\nzone "exmaple.com" { type primary; file "db.example.com"; };\n';
  const refused =
    /^db\.example\.com:(\d) (soa-missing|out-of-zone): .*servers refuse the zone, and would drop 201 other records/;
  const absolute = lines(200, (i) => `a${i}.example.com. 3600 IN A 198.51.100.${i}\n`);
  const relative = lines(200, (i) => `a${i} 3600 IN A 198.51.100.${i}\n`);
  for (const [line, text] of [
    ['1', `example.com. 3600 IN SOA ns1 hostmaster 1 1h 1h 1h 1h\nexample.com. 3600 IN NS ns1\n${absolute}`],
    ['2', `$ORIGIN example.com.\n${SOA}@ 3600 IN NS ns1\n$ORIGIN sub.example.com.\n${relative}`],
  ] as const) {
    const found = told(`${named};- db.example.com\n${text}`, { wholeZones: true });
    assert.equal(found.length, 1, found.join('\n'));
    assert.equal(refused.exec(found[0] ?? '')?.[1], line, found[0]);
  }
});

test('the number is exact where a file has more such lines than are kept', () => {
  const count = 300_000;
  const zone = `${HEAD}$ORIGIN example.net.\n${lines(count, () => 'a 3600 IN TXT "x"\n')}`;
  assert.match(told(zone).find((one) => one.includes('out-of-zone')) ?? '', / puts 300000 records /);
});
