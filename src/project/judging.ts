import { mayBeConfiguration } from '../config/dialect.ts';
import type { PathIndex } from '../config/path-index.ts';
import type { Interest } from './file-interest.ts';
import { FileMappings, globTest } from './file-mappings.ts';
import type { Interests } from './interests.ts';
import type { ProjectSettings } from './project-settings.ts';

const NAMES_PER_LOOK = 64;

/** What settings say of the names of all files. */
interface Judged {
  readonly mappings: FileMappings;
  /** Patterns of the configurations that the settings name. */
  readonly named: readonly ReturnType<typeof globTest>[];
  /** The files that may be configurations, by their names or by these patterns. */
  readonly candidates: Set<string>;
  readonly kinds: Map<string, Interest>;
}

/** Judges the names of files by settings while files come and go. */
export class Judging {
  readonly #paths: PathIndex;
  readonly #interests: Interests;
  /** Files that came or went since new settings began to be held against the names. */
  #changed: Set<string> | undefined;

  constructor(paths: PathIndex, interests: Interests) {
    this.#paths = paths;
    this.#interests = interests;
  }

  /** A file has come or gone, or its name means something else now. */
  nameChanged(path: string): void {
    this.#changed?.add(path);
  }

  /** Looks at all names, a few a step; gives what there is to be said of them once that is asked for. */
  *judge(settings: ProjectSettings): Generator<void, () => Judged> {
    const mappings = new FileMappings(settings.zones);
    const named = settings.configuration.map(globTest);
    const kinds = new Map<string, Interest>();
    const candidates = new Set<string>();
    const judge = (path: string): void => {
      const interest = this.#interests.judge(path, mappings, settings.detectByContent);
      if (interest !== undefined) kinds.set(path, interest);
      const mayBeOne = !this.#interests.outside.has(path) && mayBeConfiguration(path);
      if (mayBeOne || named.some((fits) => fits(path))) candidates.add(path);
    };
    const changed = new Set<string>();
    this.#changed = changed;
    let count = 0;
    for (const path of this.#paths.all()) {
      judge(path);
      if (++count % NAMES_PER_LOOK === 0) yield;
    }
    return () => {
      for (const path of changed) {
        kinds.delete(path);
        candidates.delete(path);
        if (this.#paths.has(path)) judge(path);
      }
      this.#changed = undefined;
      return { mappings, named, candidates, kinds };
    };
  }
}
