import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { emacs, findProgram, tmux } from '../../../scripts/programs.ts';
import { checkSaved, desk, snippet, Terminal } from './desk.ts';

test('Emacs shows a missing PTR, explains it, adds it, and renames a host', { timeout: 90_000 }, async (t) => {
  const command = findProgram(emacs);
  assert.ok(command && findProgram(tmux), 'Emacs and tmux are installed');
  const place = desk(t);
  const terminal = await Terminal.open(t, place, `${command} -nw -Q -l ${snippet('emacs.el')} ${place.forward}`);
  await terminal.see(/\(DNS\b.*/);
  await terminal.see(/\[eglot:/);
  // All files are read by now: Emacs asks once what it shows of a place.
  await terminal.see(/2001:db8::10 no PTR/);
  await search(terminal, '2001:db8::10');
  await terminal.see(/Address 2001:db8::10 in/);
  await run(terminal, 'eldoc-doc-buffer');
  await terminal.see(/ptr-missing: Address has no PTR record/);
  await terminal.press('C-x', '1');
  await run(terminal, 'flymake-show-buffer-diagnostics');
  await terminal.see(/No PTR record for 2001:db8::10/);
  await terminal.press('C-x', '1');

  await run(terminal, 'eglot-code-actions');
  await terminal.see(/Pick an action.*Add .*PTR/);
  await terminal.press('Enter');
  await terminal.see(/Server wants to edit:[\s\S]*ip6\.arpa\.zone \(2 changes\)/);
  await terminal.press('y');
  await terminal.see(/^ +IN +AAAA/m);

  await search(terminal, 'vault\t');
  await run(terminal, 'eglot-rename');
  await terminal.see(/Rename .vault/);
  await terminal.press('C-a', 'C-k');
  await terminal.see(/Rename .vault. to: *$/m);
  await terminal.type('archive');
  await terminal.see(/Rename .vault. to: archive/);
  await terminal.press('Enter');
  await terminal.see(/archive\s+IN/);
  await terminal.press('C-x', 's', '!');
  await terminal.see(/:---\s+F1\s+example\.com\.zone/);
  await checkSaved(place);
  const serials = readFileSync(place.forward, 'utf8').match(/^\s+\d{10}\s/m) ?? [];
  assert.match(serials[0] ?? '', /^\s+(?!2026112001)\d{8}01\s/, 'the serial is raised once, by the rename');
});

/** Goes behind the first place of a text, and one letter back. */
async function search(terminal: Terminal, text: string): Promise<void> {
  await terminal.press('M-<', 'C-s');
  await terminal.type(text);
  await terminal.press('Enter', 'C-b');
}

async function run(terminal: Terminal, command: string): Promise<void> {
  await terminal.press('M-x');
  await terminal.type(command);
  await terminal.press('Enter');
}
