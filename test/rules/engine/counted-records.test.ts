import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_COUNTING } from '../../../src/rules/engine/counted-records.ts';
import { registry } from '../../../src/rules/registry.ts';
import { ZoneRecord } from '../../../src/workspace/zone-record.ts';
import { Bench } from '../../support/dump.ts';
import { Workbench } from '../../support/workbench.ts';

const FILE = 'example.com';
const PART = 'part';
const HEAD = ['$TTL 60', '@ SOA ns1 hostmaster 1 2 3 4 5', '@ NS ns1', 'ns1 A 192.0.2.1'];

test('of many names the first hundred are told, in the order of the text, and how many more', () => {
  const bench = loaded([...domains(60, 'z'), `$INCLUDE ${PART}`], domains(61, 'm'));
  const told = [...names(60, 'z'), ...names(40, 'm')];
  assert.deepEqual(toldBy(bench, 'spf-missing'), { told, more: [21] });
  assert.deepEqual(toldBy(bench, 'dmarc-missing'), { told, more: [21] });
});

test('a hundred are told each by itself', () => {
  assert.deepEqual(toldBy(loaded(domains(100)), 'spf-missing'), { told: names(100), more: [] });
});

test('names that come, go and get what they lack', () => {
  const bench = loaded(domains(101));
  const expect = (told: readonly string[], more: readonly number[], rule = 'spf-missing'): void =>
    assert.deepEqual(toldBy(bench, rule), { told, more });
  expect(names(100), [1]);
  insert(bench, HEAD.length, 'd7 TXT "v=spf1 mx -all"\n');
  expect(
    names(101).filter((name) => name !== 'd7'),
    [],
  );
  expect(names(100), [1], 'dmarc-missing');
  insert(bench, HEAD.length, 'new MX 10 ns1\n');
  expect(['new', ...names(100).filter((name) => name !== 'd7')], [1]);
  expect(['new', ...names(99)], [2], 'dmarc-missing');
  insert(bench, HEAD.length, '_dmarc TXT "v=DMARC1; p=reject"\n');
  expect([], [], 'dmarc-missing');
  // What stands in the other zone is felt too, where nothing of the zone itself has changed.
  bench.store.edit(FILE, [{ range: lines(HEAD.length, HEAD.length + 1), text: '_dmarc CNAME policy.example.net.\n' }]);
  bench.run();
  expect([], [], 'dmarc-missing');
  bench.store.edit('example.net', [{ range: lines(2, 3), text: '' }]);
  bench.run();
  expect(['new', ...names(99)], [2], 'dmarc-missing');
});

test('a line that moves is told at its place', () => {
  const bench = loaded(domains(101));
  bench.store.edit(FILE, [
    { range: lines(HEAD.length + 100, HEAD.length + 101), text: '' },
    { range: lines(HEAD.length, HEAD.length), text: 'd100 MX 10 ns1\n' },
  ]);
  bench.run();
  assert.deepEqual(toldBy(bench, 'spf-missing'), { told: ['d100', ...names(99)], more: [1] });
});

test('each host of a domain is told, and marks have room for all rules that count', () => {
  const host = 'a TXT "v=spf1 mx -all"\na MX 10 m.a\na MX 20 n.a\nm.a A 192.0.2.2\nn.a A 192.0.2.3'.split('\n');
  assert.deepEqual(toldBy(loaded(host), 'spf-helo'), { told: ['a', 'a'], more: [] });
  assert.ok(registry.filter((rule) => rule.scope === 'name' && rule.tell).length <= MOST_COUNTING);
});

test('the last message says how many more; a comment where nobody looked is not called unused', () => {
  const silent = domains(101).map((line) => `${line} ; zonewright-disable-line spf-missing`);
  const shownOf = (rows: readonly string[]): string[] => {
    const text = [';- example.com.zone', ...HEAD, ...rows, ''].join('\n');
    const shown = new Workbench(text, { rules: { 'spf-missing': 'information', 'ns-single': 'off' } }).shown();
    return shown.map(({ rule, message }) => `${rule} ${message}`);
  };
  assert.match(
    shownOf(domains(103)).at(-1) ?? '',
    /^spf-missing d99\.example\.com takes mail .* what it sends \(and 3 more\)$/,
  );
  assert.deepEqual(shownOf(silent), []);
  // It is where all are told.
  const own = silent.at(-1)?.replace('ns1', 'd100') ?? '';
  assert.ok(
    shownOf([...silent.slice(0, 100), own]).includes(
      'suppression-unused spf-missing is not found here, so this comment silences nothing',
    ),
  );
});

