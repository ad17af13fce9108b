import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nodeSignatureChecker } from '../../src/ports/signature-checker.node.ts';
import { registry } from '../../src/rules/registry.ts';
import { type VerifySignaturesResult, verifySignaturesRequest } from '../../src/shared/checkers-protocol.ts';
import { Editor } from './editor.ts';

const page = readFileSync(new URL('../../docs/rules/rrsig-invalid.md', import.meta.url), 'utf8');
const CHANGED = (/^```dns-zone\n;- .*\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '').replace(/^;.*\n/gm, '');
const files = { 'example.com.zone': CHANGED, 'example.org.zone': '@ TXT x\n', 'notes.txt': 'nothing\n' };

test('what was verified is told, and what is wrong becomes a diagnostic until the zone is edited', async (t) => {
  const signatures = async () => nodeSignatureChecker();
  const editor = await Editor.start(t, { rules: registry, files, signatures });
  const uri = await editor.open('example.com.zone');
  /** Waits until the finding is there, or is gone: a busy server may answer with what it had before. */
  const untilFound = async (isWanted: boolean): Promise<void> => {
    for (let attempt = 0; attempt < 400; attempt++) {
      const isFound = (await editor.diagnostics(uri)).some(({ code }) => code === 'rrsig-invalid');
      if (isFound === isWanted) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.fail(isWanted ? 'the finding does not come' : 'the finding stays');
  };
  await untilFound(false);
  const result: VerifySignaturesResult = await editor.connection.sendRequest(verifySignaturesRequest, { uri });
  assert.deepEqual(result, { zones: ['example.com: 6 signatures verified, 1 of them wrong'], wrong: 1 });
  await untilFound(true);
  await editor.type(uri, '192.0.2.11', '192.0.2.10');
  await untilFound(false);
  const again: VerifySignaturesResult = await editor.connection.sendRequest(verifySignaturesRequest, { uri });
  assert.deepEqual(again, { zones: ['example.com: 6 signatures verified'], wrong: 0 });
});

test('why nothing was verified is said', async (t) => {
  const ask = async (editor: Editor, name: string): Promise<VerifySignaturesResult> =>
    editor.connection.sendRequest(verifySignaturesRequest, { uri: await editor.open(name) });
  const signatures = async () => nodeSignatureChecker();
  const editor = await Editor.start(t, { rules: registry, files, signatures });
  assert.match((await ask(editor, 'notes.txt')).problem ?? '', /^This file is no zone that is known/);
  assert.match((await ask(editor, 'example.org.zone')).problem ?? '', /^The zone has no signatures/);
  const browser = await Editor.start(t, { rules: registry, files });
  assert.match((await ask(browser, 'example.com.zone')).problem ?? '', /^Not here: .* not in the browser/);
});
