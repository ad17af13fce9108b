import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { writeFiles } from '../../src/ports/write-files.node.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'node_modules', '.cache', `zonewright-write-again-${process.pid}.cjs`);
/** How many runs are killed: 500 by hand. */
const KILLS = Number(process.env.KILLS ?? 12);

before(() =>
  esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/ports/write-again.node.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: program,
    logLevel: 'warning',
  }),
);
after(() => rmSync(program, { force: true }));

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'zonewright-write-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const change = (path: string, old: string, fresh: string) => ({
  path,
  before: Buffer.from(old),
  after: Buffer.from(fresh),
});
const read = (path: string): string => readFileSync(path, 'utf8');

test('files get their new texts, and nothing is left beside them', async (t) => {
  const at = folder(t);
  for (const name of ['a', 'b']) writeFileSync(join(at, name), 'old');
  assert.deepEqual(await writeFiles(['a', 'b'].map((name) => change(join(at, name), 'old', `new ${name}`))), []);
  assert.deepEqual([read(join(at, 'a')), read(join(at, 'b')), readdirSync(at)], ['new a', 'new b', ['a', 'b']]);
});

test('mode, owner, attributes and links stay', async (t) => {
  const at = folder(t);
  const path = join(at, 'zone');
  writeFileSync(path, 'old');
  chmodSync(path, 0o640);
  if (process.getuid?.() === 0) chownSync(path, 12, 34);
  if (process.platform === 'linux') execFileSync('setfattr', ['-n', 'user.note', '-v', 'kept', path]);
  symlinkSync('zone', join(at, 'link'));
  const old = statSync(path);
  assert.deepEqual(await writeFiles([change(join(at, 'link'), 'old', 'new')]), []);
  const now = statSync(path);
  assert.deepEqual([read(path), now.mode, now.uid, now.gid], ['new', old.mode, old.uid, old.gid]);
  assert.notEqual(now.ino, old.ino);
  if (process.platform === 'linux')
    assert.match(String(execFileSync('getfattr', ['--absolute-names', '-d', path])), /user\.note="kept"/);
  linkSync(path, join(at, 'other'));
  for (const text of ['longer', 'short']) {
    assert.deepEqual(await writeFiles([change(path, read(path), text)]), []);
    assert.equal(read(join(at, 'other')), text);
  }
  assert.equal(statSync(path).ino, now.ino);
  assert.deepEqual(readdirSync(at), ['link', 'other', 'zone']);
});

test('a file that changed since it was read is left alone, and so are all others of the run', async (t) => {
  const at = folder(t);
  for (const name of ['a', 'b']) writeFileSync(join(at, name), 'old');
  appendFileSync(join(at, 'b'), ' and more');
  const problems = await writeFiles(['a', 'b'].map((name) => change(join(at, name), 'old', 'new')));
  assert.deepEqual(problems, [{ path: join(at, 'b'), message: 'it has changed since it was read: run fix again' }]);
  assert.deepEqual([read(join(at, 'a')), read(join(at, 'b')), readdirSync(at)], ['old', 'old and more', ['a', 'b']]);
});

test('where a later file fails, the earlier ones get their old text back', async (t) => {
  const at = folder(t);
  for (const name of ['a', 'b']) writeFileSync(join(at, name), 'old');
  linkSync(join(at, 'a'), join(at, 'a2'));
  // The place of the old text is taken: the second file fails after the first one is written.
  mkdirSync(join(at, `.b.zonewright-old-${process.pid}~`));
  const problems = await writeFiles(['a', 'b'].map((name) => change(join(at, name), 'old', 'new text')));
  assert.equal(problems.length, 1);
  assert.equal(problems[0]?.path, join(at, 'b'));
  assert.deepEqual([read(join(at, 'a')), read(join(at, 'a2')), read(join(at, 'b'))], ['old', 'old', 'old']);
});