test('those that comments silence take no place among the hundred', () => {
  const silent = domains(102).map((line, i) => (i === 100 ? line : `${line} ; zonewright-disable-line spf-missing`));
  assert.deepEqual(spoken(silent), ['d100']);
  assert.deepEqual(spoken(['; zonewright-disable spf-missing', ...domains(150, 'a')]), []);
  const stretch = ['; zonewright-disable spf-missing', ...domains(150, 'a'), '; zonewright-enable spf-missing'];
  assert.deepEqual(spoken([...stretch, ...domains(103)]), [...names(99), 'd99 (and 3 more)']);
  // Those behind the hundredth are not counted where they are silent.
  assert.deepEqual(spoken([...domains(102), ...stretch]), [...names(99), 'd99 (and 2 more)']);
  assert.deepEqual(spoken([...domains(100), ...stretch]), names(100));
});

test('a comment that comes, goes or moves tells others, in another file too', () => {
  const rows = domains(101).map((line) => `${line} ; zonewright-disable-line spf-missing`);
  const bench = benchOf([...rows.slice(0, 60), '$INCLUDE part', ...rows.slice(60)], domains(1, 'p'));
  assert.deepEqual(spoken(bench), ['p0']);
  edit(bench, 'part', 0, 'p0 MX 10 ns1 ; zonewright-disable-line spf-missing');
  assert.deepEqual(spoken(bench), []);
  edit(bench, 'example.com.zone', HEAD.length + 101, 'd100 MX 10 ns1');
  assert.deepEqual(spoken(bench), ['d100']);
  edit(bench, 'example.com.zone', HEAD.length + 101, '; zonewright-disable-next-line spf-missing\nd100 MX 10 ns1');
  assert.deepEqual(spoken(bench), []);
  edit(bench, 'example.com.zone', HEAD.length + 101, '; nothing');
  assert.deepEqual(spoken(bench), ['d100']);
});

test('a comment among others far above tells others too', () => {
  const bench = benchOf(['; one', '; zonewright-disable spf-missing', '; three', ...domains(101)]);
  assert.deepEqual(spoken(bench), []);
  edit(bench, 'example.com.zone', HEAD.length + 1, '; two');
  assert.deepEqual(spoken(bench), [...names(99), 'd99 (and 1 more)']);
});

/** The names that spf-missing tells of, with how many more it says there are. */
function spoken(of: readonly string[] | Workbench): string[] {
  const bench = Array.isArray(of) ? benchOf(of) : (of as Workbench);
  const told = bench.shown().filter(({ rule }) => rule === 'spf-missing');
  return told.map(({ message }) => message.replace(/^(\w+)\.example.* what it sends/, '$1'));
}

function benchOf(rows: readonly string[], part: readonly string[] = []): Workbench {
  const text = [';- example.com.zone', ...HEAD, ...rows, ';- part fragment', ...part, ''].join('\n');
  return new Workbench(text, { rules: { 'spf-missing': 'information' } });
}

function edit(bench: Workbench, path: string, line: number, text: string): void {
  bench.store.edit(path, [{ range: lines(line, line + 1), text: `${text}\n` }]);
  bench.settle();
}

function names(count: number, letter = 'd'): string[] {
  return Array.from({ length: count }, (_, i) => `${letter}${i}`);
}

function domains(count: number, letter?: string): string[] {
  return names(count, letter).map((name) => `${name} MX 10 ns1`);
}

/** A zone with these lines, another one with a policy, and a part to be included. */
function loaded(rows: readonly string[], part: readonly string[] = []): Bench {
  const other = '@ SOA ns1 hostmaster 1 2 3 4 5\n@ NS ns1.example.com.\npolicy TXT "v=DMARC1; p=reject"\n';
  const bench = new Bench(
    new Map([
      [FILE, `${[...HEAD, ...rows].join('\n')}\n`],
      ['example.net', other],
      [PART, `${part.join('\n')}\n`],
    ]),
    ['example.com', 'example.net'].map((file) => ({ file, origin: `${file}.` })),
  );
  bench.run();
  return bench;
}

function insert(bench: Bench, line: number, text: string): void {
  bench.store.edit(FILE, [{ range: lines(line, line), text }]);
  bench.run();
}

function lines(from: number, to: number) {
  return { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
}

/** The first labels of the names that a rule tells of, as they come, and how many more there are. */
function toldBy({ engine, store }: Bench, rule: string): { told: string[]; more: number[] } {
  const found = [...engine.book.all()].filter((finding) => finding.rule === rule);
  const told = found.map(({ at }) =>
    at.kind === 'record' ? store.names.labelText(new ZoneRecord(store, at.record).owner) : '',
  );
  return { told, more: found.flatMap(({ more }) => more ?? []) };
}
