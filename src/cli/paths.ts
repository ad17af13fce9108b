import type { Surroundings } from './surroundings.ts';

/** What CI takes for a command to itself where a line begins so. */
const COMMAND = /^\s*(?:::|##)/;

/** A path from the working directory, as it is shown and as SARIF wants it; absolute where it lies elsewhere. */
export function shownPath(path: string, directory: string): string {
  const shown = relativePath(path, directory);
  return COMMAND.test(shown) ? `./${shown}` : shown;
}

/** The root that an absolute path begins with: `/`, and on Windows a drive (`C:/`) or a folder of a server (`//server/share/`). */
const ROOT = /^(?:[A-Za-z]:|\/\/[^/]+\/[^/]+)?\//;

/** A path from a folder, as patches want it; absolute where it lies elsewhere. */
export function relativePath(path: string, directory: string): string {
  const base = withSlash(directory);
  if (path.startsWith(base)) return path.slice(base.length);
  const target = `${path}/`;
  let common = 0;
  for (let at = 0; at < base.length && base[at] === target[at]; at++) if (base[at] === '/') common = at + 1;
  if (common <= rootOf(base).length) return path;
  let up = '';
  for (let at = base.indexOf('/', common); at >= 0; at = base.indexOf('/', at + 1)) up += '../';
  return (up + target.slice(common)).slice(0, -1) || '.';
}

/** The absolute path of a file or folder that the user gave, as the disk spells it. */
export function givenPath(path: string, { directory, spelled }: Surroundings): string {
  const whole = absolutePath(path, directory);
  return spelled?.(whole) ?? whole;
}

/** An absolute path for one that the user gave. */
export function absolutePath(path: string, directory: string): string {
  const whole = isWindows(directory)
    ? wholeOnWindows(path, directory)
    : (path.startsWith('/') ? path : `${directory}/${path}`).replace(/^\/+/, '/');
  const root = rootOf(whole);
  const parts: string[] = [];
  for (const part of whole.slice(root.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return root.replace(/^[a-z]:/, (drive) => drive.toUpperCase()) + parts.join('/');
}

/** Whether paths are those of Windows, where each working directory has a drive or a server. */
export function isWindows(directory: string): boolean {
  return /^(?:[A-Za-z]:|[/\\]{2})/.test(directory);
}

/** A path of Windows with its drive or server, where back-slashes are slashes, and `//?/` does no more than switch limits off. */
function wholeOnWindows(given: string, directory: string): string {
  const path = given
    .replaceAll('\\', '/')
    .replace(/^\/\/\?(?:\/UNC(?=\/)|\/)/i, (start) => (start.length > 4 ? '/' : ''));
  const [, drive = '', rest = ''] = /^([A-Za-z]:)?(.*)$/s.exec(path) ?? [];
  const own = rootOf(directory);
  const isOther = `${drive}/`.toUpperCase() !== own.toUpperCase();
  if (drive !== '' && (isOther || rest.startsWith('/'))) return `${drive}/${rest}`;
  if (rest.startsWith('//')) return `${rest}/`;
  return rest.startsWith('/') ? own + rest : `${directory}/${rest}`;
}

function rootOf(path: string): string {
  return ROOT.exec(path)?.[0] ?? '';
}

/** The folder of a path. */
export function parentFolder(path: string): string {
  const root = rootOf(path) || '/';
  return path.slice(root.length).includes('/') ? path.slice(0, path.lastIndexOf('/')) : root;
}

/** A folder's path with its final slash. */
export function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** The nearest folder that both are or lie in; the first one where there is none. */
export function commonFolder(a: string, b: string): string {
  let folder = a;
  while (!withSlash(b).startsWith(withSlash(folder))) {
    // Drives of Windows have nothing in common.
    if (folder === parentFolder(folder)) return a;
    folder = parentFolder(folder);
  }
  return folder;
}
