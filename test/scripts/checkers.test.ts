import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkerMessages } from '../../scripts/generate/checkers.ts';

test('each message of another checker is answered by a rule, or left out with a reason', () => {
  const messages = checkerMessages();
  assert.ok(messages.length > 400);
  for (const { program, message, rules, note } of messages) {
    assert.ok(program !== '' && message !== '', `a row without program or message: ${program} ${message}`);
    assert.ok(rules.length > 0 || note !== '', `${program}: "${message}" is left out without a reason`);
    for (const id of rules) assert.match(id, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/);
  }
});
