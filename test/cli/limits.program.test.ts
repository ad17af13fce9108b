import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { program } from '../support/program.ts';

const { path, folderWith, run } = program('limits');

const SOA = '$TTL 1h\n@ IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h\n@ IN NS ns1.example.net.\n';
const ZONE = `${SOA}www IN A 192.0.2.10\n`;
const REVERSE = `${SOA}10 IN PTR www.example.com.\n`;
const MEGABYTE = 1024 * 1024;

/** A zone of so many megabytes: comments behind a head that makes it one. */
function largeZone(megabytes: number): string {
  return `${SOA}${`; ${'-'.repeat(1021)}\n`.repeat(megabytes * 1024)}`;
}

/** A zone of gigabytes that takes no room on the disk. */
function makeHugeZone(file: string, gigabytes: number): void {
  const handle = openSync(file, 'w');
  writeSync(handle, SOA);
  ftruncateSync(handle, gigabytes * 1024 * MEGABYTE);
  closeSync(handle);
}

const settings = (limits: object): string => JSON.stringify({ limits, rules: { 'zone-not-loaded': 'off' } });

test('a folder that is asked about is read within the limits, and the rest is told with exit status 2', async () => {
  const folder = folderWith({
    'zonewright.json': settings({ megabytes: 1 }),
    'example.com.zone': ZONE,
    'big/example.org.zone': largeZone(2),
  });
  for (const command of [['check'], ['fix'], ['format'], ['zones']]) {
    const { status, complaints } = await run(folder, command);
    assert.equal(status, 2, command.join());
    assert.match(complaints, /big\/example\.org\.zone \(2 MiB\) was not read: 1 MiB are read of a workspace/);
    assert.match(complaints, /raise "limits\.megabytes" in zonewright\.json/);
  }
  const map = await run(folder, ['map', '192.0.2.0/24']);
  assert.equal(map.status, 2);
  assert.match(map.complaints, /was not read/);
  const { output } = await run(folder, ['zones']);
  assert.match(output, /example\.com\.zone/);
  assert.doesNotMatch(output, /example\.org/);
});

test('what lies beside the files that were asked about is told, and is no failure', async () => {
  const folder = folderWith({
    'zonewright.json': settings({ megabytes: 1 }),
    'zones/example.com.zone': ZONE,
    'zones/2.0.192.in-addr.arpa.zone': REVERSE,
    'big/example.org.zone': largeZone(2),
  });
  const { status, complaints } = await run(folder, ['check', '--fail-on', 'error', 'zones']);
  assert.equal(status, 0, complaints);
  assert.match(complaints, /big\/example\.org\.zone \(2 MiB\) was not read/);
});

test('a file that is named on the command line is read, however large it is', async () => {
  const folder = folderWith({ 'zonewright.json': settings({ megabytes: 1 }), 'example.org.zone': largeZone(2) });
  const { complaints } = await run(folder, ['check', 'example.org.zone']);
  assert.doesNotMatch(complaints, /not read/);
});

test('what is asked about is read first where there is not room for all', async () => {
  const folder = folderWith({
    'zonewright.json': settings({ megabytes: 3 }),
    'a/example.org.zone': largeZone(2),
    'z/example.com.zone': largeZone(2),
  });
  const { status, complaints } = await run(folder, ['check', 'z']);
  assert.equal(status, 0);
  assert.match(complaints, /a\/example\.org\.zone \(2 MiB\) was not read/);
});

test('an $INCLUDE of a file that there was no room for is told as such', async () => {
  const folder = folderWith({
    'zonewright.json': settings({ megabytes: 1 }),
    'example.com.zone': `${ZONE}$INCLUDE hosts.inc\n`,
    'hosts.inc': `a IN A 192.0.2.11\n${'; -\n'.repeat(400_000)}`,
  });
  const { output } = await run(folder, ['check', '--rule', 'syntax-include-missing']);
  assert.match(output, /warning.*There was no room to read hosts\.inc/);
  assert.doesNotMatch(output, /no such file/);
});

test('of too many files the nearest are looked at', async () => {
  const deep = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`deep/er/${i}.zone`, ZONE]));
  const folder = folderWith({ 'zonewright.json': settings({ files: 20 }), 'example.com.zone': ZONE, ...deep });
  const { status, complaints } = await run(folder, ['check']);
  assert.equal(status, 2);
  assert.match(complaints, /more than 20 files lie below \.: the nearest were looked at/);
  const { output } = await run(folder, ['zones']);
  assert.match(output, /example\.com\.zone/);
});

test('beside gigabytes neither standard input nor a folder makes it grow', () => {
  const folder = folderWith({});
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    mkdirSync(join(folder, name));
    makeHugeZone(join(folder, name, `${name}.example.zone`), 1);
  }
  writeFileSync(join(folder, 'example.com.zone'), ZONE);
  const print = `process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))`;
  const watch = join(folderWith({ 'peak.cjs': print }), 'peak.cjs');
  for (const args of [
    ['check', '-'],
    ['check', '.'],
  ]) {
    const { stderr } = spawnSync(process.execPath, ['--require', watch, path, ...args], {
      cwd: folder,
      input: ZONE,
      encoding: 'utf8',
    });
    assert.match(stderr, /6 files \(6\.0 GiB\), the first of them .*, were not read/);
    const peak = Number(/peak (\d+)/.exec(stderr)?.[1]);
    assert.ok(peak > 0 && peak < 200 * 1024, `${args.join(' ')}: ${peak} KiB`);
  }
});
