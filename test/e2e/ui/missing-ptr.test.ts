import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExamples, withPlainBlanks } from '../../support/vscode-ui.ts';
import { checkZone } from '../../support/zone-check.ts';

const forward = 'zones/example.com.zone';
const reverse = 'zones/8.b.d.0.1.0.0.2.ip6.arpa.zone';

test('the missing PTR of a mail host: seen, read, mended in the other file with one key', {
  timeout: 240_000,
}, async (t) => {
  const editor = await openExamples(t, { file: forward });
  const { page } = editor;
  const address = editor.lineOf(forward, '2001:db8::10');
  await editor.squiggles('error').first().waitFor();
  await editor.picture('squiggle');

  await address.click();
  await page.keyboard.press('Home');
  const problem = await editor.goToProblem(/2001:db8::10/);
  assert.match(withPlainBlanks(await problem.innerText()), /ptr-missing/);
  await editor.picture('missing-ptr');
  await page.keyboard.press('Escape');
  await problem.waitFor({ state: 'detached' });

  const fix = await editor.quickFix(/PTR mail\.example\.com\./);
  await editor.picture('quick-fix');
  await fix.click();

  await editor.open(reverse);
  const pointer = editor.lineOf(reverse, 'mail.example.com.');
  await pointer.waitFor();
  assert.match(withPlainBlanks(await pointer.innerText()), /IN\s+PTR\s+mail\.example\.com\./);
  await editor.picture('fixed');
  assert.doesNotMatch(editor.onDisk(reverse), /mail\.example\.com/, 'nothing is written before it is saved');

  await editor.command('File: Save All');
  await editor.waitForDisk(reverse, /mail\.example\.com\./);
  assert.match(editor.onDisk(reverse), /^(?!.*2026111501)[\s\S]*serial/, 'the serial has changed');
  await checkZone('8.b.d.0.1.0.0.2.ip6.arpa', editor.pathOf(reverse));

  await editor.open(forward);
  await editor.waitForProblems((problems) => !problems.some((problem) => problem.includes('2001:db8::10')));
});

test('the problems of all zones in one list', { timeout: 240_000 }, async (t) => {
  const editor = await openExamples(t, { file: 'zones/2.0.192.in-addr.arpa.zone' });
  await editor.squiggles('error').first().waitFor();
  await editor.waitForProblems((problems) => problems.some((problem) => problem.includes('ptr-generic')));
  await editor.picture('problems');

  // All rows are drawn only where there is room for them.
  await editor.command('View: Toggle Maximized Panel');
  const rules = ['ptr-missing', 'ptr-generic', 'ptr-stale', 'ptr-target-cname', 'ptr-target-in-arpa'];
  await editor.waitForProblems((problems) => rules.every((rule) => problems.some((problem) => problem.includes(rule))));
});
