import { folderOf, lastSegment } from '../config/path-index.ts';

/**
 * What tells copies of zones apart: folders, and in a folder where copies stand beside each other the words by which their
 * names differ (`int-example.com.zone`, `ext-example.com.zone`), which count as folders below it.
 */
export interface Sites {
  readonly folders: readonly string[];
  /** By folder. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is known of sites before folders are looked at: there is none. */
export const NO_SITES: Sites = { folders: [], words: new Map() };

/**
 * The sites of copies of zones: for each copy the folder below which none of the others lies, where there is one. Copies
 * that stand beside each other have one where each has a word in its name that none of the others has, and no more than one.
 *
 * @param groups the paths of the files that claim one zone, for each zone that several claim
 */
export function sitesOf(groups: Iterable<readonly string[]>): Sites {
  const words = new Map<string, Set<string>>();
  const all = [...groups];
  for (const paths of all)
    for (const [folder, own] of ownWords(paths)) words.set(folder, new Set([...(words.get(folder) ?? []), ...own]));
  const folders = new Set<string>();
  for (const group of all) {
    const paths = group.map((path) => placeOf(path, words));
    for (const path of paths) {
      const folder = ownFolder(path, paths);
      if (folder !== undefined) folders.add(folder);
    }
  }
  return { folders: [...folders].sort(), words };
}

/** The site of a file: the deepest of the folders that it lies in; empty for one that lies in none. */
export function siteOf(path: string, { folders, words }: Sites): string {
  const place = placeOf(path, words);
  let site = '';
  for (const folder of folders) if (folder.length > site.length && isBelow(place, folder)) site = folder;
  return site;
}

/**
 * The copies of a zone that the files of a site may mean: those of their own site, else those that have the longest path
 * in common with them.
 */
export function copiesFor(site: string, paths: readonly string[], sites: Sites): readonly string[] {
  const own = paths.filter((path) => siteOf(path, sites) === site);
  if (own.length > 0) return own;
  const shared = paths.map((path) => commonSegments(placeOf(path, sites.words), site));
  const most = Math.max(...shared);
  return paths.filter((_, index) => shared[index] === most);
}

/** A site as people call it: its folder, from what all sites have in common on. */
export function siteLabel(site: string, folders: readonly string[]): string {
  if (site === '') return '';
  const [first = ''] = folders;
  const shared = folders.reduce((count, folder) => Math.min(count, commonSegments(folder, folderOf(first))), Infinity);
  return site.split('/').slice(shared).join('/');
}

/** The words of copies' names, by folder, where copies beside each other differ in one word each. */
function* ownWords(paths: readonly string[]): Generator<readonly [string, readonly string[]]> {
  const byFolder = new Map<string, string[]>();
  for (const path of paths) byFolder.set(folderOf(path), [...(byFolder.get(folderOf(path)) ?? []), path]);
  for (const [folder, copies] of byFolder) {
    const named = copies.map(wordsOf);
    const own = named.map((words, index) =>
      [...words].filter((word) => named.every((others, other) => other === index || !others.has(word))),
    );
    if (copies.length > 1 && own.every(({ length }) => length === 1)) yield [folder, own.flat()];
  }
}

/** Where a file counts as lying: below the one of its folder's words that its name has. */
function placeOf(path: string, words: Sites['words']): string {
  if (words.size === 0) return path;
  const folder = folderOf(path);
  const known = words.get(folder);
  const own = known ? [...wordsOf(path)].filter((word) => known.has(word)) : [];
  return own.length === 1 ? `${folder}/${own[0]}/${lastSegment(path)}` : path;
}

/** What names of zone files say of their kind, and never which copy they are. */
const OF_KIND =
  /^(?:db|dns|bind|named|zones?|hosts?|records?|data|file|txt|conf|fwd|forward|direct|rev|reverse|inverse|arpa|addr|in|ip6|master|primary|slave|secondary)$/;

/** The words of a file's name that may say which copy it is: numbers are octets, dates or versions. */
function wordsOf(path: string): ReadonlySet<string> {
  return new Set(
    lastSegment(path)
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => /[a-z]/.test(word) && !OF_KIND.test(word)),
  );
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
