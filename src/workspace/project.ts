import picomatch from 'picomatch';
import { configurationDialect, mayBeConfiguration } from '../config/dialect.ts';
import { type MappedZone, mapZones, type ZoneMap } from '../config/map.ts';
import { originFromFileName } from '../config/origin.ts';
import { folderOf, PathIndex } from '../config/path-index.ts';
import { matchPath } from '../config/paths.ts';
import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { classCode } from '../dns/types.ts';
import { asciiText, type SourceText, sourceOfText } from '../text/source.ts';
import { type Interest, interestIn } from './file-interest.ts';
import type { Instance, SourceFile, ZoneTraits } from './instance.ts';
import { looksLikeZone, type Peek, peek } from './peek.ts';
import type { Mount, Store } from './store.ts';

/** The settings that say which file is which zone. */
export interface ProjectSettings {
  /** In the order of the settings: the first glob that fits a file counts. An origin without final dot is absolute too. */
  readonly zones: readonly { readonly file: string; readonly origin?: string; readonly view?: string }[];
  /** Globs of configuration files beside those that are found by name. */
  readonly configuration: readonly string[];
  /** A folder that relative $INCLUDE paths are taken from, after the server's directory. */
  readonly includeBase: string | undefined;
  readonly detectByContent: boolean;
}

export const DEFAULT_PROJECT_SETTINGS: ProjectSettings = {
  zones: [],
  configuration: [],
  includeBase: undefined,
  detectByContent: true,
};

/** How a file's zone is known (see `Claim`). `none`: it is not, `ambiguous`: octets may stand in either order. */
export type OriginSource = 'setting' | 'configuration' | 'text' | 'file-name' | 'evidence' | 'none' | 'ambiguous';

/** A zone that a file is read for. */
export interface Claim {
  /** Absolute, lower case; undefined where nobody knows it. */
  readonly origin: string | undefined;
  readonly view: string;
  readonly zoneClass: number;
  readonly source: OriginSource;
  readonly traits: ZoneTraits;
  /** What the origin may be, where it is not decided. */
  readonly alternatives: readonly string[];
  /** The declaration in a configuration file. */
  readonly declared: MappedZone | undefined;
}

const DIALECT_HEAD = 8192;

const PLAIN: ZoneTraits = {
  role: 'primary',
  dynamic: false,
  signed: false,
  responsePolicy: false,
  catalog: false,
  declared: false,
};

/**
 * Which files of the workspace are zone files, and for which zones and views: from the settings, the servers'
 * configurations, the texts and the file names, in this order. It reads nothing itself: `wanted` names what it needs,
 * `put` takes it, and `associate` then mounts every file.
 */
export class Project {
  readonly store: Store;
  readonly paths = new PathIndex();
  #settings = DEFAULT_PROJECT_SETTINGS;
  readonly #configurations = new Map<string, string>();
  /** Read, and no configuration in spite of their names. */
  readonly #noConfigurations = new Set<string>();
  readonly #unread = new Set<string>();
  readonly #refused = new Set<string>();
  readonly #opened = new Set<string>();
  readonly #peeks = new Map<string, Peek>();
  readonly #claims = new Map<string, readonly Claim[]>();
  readonly #mounts = new Map<string, { key: string; instance: Instance }[]>();
  readonly #wantedIncludes = new Set<string>();
  readonly #matchers = new Map<string, (path: string) => boolean>();
  #map: ZoneMap | undefined;
  #changed = true;

  constructor(store: Store) {
    this.store = store;
    store.findInclude = (path, from) => this.#findInclude(path, from);
  }

  configure(settings: ProjectSettings): void {
    this.#settings = settings;
    this.#refused.clear();
    this.#invalidate();
  }

  /** A file that is there; its content is put when it is wanted. */
  addPath(path: string): void {
    if (this.paths.has(path)) return;
    this.paths.add(path);
    this.#invalidate();
  }

  removePath(path: string): void {
    this.paths.delete(path);
    this.#configurations.delete(path);
    this.#unread.delete(path);
    this.#noConfigurations.delete(path);
    this.#refused.delete(path);
    this.#peeks.delete(path);
    this.#claims.delete(path);
    this.#mounts.delete(path);
    this.store.removeFile(path);
    this.#invalidate();
  }

