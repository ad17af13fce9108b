import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PROJECT_SETTINGS } from '../../src/project/project-settings.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { Workspace } from '../workspace/load.ts';

const soa =
  '$TTL 3600\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 3600\n@ IN NS ns1.example.com.\n';
const primary = (name: string, file: string): string => `zone "${name}" { type primary; file "${file}"; };\n`;

/** What a workspace that has gone through changes knows is what one knows that finds it so. */
function expectRows(workspace: Workspace, expected: readonly string[]): void {
  assert.deepEqual(workspace.settle().rows(), expected);
  const opened = [...workspace.store.files.values()].map(({ path }) => path);
  const fresh = new Workspace(workspace.files).configure(workspace.settings);
  for (const path of opened) {
    if (!workspace.opened.has(path)) continue;
    const file = workspace.store.files.get(path);
    if (file) fresh.project.open(path, sourceOfText(file.document.text));
  }
  assert.deepEqual(fresh.settle().rows(), expected, 'as a fresh load');
}

test('the order in which a zone is known: setting, configuration, text, file name', () => {
  const files = {
    'named.conf': primary('example.com', 'db.one'),
    'db.one': `$ORIGIN example.net.\n${soa}`,
    'db.two': `$ORIGIN example.net.\n${soa}`,
    'db.example.org': soa.replace('@ IN SOA', 'example.net. IN SOA'),
    'db.example.edu': soa,
  };
  expectRows(Workspace.of(files), [
    'db.example.edu example.edu. [not loaded] file-name held',
    'db.example.org example.net. [not loaded] text not held',
    'db.one example.com. configuration held',
    'db.two example.net. [not loaded] text not held',
  ]);
  expectRows(Workspace.of(files).configure({ zones: [{ file: 'db.one', origin: 'example.net' }] }), [
    'db.example.edu example.edu. [not loaded] file-name held',
    'db.example.org example.net. [not loaded] text not held',
    'db.one example.net. setting held',
    'db.two example.net. [not loaded] text not held',
  ]);
});

test('a zone that no configuration declares any more is the one of its SOA record', () => {
  const text = 'example.com. 3600 IN SOA ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 3600\n';
  const workspace = Workspace.of({ 'named.conf': primary('example.com', 'db.one'), 'db.one': text });
  expectRows(workspace, ['db.one example.com. configuration held']);
  expectRows(workspace.remove('named.conf'), ['db.one example.com. text held']);
});

test('a redirect zone stands beside the zone of its name, and answers for no name', () => {
  const redirect = 'zone "." { type redirect; file "db.redirect"; };\n';
  const files = { 'named.conf': redirect + primary('.', 'db.root'), 'db.redirect': soa, 'db.root': soa };
  expectRows(Workspace.of(files), ['db.redirect . configuration other not held', 'db.root . configuration held']);
});

test('an absolute SOA owner, an $ORIGIN before the SOA, a dump under the root', () => {
  expectRows(
    Workspace.of({
      'zones/a.db': 'example.com. 3600 IN SOA ns1 h 1 2 3 4 5\n',
      'zones/b.db': '; a comment\n$ORIGIN org.\n$ORIGIN example\n@ 3600 IN SOA ns1 h 1 2 3 4 5\n',
      'zones/c.db':
        '$ORIGIN .\n$TTL 3600\nexample.net IN SOA ns1 h (\n 1 2 3 4 5 )\n$ORIGIN example.net.\nwww A 192.0.2.1\n',
    }),
    ['zones/a.db example.com. text held', 'zones/b.db example.org. text held', 'zones/c.db example.net. text held'],
  );
});

