import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { program } from '../support/program.ts';

const { folderWith, run } = program('hooks');

const HEAD =
  '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.com. 1 1d 2h 4w 1h\n NS ns1.example.net. ; zonewright-disable-line ns-single\n';

test('fix mends all comments of a file, however many are alike', async () => {
  const folder = folderWith({ 'example.com.zone': `${HEAD}# a\n# b\n# c\n# d\n# old A 192.0.2.1\n#old A 192.0.2.2\n` });
  const { status, output, complaints } = await run(folder, ['fix', '--write']);
  assert.deepEqual([status, output, complaints], [0, 'example.com.zone\n', '6 fixes in 1 file\n']);
});

test('a mapping that is wrong is told, and the others hold', async () => {
  const folder = folderWith({
    'zonewright.json': '{"zones":[{"file":"example.*","origin":"example.com"},{"file":"x"}]}',
    'example.txt': HEAD,
    '2.0.192.in-addr.arpa.zone': HEAD,
  });
  const { status, output, complaints } = await run(folder, ['check']);
  assert.equal(status, 2);
  assert.match(complaints, /^zonewright: zonewright\.json:1:55: Expected .*\n$/);
  assert.doesNotMatch(output, /origin-unknown/);
});

test('standard input stands in for the file of its zone, in the view of that file', async () => {
  const forward = `${HEAD}www A 192.0.2.1\n`;
  const files = { 'example.com': forward, '2.0.192.in-addr.arpa': HEAD };
  const declared = (name: string): string => `zone "${name}" { type primary; file "${name}"; };`;
  const configurations: Readonly<Record<string, string>>[] = [
    { 'zonewright.json': '{"zones":[{"file":"example.com","origin":"example.com"}]}' },
    {
      'zonewright.json':
        '{"zones":[{"file":"example.com","origin":"example.com","view":"in"},{"file":"2.*","view":"in"}]}',
    },
    { 'named.conf': `${declared('example.com')}${declared('2.0.192.in-addr.arpa')}` },
    { 'named.conf': `view "in" { ${declared('example.com')} ${declared('2.0.192.in-addr.arpa')} };` },
  ];
  for (const configuration of configurations) {
    const folder = folderWith({ ...files, ...configuration });
    const { output, complaints } = await run(folder, ['check', '--origin', 'example.com', '-'], forward);
    assert.match(output, /^<stdin>:4:7: warning ptr-missing: /);
    assert.match(output, /\n1 warning in 1 zone file\n$/);
    assert.equal(complaints, '');
  }
  const named = forward.replace('@', 'example.com.');
  const { output } = await run(folderWith({ ...files, 'db.example.com': named }), ['check', '-'], named);
  assert.match(output, /^<stdin>:4:7: warning ptr-missing: /);
});

test('of a file that is asked about, what its other side in another file is told of is reported too, once', async () => {
  const folder = folderWith({
    'zonewright.json': '{}',
    'example.com.zone': `${HEAD} MX 10 mail ; zonewright-disable-line spf-missing dmarc-missing\nmail A 192.0.2.1\n`,
    'example.org.zone': HEAD,
    '2.0.192.in-addr.arpa.zone': `${HEAD}2 PTR mail.example.com.\n1 PTR www.example.com.\n`,
  });
  const files = ['example.com.zone', '2.0.192.in-addr.arpa.zone', '.'];
  const [forward, reverse, all] = await Promise.all(files.map((path) => run(folder, ['check', path])));
  const found = (text = ''): string => text.replace(/[^\n]*\n$/, '');
  assert.match(forward?.output ?? '', /^2\.0\.192\.in-addr\.arpa\.zone:5:7: error ptr-stale: /m);
  assert.equal(forward?.status, 1);
  assert.equal(found(forward?.output), found(all?.output));
  assert.equal(found(reverse?.output), found(all?.output));
  const other = await run(folder, ['check', 'example.org.zone']);
  assert.equal(other.output, 'No findings in 1 zone file\n');
  const github = await run(folder, ['check', '--format', 'github', 'example.com.zone']);
  assert.match(
    github.output,
    /^::error file=2\.0\.192\.in-addr\.arpa\.zone,line=5,.*%0Aexample\.com\.zone:5 is the other side$/m,
  );
  const sarif = JSON.parse((await run(folder, ['check', '--format', 'sarif', 'example.com.zone'])).output);
  const [result] = sarif.runs[0].results;
  assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, '2.0.192.in-addr.arpa.zone');
  assert.equal(result.relatedLocations[0].physicalLocation.artifactLocation.uri, 'example.com.zone');
  const fixed = await run(folder, ['fix', '--rule', 'ptr-stale', 'example.com.zone']);
  assert.equal(fixed.output, '', 'a fix is of the files that are named');
});

