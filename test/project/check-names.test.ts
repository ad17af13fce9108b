import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace } from '../workspace/load.ts';

const conf = (zone: string): string =>
  `view "a" { zone "example.com" { type primary; file "db.one"; ${zone} }; };\nview "b" { zone "example.com" { in-view "a"; }; };\n`;

/** By view, whether the configuration has BIND refuse names that no host may have; undefined where it does not say. */
function refusals(workspace: Workspace): [string, boolean | undefined][] {
  return [...workspace.settle().store.views.values()].flatMap((view) =>
    [...view.zones.values()].flat().map((zone): [string, boolean | undefined] => [view.name, zone.traits.refusesNames]),
  );
}

test('check-names of a zone, in the views that share it, and after an edit of the configuration', () => {
  const text = '@ 60 IN SOA ns1.example.net. a.example.net. 1 7200 900 1209600 3600\n';
  const workspace = Workspace.of({ 'named.conf': conf('check-names warn;'), 'db.one': text });
  assert.deepEqual(refusals(workspace), [
    ['a', false],
    ['b', false],
  ]);
  workspace.write('named.conf', conf('check-names fail;'));
  assert.deepEqual(refusals(workspace), [
    ['a', true],
    ['b', true],
  ]);
  workspace.write('named.conf', conf('check-names ignore;'));
  assert.deepEqual(refusals(workspace), [
    ['a', false],
    ['b', false],
  ]);
});
