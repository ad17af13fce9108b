import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { program } from '../support/program.ts';
import { sampleWorkspaces, workspacesFolder } from '../support/workspaces.ts';

const { path, folderWith, run } = program('workspaces');

interface Checked {
  readonly findings: readonly string[];
  readonly files: number;
  readonly complaints: string;
}

/** Advice on what these zones lack besides. */
const ADVICE: ReadonlySet<string> = new Set([
  'spf-missing',
  'dmarc-missing',
  'spf-helo',
  'mail-parked',
  'soa-timers',
  'ns-single',
  'ns-same-network',
]);

async function check(folder: string, args: readonly string[] = []): Promise<Checked> {
  const { output, complaints } = await run(folder, ['check', '--format', 'json', ...args]);
  const { findings, summary } = JSON.parse(output);
  const lines = findings.map(
    (item: { rule: string; file: string; range: { start: { line: number } } }) =>
      `${item.file}:${item.range.start.line} ${item.rule}`,
  );
  const own = lines.filter((line: string) => !ADVICE.has(line.split(' ')[1] ?? ''));
  return { findings: own, files: summary.files, complaints };
}

function emptyFolder(): string {
  return folderWith({});
}

function copyOf(workspace: string): string {
  const folder = emptyFolder();
  cpSync(join(workspacesFolder, workspace), folder, { recursive: true });
  return folder;
}

for (const [name, { config, files, findings }] of Object.entries(sampleWorkspaces)) {
  test(`${name}: found by itself and by --config`, async () => {
    const folder = copyOf(name);
    assert.deepEqual(await check(folder), { findings, files, complaints: '' });
    if (config === undefined) return;
    assert.deepEqual(await check(folder, ['--config', config]), { findings, files, complaints: '' });
  });
}

test('one file asked about is the zone that its configuration makes it', async () => {
  const folder = copyOf('debian');
  writeFileSync(
    join(folder, 'etc/bind/db.example.com'),
    '$TTL 1h\n@ SOA ns1 hostmaster 1 1d 2h 4w 1h\n NS ns1\nns1 A 192.0.2.250\n',
  );
  const { findings } = await check(folder, ['etc/bind/db.example.com']);
  assert.deepEqual(findings, ['etc/bind/db.192.0.2:12 ptr-mismatch', 'etc/bind/db.example.com:4 ptr-missing']);
});

test('what one file asked about includes is reported too, a circle of includes as such', async () => {
  const folder = emptyFolder();
  const zone = '$TTL 1h\n@ SOA ns1 hostmaster 1 1d 2h 4w 1h\n NS ns1\nns1 A 192.0.2.1\n';
  writeFileSync(join(folder, 'my.zone'), `${zone}$INCLUDE hosts\n`);
  writeFileSync(join(folder, 'other.zone'), `${zone}x FOO y\n`);
  writeFileSync(join(folder, 'hosts'), 'www FOO x\n');
  const rules = ['--rule', 'syntax-type', '--rule', 'syntax-include-loop', '--rule', 'syntax-include-missing'];
  assert.deepEqual((await check(folder, ['my.zone', ...rules])).findings, ['hosts:1 syntax-type']);
  writeFileSync(join(folder, 'hosts'), 'www A 192.0.2.2\n$INCLUDE my.zone\n');
  assert.deepEqual((await check(folder, ['my.zone', ...rules])).findings, ['hosts:2 syntax-include-loop']);
});

