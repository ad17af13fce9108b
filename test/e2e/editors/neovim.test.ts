import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../../../scripts/processes.ts';
import { findProgram, neovim } from '../../../scripts/programs.ts';
import { root } from '../../../scripts/root.ts';
import { checkSaved, desk, snippet } from './desk.ts';

/** What neovim.lua prints. */
interface Seen {
  readonly message: string;
  readonly hover: string;
  readonly title: string;
  readonly stopped: boolean;
}

test('Neovim shows a missing PTR, explains it, adds it, and renames a host', { timeout: 60_000 }, async (t) => {
  const nvim = findProgram(neovim);
  assert.ok(nvim, 'Neovim is installed');
  const place = desk(t);
  const script = join(root, 'test', 'e2e', 'editors', 'neovim.lua');
  const args = ['--headless', '--clean', '-l', script, snippet('neovim.lua'), place.forward];
  const { code, output } = await run(nvim, args, { cwd: place.folder, env: place.environment, timeoutSeconds: 50 });
  assert.equal(code, 0, output);
  assert.match(output, /\{.*\}\s*$/);
  const seen: Seen = JSON.parse(output.trim().split('\n').at(-1) ?? '');
  assert.match(seen.message, /^No PTR record for 2001:db8::10/);
  assert.match(seen.title, /^Add ".* PTR .*" to /);
  assert.equal(seen.stopped, true);
  const [, page = '', line = ''] = /\[ptr-missing\]\((file:[^#]+)#L(\d+)\): Address has no PTR/.exec(seen.hover) ?? [];
  assert.notEqual(page, '', seen.hover);
  assert.equal(readFileSync(fileURLToPath(page), 'utf8').split('\n')[Number(line) - 1], '# ptr-missing');
  await checkSaved(place);
});
