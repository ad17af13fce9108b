import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ZoneBaselines } from '../../src/edits/baseline.ts';
import { sourceOfText } from '../../src/text/source.ts';
import type { Zone } from '../../src/workspace/instance.ts';
import { Workbench } from '../support/workbench.ts';

const ZONE = `;- example.com.zone
$TTL 300
@ SOA ns1 hostmaster 7 1h 1h 1w 1h
@ NS ns1
ns1 A 192.0.2.1
mail MX 10 ns1
mail TXT "a b"
$INCLUDE hosts
;- hosts fragment
www A 192.0.2.2
`;

test('a zone that is as it was', () => {
  assert.deepEqual(compare(ZONE, ZONE), { serial: 7, recordsEqual: true, signaturesEqual: true });
});

test('comments, blanks, order and spelling do not count', () => {
  const now = `;- example.com.zone
$TTL 5m ; the default
@ SOA ns1.example.com. hostmaster ( 7 3600
  1h 1w 1h )
  NS ns1
mail.example.com.  IN TXT a\\ b
  MX 010 NS1.EXAMPLE.COM.
$INCLUDE hosts
ns1 A 192.0.2.1
;- hosts fragment
; nothing new
www  IN A 192.0.2.2
`;
  assert.deepEqual(compare(ZONE, now), { serial: 7, recordsEqual: true, signaturesEqual: true });
});

test('a record, a TTL, a string, a name or a preference that changes', () => {
  for (const [from, to] of [
    ['192.0.2.1', '192.0.2.9'],
    ['mail TXT', 'mail 60 TXT'],
    ['"a b"', '"A b"'],
    ['MX 10 ns1', 'MX 20 ns1'],
    ['MX 10 ns1', 'MX 10 ns2'],
    ['www A', 'web A'],
    ['hostmaster', 'root'],
  ] as const)
    assert.deepEqual(
      compare(ZONE, ZONE.replace(from, to)),
      { serial: 7, recordsEqual: false, signaturesEqual: true },
      `${from} -> ${to}`,
    );
});

test('a higher serial', () => {
  assert.deepEqual(compare(ZONE, ZONE.replace(' 7 ', ' 8 ')), {
    serial: 7,
    recordsEqual: false,
    signaturesEqual: true,
  });
});

test('a file that is not known, and a record that is outside the zone', () => {
  assert.equal(compare('', ZONE), undefined);
  assert.deepEqual(compare(ZONE, ZONE.replace('$INCLUDE', 'x.example.net. A 192.0.2.3\n$INCLUDE')), {
    serial: 7,
    recordsEqual: true,
    signaturesEqual: true,
  });
});

test('after edits the comparison is as after a fresh start', () => {
  const workbench = new Workbench(ZONE);
  const baselines = filled(workbench, ZONE);
  const zone = zoneOf(workbench);
  const type = (text: string, line: number): void => {
    workbench.store.edit('example.com.zone', [
      { range: { start: { line, character: 0 }, end: { line, character: 0 } }, text },
    ]);
    workbench.settle();
  };
  type('new A 192.0.2.5\n', 4);
  assert.equal(finish(baselines.compare(zone))?.recordsEqual, false);
  assert.equal(baselines.serial(zone), 7);
  workbench.store.edit('example.com.zone', [
    { range: { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } }, text: '' },
  ]);
  workbench.settle();
  assert.equal(finish(baselines.compare(zone))?.recordsEqual, true);
});

test('the texts are asked for once, and a new one counts', () => {
  const workbench = new Workbench(ZONE.replace('192.0.2.1', '192.0.2.9'));
  const baselines = new ZoneBaselines(workbench.store);
  const zone = zoneOf(workbench);
  assert.equal(finish(baselines.compare(zone)), undefined);
  assert.deepEqual(baselines.wanted(), ['example.com.zone', 'hosts']);
  assert.deepEqual(baselines.wanted(), []);
  put(baselines, ZONE);
  assert.equal(finish(baselines.compare(zone))?.recordsEqual, false);
  put(baselines, ZONE.replace('192.0.2.1', '192.0.2.9'));
  assert.equal(finish(baselines.compare(zone))?.recordsEqual, true);
});