test('what one file asked about includes is found however deep below it lies', async () => {
  const folder = emptyFolder();
  const deep = join(folder, 'a/b/c/d');
  mkdirSync(deep, { recursive: true });
  writeFileSync(
    join(folder, 'my.zone'),
    '$TTL 1h\n@ SOA ns1 hostmaster 1 1d 2h 4w 1h\n NS ns1\n$INCLUDE a/b/c/d/hosts\n',
  );
  writeFileSync(join(deep, 'hosts'), 'ns1 A 192.0.2.1\n$INCLUDE more\n$INCLUDE none\n');
  writeFileSync(join(deep, 'more'), 'www FOO x\n');
  writeFileSync(join(deep, 'other.zone'), 'www FOO x\n');
  const { findings } = await check(folder, ['my.zone', '--origin', 'example.com']);
  assert.deepEqual(findings, ['a/b/c/d/hosts:3 syntax-include-missing', 'a/b/c/d/more:1 syntax-type']);
  const compiled = spawnSync(process.execPath, [path, 'compile', '--origin', 'example.com', 'my.zone'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.match(compiled.stdout, /^ns1\.example\.com\. 3600 IN A 192\.0\.2\.1$/m);
});

test('a configuration of any name, given as --config', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'zones'));
  writeFileSync(
    join(folder, 'my-servers.txt'),
    'zone "example.com" { type primary; file "zones/one"; };\nzone "2.0.192.in-addr.arpa" { type primary; file "zones/192.0.2.rev"; };\n',
  );
  writeFileSync(join(folder, 'zones/one'), '$TTL 1h\n@ SOA ns1 hostmaster 1 1d 2h 4w 1h\n NS ns1\nns1 A 192.0.2.1\n');
  writeFileSync(
    join(folder, 'zones/192.0.2.rev'),
    '$ORIGIN 2.0.192.in-addr.arpa.\n$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 1d 2h 4w 1h\n NS ns1.example.com.\n',
  );
  assert.ok(!(await check(folder)).findings.includes('zones/one:4 ptr-missing'));
  assert.ok((await check(folder, ['--config', 'my-servers.txt'])).findings.includes('zones/one:4 ptr-missing'));
});

test('a folder that .gitignore leaves out: read with the configuration there that is named, told by one elsewhere', async () => {
  const folder = folderWith({
    '.gitignore': 'build/\n',
    'named.conf': 'zone "example.com" { type primary; file "build/one"; };\n',
    'build/other.conf': 'zone "example.com" { type primary; file "one"; };\n',
    'build/one': '$TTL 1h\n@ SOA ns1 hostmaster 1 1d 2h 4w 1h\n NS ns1\nns1 A 192.0.2.300\n',
  });
  assert.deepEqual((await check(folder)).findings, ['named.conf:1 configuration-file-missing']);
  const { findings } = await check(folder, ['--config', 'build/other.conf']);
  assert.ok(findings.includes('build/one:4 syntax-ipv4'), String(findings));
  assert.ok(!findings.includes('build/other.conf:1 configuration-file-missing'), String(findings));
});

test('a configuration given as --config that is broken, or none, is told where it is not itself asked about', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'zones'));
  writeFileSync(
    join(folder, 'zones/example.com.zone'),
    '$TTL 1h\n@ SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h\n NS ns1.example.net.\n',
  );
  writeFileSync(
    join(folder, 'my-servers.txt'),
    'options { directory "zones"; };\nzone "example.com" { type primary;\n',
  );
  writeFileSync(join(folder, 'notes.txt'), 'to do\n');
  assert.equal(
    (await check(folder, ['--config', 'my-servers.txt', 'zones'])).complaints,
    'zonewright: my-servers.txt:2:20: This "{" is not closed: "}" is missing\n',
  );
  assert.equal(
    (await check(folder, ['--config', 'notes.txt', 'zones'])).complaints,
    'zonewright: notes.txt: it is no configuration of BIND, NSD, Knot DNS or CoreDNS\n',
  );
  const { findings, complaints } = await check(folder, ['--config', 'my-servers.txt']);
  assert.deepEqual([findings, complaints], [['my-servers.txt:2 configuration-syntax'], '']);
});

