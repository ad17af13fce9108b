import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogMessageNotification } from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { type ReadingResult, readingRequest } from '../../src/shared/protocol.ts';
import { Editor, until } from './editor.ts';

const head =
  '$TTL 1h\n@ IN SOA ns1.example.net. hostmaster.example.com. 1 86400 7200 2419200 3600\n@ IN NS ns1.example.net.\n';
const files = {
  'named.conf': 'zone "example.com" { type primary; file "example.com.zone"; };\n',
  'example.com.zone': `${head}www IN A 192.0.2.10\n# no comment\n`,
  '2.0.192.in-addr.arpa.zone': head,
};

test('the log says what was read and which file is which zone, once', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  const said: string[] = [];
  editor.connection.onNotification(LogMessageNotification.type, ({ message }) => void said.push(message));
  const uri = await editor.open('example.com.zone');
  await editor.diagnostics(uri);
  const text = await until(() => said.find((one) => one.includes('2.0.192')));
  assert.match(text, /^Zone files read: 2; configurations: named\.conf\n/);
  assert.match(text, /^ {2}example\.com\.zone: example\.com, declared in named\.conf$/m);
  const count = said.length;
  await editor.type(uri, 'www', 'web');
  await editor.diagnostics(uri);
  assert.equal(said.length, count);
  await editor.open('example.org.zone', head);
  await until(() => said.find((one) => one.includes('example.org.zone: example.org')));
});

test('what is collected has names and numbers, and no record', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  const uri = await editor.open('example.com.zone');
  await editor.diagnostics(uri);
  const { text } = await editor.connection.sendRequest<ReadingResult>(readingRequest, {});
  assert.match(text, /Zone files read: 2/);
  assert.match(text, /^syntax-comment: 1\nzone-not-loaded: 1$/m);
  assert.doesNotMatch(text, /192\.0\.2\.10|hostmaster|no comment/);
});
