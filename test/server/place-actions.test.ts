import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type CodeAction, CodeActionRequest, CodeActionTriggerKind } from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, type EditorOptions } from './editor.ts';

const ZONE = `$TTL 3600
@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1
ns1 IN A 192.0.2.53
www IN A 198.51.100.80
    IN AAAA 2001:db8::80
; zonewright-disable-line ptr-missing
`;
const REVERSE = `$TTL 3600
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 7200 900 1209600 3600
@ IN NS ns1.example.com.
53 IN PTR ns1.example.com.
`;
const files = { 'example.com.zone': ZONE, '2.0.192.in-addr.arpa.zone': REVERSE };
const extension: Partial<EditorOptions> = { options: { editor: 'vscode' } };

async function commandsAt(
  t: TestContext,
  place: readonly [line: number, character: number],
  options: Partial<EditorOptions> = {},
  triggerKind: CodeActionTriggerKind = CodeActionTriggerKind.Invoked,
): Promise<string[]> {
  const editor = await Editor.start(t, { rules: registry, files, ...options });
  const uri = await editor.open('example.com.zone');
  const [line, character] = place;
  const start = { line, character };
  const found = (await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], only: ['refactor'], triggerKind },
  })) as CodeAction[];
  return found.flatMap(({ title, command }) => (command ? [`${title}: ${command.command}`] : []));
}

test('at a SOA record its serial can be raised, in every editor', async (t) => {
  for (const options of [{}, extension])
    assert.deepEqual(await commandsAt(t, [1, 5], options), ['Bump serial to 2026112302: zonewright.bumpSerial']);
});

test('at a clean address what can be done with it', async (t) => {
  assert.deepEqual(await commandsAt(t, [3, 17], extension), [
    'Renumber 192.0.2.53 and its PTR records...: editor.action.rename',
    'Check live: zonewright.checkLive',
  ]);
  assert.deepEqual(await commandsAt(t, [4, 19], extension), [
    'Renumber 198.51.100.80 and its PTR records...: editor.action.rename',
    'Create the reverse zone for this address: zonewright.createReverseZone',
    'Copy a PTR request for the provider: zonewright.copyPtrRequest',
    'Check live: zonewright.checkLive',
  ]);
});

test('within the network of an address it is named with its prefix', async (t) => {
  for (const [place, network] of [
    [[3, 12], '192.0.2.0/24'],
    [[5, 16], '2001:db8::/32'],
  ] as const)
    assert.equal(
      (await commandsAt(t, place, extension))[0],
      `Renumber ${network} and its PTR records...: editor.action.rename`,
    );
});

test('at a comment the page of the rule that it names', async (t) => {
  assert.deepEqual(await commandsAt(t, [6, 3], extension), ['Open the page of ptr-missing: zonewright.showRule']);
});

test('nothing while the cursor only moves', async (t) => {
  assert.deepEqual(await commandsAt(t, [3, 17], extension, CodeActionTriggerKind.Automatic), []);
});
