import { folderOf } from '../config/path-index.ts';

/**
 * The folders that tell copies of zones apart: for each copy the folder below which none of the others lies, where there
 * is one. Copies that stand beside each other have none.
 *
 * @param groups the paths of the files that claim one zone, for each zone that several claim
 */
export function siteFolders(groups: Iterable<readonly string[]>): string[] {
  const folders = new Set<string>();
  for (const paths of groups) {
    for (const path of paths) {
      const folder = ownFolder(path, paths);
      if (folder !== undefined) folders.add(folder);
    }
  }
  return [...folders].sort();
}

/** The site of a file: the deepest of the folders that it lies in; empty for one that lies in none. */
export function siteOf(path: string, folders: readonly string[]): string {
  let site = '';
  for (const folder of folders) if (folder.length > site.length && isBelow(path, folder)) site = folder;
  return site;
}

/**
 * The copies of a zone that the files of a site may mean: those of their own site, else those that have the longest path
 * in common with them.
 */
export function copiesFor(site: string, paths: readonly string[], folders: readonly string[]): readonly string[] {
  const own = paths.filter((path) => siteOf(path, folders) === site);
  if (own.length > 0) return own;
  const most = Math.max(...paths.map((path) => commonSegments(path, site)));
  return paths.filter((path) => commonSegments(path, site) === most);
}

/** A site as people call it: its folder, from what all sites have in common on. */
export function siteLabel(site: string, folders: readonly string[]): string {
  if (site === '') return '';
  const [first = ''] = folders;
  const shared = folders.reduce((count, folder) => Math.min(count, commonSegments(folder, folderOf(first))), Infinity);
  return site.split('/').slice(shared).join('/');
}

/** The folder nearest to the root that a path alone of several lies below; undefined where its own folder has others. */
function ownFolder(path: string, paths: readonly string[]): string | undefined {
  const others = paths.filter((other) => other !== path);
  const shared = others.reduce((count, other) => Math.max(count, commonSegments(path, other)), 0);
  const segments = path.split('/');
  return shared < segments.length - 1 ? segments.slice(0, shared + 1).join('/') : undefined;
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** How many segments two paths begin with in common. */
function commonSegments(a: string, b: string): number {
  const [one, other] = [a.split('/'), b.split('/')];
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}
