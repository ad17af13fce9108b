import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { registry } from '../../src/rules/registry.ts';
import { cellsOfText, stateOf } from '../../src/shared/map-cells.ts';
import {
  closeMapRequest,
  type MapActionsResult,
  type MapAddressResult,
  type MapChanged,
  type MapEditResult,
  mapActionsRequest,
  mapAddressRequest,
  mapChangedNotification,
  mapEditRequest,
  type NameGraphResult,
  nameGraphRequest,
  type OpenMapResult,
  openMapRequest,
  type ZoneTreeResult,
  zoneTreeRequest,
} from '../../src/shared/map-protocol.ts';
import { type DoneResult, doneRequest } from '../../src/shared/protocol.ts';
import { Editor, FOLDER } from './editor.ts';

const files = {
  'example.com.zone': `$ORIGIN example.com.
$TTL 3600
@ IN SOA ns1 hostmaster 2026112302 7200 900 1209600 3600
@ IN NS ns1
@ IN MX 10 mail
@ IN TXT "v=spf1 mx include:_spf.example.net -all"
_dmarc IN TXT "v=DMARC1; p=none"
k1._domainkey IN TXT "v=DKIM1; p="
ns1 IN A 192.0.2.53
mail IN A 192.0.2.10
www IN CNAME web
web IN A 192.0.2.20
api IN A 192.0.2.21
`,
  '2.0.192.in-addr.arpa.zone': `$ORIGIN 2.0.192.in-addr.arpa.
$TTL 3600
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112302 7200 900 1209600 3600
@ IN NS ns1.example.com.
10 IN PTR mail.example.com.
53 IN PTR ns1.example.com.
`,
};
const REVERSE = `${FOLDER}/2.0.192.in-addr.arpa.zone`;

async function started(t: TestContext): Promise<Editor> {
  const editor = await Editor.start(t, { rules: registry, files, options: { editor: 'vscode' } });
  await editor.open('example.com.zone');
  await editor.open('2.0.192.in-addr.arpa.zone');
  return editor;
}

async function opened(editor: Editor, network = '192.0.2.0/24'): Promise<OpenMapResult> {
  return editor.connection.sendRequest<OpenMapResult>(openMapRequest, { id: 'm', network });
}

/** The states of some cells: `10 agreed`. */
function states(cells: Uint8Array): string[] {
  return [...cells].flatMap((cell, i) => (stateOf(cell).id === 'free' ? [] : [`${i} ${stateOf(cell).id}`]));
}

test('a map is drawn, follows typing, and is let go', async (t) => {
  const editor = await started(t);
  const { picture, views } = await opened(editor);
  assert.deepEqual(views, ['']);
  const cells = cellsOfText(picture?.cells ?? '');
  assert.deepEqual(states(cells), ['10 agreed', '20 no-ptr', '21 no-ptr', '53 agreed']);
  const heard: MapChanged[] = [];
  const news = new Promise<void>((resolve) =>
    editor.connection.onNotification(mapChangedNotification, (changed: MapChanged) => {
      heard.push(changed);
      resolve();
    }),
  );
  await editor.type(REVERSE, '53 IN', '20 IN PTR web.example.com.\n53 IN');
  await news;
  assert.deepEqual(
    heard.map(({ id, cells: changed }) => [id, changed]),
    [['m', [20, 1]]],
  );
  await editor.connection.sendRequest(closeMapRequest, { id: 'm' });
  await editor.type(REVERSE, '53 IN', '21 IN PTR api.example.com.\n53 IN');
  await opened(editor);
  assert.equal(heard.length, 1, 'nothing is said of a map that nobody looks at');
});

test('what is no network, or has no zones, says so', async (t) => {
  const editor = await started(t);
  assert.match((await opened(editor, 'nonsense')).problem ?? '', /is no network/);
});

