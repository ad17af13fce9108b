import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, openExamples, themes, withPlainBlanks } from '../../support/vscode-ui.ts';

const forward = 'zones/example.com.zone';
const reverse = 'zones/2.0.192.in-addr.arpa.zone';
const timeout = 300_000;

for (const theme of ['light', 'dark'] as const)
  test(`an editor that is ${theme}`, { timeout }, async (t) => {
    const editor = await openExamples(t, { file: forward });
    await editor.chooseTheme(themes[theme]);
    await t.test('what the hand does in a zone file', () => editZone(editor, theme));
    await t.test('named.conf and the settings', () => editConfiguration(editor, theme));
  });

async function editZone(editor: Editor, theme: string): Promise<void> {
  const { page } = editor;
  await editor.squiggles('error').first().waitFor();

  // Hints at the ends of lines, and the lens above the SOA.
  await page.locator('.codelens-decoration', { hasText: 'reverse zones held' }).waitFor();
  assert.ok((await page.locator('.view-line', { hasText: 'PTR' }).count()) > 0, 'hints tell PTR records');
  await editor.picture(`hints-${theme}`);
  await page.locator('.codelens-decoration a', { hasText: 'reverse zones held' }).click();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '2.0.192.in-addr.arpa' }).waitFor();
  await editor.picture(`reverse-zones-${theme}`);
  await page.keyboard.press('Escape');

  // Hover on an address answers, with what can be done.
  await editor.lineOf(forward, 'monitor').click();
  await page.keyboard.press('End');
  const hover = await editor.hoverAtCursor('reverse name');
  assert.match(withPlainBlanks(await hover.innerText()), /Check live/);
  await editor.picture(`hover-${theme}`);
  await page.keyboard.press('Escape');

  // Completion of data, and the columns that Tab and Enter keep.
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('fresh IN A ');
  await editor.command('Trigger Suggest');
  const widget = page.locator('.suggest-widget .monaco-list-row', { hasText: '192.0.2.' }).first();
  await widget.waitFor();
  await editor.picture(`completion-${theme}`);
  await widget.click();
  await page.keyboard.press('Enter');
  // Enter has put the fields into the columns of the file.
  const columnOf = async (line: string): Promise<number> => {
    const box = await editor
      .lineOf(forward, line)
      .locator('span span', { hasText: /^A\s*$/ })
      .first()
      .boundingBox();
    return box?.x ?? Number.NaN;
  };
  await editor.lineOf(forward, 'fresh').waitFor();
  for (let round = 0; (await columnOf('fresh')) !== (await columnOf('monitor')) && round < 50; round++)
    await page.waitForTimeout(100);
  assert.equal(await columnOf('fresh'), await columnOf('monitor'));
  await editor.picture(`formatted-${theme}`);
  await page.keyboard.press('Escape');

  await editor.command('Explorer: Focus on Outline View');
  await page.locator('.outline-tree .monaco-list-row', { hasText: 'mail' }).first().waitFor();
  await page.keyboard.press('Escape');
  await editor.lineOf(forward, '192.0.2.10').click();
  await page.keyboard.press('Home');
  await editor.picture(`outline-${theme}`);
  await editor.command('Calls: Show Call Hierarchy');
  await page.locator('.part.sidebar .title-label', { hasText: 'References' }).waitFor();
  await page.locator('.part.sidebar .monaco-list-row', { hasText: '192.0.2.10' }).first().waitFor();
  await editor.picture(`call-hierarchy-${theme}`);
  await page.keyboard.press('Escape');
}

async function editConfiguration(editor: Editor, theme: string): Promise<void> {
  const { page } = editor;
  await editor.open(reverse);
  await editor.squiggles('warning').first().waitFor();
  await editor.open('named.conf');
  await page.locator('[id="status.editor.mode"]', { hasText: 'BIND Configuration' }).waitFor();
  await editor.lineOf('named.conf', 'zone "example.com"').click();
  await page.keyboard.press('Home');
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight');
  await editor.hoverAtCursor('primary zone');
  await editor.picture(`named-conf-hover-${theme}`);
  await editor.command('Explorer: Focus on Outline View');
  await page.locator('.outline-tree .monaco-list-row', { hasText: 'example.org' }).first().waitFor();
  await editor.picture(`named-conf-${theme}`);
  await page.keyboard.press('Escape');
  await editor.lineOf('named.conf', 'type primary').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('allow-');
  await page.locator('.suggest-widget .monaco-list-row', { hasText: 'allow-update' }).first().waitFor();
  await editor.picture(`named-conf-completion-${theme}`);
  await page.keyboard.press('Escape');

  await editor.command('Preferences: Open Settings (UI)');
  const search = page.locator(
    '.settings-editor .suggest-input-container .native-edit-context, .settings-editor textarea',
  );
  await search.first().focus();
  await page.keyboard.type('zonewright.rules ptr-missing');
  await page.locator('.settings-editor .setting-item-contents', { hasText: 'Ptr-missing' }).first().waitFor();
  await editor.picture(`settings-${theme}`);
  const link = page.locator('.settings-editor .setting-item-contents a', { hasText: 'What it means' });
  await link.first().click();
  await page.locator('.tab.active', { hasText: 'ptr-missing' }).waitFor();
}
