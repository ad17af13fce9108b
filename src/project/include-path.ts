import { folderOf, type PathIndex } from '../config/path-index.ts';
import { findPath, type ServerPath } from '../config/paths.ts';

/** What an $INCLUDE's path may be relative to. */
export interface IncludePlace {
  /** The file with the $INCLUDE. */
  readonly from: string;
  /** The server that loads the zone, and its directory; undefined where no configuration declares the zone. */
  readonly server: { readonly path: string; readonly directory: string | undefined } | undefined;
  /** The folder that the settings give. */
  readonly base: string | undefined;
}

/**
 * The file of the workspace that an $INCLUDE names: from the server's directory, then the configured base, then beside
 * the includer; an absolute path by its longest end. Files that are not in the workspace are never meant.
 */
export function findIncluded(path: string, place: IncludePlace, files: PathIndex): string | undefined {
  const { from, server, base } = place;
  if (server) {
    const match = matchOther({ path, directory: server.directory, configPath: server.path }, from, files);
    if (match !== undefined) return match;
  }
  for (const folder of [base, folderOf(from)]) {
    const whole = folder === undefined ? undefined : joinPath(folder, path);
    const file = whole === undefined ? undefined : files.real(whole);
    if (file !== undefined) return file;
  }
  return matchOther({ path, directory: undefined, configPath: from }, from, files);
}

/** Not the includer itself where only the end of its path agrees: a header mostly has the name of the file it includes. */
function matchOther(wanted: ServerPath, from: string, files: PathIndex): string | undefined {
  return findPath({ ...wanted, except: from }, files)[0]?.path;
}

function joinPath(base: string, path: string): string | undefined {
  if (path.startsWith('/')) return undefined;
  const parts = base.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
