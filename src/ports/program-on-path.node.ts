import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, relative } from 'node:path';

/** Variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What is looked for, and where. */
export interface Sought {
  /** The name without `.exe`. */
  readonly name: string;
  /** Folders, as of a workspace: what lies in them or in the repositories around them is never run. */
  readonly outside: readonly string[];
  readonly environment?: Environment;
  readonly platform?: NodeJS.Platform;
  /** Folders that are looked into behind those of PATH. */
  readonly behind?: readonly string[];
}

/**
 * The whole name of a program on PATH; undefined where there is none. Windows looks in the working folder before it looks
 * at PATH, so a workspace's own program would run: what lies in the workspace, and entries of PATH that are no whole
 * paths, count for nothing.
 */
export function programOnPath({
  name,
  outside,
  environment = process.env,
  platform = process.platform,
  behind = [],
}: Sought): string | undefined {
  const path = Object.entries(environment).find(([key]) => key.toUpperCase() === 'PATH')?.[1] ?? '';
  const refused = outside.flatMap((folder) => {
    const around = repositoryAbove(folder) ?? folder;
    return [folder, around, real(around) ?? around];
  });
  for (const entry of [...path.split(delimiter), ...behind]) {
    if (!isAbsolute(entry)) continue;
    const program = join(entry, platform === 'win32' ? `${name}.exe` : name);
    if (!isProgram(program, platform)) continue;
    const target = real(program);
    if (target === undefined) continue;
    const isOwn = refused.some((folder) => isBelow(program, folder) || isBelow(target, folder));
    if (!isOwn) return program;
  }
  return undefined;
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
