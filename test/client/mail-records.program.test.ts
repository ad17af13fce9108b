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

test('what is no mail server, mail address or selector is refused where it is typed', async () => {
  type Refuse = (text: string) => string | undefined;
  const refusals: Refuse[] = [];
  let pick = 0;
  const vscode = {
    l10n: {},
    window: {
      // The domain has mail; its DKIM key is pasted.
      showQuickPick: async (items: readonly unknown[]) => items[pick++],
      showInputBox: async ({ value, validateInput }: { readonly value: string; readonly validateInput: Refuse }) => {
        refusals.push(validateInput);
        return refusals.length < 3 ? value : undefined;
      },
    },
  };
  const extension = { ask: async () => ({ zones: [{ zone: 'example.com' }] }) };
  await (load(vscode) as Module).addMailRecords(extension, 'file:///example.com.zone', async () => true);
  const [server, reports, selector] = refusals;
  assert.equal(server?.('foo bar'), '"foo bar" is no name of a host: write the whole name of the mail server');
  assert.equal(server('mail.example.com.'), undefined);
  assert.equal(
    reports?.('notanaddress'),
    '"notanaddress" is no mail address: write one such as postmaster@example.com',
  );
  assert.deepEqual([reports('postmaster@example.com'), reports('')], [undefined, undefined]);
  assert.equal(selector?.('k 1'), '"k 1" is no selector: write letters and digits, such as k1');
  assert.equal(selector('k1'), undefined);
});
