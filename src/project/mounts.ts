import type { PathIndex } from '../config/path-index.ts';
import { isNameFault, parseName } from '../dns/name.ts';
import { type NameId, type NameTable, NO_NAME } from '../dns/name-table.ts';
import { unknownZoneLabel } from '../dns/shown-name.ts';
import type { Instance } from '../workspace/instance.ts';
import type { Mount, Store } from '../workspace/store.ts';
import { type Claim, fileOfJournal, withJournal } from './claim.ts';

/**
 * The zones that files are read for, and their instances in the store.
 *
 * Invariant: once nothing is dirty, each file is mounted once for each of its claims, and a zone is held exactly where
 * no other file claims it with a higher rank. `#rivals` has each claim of a known origin, by view and origin.
 */
export class Mounts {
  readonly #store: Store;
  readonly #paths: PathIndex;
  readonly #claims = new Map<string, readonly Claim[]>();
  readonly #mounted = new Map<string, { readonly key: string; readonly instance: Instance }[]>();
  readonly #rivals = new Map<string, Map<string, number>>();
  readonly #dirty = new Set<string>();

  constructor(store: Store, paths: PathIndex) {
    this.#store = store;
    this.#paths = paths;
  }

  get isDirty(): boolean {
    return this.#dirty.size > 0;
  }

  claims(path: string): readonly Claim[] {
    return this.#claims.get(path) ?? [];
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
      if (name !== undefined && !ranks.has(name)) this.#setRank(name, path, undefined);
    }
    for (const [name, rank] of ranks) this.#setRank(name, path, rank);
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
    for (const path of this.#dirty) {
      this.#dirty.delete(path);
      if (this.#mount(path, withJournal(this.claims(path), this.#paths, path))) hasChanged = true;
      if (isOver()) break;
    }
    return { isDone: this.#dirty.size === 0, hasChanged };
  }

  #setRank(name: string, path: string, rank: number | undefined): void {
    const rivals = this.#rivals.get(name) ?? new Map<string, number>();
    const before = highest(rivals);
    if (rank === undefined) rivals.delete(path);
    else rivals.set(path, rank);
    if (rivals.size === 0) this.#rivals.delete(name);
    else this.#rivals.set(name, rivals);
    if (highest(rivals) !== before) for (const rival of rivals.keys()) this.#dirty.add(rival);
  }

  #mount(path: string, claims: readonly Claim[]): boolean {
    const old = this.#mounted.get(path) ?? NOTHING;
    const origins = new Set(claims.map((one) => one.origin));
    const wanted = new Map<string, { one: Claim; isHeld: boolean }>();
    for (const one of claims) {
      const isHeld = origins.size === 1 && this.#isHeld(one);
      wanted.set(keyOf(one, isHeld), { one, isHeld });
    }
    const kept = old.filter((mounted) => wanted.has(mounted.key));
    if (kept.length === old.length && kept.length === wanted.size) return false;
    for (const mounted of old) if (!kept.includes(mounted)) this.#store.unmount(mounted.instance);
    const known = new Set(kept.map((mounted) => mounted.key));
    for (const [key, { one, isHeld }] of wanted) {
      if (known.has(key)) continue;
      const instance = this.#store.mount(path, mountOf(this.#store.names, path, { one, isHeld }));
      if (instance) kept.push({ key, instance });
    }
    if (kept.length > 0) this.#mounted.set(path, kept);
    else this.#mounted.delete(path);
    return true;
  }

  #isHeld(one: Claim): boolean {
    const name = nameOf(one);
    if (name === undefined || one.traits.role === 'hint' || one.traits.role === 'forward') return false;
    return one.rank === highest(this.#rivals.get(name));
  }
}

const NOTHING: readonly { readonly key: string; readonly instance: Instance }[] = [];

function highest(ranks: ReadonlyMap<string, number> | undefined): number {
  let most = -1;
  for (const rank of ranks?.values() ?? []) if (rank > most) most = rank;
  return most;
}

function nameOf({ view, origin, traits }: Claim): string | undefined {
  const isZone = traits.role === 'primary' || traits.role === 'secondary' || traits.role === 'other';
  return origin === undefined || !isZone ? undefined : `${view}\n${origin}`;
}

function keyOf({ origin, view, zoneClass, traits }: Claim, isHeld: boolean): string {
  const { role, dynamic, signed, responsePolicy, catalog, declared, dialect = '' } = traits;
  const flags = [dynamic, signed, responsePolicy, catalog, declared, isHeld].map(Number).join('');
  return `${view}\n${origin ?? ''}\n${zoneClass} ${role} ${flags} ${dialect}`;
}

function mountOf(names: NameTable, path: string, { one, isHeld }: { one: Claim; isHeld: boolean }): Mount {
  const { origin, view, zoneClass, traits } = one;
  const apex = origin === undefined ? NO_NAME : nameIn(names, origin);
  if (apex === NO_NAME) {
    // Relative names need something to stand under: a name that no zone can have.
    return { apex: NO_NAME, origin: names.childText(0, unknownZoneLabel(path)), view, zoneClass, traits, held: false };
  }
  return { apex, view, zoneClass, traits, held: isHeld };
}

/** The id of an absolute name; -1 where the text is none. */
export function nameIn(names: NameTable, text: string): NameId {
  const parsed = parseName(text);
  if (isNameFault(parsed)) return NO_NAME;
  let name: NameId = 0;
  for (const label of [...parsed.labels].reverse()) if (name !== NO_NAME) name = names.childText(name, label);
  return name;
}