test('an address tells its names both ways, the PTR first', async (t) => {
  const editor = await started(t);
  const ask = (address: string): Promise<MapAddressResult> =>
    editor.connection.sendRequest<MapAddressResult>(mapAddressRequest, { address, view: '' });
  const mail = await ask('192.0.2.10');
  assert.deepEqual(mail.lines, [
    'agreed: the PTR record leads to a name that has the address',
    'PTR mail.example.com, which has the address',
    'mail.example.com has it (A)',
    'Sends mail for example.com',
  ]);
  assert.deepEqual(
    mail.places.map(({ uri, start }) => `${uri.slice(FOLDER.length + 1)}:${start.line}`),
    ['2.0.192.in-addr.arpa.zone:4', 'example.com.zone:9'],
  );
  const web = await ask('192.0.2.20');
  assert.match(web.lines.join('\n'), /No PTR record for 192\.0\.2\.20 in 2\.0\.192\.in-addr\.arpa \(ptr-missing\)/);
  assert.deepEqual((await ask('192.0.2.99')).places, []);
});

test('a wide network is drawn by its /24 networks, each of which tells what is in it', async (t) => {
  const editor = await started(t);
  const { picture } = await opened(editor, '192.0.0.0/12');
  assert.deepEqual([picture?.cellPrefix, picture?.cells.length], [24, 4096]);
  const { lines, places } = await editor.connection.sendRequest<MapAddressResult>(mapAddressRequest, {
    address: '192.0.2.0/24',
    view: '',
  });
  assert.deepEqual(lines, ['2 of 4 addresses in use are in order', 'agreed: 2', 'no PTR: 2', '1 mail host']);
  assert.deepEqual(places, []);
});

test('of one address the fixes are offered, of several all missing PTRs at once', async (t) => {
  const editor = await started(t);
  const actions = async (first: string, last: string): Promise<MapActionsResult> =>
    editor.connection.sendRequest<MapActionsResult>(mapActionsRequest, { first, last, view: '' });
  assert.deepEqual((await actions('192.0.2.20', '192.0.2.20')).actions, [
    {
      key: 'ptr-missing 0',
      title: 'Add "20 IN PTR web.example.com." to 2.0.192.in-addr.arpa (serial 2026112303)',
    },
  ]);
  assert.deepEqual((await actions('192.0.2.40', '192.0.2.99')).actions, []);
  assert.equal((await actions('192.0.2.99', '192.0.2.99')).places, 0);
  assert.equal((await actions('192.0.2.53', '192.0.2.53')).places, 2);
  const stretch = { first: '192.0.2.16', last: '192.0.2.31', view: '' };
  assert.deepEqual((await actions(stretch.first, stretch.last)).actions, [
    { key: 'add', title: 'Add all missing PTR records in 192.0.2.16-31 (2)' },
  ]);
  const made = await editor.connection.sendRequest<MapEditResult>(mapEditRequest, { ...stretch, key: 'add' });
  assert.equal(made.count, 2);
  assert.match(JSON.stringify(made.edit), /20 IN PTR web\.example\.com\.\\n21 IN PTR api\.example\.com\.\\n/);
  const one = { ...stretch, first: '192.0.2.20', last: '192.0.2.20' };
  const [add] = (await actions(one.first, one.last)).actions;
  const fix = await editor.connection.sendRequest<MapEditResult>(mapEditRequest, { ...one, key: add?.key });
  const done = await editor.connection.sendRequest<DoneResult>(doneRequest, fix.done);
  assert.match(done.said ?? '', /^Added 20 IN PTR web\.example\.com\. to 2\.0\.192\.in-addr\.arpa, serial \d+$/);
  assert.deepEqual(done.uris, [`${FOLDER}/2.0.192.in-addr.arpa.zone`]);
  const stale = await editor.connection.sendRequest<MapEditResult>(mapEditRequest, { ...stretch, key: 'ptr-stale 0' });
  assert.equal(stale.edit, null);
});

test('the tree tells the network of the address at a place', async (t) => {
  const editor = await started(t);
  const here = async (line: number): Promise<string | undefined> => {
    const place = { uri: `${FOLDER}/example.com.zone`, position: { line, character: 3 } };
    return (await editor.connection.sendRequest<ZoneTreeResult>(zoneTreeRequest, place)).here;
  };
  assert.equal(await here(8), '192.0.2.0/24');
  assert.equal(await here(10), undefined);
});

