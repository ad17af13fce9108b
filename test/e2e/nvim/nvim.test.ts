import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../../scripts/processes.ts';
import { findProgram, neovim } from '../../../scripts/programs.ts';
import { root } from '../../../scripts/root.ts';
import { checkZone } from '../../support/zone-check.ts';

/** What client.lua prints. */
interface Seen {
  readonly message: string;
  readonly line: number;
  readonly title: string;
  readonly cleared: boolean;
  readonly stopped: boolean;
}

test('Neovim shows a missing PTR and inserts it', { timeout: 60_000 }, async (t) => {
  const nvim = findProgram(neovim);
  assert.ok(nvim, 'Neovim is installed');
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-nvim-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(root, 'examples'), folder, { recursive: true });
  const file = join(folder, 'zones', 'example.com.zone');
  const script = join(root, 'test', 'e2e', 'nvim', 'client.lua');
  const args = ['--headless', '--clean', '-l', script, join(root, 'dist', 'cli.js'), file, 'ptr-missing', 'PTR mail.'];
  const { code, output } = await run(nvim, args, { cwd: folder, timeoutSeconds: 50 });
  assert.equal(code, 0, output);
  const seen: Seen = JSON.parse(output.trim().split('\n').at(-1) ?? '');
  assert.match(seen.title, /^Add ".* PTR .*" to /);
  assert.equal(seen.cleared, true);
  assert.equal(seen.stopped, true);
  const reverse = join(folder, 'zones', '8.b.d.0.1.0.0.2.ip6.arpa.zone');
  assert.match(readFileSync(reverse, 'utf8'), /PTR\s+mail\.example\.com\./);
  await checkZone('8.b.d.0.1.0.0.2.ip6.arpa', reverse);
});
