import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../../scripts/root.ts';
import { openExamples } from '../../support/vscode-ui.ts';
import { serveWebviews } from '../../support/vscode-workbench.ts';
import { nameServer } from '../live/name-servers.ts';

const timeout = 240_000;
const REPLY = '450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.42]';

for (const theme of ['Light', 'Dark']) {
  test(`a rejection is pasted, explained, and the world is asked (${theme})`, { timeout }, async (t) => {
    const zones: Record<string, string> = {};
    for (const name of ['example.com', '2.0.192.in-addr.arpa'])
      zones[name] = readFileSync(join(root, 'examples', 'zones', `${name}.zone`), 'utf8');
    const hosts = readFileSync(join(root, 'examples', 'zones', 'hosts.inc'), 'utf8');
    const server = await nameServer({ kind: 'named', zones, files: { 'zones/hosts.inc': hosts } });
    t.after(() => server.stop());
    const editor = await openExamples(t, {
      file: 'zones/example.com.zone',
      settings: {
        'zonewright.live.resolver': `${server.address}:${server.port}`,
        'workbench.colorTheme': `Default ${theme} Modern`,
      },
    });
    const { page } = editor;
    await serveWebviews(page);
    await editor.squiggles('error').first().waitFor();
    await editor.command('Zonewright: Explain a Mail Rejection');
    const input = page.locator('.quick-input-widget input[type=text]').first();
    await page.locator('.quick-input-title', { hasText: 'Explain a Mail Rejection' }).waitFor();
    await input.fill(REPLY);
    await input.press('Enter');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    const ask = rows.filter({ hasText: 'Ask the DNS what the world sees of 192.0.2.42' });
    await ask.waitFor();
    const texts = await rows.allInnerTexts();
    assert.ok(
      texts.some((text) => /Add ".*PTR.*build\.example\.com\."/.test(text.replaceAll('\u00a0', ' '))),
      texts.join('\n'),
    );
    await editor.picture(theme === 'Light' ? 'bounce' : 'bounce-dark');
    await ask.click();
    const results = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
    const row = results.locator('#results tbody tr').first();
    await row.waitFor();
    assert.match(await row.innerText(), /192\.0\.2\.42[\s\S]*no PTR[\s\S]*missing/);
  });
}
