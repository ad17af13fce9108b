import { lstatSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * A path with slashes as the disk spells it, where that takes capital and small letters for the same. What stands for
 * another place stays as it is: a drive of the network, a link.
 */
export function spelled(path: string, realPath: (path: string) => string = realpathSync.native): string {
  const given = path.split('/');
  try {
    if (lstatSync(path).isSymbolicLink()) return path;
    const real = slashed(realPath(path)).split('/');
    for (let at = given.length - 1, realAt = real.length - 1; at >= 0; at--, realAt--) {
      const name = real[realAt];
      if (name?.toLowerCase() !== given[at]?.toLowerCase()) break;
      given[at] = name ?? '';
    }
  } catch {
    // There is no such file yet.
  }
  return given.join('/');
}

/** The same where the system may take capital and small letters for the same; undefined on Linux, where each spelling is a file. */
export const diskSpelling = process.platform === 'linux' ? undefined : spelled;

/** A path of the system with slashes. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
