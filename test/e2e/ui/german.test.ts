import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExamples, withPlainBlanks } from '../../support/vscode-ui.ts';
import { serveWebviews } from '../../support/vscode-workbench.ts';

const forward = 'zones/example.com.zone';

test('an editor in German: findings, fixes, hovers, commands, the tree and the map', {
  timeout: 240_000,
}, async (t) => {
  const editor = await openExamples(t, { file: forward, language: 'de' });
  const { page } = editor;
  await serveWebviews(page);
  await editor.squiggles('error').first().waitFor();

  await editor.lineOf(forward, '2001:db8::10').click();
  await page.keyboard.press('Home');
  const problem = await editor.goToProblem(/2001:db8::10/);
  const text = withPlainBlanks(await problem.innerText());
  assert.match(text, /Kein PTR-Eintrag für 2001:db8::10/);
  assert.match(text, /ptr-missing/, 'the id of the rule stays');
  await editor.picture('german-finding');
  await page.keyboard.press('Escape');
  await problem.waitFor({ state: 'detached' });
  await editor.quickFix(/IN PTR mail\.example\.com\." in .* eintragen/);
  await editor.picture('german-fix');
  await page.keyboard.press('Escape');

  const address = editor.lineOf(forward, '2001:db8::10').getByText('2001:db8::10').last();
  await editor.hover(address, 'Adresse 2001:db8::10');
  await editor.picture('german-hover');

  await page
    .locator('.activitybar .action-item', { has: page.locator('[aria-label^="Zonewright"]') })
    .first()
    .click();
  const rows = page.locator('.pane-body .monaco-list-row');
  await rows.filter({ hasText: '192.0.2.0/24' }).first().waitFor();
  const tree = (await rows.allInnerTexts()).map(withPlainBlanks).join(' ');
  assert.match(tree, /Seriennummer 2026112001/);
  assert.match(tree, /\d+ von \d+ in Ordnung/);

  await editor.command('Zonewright: Reverse-Karte eines Netzes zeigen');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '192.0.2.0/24' }).first().click();
  const map = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
  await map.locator('#legend tr').first().waitFor();
  assert.equal(await map.locator('html').getAttribute('lang'), 'de');
  assert.match(await map.locator('#title').innerText(), /Reverse-Karte von 192\.0\.2\.0\/24/);
  const legend = await map.locator('#legend').innerText();
  for (const state of ['frei', 'stimmt überein', 'kein PTR']) assert.ok(legend.includes(state), legend);
  await page.waitForTimeout(500);
  await editor.picture('german-map');

  // The page of a step is shown where there is room for it.
  await editor.command('View: Close All Editors');
  await page.keyboard.press('Control+b');
  await editor.command('Welcome: Open Walkthrough...');
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'Erste Schritte mit Zonewright' })
    .first()
    .click();
  const walkthrough = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
  await walkthrough.getByText('Öffnen Sie den Ordner mit Ihren Zonendateien').waitFor();
  await editor.picture('german-walkthrough');
});
