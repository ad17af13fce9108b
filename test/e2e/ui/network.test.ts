import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { accessibilityFaults } from '../../support/map-page.ts';
import { type Editor, openExamples, themes, withPlainBlanks } from '../../support/vscode-ui.ts';
import { serveWebviews } from '../../support/vscode-workbench.ts';

const forward = 'zones/example.com.zone';
const reverse = 'zones/2.0.192.in-addr.arpa.zone';
const timeout = 240_000;

async function opened(t: TestContext, theme: string): Promise<Editor> {
  const editor = await openExamples(t, { file: forward, settings: { 'workbench.colorTheme': theme } });
  await serveWebviews(editor.page);
  await editor.squiggles('error').first().waitFor();
  return editor;
}

/** What axe-core finds in a view of the editor that has this element, in the colours that the theme really has. */
async function viewFaults(page: Page, selector: string): Promise<string[]> {
  for (const frame of page.frames()) if ((await frame.locator(selector).count()) > 0) return accessibilityFaults(frame);
  throw new Error(`no view has ${selector}`);
}

/**
 * What axe-core finds in the side bar; but for that the editor writes an entry and what stands behind it without a blank in
 * between, so that the label, which has one, is another text to axe-core.
 */
async function treeFaults(page: Page): Promise<string[]> {
  return accessibilityFaults(page, { within: '.part.sidebar', without: ['label-content-name-mismatch'] });
}

/** The page of the view that was opened last. */
function view(editor: Editor): FrameLocator {
  return editor.page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
}

for (const [name, theme] of [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['contrast', 'Default High Contrast'],
] as const) {
  test(`zones in the side bar, a map from there, and the graph of a name (${name})`, { timeout }, async (t) => {
    const editor = await opened(t, theme);
    const { page } = editor;
    if (name === 'contrast') await editor.chooseTheme(themes.contrast);
    await editor.lineOf(forward, '192.0.2.10').click({ position: { x: 20, y: 8 } });
    await editor.command('Zonewright: Show Who Points to a Name and Where It Leads');
    const graph = view(editor);
    await graph.locator('#to li, #from li').first().waitFor();
    await page.waitForTimeout(500);
    await editor.picture(name === 'light' ? 'graph' : `graph-${name}`);
    assert.deepEqual(await viewFaults(page, '#paths'), []);
    t.diagnostic((await graph.locator('#from li, #to li').allInnerTexts()).join(' | ').replace(/\s+/g, ' '));
    await page
      .locator('.activitybar .action-item', { has: page.locator('[aria-label^="Zonewright"]') })
      .first()
      .click();
    const rows = page.locator('.pane-body .monaco-list-row');
    await rows.filter({ hasText: '192.0.2.0/24' }).first().waitFor();
    const texts = (await rows.allInnerTexts()).map(withPlainBlanks).map((text) => text.replace(/\s+/g, ' '));
    for (const part of [
      /example\.com.*serial 2026112001/,
      /192\.0\.2\.0\/24.*\d+ of \d+ in order/,
      /MX, SPF/,
      /named\.conf/,
    ])
      assert.ok(
        texts.some((text) => part.test(text)),
        `${part} in ${texts.join(' | ')}`,
      );
    assert.deepEqual(await treeFaults(page), []);
    await rows.filter({ hasText: '192.0.2.0/24' }).last().click();
    const map = view(editor);
    await map.locator('#legend tr').first().waitFor();
    assert.match(await map.locator('#title').innerText(), /Reverse map of 192\.0\.2\.0\/24/);
    await page.waitForTimeout(500);
    await editor.picture(name === 'light' ? 'map' : `map-${name}`);
    assert.deepEqual(await viewFaults(page, '#legend'), []);
    if (name === 'contrast') {
      await editor.chooseTheme(themes.contrastLight);
      await map.locator('#legend tr').first().waitFor();
      await page.waitForTimeout(500);
      await editor.picture('map-contrast-light');
      assert.deepEqual(await viewFaults(page, '#legend'), []);
    }
    if (name === 'light') {
      await map.locator('#map').focus();
      await page.keyboard.press('n');
      await map
        .locator('#details', { hasText: 'no-address|no PTR|PTR' })
        .or(map.locator('#details p').first())
        .first()
        .waitFor();
      await page.keyboard.press('Space');
      const items = map.locator('[role=menuitem]');
      await items.first().waitFor();
      t.diagnostic((await items.allInnerTexts()).join(' | '));
      await page.keyboard.press('Escape');
    }
  });
}

test('a map follows typing', { timeout }, async (t) => {
  const editor = await opened(t, 'Default Light Modern');
  const { page } = editor;
  await editor.open(reverse);
  await editor.command('Zonewright: Show the Reverse Map of a Network');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '192.0.2.0/24' }).first().click();
  const map = view(editor);
  const agreed = map.locator('#legend tr', { hasText: 'agreed' }).locator('.count');
  await agreed.waitFor();
  const before = Number(await agreed.innerText());
  await editor.lineOf(reverse, 'www.example.com.').click({ position: { x: 20, y: 8 } });
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('x.');
  await map
    .locator('#legend tr', { hasText: 'agreed' })
    .locator('.count', { hasText: String(before - 1) })
    .waitFor();
});
