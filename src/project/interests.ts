import type { PathIndex } from '../config/path-index.ts';
import { type Interest, interestIn } from './file-interest.ts';
import type { FileMappings } from './file-mappings.ts';
import { DEFAULT_PROJECT_SETTINGS } from './project-settings.ts';

/** Files that are read for what their names say, and those that are read only where something names them. */
export class Interests {
  readonly #paths: PathIndex;
  readonly #kinds = new Map<string, Interest>();
  /** Files outside of the workspace's folders that a setting gives access to: read only where something names them. */
  readonly outside = new Set<string>();
  /** Whether files are looked into whose names tell nothing. */
  detectByContent = DEFAULT_PROJECT_SETTINGS.detectByContent;

  constructor(paths: PathIndex) {
    this.#paths = paths;
  }

  /** Looks at the name of a file that is there, and at what the settings say of it. */
  look(path: string, mappings: FileMappings): void {
    if (this.outside.has(path)) return;
    const interest = mappings.of(path) ? 'zone' : interestIn(path, this.#paths);
    if (interest === 'zone' || (interest === 'sniff' && this.detectByContent)) this.#kinds.set(path, interest);
  }

  /** Judges all files anew. */
  lookAtAll(mappings: FileMappings): void {
    this.#kinds.clear();
    for (const path of this.#paths.all()) this.look(path, mappings);
  }

  /** How a file is read for its name; undefined where it is not. */
  of(path: string): Interest | undefined {
    return this.#kinds.get(path);
  }

  /** The files that are read for their names. */
  get paths(): Iterable<string> {
    return this.#kinds.keys();
  }

  /** The file is gone. */
  forget(path: string): void {
    this.outside.delete(path);
    this.#kinds.delete(path);
  }
}
