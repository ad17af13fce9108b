import { folderOf, lastSegment, type PathIndex } from '../config/path-index.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import type { ConfigurationFiles } from './configuration-files.ts';
import { findIncluded } from './include-path.ts';

/** Which files the $INCLUDE directives of zones mean, and which of them are not read yet. */
export class Includes {
  /** Files that an $INCLUDE names and that have not been put. */
  readonly wanted = new Set<string>();
  /** The names, without folders, of files that an $INCLUDE names and that were not found. */
  readonly missing = new Set<string>();
  readonly #store: Store;
  readonly #paths: PathIndex;
  readonly #configurations: ConfigurationFiles;
  #base: string | undefined;
  /** What was found, by the server or folder it was asked from; kept while no path and no configuration changes. */
  readonly #found = new Map<string, string | undefined>();
  /** Files that an $INCLUDE means by a link of another name. */
  readonly #linked = new Set<string>();

  constructor(store: Store, paths: PathIndex, configurations: ConfigurationFiles) {
    this.#store = store;
    this.#paths = paths;
    this.#configurations = configurations;
  }

  configure(base: string | undefined): void {
    this.#base = base;
    this.lookAgain();
  }

  /** A file has come or gone. */
  pathsChanged(path: string): void {
    this.#found.clear();
    this.wanted.delete(path);
    this.#store.lookAgainAtIncludes(path);
  }

  /** What includes mean may have changed. */
  lookAgain(): void {
    this.#found.clear();
    this.#store.lookAgainAtIncludes();
  }

  /** The file that an $INCLUDE means, which is not wanted by that. */
  meaning(path: string, from: SourceFile): string | undefined {
    return this.#find(path, from.path);
  }

  find(path: string, from: SourceFile): string | undefined {
    const found = this.#find(path, from.path);
    if (found === undefined) this.missing.add(lastSegment(path));
    else if (!this.#store.files.has(found)) this.wanted.add(found);
    return found;
  }

  /** The store has the text of a file now; those that include it by its own name are known there. */
  arrived(path: string): void {
    this.wanted.delete(path);
    if (this.#linked.has(path)) this.#store.lookAgainAtIncludes();
  }

  isIncluded(path: string): boolean {
    return this.#store.files.get(path)?.instances.some((instance) => instance.parent !== undefined) === true;
  }

  #find(path: string, from: string): string | undefined {
    const [declared] = this.#configurations.declarations(from);
    // A file is not found for itself.
    const place = lastSegment(path) === lastSegment(from) ? from : folderOf(from);
    const key = `${declared?.server ?? ''}\n${place}\n${path}`;
    if (this.#found.has(key)) return this.#found.get(key);
    const tree = declared && this.#configurations.map.servers.find(({ server }) => server === declared.server);
    const server = declared && { path: declared.server, directory: tree?.directory };
    const found = findIncluded(path, { from, server, base: this.#base }, this.#paths);
    this.#found.set(key, found);
    if (found !== undefined && lastSegment(found) !== lastSegment(path)) this.#linked.add(found);
    return found;
  }
}
