import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExamples, withPlainBlanks } from '../../support/vscode-ui.ts';

const reverse = 'zones/2.0.192.in-addr.arpa.zone';
const forward = 'zones/example.com.zone';

test('a $GENERATE line is written out from the menu of refactorings', { timeout: 240_000 }, async (t) => {
  const editor = await openExamples(t, { file: reverse });
  const { page } = editor;
  await editor.squiggles('warning').first().waitFor();
  await editor.lineOf(reverse, '$GENERATE').click();
  await editor.command('Refactor...');
  const row = page.locator('.action-widget .monaco-list-row', { hasText: 'Expand $GENERATE to 20 records' }).first();
  await row.waitFor();
  await editor.picture('refactorings');
  await row.click();
  await editor.lineOf(reverse, 'customer100.example.com.').waitFor();
});

test('the problems are those of the command line, each once; F2 on an address shows what moves', {
  timeout: 240_000,
}, async (t) => {
  const editor = await openExamples(t, { file: forward });
  const { page } = editor;
  await editor.squiggles('error').first().waitFor();
  const status = page.locator('[id="status.problems"]');
  await status.filter({ hasText: /^\D*3\D+3\D+1\D*$/ }).waitFor();
  await editor.picture('problems-once');

  const address = editor.lineOf(forward, 'monitor');
  await address.click();
  await page.keyboard.press('End');
  await page.keyboard.press('F2');
  const input = page.locator('.rename-box input');
  await input.waitFor();
  assert.match(await input.inputValue(), /^192\.0\.2\.31$/);
  await input.fill('192.0.2.77');
  await page.keyboard.press('Enter');
  const preview = page.locator('.pane-body .bulk-edit-panel, .bulk-edit-panel').first();
  await preview.waitFor();
  await editor.picture('renumber-preview');
  assert.match(withPlainBlanks(await preview.innerText()), /example\.com\.zone[\s\S]*|2\.0\.192/);
  await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).first().click();
  await editor.lineOf(forward, '192.0.2.77').waitFor();

  // The editor has saved both files; what was taken back, or made again, is on disk too.
  const onDisk = async (number: string): Promise<void> => {
    await editor.waitForDisk(forward, new RegExp(`monitor.*192\\.0\\.2\\.${number}`));
    await editor.waitForDisk(reverse, new RegExp(`^${number}\\s.*PTR\\s+status`, 'm'));
    await page.locator('.activitybar .badge-content', { hasText: /^[12]$/ }).waitFor({ state: 'hidden' });
  };
  await onDisk('77');
  await editor.lineOf(forward, 'monitor').click();
  await page.keyboard.press('Control+z');
  await onDisk('31');
  await page.keyboard.press('Control+y');
  await onDisk('77');
});