test('a zone is checked again once all its files are known, where one is another than it was', () => {
  const [own = '', hosts = ''] = ZONE.split(/^(?=;- hosts)/m);
  const otherHosts = hosts.replace('192.0.2.2', '192.0.2.3');
  const workbench = new Workbench(ZONE);
  const baselines = new ZoneBaselines(workbench.store);
  const zone = zoneOf(workbench);
  const compared = () => {
    zone.view.dirtyZones.clear();
    return finish(baselines.compare(zone))?.recordsEqual;
  };
  const isDirtyAfter = (change: () => void) => {
    change();
    return zone.view.dirtyZones.has(zone);
  };
  const forget = () => {
    for (const path of ['example.com.zone', 'hosts']) baselines.forget(path);
  };
  assert.equal(compared(), undefined);
  assert.ok(!isDirtyAfter(() => put(baselines, own)));
  assert.ok(isDirtyAfter(() => put(baselines, otherHosts)));
  assert.equal(compared(), false);
  assert.ok(isDirtyAfter(() => put(baselines, hosts)));
  assert.equal(compared(), true);
  assert.ok(isDirtyAfter(forget));
  assert.equal(compared(), undefined);
  assert.ok(!isDirtyAfter(() => put(baselines, ZONE)));
  // What is lost while another text is missing is asked for again.
  forget();
  assert.equal(compared(), undefined);
  assert.ok(!isDirtyAfter(() => put(baselines, own)));
  assert.ok(isDirtyAfter(() => baselines.forget('example.com.zone')));
  assert.equal(compared(), undefined);
  assert.ok(!isDirtyAfter(() => put(baselines, hosts)));
  assert.ok(isDirtyAfter(() => put(baselines, own.replace(' 7 ', ' 6 '))));
});

test('nothing of a zone is read before all its files are known', () => {
  const workbench = new Workbench(ZONE);
  const [own = '', hosts = ''] = ZONE.split(/^(?=;- hosts)/m);
  const more = Array.from({ length: 5000 }, (_, i) => `h${i} A 192.0.2.1\n`).join('');
  const baselines = filled(workbench, own + more);
  assert.deepEqual(baselines.compare(zoneOf(workbench)).next(), { value: undefined, done: true });
  assert.deepEqual(baselines.wanted(), ['hosts']);
  put(baselines, hosts);
  assert.equal(finish(baselines.compare(zoneOf(workbench)))?.recordsEqual, false);
});

test('a zone that has come by a change of its name: the text of the other one is not read through', () => {
  const hosts = Array.from({ length: 5000 }, (_, i) => `h${i} A 192.0.2.1\n`).join('');
  const before = `;- example.com.zone\n$ORIGIN example.net.\n@ 300 SOA ns1 root 7 1h 1h 1w 1h\n${hosts};- hosts fragment
`;
  const workbench = new Workbench(ZONE);
  const steps = filled(workbench, before).compare(zoneOf(workbench));
  assert.deepEqual(steps.next(), { value: undefined, done: true });
});

function compare(before: string, now: string): unknown {
  const workbench = new Workbench(now);
  return finish(filled(workbench, before).compare(zoneOf(workbench)));
}

function filled(workbench: Workbench, before: string): ZoneBaselines {
  const baselines = new ZoneBaselines(workbench.store);
  put(baselines, before);
  return baselines;
}

function put(baselines: ZoneBaselines, fixture: string): void {
  for (const part of fixture.split(/^;- /m).slice(1)) {
    const [head = '', ...lines] = part.split('\n');
    baselines.put(head.split(' ')[0] ?? '', sourceOfText(lines.join('\n')));
  }
}

function zoneOf(workbench: Workbench): Zone {
  const zone = workbench.store.view('').zoneAt(workbench.name('example.com.'));
  assert.ok(zone);
  return zone;
}

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
