import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setRule } from '../../src/settings/rule-setting.ts';
import { readSettingsFile } from '../../src/settings/settings.ts';

function set(text: string | undefined): string | undefined {
  const change = setRule(text, 'ptr-missing', 'off');
  if (!change) return undefined;
  const before = text ?? '';
  return before.slice(0, change.start) + change.text + before.slice(change.end);
}

for (const text of [
  undefined,
  '',
  '{}',
  '{ "pools": [] }',
  '{\n  // the network of the office\n  "pools": ["192.0.2.0/24"],\n}\n',
  '{ "rules": {} }',
  '{ "rules": { "ptr-stale": "hint" } }',
  '{ "rules": { "ptr-missing": "error", "ptr-stale": "hint" } }',
  '{ "rules.ptr-missing": "hint" }',
]) {
  test(`a rule is switched off in ${JSON.stringify(text)}`, () => {
    const after = set(text) ?? '';
    const { values, problems } = readSettingsFile(after, () => true);
    assert.deepEqual(problems, [], after);
    assert.equal(values.get('rules.ptr-missing'), 'off', after);
    for (const kept of (text ?? '').match(/office|192\.0\.2\.0|"ptr-stale": "hint"/g) ?? [])
      assert.ok(after.includes(kept));
  });
}

test('what is no JSON, or holds another kind of rules, is left alone', () => {
  assert.equal(set('{ "rules": '), undefined);
  assert.equal(set('[]'), undefined);
  assert.equal(set('{ "rules": "none" }'), undefined);
});
