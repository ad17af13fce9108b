import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '../../src/rules/registry.ts';
import { type AddMailRecordsParams, addMailRecordsRequest, type EditResult } from '../../src/shared/protocol.ts';
import { Editor } from './editor.ts';

const ZONE = `$TTL 3600
@ IN SOA ns1.example.net. hostmaster.example.net. 2026112301 14400 3600 604800 3600
@ IN NS ns1.example.net.
`;

test('the records of a domain without mail come as one edit; of a text that is no zone it is said', async (t) => {
  const editor = await Editor.start(t, {
    rules: registry,
    files: { 'example.com.zone': ZONE },
    options: { editor: 'vscode' },
  });
  const uri = await editor.open('example.com.zone');
  const ask = (params: AddMailRecordsParams): Promise<EditResult> =>
    editor.connection.sendRequest<EditResult>(addMailRecordsRequest, params);
  const parked = await ask({ uri, choice: { kind: 'parked' } });
  assert.equal(parked.count, 3);
  assert.deepEqual(parked.refused, []);
  for (const wanted of ['MX 0 .', 'v=spf1 -all', '_dmarc', 'v=DMARC1; p=reject'])
    assert.ok(JSON.stringify(parked.edit).includes(wanted), wanted);
  const other = await editor.open('notes.txt', 'www 3600 IN A 192.0.2.10\n');
  const { count, refused } = await ask({ uri: other, choice: { kind: 'parked' } });
  assert.equal(count, 0);
  assert.deepEqual(refused, ['This file is no zone that is known']);
});
