import type { PathIndex } from '../config/path-index.ts';
import { type Interest, interestIn } from './file-interest.ts';
import type { FileMappings } from './file-mappings.ts';
import { DEFAULT_PROJECT_SETTINGS } from './project-settings.ts';

/** Files that are read for what their names say, and those that are read only where something names them. */
export class Interests {
  readonly #paths: PathIndex;
  #kinds = new Map<string, Interest>();
  /** Files outside of the workspace's folders that a setting gives access to: read only where something names them. */
  readonly outside = new Set<string>();
  /** Whether files are looked into whose names tell nothing. */
  #detectByContent = DEFAULT_PROJECT_SETTINGS.detectByContent;

  constructor(paths: PathIndex) {
    this.#paths = paths;
  }

  /** Looks at the name of a file that is there, and at what the settings say of it. */
  look(path: string, mappings: FileMappings): void {
    const interest = this.judge(path, mappings, this.#detectByContent);
    if (interest !== undefined) this.#kinds.set(path, interest);
  }

  /** How a file would be read for its name; undefined where it would not. */
  judge(path: string, mappings: FileMappings, detectByContent: boolean): Interest | undefined {
    if (this.outside.has(path)) return undefined;
    const interest = mappings.of(path) ? 'zone' : interestIn(path, this.#paths);
    return interest === 'zone' || (interest === 'sniff' && detectByContent) ? interest : undefined;
  }

  /** All files were judged anew. */
  configure(kinds: Map<string, Interest>, detectByContent: boolean): void {
    this.#kinds = kinds;
    this.#detectByContent = detectByContent;
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
