import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../../scripts/root.ts';
import { type Editor, openFolder, withPlainBlanks } from '../../support/vscode-ui.ts';

const ZONE = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 1d 2h 4w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.300\n';

function fill(folder: string): void {
  writeFileSync(join(folder, 'app.js'), 'console.log(1);\n');
  writeFileSync(join(folder, 'notes.txt'), 'Buy milk\n');
  writeFileSync(join(folder, 'example.com.zone'), ZONE);
}

/** The language servers of this checkout that run. */
function servers(): number {
  return readdirSync('/proc').filter((id) => {
    try {
      return (
        /^\d+$/.test(id) && readFileSync(`/proc/${id}/cmdline`, 'latin1').includes(join(root, 'dist', 'server.js'))
      );
    } catch {
      return false;
    }
  }).length;
}

/** What the editor's own report on its start says of extensions: their names with the times of their activation. */
async function activations(editor: Editor): Promise<string[]> {
  await editor.command('Developer: Startup Performance');
  const text = editor.page.locator('.editor-instance .monaco-editor[data-uri^="perf"] .view-lines');
  await text.getByText('Extension Activation Stats').first().waitFor();
  const lines = await text.locator('.view-line').allInnerTexts();
  await editor.page.keyboard.press('Control+F4');
  return lines.map(withPlainBlanks).filter((line) => /^\|? ?[\w-]+\.[\w-]+ ?\|/.test(line.trim()));
}

test('windows with a script or a plain text start nothing but the entry, one with a zone does', {
  timeout: 400_000,
}, async (t) => {
  const before = servers();
  const editor = await openFolder(t, { name: 'work', fill });
  const { page } = editor;
  // The whole report is to be seen.
  await page.setViewportSize({ width: 1400, height: 6000 });
  const own = async (): Promise<string[]> => (await activations(editor)).filter((line) => line.includes('zonewright.'));
  await editor.open('app.js');
  const all = await activations(editor);
  assert.ok(all.length > 0, 'the report names extensions');
  assert.deepEqual(
    all.filter((line) => line.includes('zonewright.')),
    [],
  );
  await editor.open('notes.txt');
  await page.waitForTimeout(2000);
  const [row, ...rest] = await own();
  assert.ok(row && rest.length === 0, 'the entry is active');
  console.log(`the entry, as the editor reports it: ${row}`);
  assert.match(row, /onLanguage:plaintext/);
  assert.equal(servers(), before, 'no server runs');
  assert.ok(!(await activations(editor)).some((line) => line.includes('vscode.git ')), 'Git sleeps');
  await editor.open('example.com.zone');
  await editor.squiggles('error').first().waitFor();
  assert.equal(servers(), before + 1, 'a server runs');
});
