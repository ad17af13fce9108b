import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { type ExplainBounceResult, explainBounceRequest } from '../../src/shared/protocol.ts';
import { Editor, FOLDER } from './editor.ts';

const files = {
  'example.com.zone': `$TTL 3600
$ORIGIN example.com.
@ IN SOA ns1 hostmaster 2026112301 86400 7200 2419200 3600
@ IN NS ns1
@ IN MX 10 mail
@ IN TXT "v=spf1 a:mail.example.com a:relay.example.com -all"
ns1 IN A 192.0.2.53
mail IN A 192.0.2.10
relay IN A 192.0.2.20
`,
  '2.0.192.in-addr.arpa.zone': `$TTL 3600
$ORIGIN 2.0.192.in-addr.arpa.
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 86400 7200 2419200 3600
@ IN NS ns1.example.com.
53 IN PTR ns1.example.com.
10 IN PTR mail.example.com.
`,
};

const REFUSED =
  'host mx.example.net[198.51.100.25] said: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.20] (in reply to RCPT TO command)';

test('a rejection leads to what the held zones say, and to its fix', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  const result = await editor.connection.sendRequest<ExplainBounceResult>(explainBounceRequest, { text: REFUSED });
  const [rejection, ...others] = result.rejections;
  assert.equal(others.length, 0);
  assert.equal(rejection?.address, '192.0.2.20');
  assert.deepEqual(rejection?.sentences, [
    "example.net refuses mail for now: the sender's server tries again by itself (450 4.7.1)",
    'It claims that 192.0.2.20 has no PTR record',
    'The held zone 2.0.192.in-addr.arpa has no PTR record for 192.0.2.20',
  ]);
  const held = rejection?.held;
  assert.deepEqual([held?.verdict, held?.rule, held?.place], ['missing', 'ptr-missing', 'example.com.zone:9']);
  assert.equal(held?.uri, `${FOLDER}/example.com.zone`);
  assert.deepEqual(held?.start, { line: 8, character: 11 });
  const [fix] = held?.fixes ?? [];
  assert.match(String(fix?.title), /20 .*PTR relay\.example\.com\./);
  editor.apply(fix?.edit as WorkspaceEdit);
  assert.match(
    editor.texts.get(`${FOLDER}/2.0.192.in-addr.arpa.zone`)?.text ?? '',
    /^20\s.*PTR\s+relay\.example\.com\.$/m,
  );
});

test('without an address the mail hosts that are held are offered, those at fault first', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  const text = '550-5.7.25 [MASKED] The IP address sending this message does not have a PTR record setup. gsmtp';
  const { rejections } = await editor.connection.sendRequest<ExplainBounceResult>(explainBounceRequest, { text });
  const hosts = rejections[0]?.hosts.map(({ host, address, held }) => `${host} ${address} ${held?.verdict}`);
  assert.deepEqual(hosts, ['relay.example.com 192.0.2.20 missing', 'mail.example.com 192.0.2.10 confirmed']);
});

test('an address that no held zone knows has no place, and a letter has no rejections', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  const ask = (text: string) => editor.connection.sendRequest<ExplainBounceResult>(explainBounceRequest, { text });
  const { rejections } = await ask('550 No reverse DNS for 203.0.113.9');
  assert.equal(rejections[0]?.held, null);
  assert.match(rejections[0]?.advice ?? '', /No zone that is held here knows 203\.0\.113\.9/);
  assert.deepEqual(await ask('Dear all,\n\nsee you tomorrow\n'), { rejections: [] });
});