test('a name with fewer octets than its owners need is not the zone', () => {
  expectRows(
    Workspace.of({
      'db.10': `${soa}1.0.0 PTR ns1.example.com.\n7.1.20 PTR www.example.com.\n`,
      'db.172': `${soa}5 PTR ns1.example.com.\n1.2.3 PTR www.example.com.\n`,
      'db.192': `${soa}@ PTR example.com.\n5 PTR ns1.example.com.\n6 PTR www.example.com.\n`,
      'db.193': soa,
      'db.194': `${soa}$ORIGIN 2.0.194.in-addr.arpa.\n5 PTR ns1.example.com.\n`,
      'db.195': `${soa}* PTR pool.example.com.\n`,
      '168.192.in-addr.arpa.zone': `${soa}5 PTR ns1.example.com.\n6 PTR www.example.com.\n`,
    }),
    [
      '168.192.in-addr.arpa.zone 168.192.in-addr.arpa. file-name held',
      'db.10 10.in-addr.arpa. file-name held',
      'db.172 172.in-addr.arpa. file-name held',
      'db.192 ? none not held',
      'db.193 193.in-addr.arpa. file-name held',
      'db.194 194.in-addr.arpa. file-name held',
      'db.195 195.in-addr.arpa. file-name held',
    ],
  );
});

test('octets in either order: the records decide, else nobody', () => {
  const forward = `${soa}ns1 A 198.51.100.5\n`;
  const files = { 'db.198.51.100': `${soa}5 PTR ns1.example.com.\n`, 'db.203.20': soa };
  expectRows(Workspace.of(files), ['db.198.51.100 ? ambiguous not held', 'db.203.20 ? ambiguous not held']);
  expectRows(Workspace.of({ ...files, 'example.com.zone': forward }), [
    'db.198.51.100 100.51.198.in-addr.arpa. evidence held',
    'db.203.20 ? ambiguous not held',
    'example.com.zone example.com. file-name held',
  ]);
  const reversed = `${soa}5 PTR ns1.example.com.\n`;
  expectRows(Workspace.of({ 'example.com.zone': forward, '100.51.198.rev': reversed }), [
    '100.51.198.rev 100.51.198.in-addr.arpa. evidence held',
    'example.com.zone example.com. file-name held',
  ]);
  expectRows(Workspace.of({ '198.51.100.rev': `${soa}5.100.51.198.in-addr.arpa. PTR ns1.example.com.\n` }), [
    '198.51.100.rev 100.51.198.in-addr.arpa. evidence held',
  ]);
});

test('octets in either order, without a record that tells: the one reading that is private space', () => {
  expectRows(Workspace.of({ 'db.192.168.1': soa, '20.10.rev': soa, 'db.10.10': soa }), [
    '20.10.rev 20.10.in-addr.arpa. file-name held',
    'db.10.10 10.10.in-addr.arpa. file-name held',
    'db.192.168.1 1.168.192.in-addr.arpa. file-name held',
  ]);
  const forward = `${soa}ns1 A 192.168.1.5\n`;
  expectRows(Workspace.of({ 'db.192.168.1': `${soa}5 PTR ns1.example.com.\n`, 'example.com.zone': forward }), [
    'db.192.168.1 1.168.192.in-addr.arpa. evidence held',
    'example.com.zone example.com. file-name held',
  ]);
});

test('octets in either order: the network in which addresses end as the owners do', () => {
  // The owners stand in the wrong order, so that none of them is the address of its target.
  const pointers = `${soa}10.2 PTR www.example.com.\n11.2 PTR mail.example.com.\n`;
  const forward = `${soa}www A 198.51.2.10\nmail A 198.51.2.11\n`;
  expectRows(Workspace.of({ 'db.198.51': pointers.replaceAll('.2 PTR', ' PTR'), 'example.com.zone': forward }), [
    'db.198.51 51.198.in-addr.arpa. evidence held',
    'example.com.zone example.com. file-name held',
  ]);
});

