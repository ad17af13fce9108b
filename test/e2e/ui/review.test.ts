import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExamples, withPlainBlanks } from '../../support/vscode-ui.ts';

test('all missing PTR records are reviewed: each row is a change, ticked, and what is unticked is left out', {
  timeout: 240_000,
}, async (t) => {
  const editor = await openExamples(t, { file: 'zones/example.com.zone' });
  const { page } = editor;
  await editor.squiggles('error').first().waitFor();
  await editor.command('Zonewright: Add All Missing PTR Records');
  const rows = page.locator('.bulk-edit-panel .monaco-list-row');
  await rows.filter({ hasText: 'mail.example.com' }).waitFor();
  const texts = (await rows.allInnerTexts()).map(withPlainBlanks);
  for (const text of texts) assert.match(text, /arpa\.zone|; serial|IN\sPTR/);
  assert.equal(await rows.locator('[role=checkbox][aria-checked=true]').count(), texts.length);

  await rows.filter({ hasText: 'build.example.com' }).locator('[role=checkbox]').click();
  await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
  await editor.waitForDisk('zones/8.b.d.0.1.0.0.2.ip6.arpa.zone', /PTR\s+mail\.example\.com\./);
  assert.doesNotMatch(editor.onDisk('zones/2.0.192.in-addr.arpa.zone'), /build\.example\.com/);
});
