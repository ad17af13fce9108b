import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advisoriesOf, unlicensedOf } from '../../scripts/stages/audit.ts';

const packages = [
  { name: 'diff', version: '9.0.0', license: 'BSD-3-Clause' },
  { name: 'other', version: '1.0.0', license: 'Proprietary' },
  { name: 'none', version: '1.0.0' },
];

test('faults of what is bundled are told, those of tools are not', () => {
  const vulnerabilities = { diff: { severity: 'low', range: '<9.0.1' }, mocha: { severity: 'high', range: '*' } };
  assert.deepEqual(advisoriesOf(JSON.stringify({ vulnerabilities }), packages), [
    'diff 9.0.0: a fault of severity low is known of <9.0.1',
  ]);
  assert.deepEqual(advisoriesOf(`npm warn x\n${JSON.stringify({ vulnerabilities: {} })}`, packages), []);
});

test('a registry that answers no audit leaves faults unknown', () => {
  for (const output of ['', 'npm error audit endpoint returned an error', '{"message":"405","error":{}}'])
    assert.equal(advisoriesOf(output, packages), undefined);
});

test('a licence that nobody has looked at is told', () => {
  assert.deepEqual(unlicensedOf(packages), [
    'other 1.0.0 has the licence Proprietary: look at it first',
    'none 1.0.0 has the licence (none): look at it first',
  ]);
});