test('a word before the zone in a file’s name', () => {
  const hosts = `${soa}ns1 A 198.51.100.5\n`;
  const foreign = hosts.replaceAll('ns1.example.com.', 'ns1.example.net.');
  expectRows(
    Workspace.of({ 'fwd.example.com.zone': hosts, 'rev.198.51.100.db': soa, 'reverse.2.0.192.in-addr.arpa': soa }),
    [
      'fwd.example.com.zone example.com. evidence held',
      'rev.198.51.100.db ? ambiguous not held',
      'reverse.2.0.192.in-addr.arpa 2.0.192.in-addr.arpa. file-name held',
    ],
  );
  expectRows(Workspace.of({ 'forward.example.com.zone': foreign }), [
    'forward.example.com.zone forward.example.com. file-name held',
  ]);
  expectRows(
    Workspace.of({ 'forward.example.com.zone': foreign, '100.51.198.in-addr.arpa': `${soa}5 PTR ns1.example.com.\n` }),
    [
      '100.51.198.in-addr.arpa 100.51.198.in-addr.arpa. file-name held',
      'forward.example.com.zone example.com. evidence held',
    ],
  );
  expectRows(
    Workspace.of({ 'db.rev.10.20.30': soa, 'site.db.192.168.7': soa, '0.2.0.192.rev': soa, 'example.com.rev': soa }),
    [
      '0.2.0.192.rev 2.0.192.in-addr.arpa. file-name held',
      'db.rev.10.20.30 30.20.10.in-addr.arpa. file-name held',
      'example.com.rev ? none not held',
      'site.db.192.168.7 7.168.192.in-addr.arpa. file-name held',
    ],
  );
});

test('evidence that comes and goes with edits', () => {
  const workspace = Workspace.of({ 'db.198.51.100': `${soa}5 PTR ns1.example.com.\n`, 'example.com.zone': soa });
  const unknown = ['db.198.51.100 ? ambiguous not held', 'example.com.zone example.com. file-name held'];
  const known = [
    'db.198.51.100 100.51.198.in-addr.arpa. evidence held',
    'example.com.zone example.com. file-name held',
  ];
  expectRows(workspace, unknown);
  workspace.edit('example.com.zone', `${soa}ns1 A 198.51.100.5\n`);
  expectRows(workspace, known);
  workspace.type('example.com.zone', '198.51.100.5', '203.0.113.5');
  expectRows(workspace, unknown);
  workspace.type('example.com.zone', '203.0.113.5', '198.51.100.6');
  expectRows(workspace, known);
});

test('an $ORIGIN that is typed gives the file its zone, and takes it again', () => {
  const workspace = Workspace.of({ 'hosts.db': soa });
  expectRows(workspace, ['hosts.db ? none not held']);
  workspace.edit('hosts.db', soa).type('hosts.db', '$TTL', '$ORIGIN example.com.\n$TTL');
  expectRows(workspace, ['hosts.db example.com. text held']);
  workspace.type('hosts.db', 'example.com.\n', 'example.org.\n');
  expectRows(workspace, ['hosts.db example.org. text held']);
  workspace.type('hosts.db', '$ORIGIN example.org.\n', '');
  expectRows(workspace, ['hosts.db ? none not held']);
});

test('a file that several zones load is read in each and answers for none; one in two views answers in both', () => {
  expectRows(
    Workspace.of({
      'named.conf': `view "in" { ${primary('example.com', 'db.both')} ${primary('10.in-addr.arpa', 'db.many')} };
view "out" { ${primary('example.com', 'db.both')} ${primary('11.in-addr.arpa', 'db.many')} };`,
      'db.both': soa,
      'db.many': soa,
    }),
    [
      'db.both example.com. [in] configuration held',
      'db.both example.com. [out] configuration held',
      'db.many 10.in-addr.arpa. [in] configuration not held',
      'db.many 11.in-addr.arpa. [out] configuration not held',
    ],
  );
});

test('a setting gives globs views, with or without an origin', () => {
  const files = { 'in/example.com.zone': soa, 'out/example.com.zone': `${soa}; out\n`, 'rest/example.org.zone': soa };
  expectRows(Workspace.of(files), [
    'in/example.com.zone example.com. [in] file-name held',
    'out/example.com.zone example.com. [out] file-name held',
    'rest/example.org.zone example.org. file-name held',
  ]);
  const zones = [
    { file: 'in/**', view: 'internal' },
    { file: 'out/example.com.zone', view: 'external', origin: 'example.net' },
  ];
  expectRows(Workspace.of(files).configure({ zones }), [
    'in/example.com.zone example.com. [internal] file-name held',
    'out/example.com.zone example.net. [external] setting held',
    'rest/example.org.zone example.org. file-name held',
  ]);
});

