import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findProgram, tmux, vim } from '../../../scripts/programs.ts';
import { checkSaved, desk, snippet, Terminal } from './desk.ts';

test('Vim with ALE shows a missing PTR, explains it, adds it, and renames a host', { timeout: 90_000 }, async (t) => {
  const command = findProgram(vim);
  assert.ok(command && findProgram(tmux), 'Vim and tmux are installed');
  const place = desk(t);
  for (const [name, folder] of [
    ['vim-filetypes.vim', 'ftdetect'],
    ['vim-ale.vim', 'ale_linters/bindzone'],
  ] as const) {
    mkdirSync(join(place.home, '.vim', folder), { recursive: true });
    cpSync(snippet(name), join(place.home, '.vim', folder, 'zonewright.vim'));
  }
  writeFileSync(join(place.home, '.vimrc'), 'set hidden\nfiletype on\n');
  const terminal = await Terminal.open(t, place, `${command} ${place.forward}`);
  await terminal.see(/hostmaster/);
  await search(terminal, '2001:db8::10');
  await terminal.see(/No PTR record for 2001:db8::10/);

  await type(terminal, ':ALEHover');
  await terminal.see(/\[ptr-missing\]\(file:.*\): Address has no PTR record/);
  await type(terminal, ':pclose');

  await type(terminal, ':ALECodeAction');
  await terminal.see(/1\) Add ".*PTR mail\.example\.com\./);
  await type(terminal, '1');
  // ALE changes other files in hidden buffers.
  await type(terminal, ':ls');
  await terminal.see(/\+ +".*8\.b\.d\.0\.1\.0\.0\.2\.ip6\.arpa\.zone"/);
  await terminal.press('Enter');

  await search(terminal, 'vault\\t');
  await type(terminal, ':ALERename');
  await terminal.see(/New name/);
  await terminal.press('C-u');
  await type(terminal, 'archive');
  await terminal.see(/archive\s+IN/);
  await type(terminal, ':wa');
  await type(terminal, ':ls');
  await terminal.see(/%a {3}"/);
  await checkSaved(place);
});

async function search(terminal: Terminal, text: string): Promise<void> {
  await terminal.press('g', 'g');
  await type(terminal, `/${text}`);
}

async function type(terminal: Terminal, text: string): Promise<void> {
  await terminal.type(text);
  await terminal.press('Enter');
}