  /** A file that an editor holds open as a zone file: it is one, whatever it is named. */
  open(path: string, source: SourceText): void {
    this.#opened.add(path);
    this.paths.add(path);
    this.#putZone(path, source);
  }

  /** The editor has closed the file; its text stays until the file's is put. */
  close(path: string): void {
    this.#opened.delete(path);
  }

  /** The text of an open file has been edited in the store. */
  edited(path: string): void {
    const file = this.store.files.get(path);
    if (!file || this.#hasDeclaration(path)) return;
    const head = sourceOfText(
      file.document.blocks
        .slice(0, 4)
        .map((block) => block.text)
        .join(''),
      file.document.encoding,
    );
    const now = peek(head);
    if (JSON.stringify(now) === JSON.stringify(this.#peeks.get(path))) return;
    this.#peeks.set(path, now);
    this.#changed = true;
  }

  /** Files whose content is needed and not there yet. Configurations come first: they tell which others are. */
  wanted(): string[] {
    const configurations = this.#configurationPaths().filter((path) => this.#isUnknownConfiguration(path));
    if (configurations.length > 0) return configurations;
    const included = this.#includedConfigurations().filter((path) => this.#isUnknownConfiguration(path));
    if (included.length > 0) return included;
    const wanted = new Set<string>(this.#wantedIncludes);
    for (const zone of this.zoneMap.zones) for (const path of zone.files) wanted.add(path);
    for (const path of this.paths.all()) if (this.#interestIn(path) !== 'none') wanted.add(path);
    return [...wanted].filter(
      (path) =>
        !this.store.files.has(path) &&
        !this.#unread.has(path) &&
        !this.#refused.has(path) &&
        !this.#configurations.has(path),
    );
  }

  /** Of the wanted files those that an $INCLUDE names. */
  wantedIncludes(): string[] {
    return [...this.#wantedIncludes].filter((path) => !this.store.files.has(path) && !this.#unread.has(path));
  }

  /** The content of a wanted file; undefined where it can't be read. */
  put(path: string, source: SourceText | undefined): void {
    this.paths.add(path);
    if (!source) {
      this.#unread.add(path);
      return;
    }
    this.#unread.delete(path);
    if (!this.#noConfigurations.has(path) && this.#putAsConfiguration(path, source)) return;
    if (this.#opened.has(path)) return;
    const sure =
      this.#wantedIncludes.has(path) ||
      this.#hasDeclaration(path) ||
      this.#interestIn(path) === 'zone' ||
      this.store.files.has(path);
    if (!sure && !looksLikeZone(source)) {
      this.#refused.add(path);
      return;
    }
    this.#putZone(path, source);
  }

  /** A configuration file's text as an editor holds it. */
  putConfiguration(path: string, text: string): void {
    this.paths.add(path);
    this.#configurations.set(path, text);
    this.#invalidate();
  }

  /** Everything that the configurations say, as of now. */
  get zoneMap(): ZoneMap {
    this.#map ??= mapZones({
      configurations: [...this.#configurations.keys()],
      files: this.paths,
      read: (path) => this.#configurations.get(path),
    });
    return this.#map;
  }

  /** The zones that a file is read for; empty for one that is only included, or no zone file. */
  claims(path: string): readonly Claim[] {
    return this.#claims.get(path) ?? [];
  }

  /** The text of a configuration file that was put; undefined for all other files. */
  configurationText(path: string): string | undefined {
    return this.#configurations.get(path);
  }

  isConfiguration(path: string): boolean {
    return this.#configurations.has(path);
  }

  /**
   * Mounts every file for its zones. Returns whether anything changed: call it again after the store has read what there
   * is, until nothing changes and nothing is wanted, since includes and evidence are only known then.
   */
  associate(): boolean {
    const includes = this.#includedFiles();
    let changed = false;
    for (const path of this.store.files.keys()) {
      const claims = this.#claimsOf(path, includes);
      this.#claims.set(path, claims);
      if (this.#mount(path, claims)) changed = true;
    }
    this.#changed = false;
    return changed;
  }

  /** True where `associate` may have something to do. */
  get needsAssociation(): boolean {
    return this.#changed;
  }

  #isUnknownConfiguration(path: string): boolean {
    return !this.#configurations.has(path) && !this.#unread.has(path) && !this.#noConfigurations.has(path);
  }

  /** Takes a text as a configuration, where it is one by name and content, or where another one includes it. */
  #putAsConfiguration(path: string, source: SourceText): boolean {
    const isKnown = this.#configurations.has(path) || this.#includedConfigurations().includes(path);
    if (!isKnown && !this.#mayConfigure(path)) return false;
    const text = source.text ?? asciiText(source.codes);
    const named = this.#settings.configuration.some((glob) => this.#fits(glob, path));
    if (!isKnown && !named && configurationDialect(path, text.slice(0, DIALECT_HEAD)) === undefined) {
      this.#noConfigurations.add(path);
      return false;
    }
    this.#configurations.set(path, text);
    this.#invalidate();
    return true;
  }

  #includedConfigurations(): string[] {
    if (this.#configurations.size === 0) return [];
    return this.zoneMap.servers.flatMap((server) =>
      server.files.flatMap((file) => file.includes.flatMap((include) => include.paths)),
    );
  }

  #putZone(path: string, source: SourceText): void {
    this.#wantedIncludes.delete(path);
    this.#refused.delete(path);
    this.#peeks.set(path, peek(source));
    this.store.setFile(path, source);
    this.#changed = true;
  }

  #invalidate(): void {
    this.#map = undefined;
    this.#changed = true;
  }

  #configurationPaths(): string[] {
    return [...this.paths.all()].filter((path) => this.#mayConfigure(path));
  }

  #mayConfigure(path: string): boolean {
    const named = this.#settings.configuration;
    return mayBeConfiguration(path) || named.some((glob) => this.#fits(glob, path));
  }

  #interestIn(path: string): Interest {
    if (this.#settings.zones.some((zone) => this.#fits(zone.file, path))) return 'zone';
    const interest = interestIn(path);
    return interest === 'sniff' && !this.#settings.detectByContent ? 'none' : interest;
  }

  /** Whether a glob of the settings fits a path: from any folder on. */
  #fits(glob: string, path: string): boolean {
    let matcher = this.#matchers.get(glob);
    if (!matcher) {
      const isWhole = glob.startsWith('/') || /^[a-z]+:/i.test(glob);
      matcher = picomatch(isWhole ? glob : `**/${glob.replace(/^\.\//, '')}`, { dot: true });
      this.#matchers.set(glob, matcher);
    }
    return matcher(path);
  }

  #hasDeclaration(path: string): boolean {
    return this.#settings.zones.some((zone) => this.#fits(zone.file, path)) || this.#declarations().has(path);
  }

  #byFile: { map: ZoneMap; files: Map<string, MappedZone[]> } | undefined;
  readonly #declaredNames = new Set<string>();
  #rivals: ReadonlySet<string> = new Set();

  #declarations(): Map<string, MappedZone[]> {
    const map = this.zoneMap;
    if (this.#byFile?.map === map) return this.#byFile.files;
    const files = new Map<string, MappedZone[]>();
    for (const zone of map.zones) for (const path of zone.files) files.set(path, [...(files.get(path) ?? []), zone]);
    this.#byFile = { map, files };
    this.#rivals = rivalServers(map.zones);
    this.#declaredNames.clear();
    for (const zone of map.zones) {
      if (zone.files.length > 0) this.#declaredNames.add(`${viewOf(zone, this.#rivals)} ${zone.zone.name}`);
    }
    return files;
  }

  #claimsOf(path: string, included: ReadonlySet<string>): Claim[] {
    const setting = this.#settings.zones.find((zone) => this.#fits(zone.file, path) && zone.origin !== undefined);
    const view = this.#settings.zones.find((zone) => this.#fits(zone.file, path))?.view ?? '';
    if (setting?.origin !== undefined) {
      return [claim({ origin: dotted(setting.origin), view, source: 'setting', traits: { ...PLAIN, declared: true } })];
    }
    const declared = this.#declarations().get(path);
    if (declared) return declared.map((zone) => this.#declaredClaim(zone));
    const head = this.#peeks.get(path);
    if (included.has(path) && !head?.hasSoa) return [];
    if (head?.origin !== undefined) return [claim({ origin: head.origin, view, source: 'text', traits: PLAIN })];
    const named = originFromFileName(path);
    if (named?.certainty === 'certain')
      return [claim({ origin: named.origin, view, source: 'file-name', traits: traitsOfName(path) })];
    if (named) return [this.#judge(named.alternatives ?? [named.origin], head, view)];
    return [claim({ origin: undefined, view, source: 'none', traits: PLAIN })];
  }

  #declaredClaim(declared: MappedZone): Claim {
    const { zone } = declared;
    const traits: ZoneTraits = {
      role: zone.role,
      dynamic: zone.dynamic || declared.hasJournal,
      signed: zone.signed && !zone.inlineSigning,
      responsePolicy: zone.responsePolicy,
      catalog: zone.catalog,
      declared: true,
    };
    const view = viewOf(declared, this.#rivals);
    return {
      ...claim({ origin: zone.name, view, source: 'configuration', traits }),
      zoneClass: classCode(zone.class) ?? 1,
      declared,
    };
  }

  /** Octets in either order: the order in which a PTR's target owns the address is right; else nobody knows. */
  #judge(alternatives: readonly string[], head: Peek | undefined, view: string): Claim {
    const supported = alternatives.filter((origin) =>
      head?.pointers.some((pointer) => this.#isConfirmed(pointer, origin)),
    );
    const [only] = supported;
    if (supported.length === 1 && only !== undefined)
      return claim({ origin: only, view, source: 'evidence', traits: PLAIN });
    return { ...claim({ origin: undefined, view, source: 'ambiguous', traits: PLAIN }), alternatives };
  }

  #isConfirmed(pointer: { owner: string; target: string; origin: string }, origin: string): boolean {
    const address = this.#name(
      pointer.owner.endsWith('.') ? pointer.owner : `${pointer.owner}.${pointer.origin || origin}`,
    );
    const target = this.#name(pointer.target.endsWith('.') ? pointer.target : `${pointer.target}.${origin}`);
    const { records } = this.store;
    for (const { index } of this.store.views.values()) {
      for (let id = index.ownerHead[target] ?? -1; id >= 0; id = records.nextOwner[id] as number)
        if (records.data[id] === address) return true;
    }
    return false;
  }

  #name(text: string): NameId {
    let name: NameId = 0;
    for (const label of text
      .toLowerCase()
      .split('.')
      .filter((part) => part !== '')
      .reverse()) {
      if (name !== NO_NAME) name = this.store.names.childText(name, label);
    }
    return name;
  }

  #mount(path: string, claims: readonly Claim[]): boolean {
    const old = this.#mounts.get(path) ?? [];
    const origins = new Set(claims.map((one) => one.origin));
    const wanted = claims.map((one) => ({ claim: one, mount: this.#mountOf(path, one, origins.size > 1) }));
    const keys = new Map(wanted.map((item) => [JSON.stringify(item.mount), item.mount]));
    const kept = old.filter((mounted) => keys.has(mounted.key));
    if (kept.length === old.length && kept.length === keys.size) return false;
    for (const mounted of old) if (!kept.includes(mounted)) this.store.unmount(mounted.instance);
    for (const [key, mount] of keys) {
      if (kept.some((mounted) => mounted.key === key)) continue;
      const instance = this.store.mount(path, mount);
      if (instance) kept.push({ key, instance });
    }
    this.#mounts.set(path, kept);
    return true;
  }

  #mountOf(path: string, one: Claim, isShared: boolean): Mount {
    const known = one.origin !== undefined;
    const answers = known && !isShared && one.traits.role !== 'hint' && one.traits.role !== 'forward';
    return {
      apex: known ? this.#name(one.origin ?? '') : NO_NAME,
      // Relative names need something to stand under: a name that no zone can have.
      origin: known
        ? this.#name(one.origin ?? '')
        : this.store.names.childText(0, `\u0000${path.slice(-60)}`.replace(/[^\0-\xff]/g, '?')),
      view: one.view,
      zoneClass: one.zoneClass,
      traits: one.traits,
      held: answers && !this.#isOutranked(one),
    };
  }

  /** A zone that a setting or a configuration declares is not also that of another file which only looks like it. */
  #isOutranked(one: Claim): boolean {
    if (one.traits.declared) return false;
    this.#declarations();
    return this.#declaredNames.has(`${one.view} ${one.origin}`);
  }

  #includedFiles(): Set<string> {
    const included = new Set<string>();
    for (const file of this.store.files.values())
      if (file.instances.some((instance) => instance.parent && this.#includes(rootOf(instance), file)))
        included.add(file.path);
    return included;
  }

  /** Of files that include each other one has to be the first: that of a known zone, else the first by its path. */
  #includes(root: SourceFile, file: SourceFile): boolean {
    if (root === file) return false;
    if (!root.instances.some((instance) => instance.parent && rootOf(instance) === file)) return true;
    const rank = ({ path }: SourceFile): number => (this.#isKnownZone(path) ? 0 : 1);
    return rank(root) - rank(file) < 0 || (rank(root) === rank(file) && root.path < file.path);
  }

  #isKnownZone(path: string): boolean {
    return (
      this.#hasDeclaration(path) ||
      this.#peeks.get(path)?.hasSoa === true ||
      originFromFileName(path)?.certainty === 'certain'
    );
  }

  #findInclude(path: string, from: SourceFile): string | undefined {
    const candidate = this.#includeCandidate(path, from);
    if (candidate === undefined || this.store.files.has(candidate)) return candidate;
    if (!this.#unread.has(candidate) && !this.#configurations.has(candidate)) {
      this.#wantedIncludes.add(candidate);
      this.#refused.delete(candidate);
    }
    return candidate;
  }

