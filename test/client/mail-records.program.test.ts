import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('mail-records');

interface Module {
  addMailRecords(extension: object, uri: string, apply: () => Promise<boolean>): Promise<void>;
}

test('nothing is asked about mail records in a file that is no zone, and that is said', async () => {
  const said: string[] = [];
  const vscode = { l10n: {}, window: { showInformationMessage: (text: string) => said.push(text) } };
  const { addMailRecords } = load(vscode) as Module;
  const extension = { ask: async () => ({ zones: [], proposals: [], isAmbiguous: false, views: [], loading: false }) };
  await addMailRecords(extension, 'file:///workspace/hosts.inc', async () => assert.fail('nothing is to be written'));
  assert.deepEqual(said, ['This file is no zone that is known']);
});
