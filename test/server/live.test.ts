import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { CancellationTokenSource, CodeActionRequest } from 'vscode-languageserver-protocol/node';
import { type Resolver, silence } from '../../src/ports/resolver.ts';
import { registry } from '../../src/rules/registry.ts';
import type { LivePort } from '../../src/server/host.ts';
import {
  type CheckLiveParams,
  type CheckLiveResult,
  checkLiveRequest,
  liveProgressNotification,
  nsupdateRequest,
  reloadRequest,
} from '../../src/shared/live-protocol.ts';
import type { TextResult } from '../../src/shared/protocol.ts';
import { fakeResolver, rr, type Say } from '../live/fake-resolver.ts';
import { Editor, FOLDER } from './editor.ts';

const files = {
  'example.com.zone': `$ORIGIN example.com.
$TTL 3600
@ IN SOA ns1 hostmaster 2026112302 86400 7200 2419200 3600
@ IN NS ns1
@ IN MX 10 mail
ns1 IN A 192.0.2.53
mail IN A 192.0.2.10
`,
  '2.0.192.in-addr.arpa.zone': `$ORIGIN 2.0.192.in-addr.arpa.
$TTL 3600
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112302 86400 7200 2419200 3600
@ IN NS ns1.example.com.
10 IN PTR mail.example.com.
53 IN PTR ns1.example.com.
`,
};
const FORWARD = `${FOLDER}/example.com.zone`;
const REVERSE = `${FOLDER}/2.0.192.in-addr.arpa.zone`;

/** The world as it was before the last change: an old serial, and the provider's name for the mail host. */
const world: Say = ({ name, type }) => {
  if (type === 'SOA') return { recursive: true, answers: [rr(name, 'SOA', '2026112301')] };
  if (type === 'NS') return { recursive: true, answers: [rr(name, 'NS', 'ns1.example.com.')] };
  if (name === '10.2.0.192.in-addr.arpa.' && type === 'PTR')
    return { recursive: true, answers: [rr(name, 'PTR', '192-0-2-10-static.provider.example.')] };
  if (name === '53.2.0.192.in-addr.arpa.' && type === 'PTR')
    return { recursive: true, answers: [rr(name, 'PTR', 'ns1.example.com.')] };
  if (name === 'ns1.example.com.' && type === 'A') return { recursive: true, answers: [rr(name, 'A', '192.0.2.53')] };
  if (name.endsWith('.provider.example.') && type === 'A')
    return { recursive: true, answers: [rr(name, 'A', '192.0.2.10')] };
  return { ...silence('nxdomain'), recursive: true };
};

function sockets(resolver: Resolver): LivePort {
  return { kind: 'sockets', resolver: () => resolver, systemServers: () => [] };
}

async function started(t: TestContext, live: LivePort): Promise<Editor> {
  const editor = await Editor.start(t, { rules: registry, files, live });
  await editor.open('example.com.zone');
  return editor;
}

function ask(editor: Editor, params: Partial<CheckLiveParams>): Promise<CheckLiveResult> {
  const all: CheckLiveParams = {
    id: 'one',
    what: 'place',
    uri: FORWARD,
    resolver: '10.0.0.53',
    dnsOverHttps: '',
    authoritative: false,
    ...params,
  };
  return editor.connection.sendRequest(checkLiveRequest, all) as Promise<CheckLiveResult>;
}

test('nothing is asked until somebody wants it', async (t) => {
  const resolver = fakeResolver(world);
  const editor = await started(t, sockets(resolver));
  await editor.diagnostics(FORWARD);
  assert.deepEqual(resolver.asked, []);
});

test('the address under the cursor: published and held side by side, with the serials', async (t) => {
  const editor = await started(t, sockets(fakeResolver(world)));
  const { rows } = await ask(editor, { position: { line: 6, character: 12 } });
  assert.equal(rows.length, 1);
  const [row] = rows;
  assert.deepEqual(
    [row?.address, row?.published, row?.held, row?.verdict],
    ['192.0.2.10', '192-0-2-10-static.provider.example', 'mail.example.com', 'generic'],
  );
  assert.match(
    row?.advice ?? '',
    /2\.0\.192\.in-addr\.arpa\.zone:5 says mail\.example\.com, the world still sees 192-0-2-10-static\.provider\.example: published serial 2026112301, held 2026112302: not loaded yet\?$/,
  );
  assert.equal(row?.place?.uri, REVERSE);
  assert.equal(row?.place?.start.line, 4);
  assert.match(row?.request ?? '', /3600 IN PTR mail\.example\.com\./);
});

