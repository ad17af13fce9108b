import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { stopGroup } from '../../../scripts/processes.ts';
import { root } from '../../../scripts/root.ts';
import { Editor } from '../../support/vscode-ui.ts';
import { launchBrowser, openPage } from '../../support/vscode-workbench.ts';

/** Starts `npm start` for a browser and waits for the address it prints. */
async function startEditor(t: TestContext): Promise<{ readonly url: string; readonly stop: () => Promise<number> }> {
  const child = spawn('npm', ['start', '--silent', '--', '--browser'], { cwd: root, detached: true });
  t.after(() => stopGroup(child));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const take = (chunk: string): void => {
      output += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  const stop = async (): Promise<number> => {
    const ended = once(child, 'exit');
    // As Ctrl-C does: the signal goes to the whole group.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    const [code] = await ended;
    return Number(code);
  };
  return { url, stop };
}

test('npm start serves the editor with the extension, and Ctrl-C ends it', { timeout: 240_000 }, async (t) => {
  const { url, stop } = await startEditor(t);
  assert.match(url, /[?&]tkn=[0-9a-f]{32}/);
  assert.match(decodeURIComponent(url), /\.vscode-test.start.examples$/, 'a copy is opened');
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const { page } = await openPage(browser);
  page.setDefaultTimeout(60_000);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  const editor = new Editor(page, join(root, '.vscode-test', 'start', 'examples'));
  await editor.open('example.com.zone');
  await page.locator('[id="status.editor.mode"]', { hasText: 'DNS Zone' }).waitFor();
  await page.locator('.editor-instance .squiggly-error, .editor-instance .squiggly-warning').first().waitFor();

  const withoutToken = await fetch(new URL(url).origin);
  assert.equal(withoutToken.status, 403);
  assert.equal(await stop(), 0);
  await assert.rejects(fetch(url), 'the server is gone');
});
