import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { type Editor, openExamples, openFolder, withPlainBlanks } from '../../support/vscode-ui.ts';

const forward = 'zones/example.com.zone';
const reverse4 = 'zones/2.0.192.in-addr.arpa.zone';
const reverse = 'zones/8.b.d.0.1.0.0.2.ip6.arpa.zone';

const timeout = 240_000;

test('a fix in a file that is not shown says what was done, and saves it with a click', {
  timeout,
}, async (t) => {
  const editor = await openExamples(t, { file: forward });
  const notice = await noticeAfterFix(editor);
  assert.match(
    withPlainBlanks(await notice.innerText()),
    /Added \S+ IN PTR mail\.example\.com\. to 8\.b\.d\.0\.1\.0\.0\.2\.ip6\.arpa, serial \d{10}/,
  );
  await editor.picture('notice-of-a-fix');
  assert.doesNotMatch(editor.onDisk(reverse), /mail\.example\.com/);
  await notice.locator('.monaco-button', { hasText: 'Save' }).click();
  await editor.waitForDisk(reverse, /mail\.example\.com\./);
  await notice.waitFor({ state: 'detached' });
});

test('the notice, and the key for Undo in the file at hand, take the fix back', { timeout }, async (t) => {
  const editor = await openExamples(t, { file: forward, settings: { 'files.autoSave': 'off' } });
  const before = editor.onDisk(reverse);
  const notice = await noticeAfterFix(editor);
  await notice.locator('.monaco-button', { hasText: 'Show' }).click();
  await editor.textOf(reverse).waitFor();
  await editor.command('File: Save');
  await editor.waitForDisk(reverse, /mail\.example\.com\./);
  await editor.open(forward);
  await editor.goTo(forward, '192.0.2.30');
  await editor.page.keyboard.press('End');
  await (await editor.quickFix(/vault\.example\.com/)).click();
  await editor.open(reverse4);
  await editor.lineOf(reverse4, 'vault.example.com.').waitFor();

  // The last fix first, then the one before it.
  await editor.open(forward);
  await editor.goTo(forward, '2001:db8::10');
  await editor.page.keyboard.press('Control+z');
  await editor.open(reverse4);
  await editor.lineOf(reverse4, 'backup.example.com.').waitFor();
  // Redo makes it again, and Undo where it was made does not.
  await editor.open(forward);
  await editor.goTo(forward, '2001:db8::10');
  await editor.page.keyboard.press('Control+Shift+z');
  await editor.open(reverse4);
  await editor.lineOf(reverse4, 'vault.example.com.').waitFor();
  await editor.open(forward);
  await editor.goTo(forward, '2001:db8::10');
  await editor.page.keyboard.press('Control+z');
  await editor.open(reverse4);
  await editor.goTo(reverse4, 'status.example.com.');
  await editor.page.keyboard.press('Control+z');
  await editor.page.keyboard.press('Control+z');
  await editor.lineOf(reverse4, 'backup.example.com.').waitFor();
  await editor.lineOf(reverse4, 'vault.example.com.').waitFor({ state: 'detached' });
  await editor.open(forward);
  await editor.goTo(forward, '2001:db8::10');
  await editor.page.keyboard.press('Control+z');
  await editor.open(reverse);
  await editor.textOf(reverse).filter({ hasNotText: 'mail.example.com.' }).waitFor();
  await editor.waitForDisk(reverse, new RegExp(`^${before.replace(/[.*+?^${'$'}{}()|[\]\\]/g, '\\$&')}$`));
});

test('where the fix was not saved, Undo leaves nothing to be saved', { timeout }, async (t) => {
  const editor = await openExamples(t, { file: forward, settings: { 'files.autoSave': 'off' } });
  const before = editor.onDisk(reverse);
  const notice = await noticeAfterFix(editor);
  const unsaved = editor.page.locator('.explorer-viewlet-label, .activitybar .badge-content', { hasText: '1' });
  await notice.locator('.monaco-button', { hasText: 'Undo' }).click();
  await editor.open(reverse);
  await editor.textOf(reverse).filter({ hasNotText: 'mail.example.com.' }).waitFor();
  await editor.page.locator('.tab.active:not(.dirty)', { hasText: '8.b.d.0' }).waitFor();
  assert.equal(await unsaved.count(), 0);
  assert.equal(editor.onDisk(reverse), before);
});

test('where the editor saves by itself, a fix in a file that is not shown says what was done too', {
  timeout,
}, async (t) => {
  const editor = await openExamples(t, { file: forward, settings: { 'files.autoSave': 'afterDelay' } });
  const notice = await noticeAfterFix(editor);
  assert.match(withPlainBlanks(await notice.innerText()), /Added \S+ IN PTR mail\.example\.com\. to/);
  await editor.waitForDisk(reverse, /mail\.example\.com\./);
  await notice.locator('.monaco-button', { hasText: 'Undo' }).click();
  await editor.waitForDisk(reverse, /^(?![\s\S]*mail\.example\.com)/);
});

test('a serial that is raised by an answer after saving is on disk', { timeout }, async (t) => {
  const settings = { 'zonewright.serial.onSave': 'ask', 'files.autoSave': 'off' };
  const editor = await openExamples(t, { file: forward, settings });
  const { page } = editor;
  await editor.squiggles('error').first().waitFor();
  await editor.goTo(forward, '192.0.2.30');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('added IN TXT "x"');
  await editor.command('File: Save');
  const notice = await noticeWith(editor, 'its serial has not');
  const before = serialOf(editor.onDisk(forward));
  await notice.locator('.monaco-button', { hasText: 'Bump serial' }).click();
  for (let left = 50; left > 0 && serialOf(editor.onDisk(forward)) === before; left--) await page.waitForTimeout(200);
  assert.notEqual(serialOf(editor.onDisk(forward)), before);
});

test('the zone file that a fix creates is opened, and Undo there takes it back', { timeout }, async (t) => {
  const text = 'zone "example.net" { type primary; file "zones/net.zone"; };\n';
  const fill = (folder: string): void => writeFileSync(join(folder, 'named.conf'), text);
  const editor = await openFolder(t, { name: 'created', fill });
  const { page } = editor;
  await editor.open('named.conf');
  await editor.goTo('named.conf', 'net.zone');
  await (await editor.quickFix(/Create zones\/net\.zone/)).click();
  await page.locator('.tab.active', { hasText: 'net.zone' }).waitFor();
  await editor.waitForDisk('zones/net.zone', /SOA/);
  await page.keyboard.press('Control+z');
  await page.locator('.tab', { hasText: 'net.zone' }).waitFor({ state: 'detached' });
  assert.throws(() => editor.onDisk('zones/net.zone'), /ENOENT/);
});

function serialOf(text: string): string | undefined {
  return /\b20\d{8}\b/.exec(text)?.[0];
}

async function noticeWith(editor: Editor, text: string): Promise<Locator> {
  await editor.page.locator('[id="status.notifications"] .codicon-bell-dot').waitFor();
  await editor.command('Notifications: Show Notifications');
  const notice = editor.page.locator('.notifications-center .notification-list-item', { hasText: text });
  await notice.waitFor();
  return notice;
}

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
  const notice = page.locator('.notifications-center .notification-list-item', { hasText: 'ip6.arpa' });
  await notice.waitFor();
  return notice;
}
