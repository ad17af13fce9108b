import type { PathIndex } from '../config/path-index.ts';
import { isNameFault, parseName } from '../dns/name.ts';
import { type NameId, type NameTable, NO_NAME } from '../dns/name-table.ts';
import { unknownZoneLabel } from '../dns/shown-name.ts';
import type { Instance } from '../workspace/instance.ts';
import type { Mount } from '../workspace/mount.ts';
import type { Store } from '../workspace/store.ts';
import { type Claim, fileOfJournal, withJournal } from './claim.ts';
import { Rivals } from './rivals.ts';
import { siteLabel, siteOf } from './sites.ts';

/**
 * The zones that files are read for, and their instances in the store.
 *
 * Where copies of a zone lie in folders of their own, or have words of their own in their names, each of these is a site
 * with views of its own: its copy answers there, and zones that are claimed once answer in all sites, as guests.
 *
 * Invariant: once nothing is dirty, each file is mounted for each of its claims in its own site, and a zone is held exactly
 * where no other file claims it with a higher rank. `#rivals` has each claim of a known origin, by view and origin.
 */
export class Mounts {
  readonly #store: Store;
  readonly #paths: PathIndex;
  readonly #claims = new Map<string, readonly Claim[]>();
  readonly #mounted = new Map<string, { readonly key: string; readonly instance: Instance }[]>();
  readonly #rivals: Rivals;
  readonly #dirty = new Set<string>();

  constructor(store: Store, paths: PathIndex) {
    this.#store = store;
    this.#paths = paths;
    this.#rivals = new Rivals((path) => store.files.get(path));
  }

  get isDirty(): boolean {
    return this.#dirty.size > 0 || !this.#rivals.isFresh;
  }

  /** What a file is read for, with the views of its own site. */
  claims(path: string): readonly Claim[] {
    const claims = this.#claims.get(path) ?? [];
    const { sites } = this.#rivals;
    if (sites.folders.length === 0) return claims;
    const site = siteOf(path, sites);
    return claims.map((one) => ({ ...one, view: viewName(one.view, siteLabel(site, sites.folders)) }));
  }

  /** The folder that a file's zones are checked within, as people call it; empty where copies are not told apart. */
  site(path: string): string {
    const { sites } = this.#rivals;
    return siteLabel(siteOf(path, sites), sites.folders);
  }

