import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { GitBaseline } from '../../src/ports/baseline.node.ts';
import { systemClock } from '../../src/ports/clock.node.ts';
import { fileSystemAtOnce, nodeFileSystem, readWholeFile } from '../../src/ports/file-system.node.ts';
import type { FileSystem } from '../../src/ports/file-system.ts';
import { LARGEST_TEXT } from '../../src/text/source.ts';

const folders: string[] = [];

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-ports-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Asked in both ways all files are the same, wherever their bytes are kept. */
const elsewhere = { allocate: Buffer.allocUnsafeSlow, keep: (bytes: Uint8Array) => new Uint8Array(bytes) };
const bothWays = [nodeFileSystem, fileSystemAtOnce(elsewhere)];

async function listed(folder: string): Promise<string[]> {
  const entries = await nodeFileSystem.list(folder);
  return entries.map(({ path, target }) => {
    const shown = path.slice(folder.length + 1);
    return target === undefined ? shown : `${shown} -> ${target.slice(folder.length + 1)}`;
  });
}

test('folders in folders are looked into as deep, and as many, as is asked', async () => {
  const folder = folderWith({ 'a.zone': '', 'b/c.zone': '', 'b/d/e.zone': '', 'f/g.zone': '', 'f/h/i.zone': '' });
  const names = async (levels: number, folders: number): Promise<string> =>
    (await nodeFileSystem.list(folder, { levels, folders, files: 99 })).map(({ path }) => path.at(-6)).join('');
  assert.deepEqual([await names(0, 9), await names(1, 9), await names(2, 9)], ['a', 'acg', 'acegi']);
  assert.deepEqual([await names(2, 1), await names(2, 0)], ['ace', 'a']);
  assert.equal((await nodeFileSystem.list(folder)).length, 5);
});

test('folders that git ignores are left out, files are not', async () => {
  const folder = folderWith({
    '.git/config': '',
    '.gitignore': 'build/\n*.signed\n/only-here\n!keep/build/\n',
    'build/a.zone': '',
    'keep/build/b.zone': '',
    'keep/only-here/c.zone': '',
    'only-here/d.zone': '',
    'node_modules/x/e.zone': '',
    'f.zone.signed': '',
    'inner/.gitignore': 'out\n',
    'inner/out/g.zone': '',
    'out/h.zone': '',
  });
  assert.deepEqual(await listed(folder), [
    '.gitignore',
    'f.zone.signed',
    'inner/.gitignore',
    'keep/build/b.zone',
    'keep/only-here/c.zone',
    'out/h.zone',
  ]);
  assert.deepEqual(
    (await nodeFileSystem.list(join(folder, 'keep'))).map(({ path }) => path.slice(folder.length + 1)),
    ['keep/build/b.zone', 'keep/only-here/c.zone'],
    'the rules of the folders above hold too',
  );
  assert.deepEqual(
    (await nodeFileSystem.list(join(folder, 'only-here'))).map(({ path }) => path.slice(folder.length + 1)),
    ['only-here/d.zone'],
    'a folder that is asked for is not left out as a whole',
  );
});

test('links that stay inside are listed with their targets, others are not followed', async () => {
  const folder = folderWith({ 'real/a.zone': 'x', 'b.zone': '' });
  const outside = folderWith({ 'secret.zone': '' });
  symlinkSync('.', join(folder, 'loop'));
  symlinkSync('real', join(folder, 'folder'));
  symlinkSync('real/a.zone', join(folder, 'c.zone'));
  symlinkSync('self.zone', join(folder, 'self.zone'));
  symlinkSync(join(outside, 'secret.zone'), join(folder, 'd.zone'));
  symlinkSync('/dev/zero', join(folder, 'e.zone'));
  assert.deepEqual(await listed(folder), ['b.zone', 'c.zone -> real/a.zone', 'real/a.zone']);
});

test('what is no file is not opened', { timeout: 5000 }, async () => {
  const folder = folderWith({ 'a.zone': 'text' });
  const pipe = join(folder, 'pipe.zone');
  const madePipe = spawnSync('mkfifo', [pipe]).status === 0;
  const problemOf = async (path: string): Promise<string> => {
    const [content, other] = await Promise.all(bothWays.map((files) => files.read(path)));
    assert.deepEqual(other, content);
    return content?.kind === 'problem' ? content.problem : String(content?.kind);
  };
  if (madePipe) assert.equal(await problemOf(pipe), 'special');
  assert.deepEqual(await listed(folder), ['a.zone']);
  if (process.platform !== 'win32') assert.equal(await problemOf('/dev/zero'), 'special');
  assert.equal(await problemOf(folder), 'folder');
  assert.equal(await problemOf(join(folder, 'nothing')), 'missing');
  assert.equal(await problemOf(join(folder, 'a.zone', 'below')), 'missing');
});

test('a file is read whole, or not at all', async () => {
  const folder = folderWith({ 'a.zone': 'a'.repeat(100_000), 'empty.zone': '', 'small.zone': 'small' });
  for (const files of bothWays) {
    for (const [name, length] of [
      ['a.zone', 100_000],
      ['empty.zone', 0],
      ['small.zone', 5],
    ] as const) {
      const content = await files.read(join(folder, name));
      assert.equal(content.kind === 'bytes' && content.bytes.length, length);
    }
    // Files of the system say that they have no size.
    const endless = process.platform === 'linux' ? await files.read('/proc/self/status') : undefined;
    if (endless) assert.match(new TextDecoder().decode(endless.kind === 'bytes' ? endless.bytes : undefined), /^Pid:/m);
  }
  const large = await readWholeFile(join(folder, 'a.zone'), 99_999);
  assert.equal(large.kind === 'problem' && large.problem, 'too-large');
  truncateSync(join(folder, 'small.zone'), 2 ** 30 + 1);
  for (const files of bothWays) {
    const content = await files.read(join(folder, 'small.zone'));
    assert.match(content.kind === 'problem' ? content.message : '', /1073741825 bytes, more than 1073741824/);
  }
});