test('an address that nobody is asked about names the setting, and no option of the command line', async (t) => {
  const editor = await started(t, sockets(fakeResolver(world)));
  const { rows } = await ask(editor, { what: 'words', words: ['10.0.0.1'], resolver: '' });
  assert.match(rows[0]?.advice ?? '', /Name the server that knows it \(zonewright\.live\.resolver\)$/);
});

test('lines, a zone, words', async (t) => {
  const editor = await started(t, sockets(fakeResolver(world)));
  const range = { start: { line: 5, character: 0 }, end: { line: 6, character: 4 } };
  const addresses = async (params: Partial<CheckLiveParams>): Promise<string[]> =>
    (await ask(editor, params)).rows.map(({ address }) => address);
  assert.deepEqual(await addresses({ what: 'lines', range }), ['192.0.2.53', '192.0.2.10']);
  assert.deepEqual(await addresses({ what: 'zone' }), ['192.0.2.53', '192.0.2.10']);
  assert.deepEqual(await addresses({ what: 'words', words: ['192.0.2.8/30'] }), [
    '192.0.2.8',
    '192.0.2.9',
    '192.0.2.10',
    '192.0.2.11',
  ]);
  const { zones, summary } = await ask(editor, { what: 'zone' });
  assert.equal(zones[0]?.note, 'published serial 2026112301, held 2026112302: not loaded yet?');
  assert.equal(summary, '1 confirmed, 1 generic of 2 addresses');
});

test('progress is told, and a check that is cancelled asks no more', async (t) => {
  const resolver = fakeResolver(world);
  const editor = await started(t, sockets(resolver));
  const told: number[] = [];
  editor.connection.onNotification(liveProgressNotification, ({ done }: { done: number }) => void told.push(done));
  await ask(editor, { what: 'words', words: ['192.0.2.0/26'] });
  assert.deepEqual(told, [16, 32, 48, 64]);
  let cancelled = false;
  const source = new CancellationTokenSource();
  const slow: Resolver = {
    ...resolver,
    ask: () => {
      source.cancel();
      return new Promise((resolve) => setTimeout(() => resolve(silence(cancelled ? 'cancelled' : 'timeout')), 20));
    },
    cancel: () => {
      cancelled = true;
    },
  };
  const other = await started(t, sockets(slow));
  const params: CheckLiveParams = {
    id: 'two',
    what: 'words',
    words: ['10.0.0.0/17'],
    resolver: '10.0.0.53',
    dnsOverHttps: '',
    authoritative: false,
  };
  // It is cancelled at its first question, and has thousands more.
  await other.connection.sendRequest(checkLiveRequest, params, source.token).catch(() => undefined);
  assert.equal(cancelled, true);
});

test('is my zone published: serials and records that differ', async (t) => {
  const says: Say = (question, server, recursive) => {
    const { name, type } = question;
    // Nothing is sent to documentation addresses.
    if (name === 'ns1.example.com.' && type === 'A')
      return { authoritative: true, answers: [rr(name, 'A', '10.0.0.54')] };
    if (name === 'mail.example.com.' && type === 'A')
      return { authoritative: true, answers: [rr(name, 'A', '192.0.2.99')] };
    if (name === 'example.com.' && type === 'MX')
      return { authoritative: true, answers: [rr(name, 'MX', '10 mail.example.com.')] };
    const said = world(question, server, recursive);
    return said && { ...said, authoritative: true };
  };
  const editor = await started(t, sockets(fakeResolver(says)));
  const { zones, notes } = await ask(editor, { what: 'published' });
  assert.match(zones[0]?.note ?? '', /not loaded yet/);
  assert.deepEqual(zones[0]?.servers, [{ server: 'ns1.example.com (10.0.0.54)', says: 'serial 2026112301' }]);
  assert.deepEqual(zones[0]?.differences, [
    { name: 'mail.example.com', type: 'A', held: '192.0.2.10', published: '192.0.2.99' },
    { name: 'ns1.example.com', type: 'A', held: '192.0.2.53', published: '10.0.0.54' },
  ]);
  assert.match(notes[0] ?? '', /only names that are held were asked for/);
});

