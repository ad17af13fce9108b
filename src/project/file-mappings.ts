import { lastSegment } from '../config/path-index.ts';
import { type Fits, globTest as wholeTest } from '../text/glob.ts';

/** An entry of the setting `zones`: which zone, or only which view, the files of a glob are. */
export interface FileMapping {
  readonly file: string;
  readonly origin?: string;
  readonly view?: string;
}

/** What the settings say of a file. */
export interface MappedFile {
  readonly origin: string | undefined;
  readonly view: string | undefined;
  /** Whether the origin's entry names the file, without wildcards. */
  readonly isNamed: boolean;
}

/**
 * The entries of the setting `zones`. For a file the first entry that fits it and has an origin gives the origin, the
 * first that fits and has a view the view.
 */
export class FileMappings {
  readonly #globs: readonly { readonly entry: FileMapping; readonly order: number; readonly fits: Fits }[];
  /** Entries without wildcards by the last segment of their path. */
  readonly #plain = new Map<string, { readonly entry: FileMapping; readonly order: number; readonly path: string }[]>();
  readonly #known = new Map<string, MappedFile | undefined>();

  constructor(entries: readonly FileMapping[]) {
    const globs: { entry: FileMapping; order: number; fits: Fits }[] = [];
    entries.forEach((entry, order) => {
      const path = entry.file.replace(/^\.\//, '');
      if (/[*?[\]{}()!+@]/.test(path)) globs.push({ entry, order, fits: globTest(entry.file) });
      else {
        const name = lastSegment(path);
        this.#plain.set(name, [...(this.#plain.get(name) ?? []), { entry, order, path }]);
      }
    });
    this.#globs = globs;
  }

  /** What is said of a file; undefined where no entry fits. */
  of(path: string): MappedFile | undefined {
    if (this.#globs.length === 0 && this.#plain.size === 0) return undefined;
    if (this.#known.has(path)) return this.#known.get(path);
    const fitting = this.#globs.filter(({ fits }) => fits(path)).map(({ entry, order }) => ({ entry, order }));
    for (const { entry, order, path: wanted } of this.#plain.get(lastSegment(path)) ?? [])
      if (path === wanted || path.endsWith(`/${wanted}`)) fitting.push({ entry, order });
    fitting.sort((a, b) => a.order - b.order);
    const ofOrigin = fitting.find(({ entry }) => (entry.origin ?? '') !== '')?.entry;
    const mapped = {
      origin: ofOrigin?.origin,
      isNamed: !this.#globs.some(({ entry }) => entry === ofOrigin),
      view: fitting.find(({ entry }) => entry.view !== undefined)?.entry.view,
    };
    const found = fitting.length === 0 ? undefined : mapped;
    this.#known.set(path, found);
    return found;
  }
}

/** A test for a glob of the settings: an absolute one fits whole paths, another one from any folder on. */
export function globTest(glob: string): Fits {
  const isWhole = glob.startsWith('/') || /^[a-z][a-z0-9+.-]+:/i.test(glob);
  return wholeTest(isWhole ? glob : `**/${glob.replace(/^\.\//, '')}`);
}
