import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, themes, withPlainBlanks } from '../../support/vscode-ui.ts';
import { openServedExamples } from './served-examples.ts';

const forward = 'zones/example.com.zone';
const timeout = 240_000;
const REPLY = '450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.42]';

test('a rejection is pasted, explained, and the world is asked', { timeout }, async (t) => {
  const editor = await openServedExamples(t, forward);
  for (const theme of ['light', 'dark'] as const)
    await t.test(theme, async () => {
      await editor.chooseTheme(themes[theme]);
      await explain(editor, theme === 'light' ? 'bounce' : 'bounce-dark');
      await editor.command('View: Close All Editors');
      await editor.open(forward);
    });
});

async function explain(editor: Editor, picture: string): Promise<void> {
  const { page } = editor;
  await editor.squiggles('error').first().waitFor();
  await editor.command('Zonewright: Explain a Mail Rejection');
  const input = page.locator('.quick-input-widget input[type=text]').first();
  await page.locator('.quick-input-title', { hasText: 'Explain a Mail Rejection' }).waitFor();
  await input.fill(REPLY);
  await input.press('Enter');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const ask = rows.filter({ hasText: 'Ask the DNS what the world sees of 192.0.2.42' });
  await ask.waitFor();
  const texts = (await rows.allInnerTexts()).map(withPlainBlanks);
  assert.ok(
    texts.some((text) => /Add ".*PTR.*build\.example\.com\."/.test(text)),
    texts.join('\n'),
  );
  await editor.picture(picture);
  await ask.click();
  const results = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
  const row = results.locator('#results tbody tr').first();
  await row.waitFor();
  assert.match(await row.innerText(), /192\.0\.2\.42[\s\S]*no PTR[\s\S]*missing/);
}
