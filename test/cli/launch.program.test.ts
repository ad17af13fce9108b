import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { program } from '../support/program.ts';

const cli = program('launch');

const MARK = '// one of a kind\n';

function programThatSays(word: string): string {
  // The word stands in what V8 compiles at once.
  const says = `console.log(word, __filename, require('node:path').basename(__dirname), argument);`;
  return `(function (exports, require, module, __filename, __dirname) {const word = '${word}'; exports.main = ([argument]) => {${says}};})\n${MARK}`;
}

test('the program runs with what was kept of it, and without', async (t) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zonewright-')));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'cli.js');
  const define = { VERSION: '"1.2.3"' };
  const entryPoints = [fileURLToPath(new URL('../../src/cli/launch.node.ts', import.meta.url))];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'silent', define });
  const filename = join(folder, 'program.js');
  const cache = join(folder, 'program.cache');
  const link = join(folder, 'link');
  symlinkSync(outfile, link);
  const said = (word: string, program = outfile): void => {
    const { stdout, stderr } = spawnSync(process.execPath, [program, 'argument'], { encoding: 'utf8' });
    assert.equal(stdout, `${word} ${filename} ${folder.split('/').at(-1)} argument\n`, stderr);
  };
  const { stdout } = spawnSync(process.execPath, [outfile, '--version'], { encoding: 'utf8' });
  assert.equal(stdout, 'zonewright 1.2.3\n', 'no program is there yet');
  writeFileSync(filename, programThatSays('one'));
  said('one');
  said('one', link);
  writeFileSync(cache, `${MARK}nothing that V8 has made`);
  said('one');
  // Of a text as long, V8 takes what was made of another one: so what is used shows.
  const kept = new Script(programThatSays('two'), { filename }).createCachedData();
  writeFileSync(cache, Buffer.concat([Buffer.from(MARK), kept]));
  said('two');
  writeFileSync(cache, Buffer.concat([Buffer.from('// of another build\n'), kept]));
  said('one');
});

test('all that a check prints comes to a reader that is slow', async () => {
  const hosts = Array.from({ length: 4000 }, (_, i) => `host${i} IN A 192.0.2.300\n`);
  const folder = cli.folderWith({
    'example.com.zone': `$TTL 1h\n@ IN SOA ns1 hostmaster 1 1d 2h 4w 1h\n${hosts.join('')}`,
  });
  const child = spawn(process.execPath, [cli.path, 'check', 'example.com.zone'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    await setTimeout(20);
  }
  assert.deepEqual(await ended, [1, null]);
  assert.equal(text.slice(0, 16), 'example.com.zone');
  assert.equal(text.trimEnd().split('\n').at(-1), '4001 errors, 1 information in 1 zone file');
});

test('a check needs no protocol of editors', () => {
  const folder = cli.folderWith({
    'example.com.zone': '$TTL 1h\n@ IN SOA ns1 hostmaster 1 1d 2h 4w 1h\n@ IN A 192.0.2.300\n',
  });
  const path = cli.copyTo(folder);
  rmSync(join(folder, 'dist', 'protocol.js'), { force: true });
  const { status, stdout } = spawnSync(process.execPath, [path, 'check', 'example.com.zone'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.match(stdout, /syntax-ipv4/);
  assert.equal(status, 1);
});
