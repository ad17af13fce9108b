import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { runChecker } from '../../src/ports/external-checkers.node.ts';
import type { CheckerAnswer, CheckerJob } from '../../src/ports/external-checkers.ts';

const folder = mkdtempSync(join(tmpdir(), 'zonewright-checker-test-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const workspace = join(folder, 'workspace');
mkdirSync(workspace);

/** A folder with a program that is a script, in the place of nsd-checkzone. */
function programIn(at: string, script: string): string {
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'nsd-checkzone'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(at, 'nsd-checkzone'), 0o755);
  return at;
}

function run(path: readonly string[], more: Partial<CheckerJob> = {}): Promise<CheckerAnswer> {
  const job: CheckerJob = {
    program: 'nsd-checkzone',
    zone: 'example.com',
    files: new Map([
      ['z0', new TextEncoder().encode('$INCLUDE z1\n')],
      ['z1', new TextEncoder().encode('www A 192.0.2.1\n')],
    ]),
    folders: [pathToFileURL(workspace).href],
    patience: 20_000,
    onCancelled: () => {},
    ...more,
  };
  return runChecker(job, { PATH: path.join(delimiter), SECRET: 'x', LD_PRELOAD: '' });
}

test('a checker gets the zone and its texts in a folder of its own, without the variables of the editor', async (t) => {
  process.env.SECRET = 'y';
  t.after(() => delete process.env.SECRET);
  const seen = join(folder, 'seen');
  const program = programIn(
    join(folder, 'a'),
    `{ pwd; echo "$*"; cat z0 z1; echo "secret=$SECRET"; } >${seen}; echo said; exit 3`,
  );
  const answer = await run([program]);
  assert.deepEqual(answer, { kind: 'said', text: 'said\n', isRefused: true });
  const [cwd = '', ...lines] = readFileSync(seen, 'utf8').trimEnd().split('\n');
  assert.deepEqual(lines, ['example.com z0', '$INCLUDE z1', 'www A 192.0.2.1', 'secret=']);
  assert.ok(!cwd.startsWith(folder) && !existsSync(cwd), 'the folder is gone');
});

test('what does not come to an end is ended', async () => {
  const late = await run([programIn(join(folder, 'b'), 'exec sleep 600')], { patience: 200 });
  assert.deepEqual(late, { kind: 'late' });
});

test('what nobody waits for is ended, with what it has started', async () => {
  const started = join(folder, 'started');
  const program = programIn(
    join(folder, 'c'),
    `sleep 600 & echo $! >${started}.part; mv ${started}.part ${started}; wait`,
  );
  let stop = (): void => {};
  const answer = run([program], {
    onCancelled: (end) => {
      stop = end;
    },
  });
  await until(() => existsSync(started));
  stop();
  assert.deepEqual(await answer, { kind: 'cancelled' });
  await until(() => hasEnded(Number(readFileSync(started, 'utf8'))));
});

test('what says too much is ended', async () => {
  const answer = await run([programIn(join(folder, 'd'), 'while :; do echo 0123456789abcdef0123456789abcdef; done')]);
  assert.equal(answer.kind, 'failed');
});

test('a program of the workspace is never run', async () => {
  const ran = join(folder, 'ran');
  const own = programIn(join(workspace, 'bin'), `touch ${ran}`);
  const link = join(folder, 'link');
  mkdirSync(link);
  symlinkSync(join(own, 'nsd-checkzone'), join(link, 'nsd-checkzone'));
  const linked = join(folder, 'linked');
  symlinkSync(own, linked);
  const good = programIn(join(folder, 'e'), 'echo good');
  const path = [own, '.', '', 'bin', link, linked];
  assert.deepEqual(await run([...path, good]), { kind: 'said', text: 'good\n', isRefused: false });
  const repository = join(folder, 'repository');
  mkdirSync(join(repository, '.git'), { recursive: true });
  mkdirSync(join(repository, 'zones'));
  const above = programIn(join(repository, 'tools'), `touch ${ran}`);
  const inRepository = { folders: [pathToFileURL(join(repository, 'zones')).href] };
  assert.deepEqual(await run([above, good], inRepository), { kind: 'said', text: 'good\n', isRefused: false });
  assert.ok(!existsSync(ran));
});

test('a program that is not there, or can not be started, is told', async () => {
  assert.deepEqual(await run([], { program: 'no-such-checker' as CheckerJob['program'] }), { kind: 'absent' });
  const broken = join(folder, 'f');
  mkdirSync(broken);
  writeFileSync(join(broken, 'nsd-checkzone'), '#!/no/such/interpreter\n', { mode: 0o755 });
  assert.equal((await run([broken])).kind, 'failed');
});

/** Whether a process is gone; one that nobody has asked how it ended is a zombie. */
function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 2000; attempt++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('waited in vain');
}
