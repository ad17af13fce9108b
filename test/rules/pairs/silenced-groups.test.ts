import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixTitles } from '../../support/check.ts';
import { Workbench } from '../../support/workbench.ts';

const FORWARD = 'example.com.zone';
const REVERSE = '2.0.192.in-addr.arpa.zone';
const LINE = '; zonewright-disable-line';

/** A finding, or two of a pair of files, as `file:line message`. */
function shown(bench: Workbench, isPrimary = true): readonly string[] {
  return bench
    .shown()
    .filter(({ primary }) => primary === isPrimary)
    .map(({ path, range, message }) => `${path}:${range.start.line} ${message.split(':')[0]}`);
}

function bench(forward: readonly string[], reverse: readonly string[], other: readonly string[] = []): Workbench {
  const files = [`;- ${FORWARD}`, ...forward, `;- ${REVERSE}`, ...reverse, ';- example.org.zone', ...other, ''];
  return new Workbench(files.join('\n'));
}

function hosts(count: number, silenced: readonly number[], first = 1): readonly string[] {
  const lines = Array.from({ length: count }, (_, i) => `h${first + i} 3600 IN A 192.0.2.${first + i}`);
  return lines.map((line, i) => (silenced.includes(i) ? `${line} ${LINE} ptr-missing` : line));
}

const NS = '@ 3600 IN NS ns1.example.net.';
const networkOf = (count: number): string => `${count} addresses of 192.0.2.0/24 have no PTR record`;

test('a comment silences one address of a network, and the group stands at the first that none silences', () => {
  const of = (...silenced: readonly number[]): readonly string[] => shown(bench(hosts(6, silenced), [NS]));
  assert.deepEqual(of(), [`${FORWARD}:0 ${networkOf(6)}`]);
  assert.deepEqual(of(0), [`${FORWARD}:1 ${networkOf(5)}`]);
  assert.deepEqual(of(0, 1), [`${FORWARD}:2 ${networkOf(4)}`]);
  assert.deepEqual(of(3), [`${FORWARD}:0 ${networkOf(5)}`]);
  assert.deepEqual(
    of(0, 1, 2),
    [3, 4, 5].map((i) => `${FORWARD}:${i} No PTR record for 192.0.2.${i + 1} in 2.0.192.in-addr.arpa`),
  );
  assert.deepEqual(of(0, 1, 2, 3, 4, 5), []);
});

test('the fix adds no record for what is silenced', () => {
  assert.deepEqual(fixTitles(bench(hosts(6, [0]), [NS])), ['Add 5 PTR records to 2.0.192.in-addr.arpa']);
});

test('the group may move to another file', () => {
  const both = bench(hosts(2, [0, 1]), [NS], hosts(4, [], 3));
  assert.deepEqual(shown(both), [`example.org.zone:0 ${networkOf(4)}`]);
  assert.deepEqual(shown(both, false), [`${REVERSE}:0 ${networkOf(4)}`]);
});

test('comments that come and go are felt, also those of a stretch far above', () => {
  const filler = Array.from({ length: 600 }, (_, i) => `t${i} 3600 IN TXT "${i}"`);
  const far = bench(['; one', ...filler, ...hosts(6, [])], [NS]);
  const at = filler.length + 1;
  const edit = (line: number, text: string): readonly string[] => {
    far.store.edit(FORWARD, [
      { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, text: `${text}\n` },
    ]);
    far.settle();
    return shown(far);
  };
  const [host = ''] = hosts(1, []);
  const whole = [`${FORWARD}:${at} ${networkOf(6)}`];
  assert.deepEqual(shown(far), whole);
  assert.deepEqual(edit(at, `${host} ${LINE} ptr-missing`), [`${FORWARD}:${at + 1} ${networkOf(5)}`]);
  assert.deepEqual(edit(at, host), whole);
  assert.deepEqual(edit(0, '; zonewright-disable ptr-missing'), []);
  assert.deepEqual(edit(at, `; zonewright-enable ptr-missing\n${host}`), [`${FORWARD}:${at + 1} ${networkOf(6)}`]);
  assert.deepEqual(edit(at + 1, `${host}\n; zonewright-disable ptr-missing`), [
    `${FORWARD}:${at + 1} No PTR record for 192.0.2.1 in 2.0.192.in-addr.arpa`,
  ]);
  assert.deepEqual(edit(0, '; one'), [`${FORWARD}:${at + 1} No PTR record for 192.0.2.1 in 2.0.192.in-addr.arpa`]);
});

test('a comment at one of the PTR records of a renamed host silences that one alone', () => {
  const forward = [10, 11, 12].map((i) => `new 3600 IN A 192.0.2.${i}`);
  const pointers = (...silenced: readonly number[]): Workbench =>
    bench(
      forward,
      [10, 11, 12].map((i) => `${i} 3600 IN PTR old.example.com.${silenced.includes(i) ? ` ${LINE} ptr-stale` : ''}`),
    );
  const said = (i: number): string => `old.example.com does not exist, and 192.0.2.${i} belongs to new.example.com`;
  const messages = (of: Workbench): readonly string[] =>
    of
      .shown()
      .filter(({ primary }) => primary)
      .map(({ range, message }) => `${range.start.line} ${message}`);
  assert.deepEqual(messages(pointers()), [`0 ${said(10)}: renamed, or misspelt? (3 PTR records)`]);
  assert.deepEqual(messages(pointers(10)), [`1 ${said(11)}: renamed, or misspelt? (2 PTR records)`]);
  assert.deepEqual(messages(pointers(11)), [`0 ${said(10)}: renamed, or misspelt? (2 PTR records)`]);
  assert.deepEqual(messages(pointers(10, 12)), [`1 ${said(11)}: renamed, or misspelt?`]);
  assert.deepEqual(messages(pointers(10, 11, 12)), []);
  assert.deepEqual(fixTitles(pointers(10)), ['Change 2 PTR records from old.example.com. to new.example.com.']);
});

test('one of the addresses that hosts of a /64 took themselves', () => {
  const taken = ['a1b2:c3ff:fed4:1', 'a1b2:c3ff:fed4:2', 'a1b2:c3ff:fed4:3'].map(
    (host, i) => `h${i} 3600 IN AAAA 2001:db8:0:1:${host}`,
  );
  const text = (silenced: number): string =>
    [
      `;- ${FORWARD}`,
      ...taken.map((line, i) => (i === silenced ? `${line} ${LINE} ptr-missing` : line)),
      ';- 8.b.d.0.1.0.0.2.ip6.arpa.zone',
      NS,
      '',
    ].join('\n');
  const messages = (silenced: number): readonly string[] =>
    new Workbench(text(silenced)).shown().map(({ range, message }) => `${range.start.line} ${message}`);
  const said = (i: number, more: number): string =>
    `${i} No PTR record for 2001:db8:0:1:a1b2:c3ff:fed4:${i + 1} in 8.b.d.0.1.0.0.2.ip6.arpa, and none for ${more} more of its /64: its host took it itself`;
  assert.deepEqual(messages(-1), [said(0, 2)]);
  assert.deepEqual(messages(0), [said(1, 1)]);
  assert.deepEqual(messages(2), [said(0, 1)]);
});
