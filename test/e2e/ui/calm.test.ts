import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExamples } from '../../support/vscode-ui.ts';

const zone = 'zones/example.com.zone';

test('nothing is said of a line while it is typed; after a pause it is', { timeout: 240_000 }, async (t) => {
  const editor = await openExamples(t, { file: zone });
  const { page } = editor;
  const warnings = editor.squiggles('warning');
  await editor.squiggles('error').first().waitFor();
  await editor.lineOf(zone, 'monitor').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const before = await warnings.count();
  for (const character of 'fresh IN A 192.0.2.77') {
    await page.keyboard.type(character);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(60);
    assert.equal(await warnings.count(), before, character);
  }
  await warnings.nth(before).waitFor();
  await editor.picture('calm-after-a-pause');
});
