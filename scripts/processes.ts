import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How a finished process ended and all that it printed, both streams in the order of arrival. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Where a process runs, with what, and for how long at most. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutSeconds?: number;
  readonly onLine?: (line: string) => void;
}

/** Runs a command to its end, without standard input. A command that can't be started or takes too long ends with code 1. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const spawnOptions: SpawnOptions = {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32' && command === 'npm',
  };
  return new Promise((resolve) => {
    const child = spawn(command, [...args], spawnOptions);
    let output = '';
    let rest = '';
    const take = (text: string): void => {
      output += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) options.onLine?.(line);
    };
    const timer = setTimeout(
      () => {
        take(`\n${command}: stopped after ${options.timeoutSeconds} s\n`);
        void stopGroup(child);
      },
      (options.timeoutSeconds ?? 900) * 1000,
    );
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    child.once('error', (error) => take(`${error.message}\n`));
    child.once('close', (code) => {
      clearTimeout(timer);
      if (rest !== '') options.onLine?.(rest);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs one of our scripts or test files under Node with the TypeScript loader. */
export function runTypeScript(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return run(process.execPath, ['--import', 'tsx', ...args], options);
}

/** Ends a process that was started detached, and all its children; by force after five seconds. */
export function stopGroup(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return resolve();
    const hard = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
    child.once('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    signalGroup(child, 'SIGTERM');
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself in the meantime.
  }
}

/** The full path of a program on PATH, or nothing. */
export function onPath(program: string): string | undefined {
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.cmd`] : [program];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      if (isExecutable(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