test('two files claim a zone until one of them is mapped; a fragment or a copy claims nothing against a zone', () => {
  const files = { 'a/example.com.zone': soa, 'a/db.example.com': `${soa}; b\n` };
  expectRows(Workspace.of(files), [
    'a/db.example.com example.com. file-name not held',
    'a/example.com.zone example.com. file-name not held',
  ]);
  expectRows(Workspace.of(files).configure({ zones: [{ file: 'a/example.com.zone', origin: 'example.com.' }] }), [
    'a/db.example.com example.com. file-name not held',
    'a/example.com.zone example.com. setting held',
  ]);
  const workspace = Workspace.of({ 'example.com.zone': soa, 'hosts.db': '$ORIGIN example.com.\nwww A 192.0.2.1\n' });
  workspace.edit('example.com.zone.bak', `$ORIGIN example.com.\n${soa}`);
  expectRows(workspace, [
    'example.com.zone example.com. file-name held',
    'example.com.zone.bak example.com. text not held',
    'hosts.db example.com. text not held',
  ]);
});

test('what a configuration declares is not also that of a copy', () => {
  expectRows(
    Workspace.of({
      'named.conf': primary('example.com', 'db.10'),
      'db.10': soa,
      'db.10.save': `$ORIGIN example.com.\n${soa}`,
      'old/example.com.zone': soa,
      'db.10.jnl': 'journal',
      'db.10~': soa,
    }),
    [
      'db.10 example.com. configuration dynamic held',
      'old/example.com.zone example.com. [not loaded] file-name not held',
    ].map((row) => row.replace(' dynamic', '')),
  );
});

test('a journal beside a file tells that its zone takes updates, without a configuration too', () => {
  const dynamic = (workspace: Workspace): boolean[] =>
    [...workspace.settle().store.files.values()].flatMap(({ instances }) =>
      instances.flatMap(({ zone }) => (zone ? [zone.traits.dynamic] : [])),
    );
  const files = { 'example.com.zone': soa, 'example.org.zone': soa };
  const workspace = Workspace.of({ ...files, 'example.com.zone.jnl': 'journal' });
  assert.deepEqual(dynamic(workspace), [true, false]);
  workspace.remove('example.com.zone.jnl').write('example.org.zone.jnl', 'journal');
  assert.deepEqual(dynamic(workspace), [false, true]);
  workspace.configure({ zones: [{ file: 'example.org.zone', origin: 'example.org' }] });
  assert.deepEqual(dynamic(workspace), [false, true]);
  workspace.write('named.conf', primary('example.org', 'example.org.zone')).configure({});
  assert.deepEqual(dynamic(workspace), [false, true]);
});

test('a header is not the file that it includes where only their names are the same', () => {
  const header = `${soa}$INCLUDE /etc/bind/zones/example.com.zone\n`;
  const alone = Workspace.of({ 'headers/example.com.zone': header });
  expectRows(alone, ['headers/example.com.zone example.com. file-name held']);
  const problems = [...alone.project.store.files.values()].flatMap(({ instances }) =>
    instances.flatMap(({ blocks }) => blocks.flatMap((block) => block?.children.map(({ problem }) => problem) ?? [])),
  );
  assert.deepEqual(problems, ['missing']);
  expectRows(Workspace.of({ 'headers/example.com.zone': header, 'zones/example.com.zone': 'www A 192.0.2.1\n' }), [
    'headers/example.com.zone example.com. file-name held',
    'zones/example.com.zone example.com. in headers/example.com.zone held',
  ]);
});

test('a zone that its SOA record far below tells is told after edits above it', () => {
  const rows = Array.from({ length: 300 }, (_, i) => `h${i} 60 A 192.0.2.${i % 250}\n`).join('');
  const text = `${rows}example.com. 60 SOA ns1 hostmaster 1 7200 900 1209600 3600\n`;
  const workspace = Workspace.of({ hosts: text }).configure({}).edit('hosts', text).settle();
  for (let i = 0; i < 5; i++) workspace.type('hosts', 'h0 ', `x${i} 60 A 192.0.2.1\nh0 `);
  expectRows(workspace, ['hosts example.com. text held']);
});

