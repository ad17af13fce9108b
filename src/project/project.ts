import { PathIndex } from '../config/path-index.ts';
import { phrase } from '../language/phrase.ts';
import { finished } from '../text/finished.ts';
import { asciiText, isRawZone, type SourceText, sourceOfBytes } from '../text/source.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import { Association } from './association.ts';
import { BesideFiles } from './beside-files.ts';
import type { Claim } from './claim.ts';
import { Claims } from './claims.ts';
import {
  ConfigurationFiles,
  DIALECT_HEAD,
  type KnownConfigurations,
  LARGEST_CONFIGURATION,
} from './configuration-files.ts';
import type { Considered } from './considered.ts';
import { Heads } from './heads.ts';
import { Includes } from './includes.ts';
import { Interests } from './interests.ts';
import { Judging } from './judging.ts';
import { Mounts } from './mounts.ts';
import { OwnClaims } from './own-claims.ts';
import { Parts } from './parts.ts';
import type { ProjectSettings } from './project-settings.ts';
import { sourceOf } from './signed-twin.ts';

/** From this size on, in bytes, room for the records is made beforehand. */
const LARGE_FILE = 1_000_000;

/**
 * Which files of the workspace are zone files, and for which zones and views: from the settings, the servers'
 * configurations, the texts and the file names, in this order. It reads nothing itself: `wanted` names what it needs,
 * `put` takes it, and `step` or `associate` then mounts every file.
 *
 * Invariant: nothing is wanted but what `addPath` or `addOutside` has named.
 */
export class Project {
  readonly store: Store;
  readonly paths = new PathIndex();
  readonly #configurations = new ConfigurationFiles(this.paths);
  /** The servers' configurations, and what they say. */
  readonly configurations: KnownConfigurations = this.#configurations;
  readonly #mounts: Mounts;
  readonly #includes: Includes;
  readonly #heads = new Heads();
  readonly #beside: BesideFiles;
  readonly #interests = new Interests(this.paths);
  readonly #unread = new Set<string>();
  /** Of these, what there was no room for. */
  readonly #leftOut = new Set<string>();
  /** Read, and no zone. */
  readonly #refused = new Set<string>();
  readonly #opened = new Set<string>();
  /** Held open, and gone from the disk or not there yet: what is there claims a zone before them. */
  readonly #gone = new Set<string>();
  /** Changed on disk since they were put. */
  readonly #stale = new Set<string>();
  readonly #judging = new Judging(this.paths, this.#interests);
  readonly #own: OwnClaims;
  readonly #parts: Parts;
  readonly #claims: Claims;
  readonly #association: Association;

