import type { Store } from '../workspace/store.ts';
import { type IncludeRoles, includeRoles } from './include-roles.ts';

/** What tells of a file whether it stands by itself. */
export interface Standing {
  isOwn(path: string): boolean;
  isFirm(path: string): boolean;
  hasSoa(path: string): boolean;
}

/**
 * Which files are read only where others include them.
 *
 * Invariant: unless `isOld`, the roles are those of the files as they are now; what was claimed before by other roles has
 * been given out by `takeChanged`.
 */
export class Parts {
  readonly #store: Store;
  readonly #standing: Standing;
  #roles: IncludeRoles = NO_ROLES;
  #includeVersion = 0;
  #isOld = false;
  #isOtherStanding = false;

  constructor(store: Store, standing: Standing) {
    this.#store = store;
    this.#standing = standing;
  }

  has(path: string): boolean {
    return this.#roles.parts.has(path);
  }

  /** Files have come, gone or changed. */
  changed(): void {
    this.#isOld = true;
  }

  /** Settings or configurations have changed: other files may count. */
  standingChanged(): void {
    this.#isOtherStanding = true;
  }

  /** Whether the roles may be others by now. Where nothing was ever included all files stand by themselves. */
  get isOld(): boolean {
    const { includeVersion } = this.#store;
    if (this.#isOtherStanding || includeVersion !== this.#includeVersion) return true;
    return this.#isOld && includeVersion > 0;
  }

  /** Works the roles out anew; gives the files whose role is another one, and those that no longer count. */
  takeChanged(): { readonly changed: readonly string[]; readonly lost: Iterable<string> } {
    const before = this.#roles.parts;
    this.#includeVersion = this.#store.includeVersion;
    this.#isOld = false;
    this.#isOtherStanding = false;
    this.#roles = includeRoles({
      paths: this.#store.files.keys(),
      isOwn: (path) => this.#standing.isOwn(path),
      isFirm: (path) => this.#standing.isFirm(path),
      hasSoa: (path) => this.#standing.hasSoa(path),
      includes: (path) => this.#includedBy(path),
    });
    const { parts, lost } = this.#roles;
    const changed = [...parts].filter((path) => !before.has(path));
    for (const path of before) if (!parts.has(path)) changed.push(path);
    return { changed, lost };
  }

  /** What a file includes is the same wherever it is read. */
  *#includedBy(path: string): Iterable<string> {
    const file = this.#store.files.get(path);
    for (const block of file?.instances[0]?.blocks ?? [])
      for (const { site } of block?.children ?? []) {
        const found = file && this.#store.whereIncluded(site.path, file);
        if (found !== undefined && this.#store.files.has(found)) yield found;
      }
  }
}

const NO_ROLES: IncludeRoles = { parts: new Set(), lost: new Set() };
