import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { root } from '../../../scripts/root.ts';
import { type Editor, openExamples } from '../../support/vscode-ui.ts';
import { serveWebviews } from '../../support/vscode-workbench.ts';
import { nameServer } from '../live/name-servers.ts';

const ZONES = ['example.com', '2.0.192.in-addr.arpa', '8.b.d.0.1.0.0.2.ip6.arpa'];

/** Opens examples/ in an editor whose resolver serves its zones, each text as `publish` makes it. */
export async function openServedExamples(
  t: TestContext,
  file: string,
  publish: (zone: string, text: string) => string = (_, text) => text,
): Promise<Editor> {
  const read = (name: string): string => readFileSync(join(root, 'examples', 'zones', name), 'utf8');
  const zones = Object.fromEntries(ZONES.map((zone) => [zone, publish(zone, read(`${zone}.zone`))]));
  const server = await nameServer({ kind: 'named', zones, files: { 'zones/hosts.inc': read('hosts.inc') } });
  t.after(() => server.stop());
  const settings = { 'zonewright.live.resolver': `${server.address}:${server.port}` };
  const editor = await openExamples(t, { file, settings });
  await serveWebviews(editor.page);
  return editor;
}