test('included files are read in their includers, also when they are opened alone', () => {
  const files = {
    'named.conf': `options { directory "/etc/bind"; };\n${primary('example.com', 'zones/a')}${primary('example.org', 'zones/b')}`,
    'zones/a': `${soa}$INCLUDE zones/hosts.inc\n$INCLUDE "quoted.inc" sub\n`,
    'zones/b': `${soa}$INCLUDE /etc/bind/zones/hosts.inc\n`,
    'zones/hosts.inc': 'www A 192.0.2.80\n$INCLUDE more.inc\n',
    'zones/more.inc': 'mail A 192.0.2.25\n',
    'zones/quoted.inc': '@ A 192.0.2.1\n',
  };
  const rows = [
    'zones/a example.com. configuration held',
    'zones/b example.org. configuration held',
    'zones/hosts.inc example.com. in zones/a held',
    'zones/hosts.inc example.org. in zones/b held',
    'zones/more.inc example.com. in zones/hosts.inc held',
    'zones/more.inc example.org. in zones/hosts.inc held',
    'zones/quoted.inc example.com. in zones/a held',
  ];
  const workspace = Workspace.of(files);
  expectRows(workspace, rows);
  workspace.edit('zones/hosts.inc', files['zones/hosts.inc']).type('zones/hosts.inc', '192.0.2.80', '192.0.2.81');
  expectRows(workspace, rows);
  workspace.type('zones/hosts.inc', '$INCLUDE more.inc\n', '');
  expectRows(
    workspace,
    rows.filter((row) => !row.startsWith('zones/more.inc')),
  );
  const early = Workspace.of(files).edit('zones/hosts.inc', files['zones/hosts.inc']);
  expectRows(early, rows);
});

test('a file that is read for an $INCLUDE line which is gone by then is none of the workspace', () => {
  const workspace = Workspace.of({ 'example.com.zone': `${soa}$INCLUDE part\n`, part: 'www A 192.0.2.10\n' }).configure(
    {},
  );
  const { project, store } = workspace;
  project.put('/w/example.com.zone', sourceOfText(`${soa}$INCLUDE part\n`));
  while (project.associate() || store.busy) workspace.engine.step(() => false);
  assert.deepEqual(project.wanted(), ['/w/part']);
  workspace.edit('example.com.zone', soa);
  project.put('/w/part', sourceOfText('www A 192.0.2.10\n'));
  workspace.settle();
  assert.deepEqual([...store.files.keys()], ['/w/example.com.zone']);
});

test('a file that an $INCLUDE names is read for no zone of its own before that is read', () => {
  const workspace = Workspace.of({
    'example.com.zone': `${soa}$INCLUDE hosts.inc\n$INCLUDE whole.inc\n`,
    'hosts.inc': 'www A 192.0.2.80\n',
    'whole.inc': `$ORIGIN example.org.\n${soa}`,
  });
  const { store } = workspace;
  const mount = store.mount.bind(store);
  const mounted: string[] = [];
  store.mount = (path, what) => {
    mounted.push(path);
    return mount(path, what);
  };
  expectRows(workspace, [
    'example.com.zone example.com. file-name held',
    'hosts.inc example.com. in example.com.zone held',
    'whole.inc example.com. in example.com.zone held',
    'whole.inc example.org. text held',
  ]);
  assert.deepEqual(mounted, ['/w/example.com.zone', '/w/whole.inc']);
});

test('an untitled text with $ORIGIN is that zone, but not against the file that is', () => {
  const workspace = Workspace.of({ 'example.org.zone': soa });
  workspace.project.open('untitled:Untitled-1', sourceOfText(`$ORIGIN example.com.\n${soa}`));
  workspace.project.open('untitled:Untitled-2', sourceOfText(`$ORIGIN example.org.\n${soa}`));
  assert.deepEqual(workspace.settle().rows('untitled'), [
    'Untitled-1 example.com. text held',
    'Untitled-2 example.org. text not held',
    'e.org.zone example.org. file-name held',
  ]);
  workspace.project.removePath('untitled:Untitled-1');
  expectRows(Workspace.of({ 'example.org.zone': soa }), ['example.org.zone example.org. file-name held']);
});

