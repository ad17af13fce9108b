import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { GitBaseline } from '../../src/ports/baseline.node.ts';
import { GIT_SWITCHES, gitProgram } from '../../src/ports/git.node.ts';
import { gitRevision } from '../../src/ports/revision.node.ts';

const real = gitProgram(tmpdir()) ?? 'git';

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'zonewright-git-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function script(path: string, text: string): string {
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A repository with one committed file, `zone`. */
function repository(at: string): (...words: readonly string[]) => void {
  const git = (...words: readonly string[]): void => {
    execFileSync(real, ['-C', at, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { stdio: 'pipe' });
  };
  git('init', '-q');
  writeFileSync(join(at, 'zone'), 'committed\n');
  git('add', 'zone');
  git('commit', '-qm', 'One');
  return git;
}

async function committed(at: string, options: ConstructorParameters<typeof GitBaseline>[1] = {}) {
  const baseline = new GitBaseline(at, options);
  const bytes = await baseline.read(join(at, 'zone'));
  baseline.close();
  return bytes && Buffer.from(bytes).toString();
}

test('a git that lies in the repository is not run, whatever PATH says', async (t) => {
  const at = folder(t);
  repository(at);
  mkdirSync(join(at, 'bin'));
  mkdirSync(join(at, 'zones'));
  script(join(at, 'git'), `touch ${at}/ran`);
  script(join(at, 'bin', 'git'), `touch ${at}/ran`);
  script(join(at, 'git.exe'), `touch ${at}/ran`);
  const PATH = ['', '.', 'bin', at, join(at, 'bin'), process.env.PATH].join(delimiter);
  assert.equal(await committed(at, { environment: { PATH } }), 'committed\n');
  assert.equal(gitProgram(join(at, 'zones'), { PATH: join(at, 'bin') }), undefined);
  assert.equal(gitProgram(at, { Path: at }, 'win32'), undefined);
  const elsewhere = folder(t);
  script(join(elsewhere, 'git.exe'), '');
  assert.equal(gitProgram(at, { Path: [at, elsewhere].join(delimiter) }, 'win32'), join(elsewhere, 'git.exe'));
  assert.ok(!existsSync(join(at, 'ran')));
});

test('many files of a folder, as of one', async (t) => {
  for (const format of ['sha1', 'sha256']) {
    const at = folder(t);
    const git = (...words: readonly string[]): void => {
      execFileSync(real, ['-C', at, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
        stdio: 'pipe',
      });
    };
    git('init', '-q', `--object-format=${format}`);
    const names = Array.from({ length: 30 }, (_, i) => `zone ${i} \u00fc`);
    mkdirSync(join(at, 'zones', 'below'), { recursive: true });
    writeFileSync(join(at, 'zones', 'below', 'zone'), '');
    const paths = [...names.map((name) => join(at, name)), ...names.map((name) => join(at, 'zones', name))];
    for (const path of paths) writeFileSync(path, `${path}\n`);
    git('add', '.');
    git('commit', '-qm', 'One');
    const baseline = new GitBaseline(at);
    const asked = [...paths, join(at, 'none'), join(at, 'zones', 'below'), join(at, 'none', 'zone')];
    const read = await Promise.all(asked.map((path) => baseline.read(path)));
    const texts = read.map((bytes) => bytes && Buffer.from(bytes).toString());
    baseline.close();
    assert.deepEqual(texts, [...paths.map((path) => `${path}\n`), undefined, undefined, undefined]);
  }
});

test('what the settings of a repository name is not run: hooks, monitors, filters, transports', async (t) => {
  const at = folder(t);
  const git = repository(at);
  const tool = script(join(at, 'tool'), `touch ${at}/ran`);
  for (const name of ['post-checkout', 'post-index-change', 'fsmonitor-watchman', 'reference-transaction'])
    script(join(at, '.git', 'hooks', name), `touch ${at}/ran`);
  writeFileSync(join(at, '.gitattributes'), '* diff=own filter=own\n');
  for (const name of ['core.fsmonitor', 'diff.own.textconv', 'diff.own.command', 'diff.external', 'filter.own.smudge'])
    git('config', name, tool);
  for (const name of ['core.sshCommand', 'core.pager', 'core.askPass', 'credential.helper']) git('config', name, tool);
  assert.equal(await committed(at), 'committed\n');
  // The blob is missing, and the remote that promises it is a program.
  git('config', 'core.repositoryFormatVersion', '1');
  git('config', 'extensions.partialClone', 'origin');
  git('config', 'remote.origin.promisor', 'true');
  git('config', 'remote.origin.url', `ext::${tool}`);
  git('config', 'protocol.ext.allow', 'always');
  const blob = String(execFileSync(real, ['-C', at, 'rev-parse', 'HEAD:zone'])).trim();
  rmSync(join(at, '.git', 'objects', blob.slice(0, 2), blob.slice(2)), { force: true });
  assert.equal(await committed(at), undefined);
  // An older git that does not know GIT_NO_LAZY_FETCH.
  const old = folder(t);
  script(join(old, 'git'), `unset GIT_NO_LAZY_FETCH; exec ${real} "$@"`);
  assert.equal(await committed(at, { environment: { PATH: [old, process.env.PATH].join(delimiter) } }), undefined);
  assert.ok(!existsSync(join(at, 'ran')));
});

test('each switch keeps git from running what it is there for, whatever git is asked', async (t) => {
  const at = folder(t);
  const git = repository(at);
  const tool = script(join(at, 'tool'), `touch ${at}/ran`);
  script(join(at, '.git', 'hooks', 'post-checkout'), `touch ${at}/ran`);
  for (const name of ['core.fsmonitor', 'diff.external']) git('config', name, tool);
  writeFileSync(join(at, 'zone'), 'changed\n');
  for (const words of [['status'], ['diff'], ['checkout', 'HEAD']])
    for (const switches of [GIT_SWITCHES, []]) {
      rmSync(join(at, 'ran'), { force: true });
      // Without a program for it a diff ends with an error.
      spawnSync(real, ['-C', at, ...switches, ...words]);
      assert.equal(existsSync(join(at, 'ran')), switches.length === 0, words.join(' '));
    }
});

test('a revision is read without what lies in the repository, or what its settings name', async (t) => {
  const at = folder(t);
  const git = repository(at);
  const tool = script(join(at, 'tool'), `touch ${at}/ran`);
  script(join(at, 'git'), `touch ${at}/ran`);
  for (const name of ['core.fsmonitor', 'diff.external', 'credential.helper']) git('config', name, tool);
  const path = process.env.PATH;
  t.after(() => {
    process.env.PATH = path;
  });
  process.env.PATH = [at, path].join(delimiter);
  const revision = await gitRevision(at, 'HEAD');
  assert.ok('files' in revision);
  const content = await revision.files.read(`${revision.root}/zone`);
  revision.close();
  assert.equal(content.kind === 'bytes' && Buffer.from(content.bytes).toString(), 'committed\n');
  assert.ok(!existsSync(join(at, 'ran')));
});

test('a revision has its files below the folder that was asked about, where a link leads there', async (t) => {
  const at = folder(t);
  repository(at);
  mkdirSync(join(at, 'zones'));
  const elsewhere = folder(t);
  for (const [name, target, root] of [
    ['whole', at, join(elsewhere, 'whole')],
    ['zones', join(at, 'zones'), elsewhere],
  ] as const) {
    symlinkSync(target, join(elsewhere, name));
    const revision = await gitRevision(join(elsewhere, name), 'HEAD');
    assert.ok('files' in revision);
    assert.equal(revision.root, root);
    assert.equal((await revision.files.read(`${root}/zone`)).kind, 'bytes');
    revision.close();
  }
});

test('a git that says nothing is given up, and does not live on', async (t) => {
  const at = folder(t);
  repository(at);
  const slow = folder(t);
  script(join(slow, 'git'), `echo $$ > ${slow}/pid; exec sleep 60`);
  const environment = { PATH: [slow, process.env.PATH].join(delimiter) };
  assert.equal(await committed(at, { environment, wait: 300 }), undefined);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(readdirSync(slow).includes('pid'));
  const pid = Number(execFileSync('cat', [join(slow, 'pid')]));
  assert.throws(() => process.kill(pid, 0), /ESRCH/);
});

test('a revision that git does not come to the end of is given up', async (t) => {
  const at = folder(t);
  repository(at);
  rmSync(join(at, '.git', 'HEAD'));
  execFileSync('mkfifo', [join(at, '.git', 'HEAD')]);
  assert.ok('problem' in (await gitRevision(at, 'HEAD', 300)));
});
