import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { type Editor, openExamples, withPlainBlanks } from '../../support/vscode-ui.ts';

const forward = 'zones/example.com.zone';
const unknown = 'lab/db.198.51.100';

/** The rows of the language status, once one of them says this. */
async function statusRows(editor: Editor, expected: RegExp): Promise<string[]> {
  const { page } = editor;
  const rows = page.locator('.hover-language-status');
  let texts: string[] = [];
  for (let round = 0; round < 60; round++) {
    await page.locator('[id="status.languageStatus"]').hover();
    await page.waitForTimeout(500);
    texts = (await rows.allInnerTexts()).map(withPlainBlanks);
    if (texts.some((text) => expected.test(text))) return texts;
    await page.mouse.move(600, 300);
  }
  throw new Error(`the status says ${texts.join(' / ')}`);
}

test('a file whose zone nobody knows says so, and is mapped', { timeout: 240_000 }, async (t) => {
  const editor = await openExamples(t, { file: forward });
  const { page } = editor;
  const [zone, origin] = await statusRows(editor, /^example\.com, serial 2026112001, 2 reverse zones held/);
  assert.match(zone ?? '', /^example\.com, serial/);
  assert.match(origin ?? '', /^declared in named\.conf/);
  await editor.picture('status');

  mkdirSync(dirname(editor.pathOf(unknown)));
  const soa = '@ IN SOA ns1.example.com. hostmaster.example.com. 7 2h 1h 2w 1h\n';
  writeFileSync(editor.pathOf(unknown), `$TTL 1h\n${soa}@ IN NS ns1.example.com.\n5 IN PTR www.example.com.\n`);
  await editor.open(unknown);
  await statusRows(editor, /^100\.51\.198\.in-addr\.arpa or 198\.51\.100\.in-addr\.arpa: no record tells which/);

  await editor.lineOf(unknown, 'SOA').click();
  await page.keyboard.press('Home');
  await editor.goToProblem(/no record tells which: set \$ORIGIN/);
  await page.keyboard.press('Escape');
  await (await editor.quickFix(/^Map this file to a zone/)).click();
  const input = page.locator('.quick-input-widget input');
  await page.locator('.quick-input-title', { hasText: 'Which zone is lab/db.198.51.100?' }).waitFor();
  assert.equal(await input.inputValue(), '100.51.198.in-addr.arpa');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-title', { hasText: 'In which view is 100.51.198.in-addr.arpa?' }).waitFor();
  await page.keyboard.press('Enter');
  const rows = await statusRows(editor, /^100\.51\.198\.in-addr\.arpa, serial 7/);
  assert.ok(rows.some((row) => row.startsWith('mapped by the settings')));
});

test('a folder that is renamed outside of the editor takes its zones along', { timeout: 240_000 }, async (t) => {
  const editor = await openExamples(t, { file: 'zones/example.org.zone' });
  const isIn = (folder: string) => (problems: readonly string[]) =>
    problems.some((problem) => problem.includes(`${folder}/2.0.192.in-addr.arpa.zone`));
  await editor.command('View: Close All Editors');
  await editor.waitForProblems(isIn('zones'));
  await editor.watched();
  renameSync(editor.pathOf('zones'), editor.pathOf('moved'));
  await editor.waitForProblems((problems) => isIn('moved')(problems) && !isIn('zones')(problems));
});

test('files that change outside of the editor are followed, and what is not saved wins', {
  timeout: 240_000,
}, async (t) => {
  const reverse = 'zones/8.b.d.0.1.0.0.2.ip6.arpa.zone';
  const editor = await openExamples(t, { file: forward });
  const { page } = editor;
  const isMissing = (problems: readonly string[]) => problems.some((problem) => problem.includes('2001:db8::10'));
  await editor.waitForProblems(isMissing);
  await editor.watched();
  const text = editor.onDisk(reverse);
  writeFileSync(editor.pathOf(reverse), `${text}0.1\tIN\tPTR\tmail.example.com.\n`);
  await editor.waitForProblems((problems) => problems.length > 0 && !isMissing(problems));

  await editor.open(reverse);
  await editor.lineOf(reverse, 'mail.example.com.').click();
  await editor.command('Delete Line');
  await editor.waitForProblems(isMissing);
  writeFileSync(editor.pathOf(reverse), `${text}; as a generator wrote it\n0.1\tIN\tPTR\tmail.example.com.\n`);
  await page.waitForTimeout(2000);
  await editor.waitForProblems(isMissing);
  await editor.open(reverse);
  await editor.command('File: Revert File');
  await editor.lineOf(reverse, 'as a generator wrote it').waitFor();
  await editor.waitForProblems((problems) => problems.length > 0 && !isMissing(problems));
});
