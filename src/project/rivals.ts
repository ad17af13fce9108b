import type { SourceFile } from '../workspace/instance.ts';
import { lengthOf, sourceOf } from '../workspace/whole-text.ts';
import { copiesFor, NO_SITES, type Sites, siteOf, sitesOf } from './sites.ts';

/** So many sites are told apart; beyond that none is, and copies of a zone leave it unknown. */
const MOST_SITES = 64;

/**
 * The files that claim the same zones, and the sites in which copies of a zone are told apart. A zone is known by a text
 * of its view and its origin: `view\norigin`.
 *
 * Invariant: `#equals` has what is known of zones whose claims and texts have not changed since. `sites` is right once
 * `isFresh`.
 */
export class Rivals {
  readonly #fileOf: (path: string) => SourceFile | undefined;
  readonly #ranks = new Map<string, Map<string, number>>();
  readonly #equals = new Map<string, readonly string[]>();
  /** Zones that several files claim with the same right. */
  readonly #contested = new Set<string>();
  /** The sites of the files of each view, with how many files they have. */
  #byView: ReadonlyMap<string, readonly string[]> | undefined;
  #sites: Sites = NO_SITES;
  #isFresh = true;

  constructor(fileOf: (path: string) => SourceFile | undefined) {
    this.#fileOf = fileOf;
  }

  /** False while zones have become contested, or are no longer, since `refresh`. */
  get isFresh(): boolean {
    return this.#isFresh;
  }

  /** What tells copies apart; no folders where none are. */
  get sites(): Sites {
    return this.#sites;
  }

  /** Says with which rank a file claims a zone, undefined for no longer; gives the files whose standing changes by that. */
  set(name: string, path: string, rank: number | undefined): readonly string[] {
    const known = this.#ranks.get(name);
    const before = known ? this.equals(name) : NONE;
    const ranks = known ?? new Map<string, number>();
    if (rank === undefined) ranks.delete(path);
    else ranks.set(path, rank);
    if (ranks.size === 0) this.#ranks.delete(name);
    else this.#ranks.set(name, ranks);
    this.#byView = undefined;
    // A file that comes to a site may be the first of its view there.
    if (this.#sites.folders.length > 0) this.#isFresh = false;
    return this.#compare(name, before);
  }

  /** The text of one of the files of a zone has changed; gives the files whose standing changes by that. */
  textChanged(name: string): readonly string[] {
    if ((this.#ranks.get(name)?.size ?? 0) < 2) return [];
    return this.#compare(name, this.equals(name));
  }

  /** The files that have the best right to a zone, each text once: more than one where it is contested. */
  equals(name: string): readonly string[] {
    let equals = this.#equals.get(name);
    if (!equals) {
      equals = this.#eachOnce(this.#highest(name));
      this.#equals.set(name, equals);
    }
    return equals;
  }

  /** The files that a zone may be taken from in a site, each text once: one, where it is known which. */
  copiesFor(name: string, site: string): readonly string[] {
    const paths = this.#highest(name);
    return paths.length < 2 ? paths : this.#eachOnce(copiesFor(site, paths, this.#sites));
  }

  /** The sites in which files claim zones of a view. */
  sitesOf(view: string): readonly string[] {
    if (this.#sites.folders.length === 0) return NONE;
    this.#byView ??= this.#countSites();
    return this.#byView.get(view) ?? NONE;
  }

  /** Works out the sites anew; true where what files are mounted for may be other now. */
  refresh(): boolean {
    if (this.#isFresh) return false;
    this.#isFresh = true;
    const sites = sitesOf([...this.#contested].map((name) => this.equals(name)));
    const before = this.#sites.folders.length;
    this.#sites = sites.folders.length > MOST_SITES ? NO_SITES : sites;
    this.#byView = undefined;
    return this.#sites.folders.length > 0 || before > 0;
  }

  #compare(name: string, before: readonly string[]): readonly string[] {
    this.#equals.delete(name);
    const now = this.equals(name);
    if (now.length > 1) this.#contested.add(name);
    else this.#contested.delete(name);
    if (now.length === before.length && now.every((path, index) => path === before[index])) {
      return this.#claimants(name);
    }
    if (now.length > 1 || before.length > 1 || this.#sites.folders.length > 0) this.#isFresh = false;
    return [...new Set([...before, ...this.#claimants(name)])];
  }

  #claimants(name: string): readonly string[] {
    return [...(this.#ranks.get(name)?.keys() ?? [])];
  }

  /** The files of the highest rank, those in higher folders first, then those with shorter names: copies add words. */
  #highest(name: string): readonly string[] {
    const ranks = this.#ranks.get(name);
    if (!ranks) return NONE;
    if (ranks.size === 1) return [...ranks.keys()];
    const highest = Math.max(...ranks.values());
    const paths = [...ranks].filter(([, rank]) => rank === highest).map(([path]) => path);
    if (paths.length === 1) return paths;
    return paths.sort((a, b) => a.split('/').length - b.split('/').length || a.length - b.length || (a < b ? -1 : 1));
  }

  /** Of files whose texts are the same only the first one. */
  #eachOnce(paths: readonly string[]): readonly string[] {
    if (paths.length < 2) return paths;
    const different: string[] = [];
    for (const path of paths) if (!different.some((other) => this.#haveSameText(path, other))) different.push(path);
    return different;
  }

  #haveSameText(path: string, other: string): boolean {
    const [one, two] = [this.#fileOf(path), this.#fileOf(other)];
    return one !== undefined && two !== undefined && haveSameText(one, two);
  }

  #countSites(): ReadonlyMap<string, readonly string[]> {
    const sites = new Map<string, Set<string>>();
    for (const [name, ranks] of this.#ranks) {
      const view = name.slice(0, name.indexOf('\n'));
      const known = sites.get(view) ?? new Set<string>();
      for (const path of ranks.keys()) known.add(siteOf(path, this.#sites));
      sites.set(view, known);
    }
    return new Map([...sites].map(([view, known]) => [view, [...known].sort()]));
  }
}

const NONE: readonly string[] = [];

function haveSameText(one: SourceFile, other: SourceFile): boolean {
  const [a, b] = [lengthOf(one), lengthOf(other)];
  if (a !== b) return false;
  const [source, another] = [sourceOf(one), sourceOf(other)];
  if (source.text !== undefined || another.text !== undefined) return source.text === another.text;
  const { codes } = another;
  return source.codes.length === codes.length && source.codes.every((code, index) => code === codes[index]);
}
