import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { program } from '../support/program.ts';

const cli = program('special-files');
const ZONE = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 1d 2h 4w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\nx FOO y\n';

/** How often a text has each line that names a file. */
function linesWith(text: string, name: string): number {
  return text.split('\n').filter((line) => line.includes(name)).length;
}

test('pipes, devices, sockets, folders named like zones and links in loops keep nothing waiting', async () => {
  const folder = cli.folderWith({
    'a.example.zone': `${ZONE}$INCLUDE pipe.inc\n`,
    'folder.example.zone/b.example.zone': ZONE,
  });
  for (const name of ['pipe.example.zone', 'pipe.inc', 'nsd.conf']) execFileSync('mkfifo', [join(folder, name)]);
  symlinkSync('/dev/zero', join(folder, 'device.example.zone'));
  symlinkSync('loop2.example.zone', join(folder, 'loop1.example.zone'));
  symlinkSync('loop1.example.zone', join(folder, 'loop2.example.zone'));
  symlinkSync('.', join(folder, 'folder.example.zone', 'again'));
  symlinkSync('nowhere', join(folder, 'zonewright.json'));
  const config = `zone "c.example" { type primary; file "pipe.example.zone"; };\nzone "d.example" { type primary; file "folder.example.zone"; };\nzone "e.example" { type primary; file "/dev/zero"; };\ninclude "nsd.conf";\ninclude "folder.example.zone";\n`;
  writeFileSync(join(folder, 'named.conf'), config);
  for (const command of ['check', 'zones', 'config', 'fix', 'format', 'map']) {
    const words = command === 'map' ? [command, '192.0.2.0/24'] : [command];
    const { output, complaints } = await cli.run(folder, words);
    if (command === 'check')
      for (const name of ['a.example.zone:5', 'folder.example.zone/b.example.zone:5'])
        assert.equal(linesWith(output, name), 1, output);
    for (const line of complaints.split('\n'))
      assert.equal(linesWith(complaints, line) > 1 && line !== '', false, complaints);
  }
  for (const name of ['pipe.example.zone', 'device.example.zone', 'loop1.example.zone', '/dev/zero']) {
    const { status, complaints } = await cli.run(folder, ['check', name]);
    assert.equal(status, 2, name);
    assert.match(complaints, /it is a device, pipe or socket, and no file|its symbolic links lead in a circle/);
    assert.equal(linesWith(complaints, name), 1);
  }
});

test('a configuration and settings that are too large are told, and the rest is checked', async () => {
  const folder = cli.folderWith({
    'a.example.zone': ZONE,
    'named.conf': 'zone "a.example" {};\n',
    'zonewright.json': '{}',
  });
  truncateSync(join(folder, 'named.conf'), 2 ** 26 + 1);
  truncateSync(join(folder, 'zonewright.json'), 2 ** 24 + 1);
  for (const words of [['check'], ['check', '--config', 'named.conf'], ['check', '--config', 'zonewright.json']]) {
    const { status, output, complaints } = await cli.run(folder, words);
    assert.equal(status, 2);
    assert.match(output, /^a\.example\.zone:5:3: error syntax-type/m);
    const said = complaints.split('\n').filter((line) => /named\.conf|zonewright\.json/.test(line));
    assert.deepEqual([...new Set(said)], said, 'each is said once');
    assert.match(
      complaints,
      /^zonewright: named\.conf: it has 67108865 bytes, more than the 67108864 of a configuration$/m,
    );
    assert.match(complaints, /^zonewright: zonewright\.json: it has 16777217 bytes, more than/m);
  }
});

test('what may not be read is told once each, and the rest is checked', async (t) => {
  const base = mkdtempSync(join(tmpdir(), 'zonewright-unreadable-'));
  t.after(() => {
    chmodSync(join(base, 'zones', 'locked'), 0o755);
    rmSync(base, { recursive: true, force: true });
  });
  chmodSync(base, 0o755);
  const zones = join(base, 'zones');
  mkdirSync(join(zones, 'locked'), { recursive: true });
  for (const name of ['a.example.zone', 'b.example.zone', 'note.txt', 'nsd.conf', 'locked/c.example.zone'])
    writeFileSync(join(zones, name), ZONE);
  for (const name of ['b.example.zone', 'note.txt', 'nsd.conf', 'locked']) chmodSync(join(zones, name), 0);
  // To root nothing is forbidden: it becomes somebody else, who may read a copy of the program.
  const isRoot = process.getuid?.() === 0;
  const child = spawn(process.execPath, [cli.copyTo(base), 'check'], {
    cwd: zones,
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
  });
  const said = { output: '', complaints: '' };
  child.stdout.on('data', (chunk) => (said.output += String(chunk)));
  child.stderr.on('data', (chunk) => (said.complaints += String(chunk)));
  const status = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(status, 2);
  assert.equal(linesWith(said.output, 'a.example.zone:5'), 1, said.output);
  const complaints = said.complaints.trim().split('\n').sort();
  assert.deepEqual(complaints, [
    'zonewright: b.example.zone: permission is denied',
    'zonewright: locked: permission is denied',
    'zonewright: note.txt: permission is denied',
    'zonewright: nsd.conf: permission is denied',
  ]);
});

