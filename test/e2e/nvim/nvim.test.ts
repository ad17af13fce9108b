import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../../scripts/processes.ts';
import { bind, findProgram, neovim } from '../../../scripts/programs.ts';
import { root } from '../../../scripts/root.ts';

/** What client.lua prints. */
interface Seen {
  readonly server: string;
  readonly message: string;
  readonly line: number;
  readonly title: string;
  readonly cleared: boolean;
  readonly stopped: boolean;
}

test('Neovim shows a missing PTR and inserts it', { timeout: 60_000 }, async (t) => {
  const nvim = findProgram(neovim);
  const checkzone = findProgram(bind);
  assert.ok(nvim && checkzone, 'Neovim and BIND are installed');
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-nvim-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(root, 'examples'), folder, { recursive: true });
  const file = join(folder, 'zones', 'example.com.zone');
  const script = join(root, 'test', 'e2e', 'nvim', 'client.lua');
  const args = ['--headless', '--clean', '-l', script, join(root, 'dist', 'cli.js'), file, 'ptr-missing'];
  const { code, output } = await run(nvim, args, { cwd: folder, timeoutSeconds: 50 });
  assert.equal(code, 0, output);
  const seen: Seen = JSON.parse(output.trim().split('\n').at(-1) ?? '');
  assert.equal(seen.server, 'zonewright');
  assert.match(seen.title, /^Add ".* PTR .*" to /);
  assert.equal(seen.cleared, true);
  assert.equal(seen.stopped, true);
});
