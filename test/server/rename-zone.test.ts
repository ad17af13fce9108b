import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { PrepareRenameRequest, RenameRequest } from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, until } from './editor.ts';

const soa = (serial: number, ns = 'ns1.example.com.') =>
  `@ SOA ${ns} hostmaster.example.net. ${serial} 7200 900 1209600 3600\n@ NS ${ns}\n`;

const files = {
  'named.conf': `zone "example.com" { type primary; file "com.zone"; };
zone "example.net" { type primary; file "net.zone"; };
`,
  'com.zone': `$TTL 3600
$ORIGIN example.com.
${soa(2026112301)}ns1 A 192.0.2.53
www CNAME web.example.com.
web A 192.0.2.80
$ORIGIN sub.example.com.
ftp CNAME www.EXAMPLE.com.
`,
  'net.zone': `$TTL 3600\n${soa(7)}@ TXT "v=spf1 include:example.com include:spf.example.org -all"\nx CNAME notexample.com.\n`,
};

async function start(t: TestContext, texts: Record<string, string> = files): Promise<{ editor: Editor; uri: string }> {
  const editor = await Editor.start(t, { rules: registry, files: texts });
  const uri = await editor.open('com.zone');
  await until(() => (editor.session.loop.isSettled && editor.session.store.files.size >= 2 ? true : undefined));
  return { editor, uri };
}

const origin = { line: 1, character: 10 };

async function rename(editor: Editor, uri: string, newName: string): Promise<void> {
  const edit = await editor.connection.sendRequest(RenameRequest.type, {
    textDocument: { uri },
    position: origin,
    newName,
  });
  editor.apply(edit ?? {});
}

test('a zone gets another name at its $ORIGIN: texts, SPF and named.conf follow, serials are raised', async (t) => {
  const { editor, uri } = await start(t);
  const spot = await editor.connection.sendRequest(PrepareRenameRequest.type, {
    textDocument: { uri },
    position: origin,
  });
  assert.match(JSON.stringify(spot), /"placeholder":"example\.com\."/);
  await rename(editor, uri, 'example.org');
  assert.equal(editor.textOf('named.conf'), files['named.conf'].replace('"example.com"', '"example.org"'));
  assert.equal(
    editor.textOf('com.zone'),
    `$TTL 3600
$ORIGIN example.org.
${soa(2026112302, 'ns1.example.org.')}ns1 A 192.0.2.53
www CNAME web.example.org.
web A 192.0.2.80
$ORIGIN sub.example.org.
ftp CNAME www.example.org.
`,
  );
  assert.equal(
    editor.textOf('net.zone'),
    `$TTL 3600\n${soa(8, 'ns1.example.org.')}@ TXT "v=spf1 include:example.org include:spf.example.org -all"\nx CNAME notexample.com.\n`,
  );
});

test('in named.conf the same', async (t) => {
  const { editor } = await start(t);
  const uri = await editor.open('named.conf', undefined, 'named-conf');
  const params = { textDocument: { uri }, position: { line: 0, character: 8 } };
  const spot = await editor.connection.sendRequest(PrepareRenameRequest.type, params);
  assert.match(JSON.stringify(spot), /"placeholder":"example\.com"/);
  editor.apply((await editor.connection.sendRequest(RenameRequest.type, { ...params, newName: 'example.org' })) ?? {});
  assert.match(editor.textOf('named.conf'), /^zone "example\.org"/);
  assert.match(editor.textOf('com.zone'), /\$ORIGIN example\.org\.\n/);
  assert.equal(
    await editor.connection.sendRequest(PrepareRenameRequest.type, { ...params, position: { line: 0, character: 30 } }),
    null,
  );
});

for (const [what, newName, texts, why] of [
  ['a name that is there', 'example.net', files, /example\.net has records already/],
  ['no name', 'a b', files, /is no name of a zone/],
  [
    'a zone below it',
    'example.org',
    {
      ...files,
      'sub.zone': `$ORIGIN sub.example.com.\n$TTL 60\n${soa(1)}`,
      'named.conf': `${files['named.conf']}zone "sub.example.com" { type primary; file "sub.zone"; };\n`,
    },
    /sub\.example\.com is a zone of its own below example\.com/,
  ],
  [
    'a $GENERATE that spells it',
    'example.org',
    { ...files, 'com.zone': `${files['com.zone']}$GENERATE 1-3 h$ CNAME web.example.com.\n` },
    /\$GENERATE in com\.zone spells example\.com/,
  ],
] as const) {
  test(`refused: ${what}`, async (t) => {
    const { editor, uri } = await start(t, texts);
    if (what === 'a zone below it') await until(() => (editor.session.store.files.size === 3 ? true : undefined));
    await assert.rejects(rename(editor, uri, newName), why);
  });
}

test('F2 on a reverse zone in named.conf moves its network: hosts and the name of the zone', async (t) => {
  const texts = {
    'named.conf':
      'zone "example.com" { type primary; file "com.zone"; };\nzone "2.0.192.in-addr.arpa" { type primary; file "rev.zone"; };\n',
    'com.zone': `$TTL 3600\n${soa(1)}ns1 A 192.0.2.53\nweb A 198.51.100.80\n`,
    'rev.zone': `$TTL 3600\n${soa(3)}53 PTR ns1.example.com.\n`,
  };
  const { editor } = await start(t, texts);
  const uri = await editor.open('named.conf', undefined, 'named-conf');
  const at = { textDocument: { uri }, position: { line: 1, character: 10 } };
  const spot = await editor.connection.sendRequest(PrepareRenameRequest.type, at);
  assert.equal(spot && 'placeholder' in spot && spot.placeholder, '192.0.2.0/24');
  editor.apply((await editor.connection.sendRequest(RenameRequest.type, { ...at, newName: '203.0.113.0/24' })) ?? {});
  assert.match(editor.textOf('named.conf'), /zone "113\.0\.203\.in-addr\.arpa" \{ type primary; file "rev\.zone"; \};/);
  assert.equal(editor.textOf('com.zone'), `$TTL 3600\n${soa(2)}ns1 A 203.0.113.53\nweb A 198.51.100.80\n`);
  // Its text is as it was: for servers it is a new zone, whose serial may begin anywhere.
  assert.equal(editor.textOf('rev.zone'), `$TTL 3600\n${soa(3)}53 PTR ns1.example.com.\n`);
});
