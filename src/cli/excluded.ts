import { globTest } from '../project/file-mappings.ts';
import { isWindows, shownPath } from './paths.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * A test for files that globs leave out. A glob is one of the settings' kind: it fits from any folder on, and one that
 * names a folder fits all below. On Windows back-slashes are slashes, and the case of letters counts for nothing.
 */
export function excludes(globs: readonly string[], root: string, around: Surroundings): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const known = isWindows(root) ? (path: string) => path.replaceAll('\\', '/').toLowerCase() : (path: string) => path;
  const tests = globs.flatMap((glob) => {
    const bare = known(glob).replace(/\/+$/, '');
    return [globTest(bare), globTest(`${bare}/**`)];
  });
  return (path) => {
    const names = [path, shownPath(path, root), shownPath(path, around.directory)].map(known);
    return tests.some((fits) => names.some(fits));
  };
}
