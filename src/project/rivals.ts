import type { SourceFile } from '../workspace/instance.ts';
import { lengthOf, sourceOf } from '../workspace/whole-text.ts';
import { copiesFor, NO_SITES, type Sites, siteOf, sitesOf } from './sites.ts';

/** So many sites are told apart; beyond that none is, and copies of a zone leave it unknown. */
const MOST_SITES = 64;

/**
 * The files that claim the same zones, and the sites in which copies of a zone are told apart. A zone is known by a text
 * of its view and its origin: `view\norigin`.
 *
 * Invariant: `#zones` has each zone that a file claims. `sites` is right once `isFresh`.
 */
export class Rivals {
  readonly #fileOf: (path: string) => SourceFile | undefined;
  readonly #zones = new Map<string, ClaimedZone>();
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
    const known = this.#zones.get(name);
    const zone = known ?? { ranks: new Map<string, number>(), equals: NONE };
    const before = this.#equalsOf(zone);
    if (rank === undefined) zone.ranks.delete(path);
    else zone.ranks.set(path, rank);
    if (zone.ranks.size === 0) this.#zones.delete(name);
    else if (!known) this.#zones.set(name, zone);
    this.#byView = undefined;
    // A file that comes to a site may be the first of its view there.
    if (this.#sites.folders.length > 0) this.#isFresh = false;
    return this.#compare(name, zone, before);
  }

  /** The text of one of the files of a zone has changed; gives the files whose standing changes by that. */
  textChanged(name: string): readonly string[] {
    const zone = this.#zones.get(name);
    return zone && zone.ranks.size > 1 ? this.#compare(name, zone, this.#equalsOf(zone)) : NONE;
  }

  /** The files that have the best right to a zone, each text once: more than one where it is contested. */
  equals(name: string): readonly string[] {
    const zone = this.#zones.get(name);
    return zone ? this.#equalsOf(zone) : NONE;
  }

  #equalsOf(zone: ClaimedZone): readonly string[] {
    zone.equals ??= this.#eachOnce(highest(zone));
    return zone.equals;
  }

  /** The files that a zone may be taken from in a site, each text once: one, where it is known which. */
  copiesFor(name: string, site: string): readonly string[] {
    const zone = this.#zones.get(name);
    const paths = zone ? highest(zone) : NONE;
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

  #compare(name: string, zone: ClaimedZone, before: readonly string[]): readonly string[] {
    zone.equals = undefined;
    const now = this.#equalsOf(zone);
    if (now.length > 1) this.#contested.add(name);
    else this.#contested.delete(name);
    const claimants = [...zone.ranks.keys()];
    if (now.length === before.length && now.every((path, index) => path === before[index])) return claimants;
    if (now.length > 1 || before.length > 1 || this.#sites.folders.length > 0) this.#isFresh = false;
    return before.length === 0 ? claimants : [...new Set([...before, ...claimants])];
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
    for (const [name, { ranks }] of this.#zones) {
      const view = name.slice(0, name.indexOf('\n'));
      const known = sites.get(view) ?? new Set<string>();
      for (const path of ranks.keys()) known.add(siteOf(path, this.#sites));
      sites.set(view, known);
    }
    return new Map([...sites].map(([view, known]) => [view, [...known].sort()]));
  }
}

const NONE: readonly string[] = [];

/** The ranks of the files that claim a zone, and its `equals` unless its claims or texts have changed since. */
interface ClaimedZone {
  readonly ranks: Map<string, number>;
  equals: readonly string[] | undefined;
}

/** The files of the highest rank, those in higher folders first, then those with shorter names: copies add words. */
function highest({ ranks }: ClaimedZone): readonly string[] {
  if (ranks.size === 1) return [...ranks.keys()];
  const most = Math.max(...ranks.values());
  const paths = [...ranks].filter(([, rank]) => rank === most).map(([path]) => path);
  if (paths.length === 1) return paths;
  return paths.sort((a, b) => a.split('/').length - b.split('/').length || a.length - b.length || (a < b ? -1 : 1));
}

function haveSameText(one: SourceFile, other: SourceFile): boolean {
  const [a, b] = [lengthOf(one), lengthOf(other)];
  if (a !== b) return false;
  const [source, another] = [sourceOf(one), sourceOf(other)];
  if (source.text !== undefined || another.text !== undefined) return source.text === another.text;
  const { codes } = another;
  return source.codes.length === codes.length && source.codes.every((code, index) => code === codes[index]);
}
