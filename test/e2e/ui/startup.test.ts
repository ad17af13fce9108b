import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { root } from '../../../scripts/root.ts';
import { type Editor, openFolder, withPlainBlanks } from '../../support/vscode-ui.ts';
import { serveWebviews } from '../../support/vscode-workbench.ts';

const ZONE = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 1d 2h 4w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.300\nwww IN A 192.0.2.10\n';

function fill(folder: string): void {
  writeFileSync(join(folder, 'app.js'), 'console.log(1);\n');
  writeFileSync(join(folder, 'notes.txt'), 'Buy milk\n');
  writeFileSync(join(folder, 'example.com.zone'), ZONE);
}

/** The language servers that this server of the editor has started, by its extension hosts; others may run beside. */
function languageServers(server: number | undefined): readonly number[] {
  const parents = new Map<number, number>();
  const commands = new Map<number, string>();
  for (const id of readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    try {
      // Behind the command's name, which may hold anything, stand the state and the parent.
      const [, parent] = readFileSync(`/proc/${id}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
      parents.set(id, Number(parent));
      commands.set(id, readFileSync(`/proc/${id}/cmdline`, 'latin1'));
    } catch {
      // It has ended in the meantime.
    }
  }
  const isBelow = (id: number): boolean => id === server || (id > 1 && isBelow(parents.get(id) ?? 0));
  return [...commands.keys()].filter(
    (id) => commands.get(id)?.includes(join(root, 'dist', 'server.js')) === true && isBelow(id),
  );
}

/** Shows the editor's own report on its start; it names the extensions that are active with what it took. */
async function reportOn(editor: Editor): Promise<Locator> {
  const { page } = editor;
  await editor.command('Developer: Startup Performance');
  const text = page.locator('.editor-instance .monaco-editor[data-uri^="perf"] .view-lines');
  await text.getByText('Extension Activation Stats').first().waitFor();
  return text.locator('.view-line');
}

test('windows with a script or a plain text start nothing but the entry, one with a zone or a map of it does', {
  timeout: 400_000,
}, async (t) => {
  const editor = await openFolder(t, { name: 'work', fill });
  const { page, server } = editor;
  // Those of windows that were closed before end by themselves, sooner or later.
  const earlier = new Set(languageServers(server));
  const started = (): number => languageServers(server).filter((id) => !earlier.has(id)).length;
  // The whole report is to be seen.
  await page.setViewportSize({ width: 1400, height: 6000 });
  await editor.open('app.js');
  const first = await reportOn(editor);
  await first.filter({ hasText: 'vscode.git' }).first().waitFor();
  // The report is a plain text itself, which may have woken the entry before it was written to its end.
  for (const woken of await first.filter({ hasText: 'zonewright.' }).allInnerTexts())
    assert.match(withPlainBlanks(woken), /onLanguage:plaintext/, 'a script wakes nothing');
  await editor.open('notes.txt');
  await page.waitForTimeout(2000);
  const own = (await reportOn(editor)).filter({ hasText: 'zonewright.' });
  await own.first().waitFor();
  const row = withPlainBlanks((await own.allInnerTexts()).join('\n'));
  console.log(`the entry, as the editor reports it: ${row}`);
  assert.match(row, /onLanguage:plaintext/);
  assert.equal(started(), 0, 'no server runs');
  await editor.open('example.com.zone');
  await editor.squiggles('error').first().waitFor();
  assert.equal(started(), 1, 'a server runs');
  await serveWebviews(page);
  await page.setViewportSize({ width: 1400, height: 900 });
  await editor.command('Zonewright: Show the Reverse Map of a Network');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '192.0.2.0/24' }).first().click();
  const legend = page.frameLocator('iframe.webview').last().frameLocator('#active-frame').locator('#legend tr');
  await legend.first().waitFor();
  const zone = page.locator('.tab', { hasText: 'example.com.zone' });
  await zone.click();
  await editor.command('View: Close All Editors in Group');
  await zone.waitFor({ state: 'hidden' });
  await Promise.all([page.waitForEvent('domcontentloaded'), editor.command('Developer: Reload Window')]);
  // No zone is open now, and no configuration is here: the map alone is a reason.
  await legend.first().waitFor({ timeout: 120_000 });
  await editor.command('View: Close All Editors');
  await editor.command('Zonewright: Show Who Points to a Name and Where It Leads');
  await page.locator('.quick-input-title', { hasText: 'Who points here' }).waitFor();
  await page.keyboard.type('www.example.com');
  await page.keyboard.press('Enter');
  const graph = page.frameLocator('iframe.webview').last().frameLocator('#active-frame').locator('#name');
  await graph.getByText('www.example.com').waitFor();
  await Promise.all([page.waitForEvent('domcontentloaded'), editor.command('Developer: Reload Window')]);
  await graph.getByText('www.example.com').waitFor({ timeout: 120_000 });
});
