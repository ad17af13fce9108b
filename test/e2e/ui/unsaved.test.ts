import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { type Editor, openExamples, withPlainBlanks } from '../../support/vscode-ui.ts';

const forward = 'zones/example.com.zone';
const reverse = 'zones/8.b.d.0.1.0.0.2.ip6.arpa.zone';

const timeout = 240_000;

test('a fix in a file that is not shown says that it waits unsaved, and saves it with a click', {
  timeout,
}, async (t) => {
  const editor = await openExamples(t, { file: forward });
  const notice = await noticeAfterFix(editor);
  assert.match(
    withPlainBlanks(await notice.innerText()),
    /8\.b\.d\.0\.1\.0\.0\.2\.ip6\.arpa\.zone has changed and is not saved/,
  );
  assert.doesNotMatch(editor.onDisk(reverse), /mail\.example\.com/);
  await notice.locator('.monaco-button', { hasText: 'Save' }).click();
  await editor.waitForDisk(reverse, /mail\.example\.com\./);
  await notice.waitFor({ state: 'detached' });
});

test('where the editor saves by itself, a fix in a file that is not shown says that it was changed', {
  timeout,
}, async (t) => {
  const editor = await openExamples(t, { file: forward, settings: { 'files.autoSave': 'afterDelay' } });
  const notice = await noticeAfterFix(editor);
  assert.match(withPlainBlanks(await notice.innerText()), /ip6\.arpa\.zone has changed too/);
  await editor.waitForDisk(reverse, /mail\.example\.com\./);
  await notice.locator('.monaco-button', { hasText: 'Show' }).click();
  await editor.textOf(reverse).waitFor();
});

async function noticeAfterFix(editor: Editor): Promise<Locator> {
  const { page } = editor;
  await editor.squiggles('error').first().waitFor();
  await editor.lineOf(forward, '2001:db8::10').click();
  await page.keyboard.press('Home');
  await editor.goToProblem(/2001:db8::10/);
  await page.keyboard.press('Escape');
  await (await editor.quickFix(/PTR mail\.example\.com\./)).click();

  // Under the test driver notices do not pop up.
  await page.locator('[id="status.notifications"] .codicon-bell-dot').waitFor();
  await editor.command('Notifications: Show Notifications');
  const notice = page.locator('.notifications-center .notification-list-item', { hasText: 'arpa.zone' });
  await notice.waitFor();
  return notice;
}
