import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { root } from '../../../scripts/root.ts';
import { livePage } from '../../../src/client/live-page.ts';
import type { CheckLiveResult, LiveRow } from '../../../src/shared/live-protocol.ts';
import { accessibilityFaults, openExtensionPage } from '../../support/map-page.ts';
import { type Editor, themes } from '../../support/vscode-ui.ts';
import { openPage, sharedBrowser } from '../../support/vscode-workbench.ts';
import { openServedExamples } from './served-examples.ts';

const forward = 'zones/example.com.zone';
const timeout = 240_000;

const row = (address: string, verdict: string, rest: Partial<LiveRow> = {}): LiveRow => ({
  address,
  published: 'mail.example.com',
  held: 'mail.example.com',
  verdict,
  severity: verdict === 'confirmed' ? 'none' : 'error',
  advice: '',
  who: '',
  request: '',
  place: null,
  ...rest,
});

const RESULT: CheckLiveResult = {
  rows: [
    row('192.0.2.100', 'confirmed'),
    row('192.0.2.20', 'missing', {
      published: 'no PTR record (NXDOMAIN)',
      held: 'www.example.com',
      advice: 'zones/2.0.192.in-addr.arpa.zone:17 says www.example.com, the world still sees no PTR',
      who: 'Who to ask: whoever runs 2.0.192.in-addr.arpa (ns1.example.com), hostmaster@example.com',
      request: 'Please set the reverse DNS',
      place: { uri: 'file:///x', start: { line: 16, character: 0 }, end: { line: 16, character: 3 } },
    }),
    row('2001:db8::10', 'missing', { published: 'no PTR record (NXDOMAIN)' }),
  ],
  zones: [],
  notes: [],
  summary: '1 confirmed, 2 missing of 3 addresses',
};

/** What the editor gives a page, and a list of what the page sends. */
const EDITOR = `
globalThis.sent = [];
globalThis.state = undefined;
globalThis.acquireVsCodeApi = () => ({
  postMessage: (message) => sent.push(message),
  getState: () => state,
  setState: (kept) => { state = kept; },
});
`;

/** The page of results in a profile of its own, and the messages that it sends. */
async function openResults(t: TestContext, result = RESULT): Promise<{ page: Page; sent: () => Promise<unknown[]> }> {
  const { context, page } = await openPage(await sharedBrowser(t));
  t.after(() => context.close());
  // As text: what tsx makes of a function needs a helper that the page does not have.
  await page.addInitScript({ content: EDITOR });
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  page.on('pageerror', (error) => refused.push(String(error)));
  const body = livePage(result, 'Live: example.com', 'n0nce');
  await page.route('http://127.0.0.1/results', (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.goto('http://127.0.0.1/results');
  t.after(() => assert.deepEqual(refused, [], 'the page is whole under its own policy'));
  return { page, sent: () => page.evaluate('sent') };
}

const addresses = (page: Page): Promise<string[]> => page.locator('#results tbody tr td:first-child').allInnerTexts();

test('results are sorted by address as numbers, and filtered', { timeout }, async (t) => {
  const { page } = await openResults(t);
  assert.deepEqual(await addresses(page), ['192.0.2.100', '192.0.2.20', '2001:db8::10']);
  await page.getByRole('button', { name: 'Address' }).click();
  assert.deepEqual(await addresses(page), ['192.0.2.20', '192.0.2.100', '2001:db8::10']);
  assert.equal(await page.locator('th[aria-sort=ascending]').innerText(), 'Address');
  await page.getByRole('button', { name: 'Address' }).click();
  assert.deepEqual(await addresses(page), ['2001:db8::10', '192.0.2.100', '192.0.2.20']);
  await page.locator('#verdict').selectOption('missing');
  assert.deepEqual(await addresses(page), ['2001:db8::10', '192.0.2.20']);
  await page.getByRole('searchbox').fill('www');
  assert.deepEqual(await addresses(page), ['192.0.2.20']);
  assert.match(await page.getByRole('status').innerText(), /^1 of 3 shown/);
});

test('what several rows have in common stands once below them', { timeout }, async (t) => {
  const advice = 'a PTR record is missing';
  const missing = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5', '192.0.2.6'].map((address) =>
    row(address, 'missing', { advice, who: address === '192.0.2.1' ? 'somebody' : '' }),
  );
  const { page } = await openResults(t, { ...RESULT, rows: missing });
  const shared = page.locator('#shared li');
  assert.deepEqual(await shared.allInnerTexts(), [
    '192.0.2.1, 192.0.2.2, 192.0.2.3, 192.0.2.4 and 2 more: a PTR record is missing',
  ]);
  const cells = (): Promise<string[]> => page.locator('#results tbody tr td:last-child').allInnerTexts();
  assert.deepEqual(await cells(), ['somebody', '', '', '', '', '']);
  await page.getByRole('searchbox').fill('192.0.2.2');
  assert.deepEqual(await cells(), [advice]);
  assert.deepEqual(await shared.allInnerTexts(), []);
});

test('all can be done with the keyboard alone', { timeout }, async (t) => {
  const { page, sent } = await openResults(t);
  const names: string[] = [];
  for (let i = 0; i < 15; i++) {
    await page.keyboard.press('Tab');
    names.push(await page.evaluate('document.activeElement.ariaLabel || document.activeElement.textContent'));
    if (names.at(-1)?.startsWith('Copy Request')) break;
  }
  for (const name of [
    'Ask Again',
    'Copy as Text',
    'Copy as Markdown',
    'Copy as CSV',
    'Address',
    'Show 192.0.2.20 in its file',
    'Copy Request for 192.0.2.20',
  ])
    assert.ok(names.includes(name), `${name} is reached: ${names.join(', ')}`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy as CSV' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Ask Again' }).press('Enter');
  assert.deepEqual(await sent(), [
    { does: 'request', row: 1 },
    { does: 'copy', form: 'csv', rows: [0, 1, 2] },
    { does: 'again' },
  ]);
});

