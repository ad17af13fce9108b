import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findProgram, kate } from '../../../scripts/programs.ts';
import { root } from '../../../scripts/root.ts';
import { checkSaved, type Desk, desk, snippet } from './desk.ts';
import { Screen } from './screen.ts';

const EDITOR = 'example\\.com\\.zone';
const QUESTION = 'LSP server start requested';
/** The address without PTR record, in the 21st line, and where the mouse finds it. */
const ADDRESS = { line: 21, column: 33, x: 268, y: 382 };
/** From anywhere to the host that is renamed, in the 30th line. */
const TO_HOST = ['ctrl+Home', ...Array(29).fill('Down')];

test('Kate shows a missing PTR, explains it, adds it, and renames a host', { timeout: 300_000 }, async (t) => {
  const command = findProgram(kate.editor);
  assert.ok(command, 'Kate is installed');
  const place = desk(t);
  const talk = setUp(place);
  const position = ['--line', String(ADDRESS.line), '--column', String(ADDRESS.column)];
  const screen = await Screen.open(t, place, [command, ...position, place.forward]);
  await screen.until('Kate asks whether it may run the server', () => screen.has(QUESTION));
  await screen.until(
    'the server runs',
    () => talk.said().includes('initialize'),
    () => screen.press(QUESTION, 'Return'),
  );
  await screen.until('the finding', () => talk.heard().includes('No PTR record for 2001:db8::10'));
  const explained = /"contents":.*No PTR record in `8\.b\.d\.0\.1\.0\.0\.2\.ip6\.arpa`/;
  await screen.until(
    'what it is, at the mouse',
    () => explained.test(talk.heard()),
    () => screen.point(ADDRESS.x, ADDRESS.y),
  );

  const offers = (): number => talk.heard().split('PTR mail.example.com.\\" to').length;
  const isChanged = (): boolean => talk.said().split('"textDocument/didOpen"').length > 2;
  await screen.until('the reverse zone is changed', isChanged, async () => {
    const before = offers();
    await screen.press(EDITOR, 'Escape', 'alt+Return');
    if (await screen.isSoon(() => offers() > before)) await screen.press(EDITOR, 'Down', 'Return');
  });

  const isRenamed = (): boolean => /"newName": *"archive"/.test(talk.said());
  await screen.until('the host is renamed', isRenamed, async () => {
    await screen.press(EDITOR, 'Escape', ...TO_HOST, 'F2');
    if (!(await screen.isSoon(() => screen.has('Rename')))) return;
    await screen.type('Rename', 'archive');
    await screen.press('Rename', 'Return');
  });
  const hasLine = (path: string, line: RegExp): boolean => line.test(readFileSync(path, 'utf8'));
  const isSaved = (): boolean =>
    hasLine(place.forward, /^archive\t.*\n$/ms) && hasLine(place.reverse, /mail\.example\.com\.\n/);
  await screen.until('all is saved', isSaved, () => screen.press(EDITOR, 'ctrl+l'));
  await checkSaved(place);
});

/** What Kate and the server have said so far, as text. */
interface Talk {
  readonly said: () => string;
  readonly heard: () => string;
}

/** Puts the files of docs/editors where people are told to, and listens to what Kate and the server say. */
function setUp({ home }: Desk): Talk {
  const syntaxes = join(home, '.local', 'share', 'org.kde.syntax-highlighting', 'syntax');
  const settings = join(home, '.config', 'kate', 'lspclient');
  for (const folder of [syntaxes, settings]) mkdirSync(folder, { recursive: true });
  for (const name of ['kate-dns-zone.xml', 'kate-name-server.xml']) cpSync(snippet(name), join(syntaxes, name));
  cpSync(snippet('kate-lspclient.json'), join(settings, 'settings.json'));
  const [said, heard] = [join(home, 'said'), join(home, 'heard')];
  const command = join(home, 'bin', 'zonewright');
  rmSync(command);
  writeFileSync(command, `#!/bin/sh\ntee '${said}' | '${join(root, 'dist', 'cli.js')}' "$@" | tee '${heard}'\n`);
  chmodSync(command, 0o755);
  const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return { said: () => read(said), heard: () => read(heard) };
}