test('in the browser nothing is asked without a server that the user names', async (t) => {
  const urls: string[] = [];
  const live: LivePort = {
    kind: 'https',
    resolver: (url) => {
      urls.push(url);
      return fakeResolver(world);
    },
  };
  const editor = await started(t, live);
  const position = { line: 6, character: 12 };
  assert.match((await ask(editor, { position })).problem ?? '', /^Not here: .*zonewright\.live\.dnsOverHttps/);
  assert.match((await ask(editor, { position, dnsOverHttps: 'http://dns.example/' })).problem ?? '', /https:\/\//);
  assert.match(
    (await ask(editor, { what: 'published', dnsOverHttps: 'https://dns.example/' })).problem ?? '',
    /^Not here/,
  );
  assert.deepEqual(urls, []);
  const { rows } = await ask(editor, { position, dnsOverHttps: 'https://dns.example/dns-query' });
  assert.equal(rows[0]?.verdict, 'generic');
  assert.deepEqual(urls, ['https://dns.example/dns-query']);
});

test('a wrong server in the settings is told', async (t) => {
  const editor = await started(t, sockets(fakeResolver(world)));
  const { problem } = await ask(editor, { position: { line: 6, character: 12 }, resolver: 'ns1.example.com' });
  assert.match(problem ?? '', /zonewright\.live\.resolver takes an address/);
});

test('the script for nsupdate and the line that reloads', async (t) => {
  const editor = await started(t, sockets(fakeResolver(world)));
  const position = { line: 6, character: 12 };
  const script = (await editor.connection.sendRequest(nsupdateRequest, { uri: FORWARD, position })) as TextResult;
  assert.match(script.text ?? '', /^zone 2\.0\.192\.in-addr\.arpa\.$/m);
  assert.match(script.text ?? '', /^update add 10\.2\.0\.192\.in-addr\.arpa\. 3600 IN PTR mail\.example\.com\.$/m);
  const none = (await editor.connection.sendRequest(nsupdateRequest, {
    uri: FORWARD,
    position: { line: 1, character: 0 },
  })) as TextResult;
  assert.equal(none.text, null);
  assert.match(none.problem ?? '', /cursor/);
  const reload = (await editor.connection.sendRequest(reloadRequest, { uri: REVERSE })) as TextResult;
  assert.equal(reload.text, 'rndc reload 2.0.192.in-addr.arpa\n');
});

test('where a fix may not write into a dynamic zone, the script for nsupdate is offered in its place', async (t) => {
  const dynamic = {
    'named.conf': `zone "example.com" { type primary; file "example.com.zone"; };
zone "2.0.192.in-addr.arpa" { type primary; file "2.0.192.in-addr.arpa.zone"; allow-update { key k; }; };
`,
    ...files,
    '2.0.192.in-addr.arpa.zone': files['2.0.192.in-addr.arpa.zone'].replace('10 IN PTR mail', '10 IN PTR gone'),
  };
  const options = { editor: 'vscode' as const };
  const editor = await Editor.start(t, {
    rules: registry,
    files: dynamic,
    live: sockets(fakeResolver(world)),
    options,
  });
  const uri = await editor.open('2.0.192.in-addr.arpa.zone');
  const found = (await editor.diagnostics(uri)).find(({ range }) => range.start.line === 4);
  assert.ok(found, 'the PTR of the mail host leads nowhere');
  const actions = await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: found.range,
    context: { diagnostics: [found] },
  });
  const offered = (actions ?? []).find(({ title }) => title.includes('nsupdate'));
  const place = offered?.command as { command: string; arguments: [object] } | undefined;
  assert.equal(place?.command, 'zonewright.copyNsupdate');
  const { text } = (await editor.connection.sendRequest(nsupdateRequest, place?.arguments[0])) as TextResult;
  assert.match(text ?? '', /^prereq yxrrset 10\.2\.0\.192\.in-addr\.arpa\. IN PTR gone\.example\.com\.$/m);
  assert.match(text ?? '', /^update add 10\.2\.0\.192\.in-addr\.arpa\. 3600 IN PTR mail\.example\.com\.$/m);
});