test('files that come, change, go and are renamed', () => {
  const workspace = Workspace.of({ 'example.com.zone': soa });
  const first = ['example.com.zone example.com. file-name held'];
  expectRows(workspace, first);
  workspace.write('other/example.com.zone', `${soa}; other\n`);
  expectRows(workspace, [
    'example.com.zone example.com. file-name held',
    'other/example.com.zone example.com. [other] file-name held',
  ]);
  workspace.remove('other');
  expectRows(workspace, first);
  workspace.write('named.conf', primary('example.net', 'example.com.zone'));
  expectRows(workspace, ['example.com.zone example.net. configuration held']);
  workspace.write('named.conf', primary('example.org', 'example.com.zone'));
  expectRows(workspace, ['example.com.zone example.org. configuration held']);
  workspace.remove('named.conf');
  expectRows(workspace, first);
  workspace.remove('example.com.zone').write('example.net.zone', soa);
  expectRows(workspace, ['example.net.zone example.net. file-name held']);
  workspace.write('notes', 'no zone');
  expectRows(workspace, ['example.net.zone example.net. file-name held']);
  workspace.write('notes', `$ORIGIN example.edu.\n${soa}`);
  expectRows(workspace, ['example.net.zone example.net. file-name held', 'notes example.edu. text held']);
  workspace.write('notes', 'again none');
  expectRows(workspace, ['example.net.zone example.net. file-name held']);
});

test('what an editor holds wins over the disk until it is closed', () => {
  const workspace = Workspace.of({ 'hosts.db': `$ORIGIN example.com.\n${soa}` });
  workspace.edit('hosts.db', `$ORIGIN example.org.\n${soa}`);
  workspace.write('hosts.db', `$ORIGIN example.net.\n${soa}`);
  expectRows(workspace, ['hosts.db example.org. text held']);
  workspace.close('hosts.db');
  expectRows(workspace, ['hosts.db example.net. text held']);
  workspace.edit('hosts.db', `$ORIGIN example.org.\n${soa}`).remove('hosts.db');
  assert.deepEqual(workspace.settle().rows(), ['hosts.db example.org. text held']);
  workspace.close('hosts.db');
  assert.deepEqual(workspace.settle().rows(), []);
});

test('a file that is renamed while an editor holds it open is the zone under its new name', () => {
  const workspace = Workspace.of({ 'old/example.com.zone': soa });
  workspace.edit('old/example.com.zone', soa);
  workspace.remove('old').write('new/example.com.zone', soa);
  assert.deepEqual(workspace.settle().rows(), [
    'new/example.com.zone example.com. file-name held',
    'old/example.com.zone example.com. file-name not held',
  ]);
  workspace.remove('new').write('old/example.com.zone', soa);
  assert.deepEqual(workspace.settle().rows(), ['old/example.com.zone example.com. file-name held']);
});

test('a name that could be a configuration is one only by its content', () => {
  expectRows(
    Workspace.of({
      'named.root': '. 3600000 NS a.root-servers.example.\n',
      'etc/zones.part': 'no configuration',
      'etc/more.include': primary('example.com', 'db.here'),
      'etc/db.here': soa,
    }),
    ['etc/db.here example.com. configuration held', 'named.root . file-name hint not held'],
  );
});

test('a file that a configuration includes is one whatever it holds, though its name alone made it none', () => {
  for (const text of ['acl corp { any; };\n', '# nothing yet\n', ''])
    expectRows(
      Workspace.of({
        'named.conf': `include "own.conf";\n${primary('example.com', 'db.one')}`,
        'own.conf': text,
        'db.one': soa,
      }),
      ['db.one example.com. configuration held'],
    );
});

test('nothing is wanted that is not there, wherever a text points', () => {
  const workspace = Workspace.of({
    'named.conf': `include "/etc/bind/secret.conf";\ninclude "../../up.conf";\n${primary('example.com', '/srv/away/db.one')}`,
    'zones/example.org.zone': `${soa}$INCLUDE /etc/passwd\n$INCLUDE ../../../etc/hosts\n$INCLUDE zones/../../x\n`,
  });
  workspace.settle();
  assert.deepEqual(workspace.read.sort(), ['/w/named.conf', '/w/zones/example.org.zone']);
});

