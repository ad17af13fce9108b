import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ensureServer, installVsix } from '../../../scripts/vscode-server.ts';
import { packedFiles, packVsix } from '../../../scripts/vsix.ts';
import { type Editor, openExamples } from '../../support/vscode-ui.ts';

/** What people fetch, in bytes. */
const MOST_BYTES = 1_000_000;

test('the package holds what the extension reads and nothing else', async () => {
  const files = await packedFiles();
  const expected = [
    'LICENSE',
    'README.md',
    'CHANGELOG.md',
    'package.json',
    'package.nls.json',
    'package.nls.de.json',
    'l10n/bundle.l10n.de.json',
    'dist/cli.js',
    'dist/engine.js',
    'dist/program.js',
    'dist/protocol.js',
    'dist/rows-ahead.js',
    'dist/extension.js',
    'dist/extension.web.js',
    'dist/client.js',
    'dist/client.web.js',
    'dist/client-common.js',
    'docs/walkthrough/open.md',
    'docs/walkthrough/quick-fix.png',
    'docs/walkthrough/open.nls.de.md',
    'THIRD-PARTY-NOTICES.md',
    'dist/server.js',
    'dist/server.web.js',
    'images/icon.png',
    'language-configuration.json',
    'dist/rules.md',
    'syntaxes/dns-zone.tmLanguage.json',
  ];
  assert.deepEqual(
    expected.filter((file) => !files.includes(file)),
    [],
  );
  const strange = files.filter((file) =>
    /^(src|test|scripts|bench|node_modules|examples|\.)|\.(ts|map|vsix|cache)$|^dist\/index\.js$/.test(file),
  );
  assert.deepEqual(strange, []);
});

test('the packed extension, installed, marks a fault and mends it', { timeout: 240_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-vsix-'));
  const vsix = join(folder, 'zonewright.vsix');
  const extensionsFolder = join(folder, 'extensions');
  await packVsix(vsix);
  const { size } = statSync(vsix);
  assert.ok(size <= MOST_BYTES, `${size} bytes`);
  await installVsix(await ensureServer(console.log), vsix, extensionsFolder);
  const forward = 'zones/example.com.zone';
  const editor = await openExamples(t, { file: forward, extensionsFolder });
  // Behind the end of the editor, which the hooks before this one bring: it writes there until then.
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  await editor.squiggles('error').first().waitFor();
  await editor.lineOf(forward, '2001:db8::10').click();
  const problem = await editor.goToProblem(/No PTR record for 2001:db8::10/);
  await editor.page.keyboard.press('Escape');
  await problem.waitFor({ state: 'detached' });
  const fix = await editor.quickFix(/PTR mail\.example\.com\./);
  await fix.click();
  await editor.waitForProblems((problems) => !problems.some((text) => text.includes('2001:db8::10')));
  assert.doesNotMatch(editor.onDisk(forward), /PTR/);
  await seePage(editor);
});

/** The page of the extension shows what it is made of: it takes no pictures of a package, so that each would be broken. */
async function seePage(editor: Editor): Promise<void> {
  const { page } = editor;
  const shown = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
  await page.keyboard.press('Control+Shift+x');
  await page.locator('.extension-list-item', { hasText: 'Zonewright' }).first().click();
  await shown.getByText('No PTR record for').first().waitFor();
  assert.equal(await shown.locator('img').count(), 0);
  await editor.picture('extension-page');
}