test('nothing outside of the workspace is read', async () => {
  const folder = emptyFolder();
  const inside = join(folder, 'workspace');
  mkdirSync(inside);
  writeFileSync(join(folder, 'outside.inc'), 'www A not-an-address\n');
  writeFileSync(join(inside, 'zonewright.json'), '{}\n');
  writeFileSync(
    join(inside, 'example.com.zone'),
    `$TTL 1h\n@ SOA ns1 hostmaster 1 1d 2h 4w 1h\n NS ns1.example.net.\n$INCLUDE ../outside.inc\n$INCLUDE ${folder}/outside.inc\n`,
  );
  const { findings } = await check(inside);
  assert.deepEqual(
    findings.filter((line) => !line.includes('ns-single')),
    ['example.com.zone:4 syntax-include-missing', 'example.com.zone:5 syntax-include-missing'],
  );
});

test('symbolic links that a configuration or an $INCLUDE names are the files that they lead to', async () => {
  const folder = emptyFolder();
  const head = '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.net. 1 4h 1h 2w 1h\n NS ns1.example.net.\n';
  mkdirSync(join(folder, 'real'));
  writeFileSync(join(folder, 'real', 'f'), `${head}www A 192.0.2.10\n$INCLUDE part\n`);
  writeFileSync(join(folder, 'real', 'hosts'), 'x A 192.0.2.11\n');
  writeFileSync(join(folder, '2.0.192.in-addr.arpa.zone'), `${head}10 PTR www.example.com.\n`);
  writeFileSync(
    join(folder, 'named.conf'),
    ['example.com', '2.0.192.in-addr.arpa']
      .map((zone) => `zone "${zone}" { type primary; file "${zone}.zone"; };\n`)
      .join(''),
  );
  symlinkSync(join('real', 'f'), join(folder, 'example.com.zone'));
  symlinkSync('hosts', join(folder, 'real', 'part'));
  const { findings, files } = await check(folder);
  assert.deepEqual(findings, ['real/hosts:1 ptr-missing']);
  assert.equal(files, 3);
});

test('of two files that claim one zone it is said at both, until one is mapped', async () => {
  const folder = emptyFolder();
  const head = '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.net. 1 4h 1h 2w 1h\n NS ns1.example.net.\n';
  const name = '2.0.192.in-addr.arpa.zone';
  const other = 'db.2.0.192.in-addr.arpa';
  for (const path of [name, other, `${name}.bak`])
    writeFileSync(join(folder, path), `${head}10 PTR www.example.com.\n; ${path}\n`);
  writeFileSync(join(folder, 'example.com.zone'), `${head}x A 192.0.2.11\n`);
  const { findings } = await check(folder);
  assert.deepEqual(findings, [`${name}:2 origin-unknown`, `${other}:2 origin-unknown`]);
  const zones = [{ file: name, origin: '2.0.192.in-addr.arpa' }];
  writeFileSync(join(folder, 'zonewright.json'), JSON.stringify({ zones }));
  const mapped = await check(folder);
  assert.deepEqual(mapped.findings, [`${name}:4 ptr-target-no-address`, 'example.com.zone:4 ptr-missing']);
});

test('where a configuration gives a zone a name in forward order, it is named', async () => {
  const folder = emptyFolder();
  const head = '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.net. 1 4h 1h 2w 1h\n NS ns1.example.net.\n';
  writeFileSync(join(folder, 'f'), `${head}10 PTR www.example.com.\n11 PTR x.example.com.\n`);
  writeFileSync(join(folder, 'example.com.zone'), `${head}www A 192.0.2.10\nx A 192.0.2.11\n`);
  writeFileSync(
    join(folder, 'nsd.conf'),
    'zone:\n  name: 192.0.2.in-addr.arpa\n  zonefile: f\nzone:\n  name: example.com\n  zonefile: example.com.zone\n',
  );
  const { status, stdout } = spawnSync(process.execPath, [path, 'check'], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stdout, /^f:2:1: error arpa-zone-reversed: .*; nsd\.conf gives the zone this name$/m);
  assert.match(stdout, /nsd\.conf:2:9: The zone is declared here/);
});