test('of a file whose beginning is not wanted the rest is left unread', async () => {
  const folder = folderWith({ 'small.db': 'small', 'large.db': 'l'.repeat(200_000) });
  for (const files of bothWays) await readsHeads(files, folder);
});

async function readsHeads(files: FileSystem, folder: string): Promise<void> {
  const heads: number[] = [];
  const lengthOf = async (name: string, isWanted: boolean): Promise<number | undefined> => {
    const content = await files.readWanted(join(folder, name), (head) => {
      heads.push(head.length);
      return isWanted;
    });
    return content?.kind === 'bytes' ? content.bytes.length : undefined;
  };
  assert.deepEqual([await lengthOf('small.db', true), await lengthOf('large.db', true)], [5, 200_000]);
  assert.deepEqual([await lengthOf('small.db', false), await lengthOf('large.db', false)], [undefined, undefined]);
  assert.deepEqual(heads, [5, 65_536, 5, 65_536]);
  // Larger than any file that is read, and without a byte on the disk.
  truncateSync(join(folder, 'large.db'), 2 ** 31);
  assert.equal(await files.readWanted(join(folder, 'large.db'), () => false), undefined);
  const missing = await files.readWanted(join(folder, 'none'), () => true);
  assert.equal(missing?.kind === 'problem' && missing.problem, 'missing');
  truncateSync(join(folder, 'large.db'), 200_000);
}

test('a file with characters beyond ASCII that no string can hold is told', async () => {
  const folder = folderWith({ 'large.db': '; caf\u00e9\n' });
  // Without its bytes on the disk.
  truncateSync(join(folder, 'large.db'), LARGEST_TEXT + 1);
  const content = await nodeFileSystem.read(join(folder, 'large.db'));
  assert.match(content.kind === 'problem' ? content.message : '', /characters beyond ASCII and 536870889 bytes, more/);
});

test('changes are told together', { timeout: 10_000 }, async () => {
  const folder = folderWith({ 'a.zone': '1' });
  const seen = new Set<string>();
  const changed = new Promise<void>((resolve) => {
    const stop = nodeFileSystem.watch(folder, (changes) => {
      for (const path of changes.changed) seen.add(path.slice(folder.length + 1));
      if (!seen.has('a.zone') || !seen.has('b.zone')) return;
      stop();
      resolve();
    });
  });
  const keepAlive = setInterval(() => {
    writeFileSync(join(folder, 'a.zone'), '2');
    writeFileSync(join(folder, 'b.zone'), '1');
  }, 50);
  await changed;
  clearInterval(keepAlive);
});

test('the last commit, by one git process', async () => {
  const folder = folderWith({ 'zones/a.zone': 'old\n', 'zones/b c.zone': '', 'big.zone': 'x'.repeat(300_000) });
  const git = (...args: string[]): void => {
    const identity = ['-c', 'user.name=Example', '-c', 'user.email=hostmaster@example.com'];
    assert.equal(spawnSync('git', [...identity, ...args], { cwd: folder }).status, 0, args.join(' '));
  };
  git('init', '--quiet');
  const baseline = new GitBaseline(join(folder, 'zones'));
  const text = async (at: GitBaseline, path: string): Promise<string | undefined> => {
    const bytes = await at.read(join(folder, path));
    return bytes && new TextDecoder().decode(bytes);
  };
  assert.equal(await text(baseline, 'zones/a.zone'), undefined, 'nothing is committed');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'zones');
  writeFileSync(join(folder, 'zones/a.zone'), 'new\n');
  const whole = new GitBaseline(folder);
  assert.deepEqual(
    await Promise.all(
      ['zones/a.zone', 'zones', 'zones/none.zone', 'big.zone', 'zones/b c.zone', '../outside'].map((path) =>
        text(whole, path),
      ),
    ),
    ['old\n', undefined, undefined, 'x'.repeat(300_000), '', undefined],
  );
  assert.equal(await text(baseline, 'zones/a.zone'), 'old\n', 'a folder of the repository serves too');
  const early = new GitBaseline(folder);
  early.begin();
  early.begin();
  assert.equal(await text(early, 'zones/a.zone'), 'old\n');
  const unasked = new GitBaseline(folder);
  unasked.begin();
  for (const one of [early, unasked]) one.close();
  whole.close();
  baseline.close();
  assert.equal(await text(whole, 'zones/a.zone'), undefined, 'it is closed');
});

test('where there is no repository nothing is known', async () => {
  const folder = folderWith({ 'a.zone': '' });
  const baseline = new GitBaseline(folder);
  baseline.begin();
  assert.equal(await baseline.read(join(folder, 'a.zone')), undefined);
  baseline.close();
});

test('the clock may be set', () => {
  assert.equal(systemClock({ SOURCE_DATE_EPOCH: '1795435200' }).now(), 1_795_435_200);
  assert.ok(systemClock({}).now() > 1_700_000_000);
});
