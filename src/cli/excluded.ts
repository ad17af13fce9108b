import { globTest } from '../project/file-mappings.ts';
import { type Surroundings, shownPath } from './surroundings.ts';

/**
 * A test for files that globs leave out. A glob is one of the settings' kind: it fits from any folder on, and one that
 * names a folder fits all below.
 */
export function excludes(globs: readonly string[], root: string, around: Surroundings): (path: string) => boolean {
  const tests = globs.flatMap((glob) => {
    const bare = glob.replace(/\/+$/, '');
    return [globTest(bare), globTest(`${bare}/**`)];
  });
  return (path) =>
    tests.some((fits) => fits(path) || fits(shownPath(path, root)) || fits(shownPath(path, around.directory)));
}
