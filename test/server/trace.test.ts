import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogTraceNotification, SetTraceNotification } from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, until } from './editor.ts';

const zone = `$TTL 3600
@ IN SOA ns1 hostmaster 2026112301 86400 7200 2419200 3600
@ IN NS ns1
@ IN NS ns1.example.net.
ns1 IN A 192.0.2.53
k IN TXT "a"
"b"
"c"
`;

test('where the trace is on, the server says which findings are not shown, and once for each', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files: { 'example.com.zone': zone } });
  const heard: string[] = [];
  editor.connection.onNotification(LogTraceNotification.type, ({ message }) => {
    if (message.includes('not shown')) heard.push(message);
  });
  const uri = await editor.open('example.com.zone');
  const before = await editor.diagnostics(uri);
  assert.equal(heard.length, 0);
  await editor.connection.sendNotification(SetTraceNotification.type, { value: 'verbose' });
  await editor.diagnostics(uri);
  const told = await until(() => heard[0]);
  assert.match(
    told,
    /example\.com\.zone:7:1 syntax-\S+: .*\n {4}not shown, by the pass joined-rows: for .*:6:10 syntax-/,
  );
  await editor.type(uri, '@ IN NS ns1\n', '@ IN NS ns1\n@ IN TXT "x"\n');
  await editor.diagnostics(uri);
  const moved = await until(() => heard[1]);
  assert.match(moved, /example\.com\.zone:8:1 syntax-/);
  await editor.type(uri, '"x"', '"y"');
  await editor.diagnostics(uri);
  await editor.connection.sendNotification(SetTraceNotification.type, { value: 'off' });
  await editor.type(uri, '@ IN TXT "y"\n', '');
  assert.deepEqual(
    (await editor.diagnostics(uri)).map(({ message }) => message),
    before.map(({ message }) => message),
  );
  assert.equal(heard.length, 2);
});
