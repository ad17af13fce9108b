import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { zshCompletion } from '../../scripts/generate/completions.ts';
import { root } from '../../scripts/root.ts';

/** What bash offers for the last of some words, which it splits at "=" too. */
function offered(...words: readonly string[]): string[] {
  const script = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _zonewright; echo "\${COMPREPLY[*]}"`;
  const file = join(root, 'completions', 'zonewright.bash');
  const { stdout, stderr } = spawnSync('bash', ['-c', script, file, ...words], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout.trim().split(' ');
}

test('bash completes commands, options and their values, behind a blank and behind "="', () => {
  assert.deepEqual(offered('zonewright', 'ch'), ['check']);
  assert.deepEqual(offered('zonewright', 'check', '--fo'), ['--format']);
  assert.deepEqual(offered('zonewright', 'check', '--format', 's'), ['sarif']);
  assert.deepEqual(offered('zonewright', 'check', '--format', '=', 's'), ['sarif']);
  assert.ok(offered('zonewright', 'check', '--format', '=').includes('junit'));
});

test('zsh completes at the first key too, when the function is read from fpath', () => {
  assert.match(zshCompletion(), /^#compdef zonewright\n/);
  assert.match(
    zshCompletion(),
    /== _zonewright \]\]; then\n {2}_zonewright "\$@"\nelse\n {2}compdef _zonewright zonewright\nfi\n$/,
  );
});
