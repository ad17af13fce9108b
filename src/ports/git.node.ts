import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, relative } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The whole name of git on PATH; undefined where there is none. Windows looks in the working folder before it looks at
 * PATH, so a repository's own `git.exe` would run: what lies in the repository, and entries that are no whole paths, count
 * for nothing.
 */
export function gitProgram(
  folder: string,
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const path = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  const repository = real(repositoryAbove(folder) ?? folder);
  for (const entry of path.split(delimiter)) {
    if (!isAbsolute(entry)) continue;
    const program = join(entry, platform === 'win32' ? 'git.exe' : 'git');
    if (!isProgram(program, platform) || repository === undefined) continue;
    const target = real(program);
    const isOwn = [program, target].some((name) => name === undefined || isBelow(name, repository));
    if (!isOwn && !isBelow(program, folder)) return program;
  }
  return undefined;
}

/** Switches in front of the command that keep the repository's settings from running anything. */
export const GIT_SWITCHES: readonly string[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', process.platform === 'win32' ? 'NUL' : '/dev/null'],
  ['protocol.allow', 'never'],
  ['diff.external', ''],
  ['credential.helper', ''],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** The environment of git: it writes nothing, asks nobody and fetches nothing. Older gits ignore GIT_NO_LAZY_FETCH. */
export function gitEnvironment(environment: Environment = process.env): Record<string, string | undefined> {
  const { GIT_EXTERNAL_DIFF, GIT_SSH, GIT_SSH_COMMAND, GIT_PROXY_COMMAND, GIT_ASKPASS, SSH_ASKPASS, ...others } =
    environment;
  return {
    ...others,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/** The nearest folder from one upwards that has a `.git`. */
export function repositoryAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function isProgram(path: string, platform: NodeJS.Platform): boolean {
  try {
    accessSync(path, platform === 'win32' ? constants.F_OK : constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isBelow(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || (!inside.startsWith('..') && !isAbsolute(inside));
}
