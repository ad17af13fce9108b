import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckerAnswer, CheckerJob, CheckerName } from './external-checkers.ts';
import { type Environment, programOnPath } from './program-on-path.node.ts';

/** Of more that a checker says nothing is read: it is stopped. */
const MOST_BYTES = 1 << 20;

/** Where servers have their checkers besides PATH, which desktops often leave short. */
const BEHIND: readonly string[] = process.platform === 'win32' ? [] : ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The words behind a checker's name. None of them asks the network: BIND looks up names of other zones where it is let. */
const WORDS: Readonly<Record<CheckerName, (zone: string, file: string) => readonly string[]>> = {
  'named-checkzone': (zone, file) => [
    '-i',
    'local',
    ...['-k', '-n', '-m', '-r', '-M', '-S', '-W'].flatMap((flag) => [flag, 'warn']),
    zone,
    file,
  ],
  'nsd-checkzone': (zone, file) => [zone, file],
  kzonecheck: (zone, file) => ['-v', '-o', zone, file],
};

/**
 * Runs a checker on texts in a temporary folder that is gone afterwards. It is found on PATH, but never in the workspace; no
 * shell is asked, and it gets none of the editor's variables.
 */
export async function runChecker(job: CheckerJob, environment: Environment = process.env): Promise<CheckerAnswer> {
  const outside = job.folders.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri));
  const program = programOnPath({ name: job.program, outside, environment, behind: BEHIND });
  if (program === undefined) return { kind: 'absent' };
  const [file = ''] = job.files.keys();
  const folder = await mkdtemp(join(tmpdir(), 'zonewright-'));
  try {
    for (const [name, bytes] of job.files) await writeFile(join(folder, name), bytes, { mode: 0o600, flag: 'wx' });
    return await answerOf(program, WORDS[job.program](job.zone, file), { folder, job });
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

function answerOf(
  program: string,
  words: readonly string[],
  { folder, job }: { readonly folder: string; readonly job: CheckerJob },
): Promise<CheckerAnswer> {
  return new Promise((resolve) => {
    const { SystemRoot } = process.env;
    const child = spawn(program, words, {
      cwd: folder,
      env: { LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot === undefined ? {} : { SystemRoot }) },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it has started ends with it.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const chunks: Uint8Array[] = [];
    let length = 0;
    const end = (answer: CheckerAnswer): void => {
      clearTimeout(timer);
      if (answer.kind !== 'said') kill(child);
      resolve(answer);
    };
    const timer = setTimeout(() => end({ kind: 'late' }), job.patience);
    job.onCancelled(() => end({ kind: 'cancelled' }));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Uint8Array) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > MOST_BYTES) end({ kind: 'failed', message: `more than ${MOST_BYTES} bytes` });
      });
    child.on('error', (error) => end({ kind: 'failed', message: error.message }));
    child.on('close', (status) =>
      end({ kind: 'said', text: new TextDecoder('latin1').decode(Buffer.concat(chunks)), isRefused: status !== 0 }),
    );
  });
}

/** Ends a program with all that it has started. */
function kill(child: ChildProcess): void {
  child.stdout?.destroy();
  child.stderr?.destroy();
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