  constructor(store: Store) {
    this.store = store;
    this.#beside = new BesideFiles(store.beside);
    this.#mounts = new Mounts(store, this.paths);
    this.#includes = new Includes(store, this.paths, this.#configurations);
    this.#own = new OwnClaims(store, this.#heads, (path) => this.#parts.has(path));
    this.#claims = new Claims(this.#configurations, this.#own);
    this.#parts = new Parts(store, {
      isOwn: (path) => this.#isOwn(path),
      isFirm: (path) => this.#claims.isTold(path) || this.#own.isFirm(path),
      hasSoa: (path) => this.#own.isWholeZone(path),
    });
    this.#association = new Association(store, {
      configurations: this.#configurations,
      mounts: this.#mounts,
      includes: this.#includes,
      own: this.#own,
      claims: this.#claims,
      parts: this.#parts,
      isOpened: (path) => this.#opened.has(path),
      isGone: (path) => this.#gone.has(path),
      refuse: (path) => {
        // What has changed on disk meanwhile is looked at again.
        const isStale = this.#stale.has(path);
        this.#removeZone(path);
        if (!isStale) this.#refused.add(path);
      },
    });
    store.whereIncluded = (path, from) => this.#includes.meaning(path, from);
    store.findInclude = (path, from) => {
      const found = this.#includes.find(path, from);
      if (found !== undefined && !store.files.has(found)) this.#refused.delete(found);
      return found;
    };
  }

  configure(settings: ProjectSettings): void {
    finished(this.judging(settings))();
  }

  /**
   * Judges the names of all files by settings, of a million in slices, and gives what has them count from then on: until
   * that is called, all is as it was.
   */
  *judging(settings: ProjectSettings): Generator<void, () => void> {
    const judged = yield* this.#judging.judge(settings);
    return () => {
      const { mappings, named, candidates, kinds } = judged();
      this.#claims.mappings = mappings;
      this.#configurations.configure(named, candidates);
      this.#includes.configure(settings.includeBase);
      this.#refused.clear();
      this.#interests.configure(kinds, settings.detectByContent);
      this.#association.restart();
    };
  }

  /** A file that is there; its content is put when it is wanted. */
  addPath(path: string): void {
    if (this.#gone.delete(path)) this.#association.look(path);
    this.#know(path);
  }

  #know(path: string): void {
    if (this.paths.has(path)) return;
    this.paths.add(path);
    this.#judging.nameChanged(path);
    this.#interests.look(path, this.#claims.mappings);
    const source = sourceOf(path);
    if (source !== undefined && this.paths.has(source)) {
      this.#judging.nameChanged(source);
      this.#interests.look(source, this.#claims.mappings);
    }
    if (this.#interests.outside.has(path)) this.#configurations.addOutside(path);
    else {
      this.#beside.add(path);
      this.#configurations.addPath(path);
    }
    this.#includes.pathsChanged(path);
    this.#mounts.pathsChanged(path);
  }

  /** A file outside of the workspace's folders: it is read where a configuration, a setting or an $INCLUDE names it. */
  addOutside(path: string): void {
    if (this.paths.has(path)) return;
    this.#interests.outside.add(path);
    this.addPath(path);
  }

  isOutside(path: string): boolean {
    return this.#interests.outside.has(path);
  }

  removePath(path: string): void {
    this.paths.delete(path);
    this.#judging.nameChanged(path);
    for (const paths of [this.#unread, this.#leftOut, this.#refused, this.#opened, this.#gone]) paths.delete(path);
    this.#interests.forget(path);
    this.#beside.remove(path);
    this.#configurations.delete(path);
    this.#removeZone(path);
    this.#includes.pathsChanged(path);
    this.#mounts.pathsChanged(path);
  }

  /** A file has been made or changed outside of the editor. What an editor holds open counts as it is there. */
  fileChanged(path: string): void {
    this.addPath(path);
    if (this.#beside.has(path)) this.#beside.add(path);
    if (this.#opened.has(path)) return;
    this.#unread.delete(path);
    this.#leftOut.delete(path);
    this.#refused.delete(path);
    this.#configurations.forget(path);
    if (this.store.files.has(path) || this.#configurations.has(path)) this.#stale.add(path);
  }

  /** Files, or folders with all their files, are gone. What an editor holds open stays. */
  filesRemoved(gone: ReadonlySet<string>): void {
    for (const path of this.paths.atOrBelow(gone)) {
      if (!this.#opened.has(path)) this.removePath(path);
      else if (this.store.files.has(path)) {
        this.#gone.add(path);
        this.#association.look(path);
      }
    }
  }

  /** A file that an editor holds open as a zone file: it is one, whatever it is named. */
  open(path: string, source: SourceText): void {
    this.#opened.add(path);
    this.#stale.delete(path);
    if (!this.paths.has(path)) this.#gone.add(path);
    this.#know(path);
    if (this.#configurations.has(path)) this.#configurations.refuse(path);
    this.#putZone(path, source);
  }

  /** The text of a file that an editor holds open as a server's configuration, as it is now. */
  putConfiguration(path: string, text: string): void {
    this.#opened.add(path);
    this.#stale.delete(path);
    this.#know(path);
    if (this.store.files.has(path)) this.#removeZone(path);
    this.#configurations.put(path, text);
  }

  /** The text of a configuration that a person names: it is one, whatever its name is. */
  giveConfiguration(path: string, text: string): void {
    this.#configurations.give(path);
    this.putConfiguration(path, text);
  }

  /** The editor has closed the file: what is on disk is wanted. */
  close(path: string): void {
    if (!this.#opened.delete(path)) return;
    this.#gone.delete(path);
    this.#stale.add(path);
  }

  /** The text of an open file has been edited in the store. */
  edited(path: string): void {
    const file = this.store.files.get(path);
    this.#mounts.textChanged(path);
    if (!file || !this.#heads.hasChanged(file)) return;
    this.#own.forget(path);
    this.#association.textChanged(path);
  }

  /** Files whose content is needed and not there yet. Configurations come first: they tell which others are. */
  wanted(): string[] {
    const configurations = this.#configurations
      .wanted((path) => this.#unread.has(path) || this.#opened.has(path))
      .concat([...this.#stale].filter((path) => this.#configurations.has(path) && !this.#opened.has(path)));
    if (configurations.length > 0) return configurations;
    const declared = this.#configurations.declaredFiles();
    const wanted = new Set([...this.#includes.wanted, ...declared, ...this.#interests.paths, ...this.#stale]);
    return [...this.#beside.wanted, ...[...wanted].filter((path) => !this.#beside.has(path) && this.#isWanted(path))];
  }

  /** Of the wanted files those that an $INCLUDE names. */
  wantedIncludes(): string[] {
    return [...this.#includes.wanted].filter((path) => this.#isWanted(path));
  }

  /** The names, without folders, of files that an $INCLUDE names and that no known path fits. */
  get missingIncludes(): ReadonlySet<string> {
    return this.#includes.missing;
  }

  /** The content of a wanted file; undefined where it can't be read, as where it is no text. Gives why it is not taken, where it is too large. */
  put(path: string, source: SourceText | undefined): string | undefined {
    if (this.#opened.has(path)) return undefined;
    this.#stale.delete(path);
    this.#know(path);
    if (this.#beside.has(path) && !this.isZone(path)) {
      this.#beside.put(path, source);
      return undefined;
    }
    if (!source || isRawZone(source.codes)) {
      this.#unread.add(path);
      this.#configurations.refuse(path);
      this.#removeZone(path);
      return undefined;
    }
    this.#unread.delete(path);
    const kind = this.#kindOf(path, source);
    if (kind === 'configuration' && source.codes.length > LARGEST_CONFIGURATION) {
      this.put(path, undefined);
      return phrase`it has ${source.codes.length} bytes, more than the ${LARGEST_CONFIGURATION} of a configuration`;
    }
    if (kind === 'other') this.passOver(path);
    else if (kind === 'zone') {
      if (this.#configurations.mayTake(path)) this.#configurations.refuse(path);
      this.#putZone(path, source);
    } else {
      this.#removeZone(path);
      this.#configurations.put(path, source.text ?? asciiText(source.codes));
    }
    return undefined;
  }

  /** A wanted file for which there is no room: it is there, and nobody knows what it holds. */
  leaveOut(path: string): void {
    this.put(path, undefined);
    this.#leftOut.add(path);
  }

  /** Whether an $INCLUDE names a file for which there was no room. */
  isIncludeLeftOut(path: string, from: SourceFile): boolean {
    const found = this.#leftOut.size === 0 ? undefined : this.#includes.meaning(path, from);
    return found !== undefined && this.#leftOut.has(found) && !this.store.files.has(found);
  }

  /** Whether a wanted file is to be read whole: the first bytes that it holds tell whether it is what its name may say. */
  isWantedWhole(path: string, head: Uint8Array): boolean {
    if (this.#beside.has(path) && !this.isZone(path)) return this.#beside.isWantedWhole(path, head);
    return this.isZone(path) || this.#kindOf(path, sourceOfBytes(head)) !== 'other';
  }

  /** A wanted file is neither a zone file nor a configuration, unless something has named it meanwhile. */
  passOver(path: string): void {
    if (this.#beside.has(path)) this.#beside.put(path, undefined);
    if (this.#opened.has(path) || this.isZone(path)) return;
    this.#unread.delete(path);
    if (this.#configurations.mayTake(path)) this.#configurations.refuse(path);
    this.#refused.add(path);
    this.#removeZone(path);
  }

  /** The zones that a file is read for; empty for one that is only included, or no zone file. */
  claims(path: string): readonly Claim[] {
    return this.#mounts.claims(path);
  }

  /** What was looked at to tell which zone a file is, and what it said. */
  considered(path: string): Considered {
    return this.#claims.considered(path, this.claims(path));
  }

  /** Whether no configuration loads a zone file, though the configurations tell which are loaded. */
  isLeftOut(path: string): boolean {
    return this.#claims.isLeftOut(path);
  }

  /** The other files that claim a zone of a file with the same right, and hold other texts; the first one's path first. */
  rivals(path: string): readonly string[] {
    return this.#mounts.rivals(path);
  }

  /** The folder within which a file is checked, where copies of zones lie in several; else empty. */
  site(path: string): string {
    return this.#mounts.site(path);
  }

  /**
   * Mounts every file for its zones. Returns whether anything changed: call it again after the store has read what there
   * is, until nothing changes and nothing is wanted, since includes and evidence are only known then.
   */
  associate(): boolean {
    this.step(() => false);
    return this.takeChange();
  }

  /** Whether files have got other zones since this was last asked. */
  takeChange(): boolean {
    return this.#association.takeChange();
  }

  /** The same in slices, until `isOver`; true where all that is known by now is done. */
  step(isOver: () => boolean): boolean {
    return this.#association.step(isOver);
  }

  /** True where `step` or `associate` may have something to do. */
  get needsAssociation(): boolean {
    return this.#association.isNeeded;
  }

  #isWanted(path: string): boolean {
    if (this.#opened.has(path) || this.#unread.has(path)) return false;
    if (this.#stale.has(path)) return this.paths.has(path);
    if (this.store.files.has(path) || this.#configurations.has(path)) return false;
    return !this.#refused.has(path) || this.isZone(path);
  }

  /** Whether a file is a zone file whatever it holds. */
  isZone(path: string): boolean {
    return (
      this.#interests.of(path) === 'zone' ||
      this.#includes.wanted.has(path) ||
      this.#includes.isIncluded(path) ||
      this.#configurations.declarations(path).length > 0
    );
  }

  /** What a file is by its name and its content, of which the beginning tells. */
  #kindOf(path: string, source: SourceText): 'configuration' | 'zone' | 'other' {
    if (this.#configurations.mayTake(path)) {
      const head = source.text ?? asciiText(source.codes.subarray(0, DIALECT_HEAD));
      if (this.#configurations.isConfiguration(path, head)) return 'configuration';
    }
    return this.isZone(path) || (this.#interests.of(path) !== undefined && this.#heads.looksLikeZone(source))
      ? 'zone'
      : 'other';
  }

  #putZone(path: string, source: SourceText): void {
    this.#refused.delete(path);
    this.#own.forget(path);
    if (source.codes.length > LARGE_FILE && !this.store.files.has(path)) this.store.expect([source]);
    this.store.setFile(path, source);
    const isAwaited = this.#includes.wanted.has(path) && !this.#opened.has(path) && !this.#claims.isTold(path);
    this.#includes.arrived(path);
    if (isAwaited) this.#association.includedCame(path);
    else this.#association.textChanged(path);
  }

  #removeZone(path: string): void {
    this.#stale.delete(path);
    if (!this.store.files.has(path)) return;
    this.#own.forget(path);
    this.#association.textChanged(path);
    this.#association.forget(path);
    this.#heads.forget(path);
    this.#mounts.delete(path);
    this.store.removeFile(path);
  }

  /** Whether a file counts though nothing includes it. */
  #isOwn(path: string): boolean {
    const file = this.store.files.get(path);
    if (!file || this.#opened.has(path) || this.#claims.isTold(path)) return true;
    const interest = this.#interests.of(path);
    return interest === 'zone' || (interest === 'sniff' && this.#heads.isLikeZone(file));
  }
}