test('a file that can not be replaced, as one that is open on Windows, is written in place, or left', async (t) => {
  const at = folder(t);
  const path = join(at, 'zone');
  writeFileSync(path, 'old');
  const { ino } = statSync(path);
  const failing = (name: 'rename' | 'open', code: string, fails: (path: unknown, flags: unknown) => boolean) => {
    const real = promises[name] as (...args: unknown[]) => Promise<unknown>;
    t.mock.method(promises, name, (...args: unknown[]) =>
      fails(args[0], args[1]) ? Promise.reject(Object.assign(new Error(name), { code })) : real(...args),
    );
    syncBuiltinESMExports();
  };
  t.after(() => {
    t.mock.restoreAll();
    syncBuiltinESMExports();
  });
  failing('rename', 'EPERM', () => true);
  assert.deepEqual(await writeFiles([change(path, 'old', 'new')]), []);
  assert.deepEqual([read(path), statSync(path).ino, readdirSync(at)], ['new', ino, ['zone']]);
  failing('open', 'EBUSY', (file, flags) => file === path && flags === 'r+');
  assert.deepEqual(await writeFiles([change(path, 'new', 'newer')]), [
    { path, message: 'another program has it open' },
  ]);
  assert.deepEqual([read(path), readdirSync(at)], ['new', ['zone']]);
});

test('where the disk has no room, the old text stays whole', (t) => {
  const at = folder(t);
  for (const isLinked of [false, true]) {
    writeFileSync(join(at, 'zone'), 'b'.repeat(900_000));
    if (isLinked) linkSync(join(at, 'zone'), join(at, 'other'));
    // 950 KB at most: the new text of a million characters does not fit, nor does the old one grow.
    const args = ['-c', 'ulimit -f 950; exec "$0" "$1" "$2"', process.execPath, program, join(at, 'zone')];
    const { stderr } = spawnSync('bash', args, { encoding: 'utf8' });
    assert.match(stderr, /larger than the limit on file sizes/);
    assert.equal(read(join(at, 'zone')), 'b'.repeat(900_000));
    assert.deepEqual(readdirSync(at), isLinked ? ['other', 'zone'] : ['zone']);
  }
});

test('a second run waits, and none writes over another', async (t) => {
  const at = folder(t);
  writeFileSync(join(at, 'zone'), 'old');
  const lock = join(at, '.zonewright.lock');
  writeFileSync(lock, `1 ${hostname()}\n`);
  setTimeout(() => rmSync(lock), 200);
  assert.deepEqual(await writeFiles([change(join(at, 'zone'), 'old', 'new')]), []);
  const children = [1, 2, 3].map(() => spawn(process.execPath, [program, join(at, 'zone')], { stdio: 'pipe' }));
  const said: string[] = [];
  for (const child of children) child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const ends = children.map((child) => new Promise((resolve) => child.on('close', resolve)));
  await new Promise((resolve) => setTimeout(resolve, 2000));
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(ends);
  // Whoever comes second reads again or refuses; nobody writes over the other.
  for (const text of said) assert.match(text, /has changed since it was read/);
  assert.ok(isWhole(read(join(at, 'zone'))));
});

test('a run that is killed leaves each file old or new, and the next one clears up', async (t) => {
  const at = folder(t);
  const paths = ['a', 'b', 'c'].map((name) => join(at, name));
  for (const path of paths) writeFileSync(path, 'b'.repeat(900_000));
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(process.execPath, [program, ...paths], { stdio: 'pipe' });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('close', resolve));
    assert.equal(said, '');
    for (const path of paths) assert.ok(isWhole(read(path)), `${path} after ${kill + 1} kills`);
  }
  const changes = paths.map((path) => ({ path, before: readFileSync(path), after: Buffer.from('the end') }));
  assert.deepEqual(await writeFiles(changes), []);
  assert.deepEqual(readdirSync(at), ['a', 'b', 'c']);
});

test('a file that a killed run may have left half written is named with its old text', async (t) => {
  const at = folder(t);
  writeFileSync(join(at, 'zone'), 'newld');
  const kept = join(at, '.zone.zonewright-kept-4194305~');
  writeFileSync(kept, 'old text');
  writeFileSync(join(at, '.zonewright.lock'), `4194305 ${hostname()}\n`);
  const [problem] = await writeFiles([change(join(at, 'zone'), 'newld', 'new')]);
  assert.match(problem?.message ?? '', /may have left zone half written: its text from before is in .*kept-4194305~/);
  assert.equal(read(join(at, 'zone')), 'newld');
  rmSync(kept);
  assert.deepEqual(await writeFiles([change(join(at, 'zone'), 'newld', 'new')]), []);
  assert.deepEqual(readdirSync(at), ['zone']);
});

function isWhole(text: string): boolean {
  return text === 'b'.repeat(900_000) || text === 'A'.repeat(1_000_000);
}
