import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** How many runs of the command are killed: 500 by hand. */
const KILLS = Number(process.env.KILLS ?? 8);

test('a command that is killed at any moment leaves each file as it was or mended', async () => {
  const filling = '; a line of filling\n'.repeat(20_000);
  const files = ['a', 'b', 'c'].map((name) => [`${name}.example.zone`, `${HEAD}# ${name}\n${filling}`] as const);
  const folder = cli.folderWith(Object.fromEntries(files));
  const mended = new Map(files.map(([name, text]) => [name, text.replace('\n# ', '\n; ')]));
  // How long a whole run takes: it is killed somewhere within that.
  const begin = performance.now();
  assert.equal((await cli.run(folder, COMMAND)).status, 0);
  const whole = performance.now() - begin;
  let killed = 0;
  for (let run = 0; run < KILLS; run++) {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const child = spawn(process.execPath, [cli.path, ...COMMAND], { cwd: folder, stdio: 'ignore' });
    const gone = new Promise<string | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
    await new Promise((resolve) => setTimeout(resolve, whole * (0.2 + Math.random() * 0.9)));
    child.kill('SIGKILL');
    if ((await gone) === 'SIGKILL') killed++;
    for (const [name, text] of files) {
      const now = readFileSync(join(folder, name), 'utf8');
      assert.ok(now === text || now === mended.get(name), `${name} after run ${run + 1}: ${now.length} characters`);
    }
  }
  assert.equal((await cli.run(folder, COMMAND)).status, 0);
  for (const [name] of files) assert.equal(readFileSync(join(folder, name), 'utf8'), mended.get(name));
  assert.deepEqual(
    readdirSync(folder),
    files.map(([name]) => name),
  );
  assert.ok(killed > 0, 'some were killed before they were done');
});
