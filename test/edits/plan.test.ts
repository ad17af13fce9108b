import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bumpSerial } from '../../src/edits/bump-serial.ts';
import type { Change } from '../../src/edits/change.ts';
import { mergeChanges, plan } from '../../src/edits/plan.ts';
import { Workbench } from '../support/workbench.ts';
import { apply, mends, offers, titles } from './mend.ts';

const REVERSE = '2.0.192.in-addr.arpa.zone';
const SOA = '@ SOA ns.example.net. root.example.net. 2026112301 4h 1h 2w 1h\n';
const HOSTS = `;- example.com.zone
mail A 192.0.2.25
www A 192.0.2.26
`;
const BOTH = `${HOSTS};- ${REVERSE}
$TTL 60
${SOA}3 PTR a.example.net.
`;

function contextOf(workbench: Workbench, view = '') {
  return workbench.engine.context(workbench.store.view(view));
}

function at(
  workbench: Workbench,
  path: string,
  from: readonly [number, number],
  to: readonly [number, number],
  text: string,
): Change {
  const file = workbench.store.files.get(path);
  assert.ok(file);
  const range = { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } };
  return { file, edit: { range, text } };
}

test('the serial is raised once: two fixes put together raise it by one', () => {
  const workbench = new Workbench(BOTH);
  const changes = offers(workbench, 'ptr-missing').flatMap(({ fix }) =>
    fix.edits.flatMap(({ file, edits }) => edits.map((edit) => ({ file, edit }))),
  );
  const merged = mergeChanges(changes);
  assert.ok(merged);
  apply(workbench, { title: 'both', safe: false, edits: merged });
  assert.equal(
    workbench.text(REVERSE),
    `$TTL 60\n${SOA.replace('2301', '2302')}3 PTR a.example.net.\n25 PTR mail.example.com.\n26 PTR www.example.com.\n`,
  );
});

test('a serial that is higher than at the last save stays; one that is not is raised above both', () => {
  const workbench = new Workbench(BOTH);
  const context = contextOf(workbench);
  const change = at(workbench, REVERSE, [3, 0], [3, 0], '2 PTR b.example.net.\n');
  const titleFor = (baseline: number): string =>
    plan({ ...plain(context), baselineSerial: () => baseline }, { title: 'x', changes: [change] }).title;
  assert.equal(titleFor(2026112300), 'x');
  assert.equal(titleFor(2026112301), 'x (serial 2026112302)');
  assert.equal(titleFor(2026112309), 'x (serial 2026112310)');
  assert.equal(
    plan({ ...plain(context), settings: { now: 0, bumpOnFix: false } }, { title: 'x', changes: [change] }).title,
    'x',
  );
});

function plain({ store, held, mail, settings }: ReturnType<typeof contextOf>) {
  return { store, held, mail, settings: { now: settings.now, bumpOnFix: true } };
}

test('the serial by itself: by the day, by one, or not at all', () => {
  const raise = (serial: string): string => {
    const workbench = new Workbench(`;- ${REVERSE}\n$TTL 60\n${SOA.replace('2026112301', serial)}`);
    const [zones] = workbench.store.view('').zones.values();
    const [zone] = zones ?? [];
    assert.ok(zone);
    const { title, refused } = bumpSerial(contextOf(workbench), zone);
    return refused ?? title;
  };
  assert.equal(raise('2026112207'), 'Raise the serial of 2.0.192.in-addr.arpa from 2026112207 to 2026112300');
  assert.equal(raise('2026112399'), 'Raise the serial of 2.0.192.in-addr.arpa from 2026112399 to 2026112400');
  assert.equal(raise('7'), 'Raise the serial of 2.0.192.in-addr.arpa from 7 to 8');
  assert.equal(raise('4294967295'), '4294967295 is the largest serial of 32 bits');
  assert.equal(raise('@SERIAL@'), '"@SERIAL@" stands for what another program fills in');
});

test('a file of two views has one SOA, which is raised once', () => {
  mends(
    `;- named.conf
view "in" { zone "example.com" { type primary; file "db.com"; }; zone "2.0.192.in-addr.arpa" { type primary; file "db.192"; }; };
view "out" { zone "example.com" { type primary; file "db.com"; }; zone "2.0.192.in-addr.arpa" { type primary; file "db.192"; }; };
;- db.com
mail A 192.0.2.25
;- db.192
$TTL 60
${SOA}3 PTR a.example.net.
`,
    'Add "25 PTR mail.example.com." to 2.0.192.in-addr.arpa (serial 2026112302)',
    { 'db.192': `$TTL 60\n${SOA.replace('2301', '2302')}3 PTR a.example.net.\n25 PTR mail.example.com.\n` },
  );
});

test('a part that two zones include is not written to', () => {
  const [first] = titles(
    `;- example.com.zone
www A 192.0.2.25
;- ${REVERSE}
$INCLUDE hosts.inc
;- 100.51.198.in-addr.arpa.zone
$INCLUDE hosts.inc
;- hosts.inc fragment
$TTL 60
25 PTR old.example.com.
`,
    'ptr-stale',
  );
  assert.equal(
    first,
    'Change the PTR of 192.0.2.25 from old.example.com. to www.example.com. ' +
      '(refused: several zones load hosts.inc, or one includes it twice: the change would be made in all places)',
  );
});

test('changes that touch are one, equal ones too; those that overlap are none', () => {
  const workbench = new Workbench(BOTH);
  const one = at(workbench, REVERSE, [2, 0], [3, 0], '');
  const two = at(workbench, REVERSE, [2, 0], [2, 0], 'x\n');
  const three = at(workbench, REVERSE, [3, 0], [3, 0], 'y\n');
  const [merged] = mergeChanges([one, two, three, one]) ?? [];
  assert.deepEqual(merged?.edits, [
    { range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, text: 'x\ny\n' },
  ]);
  assert.equal(mergeChanges([one, at(workbench, REVERSE, [2, 1], [2, 2], '')]), undefined);
});
