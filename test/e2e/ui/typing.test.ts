import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, openExamples, withPlainBlanks } from '../../support/vscode-ui.ts';

const forward = 'zones/example.com.zone';
const reverse = 'zones/2.0.192.in-addr.arpa.zone';

/** Writes at the end of the open file, asks for proposals until they please, and gives those that are shown last. */
async function proposalsFor(
  editor: Editor,
  text: string,
  please: (proposals: readonly string[]) => boolean,
): Promise<string[]> {
  const { page } = editor;
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  let shown: string[] = [];
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Space');
    // Those of what was typed before may still be there.
    for (let round = 0; round < 30; round++) {
      shown = (await rows.allInnerTexts()).map(withPlainBlanks);
      if (please(shown)) return shown;
      await page.waitForTimeout(100);
    }
  }
  return shown;
}

test('typing in a zone file', { timeout: 240_000 }, async (t) => {
  const editor = await openExamples(t, { file: reverse });
  await t.test('the outline has each name once', () => outline(editor));
  await editor.open(forward);
  await t.test('proposals in every column, each snippet once, and a key that keeps its value', () => propose(editor));
  await editor.command('File: Revert File');
  await t.test(
    'hints stand at the end of lines, a hover has what can be done about an address, and its link does it',
    () => hint(editor),
  );
});

async function outline(editor: Editor): Promise<void> {
  const { page } = editor;
  // What says something of the file knows its names.
  await page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
  await page.keyboard.press('Control+Shift+O');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.first().waitFor();
  await editor.picture('outline');
  const names = (await rows.allInnerTexts()).map((text) => withPlainBlanks(text).trim().split('\n')[0]);
  assert.equal(names[0], '2.0.192.in-addr.arpa');
  assert.equal(new Set(names).size, names.length, names.join());
  await page.keyboard.press('Escape');
}

async function propose(editor: Editor): Promise<void> {
  const { page } = editor;
  await editor.textOf(forward).click();

  // What is proposed while a person types is taken only where it was chosen: Tab parts the fields.
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('mai', { delay: 50 });
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'mail' }).first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('IN');
  await editor
    .textOf(forward)
    .locator('.view-line', { hasText: /^mai\s+IN$/ })
    .waitFor();
  const isOfCaa = (row: string): boolean => row.startsWith('caa');
  const owners = await proposalsFor(editor, '\ncaa', (rows) => rows.some(isOfCaa));
  await editor.picture('completion-owner');
  assert.equal(owners.filter(isOfCaa).length, 1, owners.join('\n'));
  const addresses = await proposalsFor(editor, '\nnew IN A ', ([row]) => row?.startsWith('192.0.2.') === true);
  assert.ok(addresses[0]?.startsWith('192.0.2.'), addresses.join('\n'));
  await editor.picture('completion-address');
  const isInclude = (row: string): boolean => row.startsWith('include:');
  const terms = await proposalsFor(editor, '\n@ IN TXT "v=spf1 ', (rows) => rows.some(isInclude));
  await editor.picture('completion-spf');
  assert.ok(terms.some(isInclude) && !terms.some((row) => row.startsWith('MX')), terms.join());
  const protocols = await proposalsFor(editor, '\nwww IN HTTPS 1 . alpn=', ([row]) => row?.startsWith('h2') === true);
  await editor.picture('completion-alpn');
  assert.ok(protocols[0]?.startsWith('h2'), protocols.join('\n'));
  await page.keyboard.press('Enter');
  await editor.lineOf(forward, 'alpn=h2').waitFor();
}

async function hint(editor: Editor): Promise<void> {
  const { page } = editor;
  const line = editor.lineOf(forward, '192.0.2.11');
  await line.locator('text=PTR').or(line.locator('text=no PTR')).first().waitFor();
  await editor.picture('hints');
  assert.match(withPlainBlanks(await line.innerText()), /192\.0\.2\.11\s*(?:PTR \S+|no PTR)/);

  const address = editor.lineOf(forward, '2001:db8::10');
  await address.click();
  await page.keyboard.press('End');
  await editor.hoverAtCursor('reverse name');
  await editor.picture('hover');
  await editor.followHover('reverse name', 'Add PTR');
  await page.locator('.refactor-preview').or(page.locator('[id*="refactorPreview"]')).first().waitFor();
  await editor.picture('hover-link');
}