test('the tree tells zones, coverage and mail domains', async (t) => {
  const editor = await started(t);
  const tree = await editor.connection.sendRequest<ZoneTreeResult>(zoneTreeRequest, {});
  assert.deepEqual(
    tree.zones.map(({ zone, serial, records, network }) => [zone, serial, records, network]),
    [
      ['example.com', 2026112302, 11, ''],
      ['2.0.192.in-addr.arpa', 2026112302, 4, '192.0.2.0/24'],
    ],
  );
  assert.deepEqual(tree.networks, [
    { network: '192.0.2.0/24', view: '', used: 4, agreed: 2, faults: 2, mailHosts: 1, isHeld: true },
  ]);
  const [domain] = tree.mailDomains;
  assert.deepEqual(
    { ...domain, place: domain?.place?.start.line },
    {
      domain: 'example.com',
      view: '',
      mx: 1,
      spf: true,
      dkim: 1,
      dmarc: true,
      hosts: 1,
      confirmed: 1,
      place: 4,
    },
  );
});

test('a name tells who points to it and where it leads', async (t) => {
  const editor = await started(t);
  const graph = async (name: string): Promise<{ from: string[]; to: string[] } | string> => {
    const found = await editor.connection.sendRequest<NameGraphResult>(nameGraphRequest, { name });
    const words = ({ label, name: other }: { label: string; name: string }): string => `${label} ${other}`;
    return found.problem ?? { from: found.from.map(words), to: found.to.map(words) };
  };
  assert.deepEqual(await graph('mail.example.com'), {
    from: ['MX example.com', 'PTR 192.0.2.10'],
    to: ['A 192.0.2.10'],
  });
  assert.deepEqual(await graph('example.com'), {
    from: [],
    to: ['MX mail.example.com', 'NS ns1.example.com', 'SOA ns1.example.com', 'SPF include _spf.example.net'],
  });
  assert.deepEqual(await graph('192.0.2.10'), { from: ['A mail.example.com'], to: ['PTR mail.example.com'] });
  assert.deepEqual(await graph('_spf.example.net'), 'No record tells of "_spf.example.net"');
  await editor.type(
    `${FOLDER}/example.com.zone`,
    'api IN A',
    `sub IN NS ns1\nsub IN DS 1 13 2 ${'0'.repeat(64)}\napi IN A`,
  );
  assert.deepEqual(await graph('sub.example.com'), { from: ['DS example.com'], to: ['NS ns1.example.com'] });
  assert.deepEqual(await graph('web.example.com'), { from: ['CNAME www.example.com'], to: ['A 192.0.2.20'] });
});

test('a hover tells of the graph on names and addresses only, a command of the owner of the line too', async (t) => {
  const editor = await started(t);
  const uri = `${FOLDER}/example.com.zone`;
  const line = 'mail IN A 192.0.2.10';
  const row = files['example.com.zone'].split('\n').indexOf(line);
  const told = async (word: string, isExact: boolean): Promise<string> => {
    const position = { line: row, character: line.indexOf(word) };
    const params = { uri, position, isExact };
    return (await editor.connection.sendRequest<NameGraphResult>(nameGraphRequest, params)).name;
  };
  assert.equal(await told('mail', true), 'mail.example.com');
  assert.equal(await told('192', true), '192.0.2.10');
  for (const word of ['IN', 'A ']) {
    assert.equal(await told(word, true), '', word);
    assert.equal(await told(word, false), 'mail.example.com', word);
  }
});

test('zones stand in the tree with the numbers in their names as numbers', async (t) => {
  const names = ['customer10.example', 'customer2.example', '10.2.192.in-addr.arpa', '9.2.192.in-addr.arpa'];
  const soa = '@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 1 86400 7200 2419200 3600\n';
  const files = Object.fromEntries(names.map((name) => [`${name}.zone`, soa]));
  const editor = await Editor.start(t, { rules: [], files });
  const tree = await editor.connection.sendRequest<ZoneTreeResult>(zoneTreeRequest, {});
  assert.deepEqual(
    tree.zones.map(({ zone }) => zone),
    ['customer2.example', 'customer10.example', '9.2.192.in-addr.arpa', '10.2.192.in-addr.arpa'],
  );
});