async function keepPicture(page: Page, name: string): Promise<void> {
  const pictures = join(root, '.vscode-test', 'pictures');
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** All that the page may show: a zone with records that differ, notes, verdicts of each severity. */
const FULL: CheckLiveResult = {
  ...RESULT,
  rows: [
    ...RESULT.rows,
    row('192.0.2.30', 'generic', { severity: 'warning', advice: 'the name looks made by a machine' }),
    row('192.0.2.31', 'unknown', { severity: 'information', published: 'no answer in time' }),
  ],
  zones: [
    {
      zone: 'example.com',
      note: 'published serial 7, held 8: not loaded yet?',
      isFine: false,
      isKnown: true,
      servers: [{ server: 'ns1.example.net (192.0.2.53)', says: 'serial 7' }],
      differences: [{ name: 'www.example.com', type: 'A', held: '192.0.2.20', published: 'none' }],
    },
  ],
  notes: ['example.com: compared by a transfer of the zone'],
};

for (const theme of ['light', 'dark', 'contrast', 'contrast-light'] as const) {
  test(`axe-core finds nothing in the results (${theme})`, { timeout }, async (t) => {
    const page = await openExtensionPage(t, livePage(FULL, 'Live: example.com', 'n0nce'), theme);
    for (const width of [1200, 480]) {
      await page.setViewportSize({ width, height: 900 });
      await keepPicture(page, `live-page-${theme}-${width}`);
      assert.deepEqual(await accessibilityFaults(page), []);
    }
  });
}

test('axe-core finds nothing where no address was asked about', { timeout }, async (t) => {
  const nothing = { ...FULL, rows: [] };
  const page = await openExtensionPage(t, livePage(nothing, 'Is this zone published?', 'n0nce'), 'light');
  assert.deepEqual(await accessibilityFaults(page), []);
});

/** The map beside the results: what servers said is its second layer, in the words for those who do not see it too. */
async function showPublished(editor: Editor): Promise<void> {
  const { page } = editor;
  await editor.command('Zonewright: Show the Reverse Map of a Network');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '192.0.2.0/24' }).first().click();
  const map = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
  await map.locator('#legend tr').first().waitFor();
  await map.getByRole('checkbox', { name: 'Published' }).check();
  await map.locator('#map').focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
  await map.locator('#said', { hasText: '192.0.2.20: agreed, published: no PTR' }).waitFor();
  await editor.picture('map-published-live');
}

/** What is published lags behind: www has no PTR record yet. */
function published(zone: string, text: string): string {
  const older = text.replace('2026112001', '2026111901');
  return zone === '2.0.192.in-addr.arpa' ? older.replace(/^20\s.*$/m, '') : older;
}

test('a zone is checked live: findings at the records, and the table of results', { timeout }, async (t) => {
  const editor = await openServedExamples(t, forward, published);
  for (const theme of ['light', 'dark'] as const)
    await t.test(theme, async () => {
      await editor.chooseTheme(themes[theme]);
      await checkLive(editor, theme);
      await editor.command('View: Close All Editors');
      await editor.command('View: Hide Panel');
      await editor.open(forward);
    });
});

async function checkLive(editor: Editor, theme: 'light' | 'dark'): Promise<void> {
  const { page } = editor;
  await editor.squiggles('error').first().waitFor();
  await editor.command('Zonewright: Check Reverse DNS of This Zone Live');
  const results = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
  await results.locator('#results tbody tr').first().waitFor();
  const rows = await results.locator('#results tbody tr').allInnerTexts();
  assert.ok(
    rows.some((text) => text.startsWith('192.0.2.42') && text.includes('missing')),
    rows.join('\n'),
  );
  assert.match(
    await results.locator('section').first().innerText(),
    /published serial 2026111901, held 2026112001: not loaded yet\?/,
  );
  await editor.picture(theme === 'light' ? 'live' : 'live-dark');
  if (theme === 'light') await showPublished(editor);
  await editor.waitForProblems((problems) => problems.some((problem) => problem.includes('zonewright live')));
  if (theme === 'light') await editor.command('Zonewright: Clear the Findings of the Live Check');
  else {
    await editor.lineOf(forward, 'mail2').click();
    await page.keyboard.press('Shift+Escape');
  }
  await editor.waitForProblems((problems) => !problems.some((problem) => problem.includes('zonewright live')));
}
