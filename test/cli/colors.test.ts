import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showsColors } from '../../src/cli/colors.ts';

test('colours as people set them', () => {
  const on = (isTerminal: boolean, environment: Record<string, string>): boolean =>
    showsColors('auto', { isTerminal, environment });
  assert.equal(on(true, {}), true);
  assert.equal(on(false, {}), false);
  assert.equal(on(true, { TERM: 'dumb' }), false);
  assert.equal(on(true, { NO_COLOR: '1' }), false);
  assert.equal(on(true, { NO_COLOR: '' }), true);
  assert.equal(on(false, { FORCE_COLOR: '1' }), true);
  assert.equal(on(true, { FORCE_COLOR: '0' }), false);
  assert.equal(on(false, { FORCE_COLOR: '1', NO_COLOR: '1' }), true);
  const facts = { isTerminal: false, environment: { NO_COLOR: '1' } };
  assert.equal(showsColors('always', facts), true);
  assert.equal(showsColors('never', { isTerminal: true, environment: { FORCE_COLOR: '1' } }), false);
});
