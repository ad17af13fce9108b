import type { ZoneMap } from '../config/map.ts';
import type { Store } from '../workspace/store.ts';
import type { Claim } from './claim.ts';
import type { Claims } from './claims.ts';
import type { ConfigurationFiles } from './configuration-files.ts';
import type { Includes } from './includes.ts';
import type { Mounts } from './mounts.ts';
import type { OwnClaims } from './own-claims.ts';
import type { Parts } from './parts.ts';
import { productOf, sourceOf } from './signed-twin.ts';

/** What tells which zones files are for, and what is asked and told of files. */
export interface AssociationSources {
  readonly configurations: ConfigurationFiles;
  readonly mounts: Mounts;
  readonly includes: Includes;
  readonly own: OwnClaims;
  readonly claims: Claims;
  readonly parts: Parts;
  /** Held open in an editor. */
  isOpened(path: string): boolean;
  /** Held open, and not on the disk: what is there claims a zone before it. */
  isGone(path: string): boolean;
  /** A file turned out to be no zone, though it was read as one. */
  refuse(path: string): void;
}

/** Which files are to be mounted for their zones anew, and that in slices. */
export class Association {
  readonly #store: Store;
  readonly #sources: AssociationSources;
  readonly #unclaimed = new Set<string>();
  /** Files that came as an $INCLUDE names them: nothing is claimed of them before that is read. */
  readonly #included = new Set<string>();
  #claimedFor: ZoneMap | undefined;
  #hasChanged = false;

  constructor(store: Store, sources: AssociationSources) {
    this.#store = store;
    this.#sources = sources;
  }

  /** What is known of all files counts no more: settings have changed. */
  restart(): void {
    this.#claimedFor = undefined;
  }

  /** What a file claims may have changed. */
  look(path: string): void {
    this.#unclaimed.add(path);
  }

  /** Its text has changed: what one claims that it was made from, or that is made from it, may have changed too. */
  textChanged(path: string): void {
    this.#sources.parts.changed();
    this.#unclaimed.add(path).add(productOf(path));
    const source = sourceOf(path);
    if (source !== undefined) this.#unclaimed.add(source);
  }

  /** The text of a file came that an $INCLUDE named: it is a part of that zone, unless it turns out to be more. */
  includedCame(path: string): void {
    this.textChanged(path);
    this.#unclaimed.delete(path);
    this.#included.add(path);
    // The line may have gone before it came.
    this.#sources.parts.standingChanged();
  }

  /** The file is gone. */
  forget(path: string): void {
    this.#unclaimed.delete(path);
    this.#included.delete(path);
  }

  /** Whether files have got other zones since this was last asked. */
  takeChange(): boolean {
    const hasChanged = this.#hasChanged;
    this.#hasChanged = false;
    return hasChanged;
  }

  /** Mounts files for their zones until `isOver`; true where all that is known by now is done. */
  step(isOver: () => boolean): boolean {
    const { configurations, mounts } = this.#sources;
    if (!configurations.refresh(isOver)) return false;
    this.#noteChanges();
    for (const path of this.#unclaimed) {
      this.#unclaimed.delete(path);
      if (this.#store.files.has(path)) mounts.claim(path, this.#claimsOf(path));
      if (isOver()) return false;
    }
    const { isDone, hasChanged } = mounts.step(isOver);
    if (hasChanged) this.#hasChanged = true;
    return isDone;
  }

  /** True where `step` may have something to do. */
  get isNeeded(): boolean {
    const { configurations, mounts, parts, own } = this.#sources;
    if (this.#unclaimed.size > 0 || mounts.isDirty || parts.isOld || own.isOld) return true;
    if (this.#included.size > 0 && !this.#store.busy) return true;
    return !configurations.isFresh || this.#claimedFor !== configurations.map;
  }

  /** What the claims of files rest on may have changed: those files are looked at again. */
  #noteChanges(): void {
    const { configurations, parts, own, includes, isOpened, refuse } = this.#sources;
    const { map } = configurations;
    if (this.#claimedFor !== map) {
      this.#claimedFor = map;
      for (const path of this.#store.files.keys()) this.#unclaimed.add(path);
      parts.standingChanged();
      includes.lookAgain();
      // An open one is judged by whoever holds it open.
      for (const path of configurations.lost()) if (!isOpened(path)) configurations.lose(path);
    }
    if (parts.isOld && !this.#store.busy) {
      const { changed, lost } = parts.takeChanged();
      for (const path of changed) this.#unclaimed.add(path);
      for (const path of lost) {
        refuse(path);
        includes.wanted.delete(path);
      }
    }
    if (this.#included.size > 0 && !this.#store.busy) {
      for (const path of this.#included) this.#unclaimed.add(path);
      this.#included.clear();
    }
    for (const path of own.takeOld()) this.#unclaimed.add(path);
  }

  #claimsOf(path: string): Claim[] {
    const { claims, isGone } = this.#sources;
    const found = claims.of(path);
    return isGone(path) && !claims.isTold(path) ? found.map((claim) => ({ ...claim, rank: 0 })) : found;
  }
}
