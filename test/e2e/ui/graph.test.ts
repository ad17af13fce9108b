import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graphPage } from '../../../src/client/graph-page.ts';
import type { GraphEdge, NameGraphResult } from '../../../src/shared/map-protocol.ts';
import { accessibilityFaults, openExtensionPage, pageScriptText } from '../../support/map-page.ts';

const timeout = 120_000;

const edge = (label: string, name: string, rest: Partial<GraphEdge> = {}): GraphEdge => ({
  label,
  name,
  isAddress: false,
  isHeld: true,
  place: { uri: 'file:///x', start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
  ...rest,
});

const MAIL: NameGraphResult = {
  name: 'mail.example.com',
  isAddress: false,
  from: [edge('MX', 'example.com'), edge('PTR', '192.0.2.10', { isAddress: true })],
  to: [edge('A', '192.0.2.10', { isAddress: true }), edge('TXT', 'x.example.net', { isHeld: false })],
  left: 0,
};
const ADDRESS: NameGraphResult = {
  name: '192.0.2.10',
  isAddress: true,
  from: [edge('A', 'mail.example.com')],
  to: [edge('PTR', 'mail.example.com')],
  left: 0,
};

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`a name is walked from with keys, and back; axe-core finds nothing (${theme})`, { timeout }, async (t) => {
    const page = await openExtensionPage(t, graphPage({ nonce: 'n0nce', script: pageScriptText('graph-view') }), theme);
    const tell = (graph: NameGraphResult): Promise<unknown> =>
      page.evaluate(`window.postMessage(${JSON.stringify({ is: 'graph', graph })}, '*')`);
    const sent = (): Promise<unknown[]> => page.evaluate('sent.slice(1)');
    await tell(MAIL);
    await page.getByRole('heading', { name: 'Graph of mail.example.com' }).waitFor();
    assert.equal(await page.locator('#said').innerText(), 'mail.example.com: 2 point here, it leads to 2');
    assert.equal(await page.locator('#paths path').count(), 4);
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.deepEqual(await sent(), [
      { does: 'open', side: 'from', index: 0 },
      { does: 'walk', name: 'example.com' },
    ]);
    assert.equal(
      await page.getByRole('button', { name: 'x.example.net' }).count(),
      0,
      'what is not held leads nowhere',
    );
    await tell(ADDRESS);
    await page.getByRole('button', { name: 'Map of Its Network' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    assert.deepEqual((await sent()).slice(2), [{ does: 'map' }, { does: 'walk', name: 'mail.example.com' }]);
  });
}