  /** The server's directory, then the configured base, then beside the includer; an absolute path by its longest end. */
  #includeCandidate(path: string, from: SourceFile): string | undefined {
    const declared = this.#declarations().get(from.path)?.[0];
    if (declared) {
      const directory = this.zoneMap.servers.find((server) => server.server === declared.server)?.directory;
      const [match] = matchPath(path, directory, declared.server, this.paths);
      if (match !== undefined) return match;
    }
    const bases = [this.#settings.includeBase, folderOf(from.path)];
    for (const base of bases) {
      const whole = base === undefined ? undefined : joinPath(base, path);
      if (whole !== undefined && this.paths.has(whole)) return whole;
    }
    return matchPath(path, undefined, from.path, this.paths)[0];
  }
}

/** The file that an instance is read for: its own, or that of the outermost includer. */
function rootOf(instance: Instance): SourceFile {
  let root = instance;
  while (root.parent) root = root.parent.instance;
  return root.file;
}

/** Servers that have a zone from another file than a server before them: what they answer is a view of its own. */
function rivalServers(zones: readonly MappedZone[]): Set<string> {
  const first = new Map<string, MappedZone>();
  const rivals = new Set<string>();
  for (const mapped of zones) {
    const [file] = mapped.files;
    if (file === undefined) continue;
    const key = `${ownView(mapped)} ${mapped.zone.name}`;
    const known = first.get(key);
    if (!known) first.set(key, mapped);
    else if (known.server !== mapped.server && known.files[0] !== file) rivals.add(mapped.server);
  }
  return rivals;
}

function ownView({ zone }: MappedZone): string {
  return zone.view ?? (zone.listener === undefined || /^(dns )?53$/.test(zone.listener) ? '' : zone.listener);
}

function viewOf(mapped: MappedZone, rivals: ReadonlySet<string>): string {
  return rivals.has(mapped.server) ? `${folderOf(mapped.server)} ${ownView(mapped)}`.trim() : ownView(mapped);
}

function claim(known: { origin: string | undefined; view: string; source: OriginSource; traits: ZoneTraits }): Claim {
  return { ...known, zoneClass: 1, alternatives: [], declared: undefined };
}

function traitsOfName(path: string): ZoneTraits {
  return /(^|\/)(db\.root|named\.(root|ca)|root\.hints?)$/i.test(path) ? { ...PLAIN, role: 'hint' } : PLAIN;
}

function dotted(origin: string): string {
  const lower = origin.toLowerCase();
  return lower.endsWith('.') ? lower : `${lower}.`;
}

function joinPath(base: string, path: string): string | undefined {
  if (path.startsWith('/')) return undefined;
  const parts = base.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