test('files outside of the workspace are read only where something names them', () => {
  const workspace = Workspace.of({ 'example.com.zone': `${soa}$INCLUDE hosts.inc\n` });
  for (const path of ['/base/hosts.inc', '/base/example.net.zone', '/base/named.conf.local']) {
    workspace.files.set(path, new TextEncoder().encode('www A 192.0.2.1\n'));
    workspace.project.addOutside(path);
  }
  workspace.configure({ includeBase: '/base' }).settle();
  assert.deepEqual(workspace.read.sort(), ['/base/hosts.inc', '/w/example.com.zone']);
});

test('zones that nsd-control added, and zones on disk that no configuration names', () => {
  expectRows(
    Workspace.of({
      'etc/nsd/nsd.conf':
        'server:\n  zonesdir: "/etc/nsd"\n  zonelistfile: "/var/lib/nsd/zone.list"\npattern:\n  name: "p"\n  zonefile: "zones/%s"\n',
      'var/lib/nsd/zone.list': '# NSD zone list\n# name pattern\nadd example.com p\ndel example.net p\n',
      'etc/nsd/zones/example.com': soa,
      'etc/nsd/zones/example.org.zone': soa,
      'dns/boot': ';\n; Boot information written back by DNS server.\n;\nprimary example.edu example.edu.dns\n',
      'dns/example.edu.dns': soa,
    }),
    [
      'dns/example.edu.dns example.edu. [not loaded] file-name held',
      'etc/nsd/zones/example.com example.com. configuration held',
      'etc/nsd/zones/example.org.zone example.org. [not loaded] file-name held',
    ],
  );
});

test('a file that is a part no more, and has changed on disk before that is seen, is read again', () => {
  const text = `${soa}$INCLUDE inside\n`;
  const workspace = Workspace.of({ 'example.com.zone': text, inside: 'www A 192.0.2.80\n' });
  workspace.edit('example.com.zone', text).settle().type('example.com.zone', '$INCLUDE inside\n', '');
  workspace.write('inside', `$ORIGIN example.org.\n${soa}`);
  for (let round = 0; round < 3; round++) {
    workspace.engine.step(() => false);
    workspace.project.associate();
  }
  assert.deepEqual([...workspace.store.files.keys()], ['/w/example.com.zone']);
  expectRows(workspace, ['example.com.zone example.com. file-name held', 'inside example.org. text held']);
});

test('files come and go while their names are held against new settings', () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`d${i % 3}/db.${i}`, soa]));
  const workspace = Workspace.of({ ...files, 'loaded.txt': primary('example.org', 'd0/db.0') }).settle();
  const settings = { zones: [{ file: 'd*/db.?', origin: 'example.com' }], configuration: ['*.txt'] };
  const before = workspace.rows();
  const steps = workspace.project.judging({ ...DEFAULT_PROJECT_SETTINGS, ...settings });
  // The names of the first folder are done.
  for (let slice = 0; slice < 2; slice++) assert.equal(steps.next().done, false);
  workspace.remove('d0/db.3').remove('d2/db.299').remove('loaded.txt');
  workspace.write('d0/db.come', soa).write('more.txt', primary('example.net', 'd0/db.come')).write('d3/db.y', soa);
  const added = ['d0/db.come', 'd3/db.y'].map((path) => `${path} ? none not held`);
  const kept = [...before, ...added].filter((row) => !/db\.(3|299) /.test(row)).sort();
  assert.deepEqual(workspace.settle().rows(), kept, 'nothing else counts before all are held against them');
  let step = steps.next();
  while (!step.done) step = steps.next();
  step.value();
  workspace.settings = settings;
  assert.equal(workspace.project.isZone('/w/d0/db.3'), false);
  expectRows(workspace, workspace.settle().rows());
});

test('a file of PTR records named after a zone that another file is comes to rest', () => {
  for (const more of ['', 'a IN CNAME 12\n', 'a IN DNAME @\n']) {
    const files = {
      'example.com.zone': `${soa}12 PTR nobody.example.com.\n`,
      'other.zone': `$ORIGIN example.com.\n${soa}${more}`,
    };
    expectRows(Workspace.of(files), ['example.com.zone ? none not held', 'other.zone example.com. text held']);
  }
});