test('files that come, go, shrink and grow while they are read end in a check', async () => {
  const folder = cli.folderWith({ 'a.example.zone': ZONE });
  const names = Array.from({ length: 40 }, (_, at) => `z${at}.example.zone`);
  let isOver = false;
  const churn = async (): Promise<void> => {
    for (let at = 0; !isOver; at++) {
      const path = join(folder, names[at % names.length] ?? '');
      if (at % 3 === 0) rmSync(path, { force: true });
      else writeFileSync(path, ZONE.repeat(1 + ((at * 7919) % 400)));
      if (at % 3 === 1) truncateSync(path, (at * 31) % 3000);
      if (at % 8 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const churning = churn();
  try {
    for (let run = 0; run < 4; run++) {
      const { status, output, complaints } = await cli.run(folder, ['check', '--format', 'concise']);
      assert.equal(status, 1, complaints);
      assert.match(output, /^a\.example\.zone:5:3: error syntax-type/m);
      assert.doesNotMatch(complaints, /Error|at .*\.ts/);
    }
  } finally {
    isOver = true;
    await churning;
  }
});

test('a link that is asked about is the file that it leads to, with its zone', async () => {
  const folder = cli.folderWith({
    'named.conf': 'zone "example.com" { type primary; file "example.com.zone"; };\n',
    'example.com.zone':
      '$TTL 1h\n@ IN SOA ns1.example.net. h 1 1d 2h 4w 1h\n@ IN NS ns1.example.net.\n@ IN NS ns2.example.net.\n@ IN MX 10 mail\n',
  });
  symlinkSync('example.com.zone', join(folder, 'current.zone'));
  const { status, output } = await cli.run(folder, ['check', 'current.zone']);
  assert.match(output, /^example\.com\.zone:5:12: error mx-no-address/m);
  assert.doesNotMatch(output, /zone-not-loaded/);
  assert.equal(status, 1);
  const { output: mapped } = await cli.run(folder, ['check', '--origin', 'example.com', 'current.zone']);
  assert.match(mapped, /^current\.zone:5:12: error mx-no-address/m);
});

test("zones in BIND's raw format are no texts: nothing is said of them until one is asked about", async () => {
  // Where a configuration does not say otherwise named keeps secondary zones so.
  const raw = new Uint8Array([0, 0, 0, 2, 0, 0, 0, 1, 107, 14, 70, 164, 0, 0, 0, 0, 0, 0, 0, 89, 0, 1, 0, 6]);
  const folder = cli.folderWith({
    'named.conf':
      'zone "b.example" { type secondary; primaries { 192.0.2.1; }; file "b.example.db"; };\nzone "c.example" { type primary; file "c.example.zone"; };\n',
    'b.example.db': raw,
    'c.example.zone':
      '$TTL 1h\n@ IN SOA ns1.b.example. h 1 1d 2h 4w 1h\n@ IN NS ns1.b.example.\n@ IN NS ns2.b.example.\n',
  });
  assert.deepEqual(await cli.run(folder, ['check']), {
    status: 0,
    output: 'No findings in 1 zone file\n',
    complaints: '',
  });
  for (const command of ['check', 'fix', 'format', 'compile']) {
    const { status, complaints } = await cli.run(folder, [command, 'b.example.db']);
    assert.equal(status, 2, command);
    assert.match(complaints, /^zonewright: b\.example\.db: it is in BIND's raw format/);
  }
});

test('a file that lost its text is no zone, be it named or found, but for one that an editor holds', async () => {
  const folder = cli.folderWith({
    'example.com.zone': '',
    'example.org.zone': '\n \t\n',
    'example.net.zone': '; to be written\n',
    'db.example.edu': '',
    'part.inc': '',
  });
  const missing = (file: string, zone: string): string =>
    `${file}:1:1: error soa-missing: ${zone} has no SOA record: servers refuse the zone\n`;
  const all = await cli.run(folder, ['check', '--format', 'concise']);
  const found = missing('example.com.zone', 'example.com') + missing('example.org.zone', 'example.org');
  assert.deepEqual([all.status, all.output], [1, found]);
  const named = await cli.run(folder, ['check', '--format', 'concise', 'db.example.edu']);
  assert.deepEqual([named.status, named.output], [1, missing('db.example.edu', 'example.edu')]);
  const part = await cli.run(folder, ['check', '--format', 'concise', 'part.inc']);
  const unknown = 'part.inc:1:1: information origin-unknown: This file is empty, and nothing tells which zone it is\n';
  assert.deepEqual([part.status, part.output], [0, unknown]);
  const { status, output } = await cli.run(folder, ['check', '--stdin-filename', 'example.com.zone', '-'], '');
  assert.deepEqual([status, output], [0, 'No findings in 1 zone file\n']);
});
