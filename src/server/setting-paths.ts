import { isInside, type Path, schemeOf } from './uri.ts';

/** A path of the settings as the server knows files: absolute, or taken from the workspace's first folder. */
export function settingPath(folders: readonly Path[], written: string): Path | undefined {
  const [root] = folders;
  const clean = written.replaceAll('\\', '/').replace(/(.)\/+$/, '$1');
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(clean)) return clean;
  // On Windows it is on the workspace's drive, or on a server.
  const [windows, drive = ''] = /^file:\/\/(\/[a-z]:|[^/])/.exec(root ?? '') ?? [];
  if (windows !== undefined && clean.startsWith('//')) return `file:${clean}`;
  if (clean.startsWith('/')) return `${root ? schemeOf(root) : 'file'}://${drive.length > 1 ? drive : ''}${clean}`;
  if (/^[A-Za-z]:\//.test(clean)) return `file:///${clean[0]?.toLowerCase()}${clean.slice(1)}`;
  if (root === undefined) return undefined;
  const start = root.indexOf('//') + 2;
  const segments = root.slice(start).split('/');
  for (const segment of clean.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return root.slice(0, start) + segments.join('/');
}

/** A glob of the settings: what is absolute or leads up is taken as a path, the others fit from any folder on. */
export function settingGlob(folders: readonly Path[], glob: string): string {
  const isPath = /^(?:[/\\]|\.\.[/\\]|[A-Za-z]:[/\\])/.test(glob);
  return isPath ? (settingPath(folders, glob) ?? glob) : glob;
}

/** The folders that settings name and that lie outside of the workspace's. */
export function outsideFolders(
  folders: readonly Path[],
  settings: { readonly includeBase: string; readonly configuration: readonly string[] },
): Path[] {
  const named = new Set<Path>();
  const base = settings.includeBase === '' ? undefined : settingPath(folders, settings.includeBase);
  if (base !== undefined) named.add(base);
  for (const glob of settings.configuration) {
    const path = settingGlob(folders, glob);
    if (path !== glob && !/[*?[{]/.test(path)) named.add(path.slice(0, path.lastIndexOf('/')));
  }
  return [...named].filter((folder) => !folders.includes(folder) && !isInside(folder, folders));
}
