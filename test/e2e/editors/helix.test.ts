import assert from 'node:assert/strict';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findProgram, helix, tmux } from '../../../scripts/programs.ts';
import { checkSaved, desk, snippet, Terminal } from './desk.ts';

test('Helix shows a missing PTR, explains it, adds it, and renames a host', { timeout: 90_000 }, async (t) => {
  const hx = findProgram(helix);
  assert.ok(hx && findProgram(tmux), 'Helix and tmux are installed');
  const place = desk(t);
  mkdirSync(join(place.home, '.config', 'helix'), { recursive: true });
  cpSync(snippet('helix.toml'), join(place.home, '.config', 'helix', 'languages.toml'));
  const terminal = await Terminal.open(t, place, `${hx} ${place.forward}`);
  await terminal.see(/hostmaster/);
  await search(terminal, '2001:db8::10');
  await terminal.see(/No PTR record for 2001:db8::10/);

  await terminal.press('Space', 'k');
  await terminal.see(/ptr-missing: Address has no PTR record/);
  await terminal.press('Escape');

  await terminal.press('Space', 'a');
  await terminal.see(/Add ".*PTR mail\.example\.com\./);
  await terminal.press('Enter');
  await terminal.see(/^ +21 +IN +AAAA/m);

  await search(terminal, 'vault\\t');
  await terminal.press('Space', 'r');
  await terminal.see(/rename-to:/);
  await terminal.press('C-u');
  await terminal.type('archive');
  await terminal.press('Enter');
  await terminal.see(/^.*archive\s+IN/m);
  await terminal.type(':wa');
  await terminal.press('Enter');
  await terminal.see(/written/);
  await checkSaved(place);
});

/** Goes to the first place of a text, and puts the cursor on its first letter. */
async function search(terminal: Terminal, text: string): Promise<void> {
  await terminal.press('g', 'g');
  await terminal.type(`/${text}`);
  await terminal.press('Enter');
  await terminal.press('M-;', ';');
}
