import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { program } from '../support/program.ts';

const cli = program('fix-write');
const HEAD = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
const COMMAND = ['fix', '--write', '--rule', 'syntax-comment'];

test('where the disk has no room for one file, none is written, and that is said', () => {
  const large = `${HEAD}# one\n${'; a line of filling\n'.repeat(2000)}`;
  const small = `${HEAD}# one\n`;
  const folder = cli.folderWith({ 'a.example.zone': small, 'b.example.zone': large, 'c.example.zone': small });
  const args = ['-c', 'ulimit -f 30; exec "$0" "$@"', process.execPath, cli.path, ...COMMAND];
  const { status, stdout, stderr } = spawnSync('bash', args, { cwd: folder, encoding: 'utf8' });
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /^zonewright: b\.example\.zone: it would be larger than the limit on file sizes$/m);
  assert.match(stderr, /^Nothing is written: 3 files would change, and all change or none$/m);
  assert.equal(readFileSync(join(folder, 'a.example.zone'), 'utf8'), small);
  assert.equal(readFileSync(join(folder, 'b.example.zone'), 'utf8'), large);
  assert.deepEqual(readdirSync(folder), ['a.example.zone', 'b.example.zone', 'c.example.zone']);
});

test('files with a byte order mark, in Latin-1 and with CR LF are taken for unchanged', async () => {
  const folder = cli.folderWith({
    'a.example.zone': `\ufeff${HEAD}# one\n`,
    'b.example.zone': Buffer.from(`${HEAD.replaceAll('\n', '\r\n')}# caf\u00e9\r\n`, 'latin1'),
  });
  chmodSync(join(folder, 'b.example.zone'), 0o604);
  const { status, output } = await cli.run(folder, COMMAND);
  assert.deepEqual([status, output], [0, 'a.example.zone\nb.example.zone\n']);
  assert.match(readFileSync(join(folder, 'b.example.zone'), 'latin1'), /\r\n; caf\u00e9\r\n$/);
});