test('a suppression at the other side silences the finding there too', async () => {
  const folder = folderWith({
    'zonewright.json': '{}',
    'example.com.zone': `${HEAD} MX 10 mail ; zonewright-disable-line spf-missing dmarc-missing\nmail A 192.0.2.1 ; zonewright-disable-line -- moving\n`,
    '2.0.192.in-addr.arpa.zone': `${HEAD}1 PTR www.example.com.\n`,
  });
  assert.equal((await run(folder, ['check', 'example.com.zone'])).output, 'No findings in 1 zone file\n');
});

test('the SOA record that ends a zone transfer is no duplicate, also where another file claims the zone', async () => {
  const soa = 'example.com. 60 IN SOA ns1.example.net. h.example.com. 5 1 1 1 1\n';
  const dump = `${soa}example.com. 60 IN NS ns1.example.net.\nexample.com. 60 IN TXT "x"\n${soa}`;
  const folder = folderWith({
    'a.zone': dump,
    'zonewright.json': '{}',
    'z.zone': `${soa}example.com. 60 NS a.example.net.\n`,
  });
  const { output } = await run(folder, ['check']);
  assert.doesNotMatch(output, /record-duplicate/);
  assert.match(output, /origin-unknown/);
  const twice = await run(folderWith({ 'a.zone': `${soa}${dump}`, 'zonewright.json': '{}', 'z.zone': dump }), [
    'check',
  ]);
  assert.equal(twice.output.match(/record-duplicate/g)?.length, 1);
});

test('a zone file is one whatever its name ends in', async () => {
  const folder = folderWith({ 'zonewright.json': '{}', 'example.md': `$ORIGIN example.md.\n${HEAD}\nbad A\n` });
  const { status, output } = await run(folder, ['check', 'example.md']);
  assert.equal(status, 1);
  assert.match(output, /^example\.md:\d+:\d+: error syntax-field-missing/m);
});

test('what is no zone file by its name is passed over, unless something makes it one', async () => {
  const folder = folderWith({ 'zonewright.json': '{}', 'README.md': '# A zone\n\nText.\n', 'example.com.zone': HEAD });
  const both = await run(folder, ['check', 'README.md', 'example.com.zone']);
  assert.deepEqual(
    [both.status, both.complaints],
    [0, 'zonewright: README.md is no zone file by its name and its text: passed over\n'],
  );
  const alone = await run(folder, ['check', 'README.md']);
  assert.deepEqual([alone.status, alone.complaints], [0, 'zonewright: no zone file was checked: README.md is none\n']);
  const mapped = await run(folder, ['check', '--origin', 'example.net', 'README.md']);
  assert.equal(mapped.status, 1);
});

test('a diff of files elsewhere has paths from the root, which patch can follow', async () => {
  const folder = folderWith({
    'zonewright.json': '{}',
    'rev/2.0.192.in-addr.arpa.zone': `${HEAD}# a\n`,
    'fwd/x.zone': HEAD,
  });
  const { output, complaints } = await run(join(folder, 'fwd'), ['fix', '../rev']);
  assert.match(output, /^--- a\/rev\/2\.0\.192\.in-addr\.arpa\.zone\n\+\+\+ b\/rev\/2/);
  assert.match(complaints, /^The paths are those from \.\.\n1 fix in 1 file\n/);
  const below = await run(join(folder, 'rev'), ['fix', '.']);
  assert.match(below.output, /^--- a\/2\.0\.192\.in-addr\.arpa\.zone\n/);
});

test('the age that Windows DNS notes in a line hides nothing that is above it', async () => {
  const zone = `${HEAD}www FOO 192.0.2.1\n`;
  const folder = folderWith({ 'example.com.dns': `${zone}dhcp [AGE:3700000] 900 A 192.0.2.2\n` });
  const { output } = await run(folder, ['check', 'example.com.dns']);
  assert.match(output, /^example\.com\.dns:4:\d+: error syntax-/);
  assert.match(output, /^example\.com\.dns:5:6: information syntax-template: /m);
});
