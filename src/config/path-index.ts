/** How many of a path's last segments are indexed: more than three agree by chance only in copies of a whole tree. */
export const INDEXED_SEGMENTS = 3;

/**
 * The files of the workspace by their last segments and by their folder, so that a path of a server finds its files
 * without a look at all of them. Paths have slashes and keep their case.
 *
 * Every file is in `#bySuffix` under each of its last one to three segments in lower case, and in `#byFolder` under its
 * folder; no entry is empty. A link is in `#bySuffix` only: it is no file of its own. What was added since files were
 * looked for by their last segments is in `#added` instead, as most workspaces find theirs by whole paths.
 */
export class PathIndex {
  readonly #bySuffix = new Map<string, Set<string>>();
  #added: string[] = [];
  readonly #byFolder = new Map<string, Set<string>>();
  readonly #foldersByName = new Map<string, Set<string>>();
  readonly #links = new Map<string, string>();

  constructor(paths: Iterable<string> = []) {
    for (const path of paths) this.add(path);
  }

  /** Adds a file; nothing happens where it is known. */
  add(path: string): void {
    const folder = folderOf(path);
    this.#links.delete(path);
    this.#added.push(path);
    if (!this.#byFolder.has(folder)) put(this.#foldersByName, lastSegment(folder).toLowerCase(), folder);
    put(this.#byFolder, folder, path);
  }

  /** Adds a symbolic link: what names it means the file it leads to, once that is known. */
  addLink(path: string, target: string): void {
    if (this.has(path)) return;
    this.#links.set(path, target);
    this.#added.push(path);
  }

  /** The known file that a path means, which may be that of a link. */
  real(path: string): string | undefined {
    const target = this.#links.get(path) ?? path;
    return this.has(target) ? target : undefined;
  }

  /** Takes a file out, with its folder where it was the last one there; or a link. */
  delete(path: string): void {
    const folder = folderOf(path);
    this.#links.delete(path);
    this.#indexAdded();
    for (const suffix of suffixesOf(path)) take(this.#bySuffix, suffix, path);
    take(this.#byFolder, folder, path);
    if (!this.#byFolder.has(folder)) take(this.#foldersByName, lastSegment(folder).toLowerCase(), folder);
  }

  has(path: string): boolean {
    return this.#byFolder.get(folderOf(path))?.has(path) === true;
  }

  /** Files, and links to files, that end in these segments (three at most) in whatever case. */
  endingIn(segments: readonly string[]): ReadonlySet<string> {
    this.#indexAdded();
    return this.#bySuffix.get(segments.join('/').toLowerCase()) ?? NOTHING;
  }

  /** Folders with this last segment, in whatever case, that hold files themselves. */
  foldersNamed(segment: string): ReadonlySet<string> {
    return this.#foldersByName.get(segment.toLowerCase()) ?? NOTHING;
  }

  /** The files right in a folder. */
  filesIn(folder: string): ReadonlySet<string> {
    return this.#byFolder.get(folder) ?? NOTHING;
  }

  /** The known files among some paths, and those below these; a copy, so that they may be taken out meanwhile. */
  atOrBelow(paths: ReadonlySet<string>): readonly string[] {
    const isAtOrBelow = (path: string): boolean => paths.has(path) || (path !== '' && isAtOrBelow(folderOf(path)));
    const known = [...paths].filter((path) => this.real(path) !== undefined);
    return known.length === paths.size ? known : [...this.all()].filter(isAtOrBelow);
  }

  #indexAdded(): void {
    for (const path of this.#added) for (const suffix of suffixesOf(path)) put(this.#bySuffix, suffix, path);
    this.#added = [];
  }

  /** All files. */
  *all(): Iterable<string> {
    for (const files of this.#byFolder.values()) yield* files;
  }
}

const NOTHING: ReadonlySet<string> = new Set();

function suffixesOf(path: string): string[] {
  const lower = path.toLowerCase();
  const suffixes: string[] = [];
  let slash = lower.length;
  for (let count = 0; count < INDEXED_SEGMENTS && slash > 0; count++) {
    slash = lower.lastIndexOf('/', slash - 1);
    suffixes.push(lower.slice(slash + 1));
  }
  return suffixes;
}

/** The path before the last slash; empty where there is none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** What is behind the last slash. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What follows the last dot of a path, in lower case; empty where there is none. */
export function endingOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? '' : path.slice(dot + 1).toLowerCase();
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}

function take(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  values?.delete(value);
  if (values?.size === 0) map.delete(key);
}