  /** The other files that claim a zone of this one with the same right, the texts of which are others. */
  rivals(path: string): readonly string[] {
    const names = (this.#claims.get(path) ?? []).flatMap((one) => nameOf(one) ?? []);
    const [only] = names;
    if (only === undefined || (names.length === 1 && isOnly(this.#rivals.equals(only), path))) return NONE;
    return [...new Set(names.flatMap((name) => this.#rivals.equals(name)))].filter((other) => other !== path);
  }

  /** Says what a file is read for; files whose standing changes by that are mounted again too. */
  claim(path: string, claims: readonly Claim[]): void {
    const old = this.#claims.get(path) ?? [];
    if (claims.length > 0) this.#claims.set(path, claims);
    else this.#claims.delete(path);
    this.#dirty.add(path);
    const ranks = new Map<string, number>();
    for (const one of claims) {
      const name = nameOf(one);
      if (name !== undefined) ranks.set(name, Math.max(one.rank, ranks.get(name) ?? 0));
    }
    for (const one of old) {
      const name = nameOf(one);
      if (name !== undefined && !ranks.has(name)) this.#note(this.#rivals.set(name, path, undefined));
    }
    for (const [name, rank] of ranks) this.#note(this.#rivals.set(name, path, rank));
  }

  /** The text of a file is another one: it may be a copy of a rival's now, or no longer. */
  textChanged(path: string): void {
    for (const one of this.#claims.get(path) ?? []) {
      const name = nameOf(one);
      if (name !== undefined) this.#note(this.#rivals.textChanged(name));
    }
  }

  /** The file is gone from the store. */
  delete(path: string): void {
    this.claim(path, []);
    this.#mounted.delete(path);
    this.#dirty.delete(path);
  }

  /** A file has come or is gone: as a journal it tells something of the file beside it. */
  pathsChanged(path: string): void {
    const file = fileOfJournal(path);
    if (file !== undefined && this.#claims.has(file)) this.#dirty.add(file);
  }

  /** Mounts what has changed until `isOver`; says whether all is done, and whether anything has changed by it. */
  step(isOver: () => boolean): { readonly isDone: boolean; readonly hasChanged: boolean } {
    let hasChanged = false;
    if (this.#rivals.refresh()) for (const path of this.#claims.keys()) this.#dirty.add(path);
    for (const path of this.#dirty) {
      this.#dirty.delete(path);
      if (this.#mount(path, withJournal(this.#claims.get(path) ?? [], this.#paths, path))) hasChanged = true;
      if (isOver()) break;
    }
    return { isDone: !this.isDirty, hasChanged };
  }

  #note(changed: Iterable<string>): void {
    for (const path of changed) this.#dirty.add(path);
  }

  #mount(path: string, claims: readonly Claim[]): boolean {
    const old = this.#mounted.get(path) ?? NOTHING;
    const wanted = new Map<string, Mount>();
    const answering = claims.filter((one) => one.ownOrigin === undefined && !one.isSuperseded);
    const isOfOne = answering.every((one) => one.origin === answering[0]?.origin);
    for (const one of claims) {
      for (const mount of this.#mountsOf(path, one, isOfOne && answering.includes(one)))
        wanted.set(keyOf(one, mount), mount);
    }
    const kept = old.filter((mounted) => wanted.has(mounted.key));
    if (kept.length === old.length && kept.length === wanted.size) return false;
    for (const mounted of old) if (!kept.includes(mounted)) this.#store.unmount(mounted.instance);
    for (const mounted of kept) wanted.delete(mounted.key);
    for (const [key, mount] of wanted) {
      const instance = this.#store.mount(path, mount);
      if (instance) kept.push({ key, instance });
    }
    if (kept.length > 0) this.#mounted.set(path, kept);
    else this.#mounted.delete(path);
    return true;
  }

  /** Where a claim is mounted: in the file's own site, and as a guest in the others that take the zone from it. */
  #mountsOf(path: string, one: Claim, mayAnswer: boolean): Mount[] {
    const home = siteOf(path, this.#rivals.sites);
    const name = mayAnswer ? nameOf(one) : undefined;
    const isHeld = name !== undefined && this.#rivals.copiesFor(name, home).includes(path);
    const mounts = [this.#mountOf(path, one, { site: home, home, isHeld })];
    if (!isHeld) return mounts;
    for (const site of this.#rivals.sitesOf(one.view))
      if (site !== home && isOnly(this.#rivals.copiesFor(name, site), path))
        mounts.push(this.#mountOf(path, one, { site, home, isHeld: true }));
    return mounts;
  }

  #mountOf(
    path: string,
    { origin, view: own, zoneClass, traits }: Claim,
    { site, home, isHeld }: { readonly site: string; readonly home: string; readonly isHeld: boolean },
  ): Mount {
    const { names } = this.#store;
    const label = siteLabel(site, this.#rivals.sites.folders);
    const apex = origin === undefined ? NO_NAME : nameIn(names, origin);
    const view = viewName(own, label);
    const isGuest = site !== home;
    if (apex !== NO_NAME) return { view, site: label, isGuest, zoneClass, traits, apex, held: isHeld };
    // Relative names need something to stand under: a name that no zone can have.
    const under = names.childText(0, unknownZoneLabel(path));
    return { view, site: label, isGuest, zoneClass, traits, apex, origin: under, held: false };
  }
}

const NOTHING: readonly { readonly key: string; readonly instance: Instance }[] = [];

function isOnly(paths: readonly string[], path: string): boolean {
  return paths.length === 1 && paths[0] === path;
}

const NONE: readonly string[] = [];

/** The name of a view of a site: that of the site, and of the view in it. */
function viewName(view: string, site: string): string {
  return `${site} ${view}`.trim();
}

function nameOf({ view, origin, traits, ownOrigin, isSuperseded }: Claim): string | undefined {
  const isZone = traits.role === 'primary' || traits.role === 'secondary';
  if (origin === undefined || !isZone || ownOrigin !== undefined || isSuperseded) return undefined;
  return `${view}\n${origin}`;
}

function keyOf({ origin, zoneClass, traits }: Claim, { view, held, isGuest }: Mount): string {
  const { role, dynamic, signed, responsePolicy, catalog, declared, dialect = '' } = traits;
  const { maxRecordsPerType = '', maxTypesPerName = '', maxZoneTtl = '', refusesNames = true } = traits;
  const bounds = `${maxRecordsPerType} ${maxTypesPerName} ${maxZoneTtl} ${+refusesNames}`;
  const flags =
    `${+dynamic}${+signed}${+(traits.signedBeside === true)}${+responsePolicy}${+catalog}` +
    `${+declared}${+held}${+(isGuest === true)}`;
  return `${view}\n${origin ?? ''}\n${zoneClass} ${role} ${flags} ${dialect} ${bounds}`;
}

/** The id of an absolute name; -1 where the text is none. */
export function nameIn(names: NameTable, text: string): NameId {
  const parsed = parseName(text);
  if (isNameFault(parsed)) return NO_NAME;
  let name: NameId = 0;
  for (const label of [...parsed.labels].reverse()) if (name !== NO_NAME) name = names.childText(name, label);
  return name;
}
