import type { Configuration } from '../config/configuration.ts';
import { configurationDialect, mayBeConfiguration } from '../config/dialect.ts';
import { mappingSteps, type ZoneMap } from '../config/map.ts';
import type { MappedZone } from '../config/mapped-zone.ts';
import { isOfDistribution } from '../config/origin.ts';
import type { PathIndex } from '../config/path-index.ts';
import type { Fits } from '../text/glob.ts';
import { rivalServers, viewOf } from './claim.ts';

/** So many characters at its beginning tell whose configuration a file is. */
export const DIALECT_HEAD = 8192;

/** Bytes of the largest configuration that is read. */
export const LARGEST_CONFIGURATION = 2 ** 26;

/** What is asked of configurations; what is put there passes through the project. */
export type KnownConfigurations = Pick<ConfigurationFiles, 'has' | 'text' | 'paths' | 'map' | 'isConfiguration'>;

/**
 * The configuration files of the workspace and what they say.
 *
 * Invariant: `#candidates` are the known paths whose names a configuration may have; each of them is in `#texts`, in
 * `#refused` (read, and none in spite of its name), or wanted.
 */
export class ConfigurationFiles {
  readonly #paths: PathIndex;
  readonly #texts = new Map<string, string>();
  #candidates = new Set<string>();
  readonly #refused = new Set<string>();
  /** Those that a person named: configurations whatever their names are. */
  readonly #given = new Set<string>();
  /** Files that configurations include, by the last map. */
  #included: ReadonlySet<string> = new Set();
  /** What was read of them, kept while the text is the same: files come and go more often than texts change. */
  readonly #known = new Map<string, { readonly text: string; readonly configuration: Configuration }>();
  #named: readonly Fits[] = [];
  #map: ZoneMap | undefined;
  #mapping: Generator<void, ZoneMap> | undefined;
  #declared: Declarations | undefined;

  constructor(paths: PathIndex) {
    this.#paths = paths;
  }

  /** Patterns of configuration files beside those that are found by name, and the files that may be some with them. */
  configure(named: readonly Fits[], candidates: Set<string>): void {
    this.#named = named;
    this.#refused.clear();
    this.#candidates = candidates;
    this.invalidate();
  }

  addPath(path: string): void {
    if (mayBeConfiguration(path)) this.#candidates.add(path);
    this.addOutside(path);
  }

  /** A file outside of the workspace, which is none by its name alone. */
  addOutside(path: string): void {
    if (this.#isNamed(path)) this.#candidates.add(path);
    if (this.#texts.size > 0) this.invalidate();
  }

  /** A person names the file as a configuration. */
  give(path: string): void {
    this.#given.add(path);
  }

  delete(path: string): void {
    this.#candidates.delete(path);
    this.#refused.delete(path);
    this.#texts.delete(path);
    for (const key of this.#known.keys()) if (key.startsWith(`${path}\n`)) this.#known.delete(key);
    this.invalidate();
  }

  /** A file has changed: what was found of it is no longer known. */
  forget(path: string): void {
    this.#refused.delete(path);
  }

  has(path: string): boolean {
    return this.#texts.has(path);
  }

  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  get paths(): Iterable<string> {
    return this.#texts.keys();
  }

  /** Whether a text is a configuration: by its name and content, or because the settings or another one name it. */
  isConfiguration(path: string, text: string): boolean {
    return this.#included.has(path) || this.#isOwn(path, text);
  }

  /** Whether a file is a configuration though no other one includes it. */
  #isOwn(path: string, text: string): boolean {
    if (this.#given.has(path) || this.#isNamed(path)) return true;
    return mayBeConfiguration(path) && configurationDialect(path, text.slice(0, DIALECT_HEAD)) !== undefined;
  }

  /** Configurations only because others included them, which none does any more. */
  lost(): string[] {
    return [...this.#texts].filter(([path, text]) => !this.isConfiguration(path, text)).map(([path]) => path);
  }

  /** What was read of a file counts no more; it may be wanted again for what it is then. */
  lose(path: string): void {
    if (this.#texts.delete(path)) this.invalidate();
  }

  /** Whether a file's content is to be looked at for a configuration. */
  mayTake(path: string): boolean {
    return this.#included.has(path) || (!this.#refused.has(path) && this.#candidates.has(path));
  }

  put(path: string, text: string): void {
    if (this.#texts.get(path) === text) return;
    this.#texts.set(path, text);
    this.invalidate();
  }

  /** The file is none in spite of its name. */
  refuse(path: string): void {
    this.#refused.add(path);
    if (!this.#texts.delete(path)) return;
    this.invalidate();
  }

  /** Configurations that have not been read: those with such names first, then those that others include. */
  wanted(isUnread: (path: string) => boolean): string[] {
    const isWanted = (path: string) => !this.#texts.has(path) && !this.#refused.has(path) && !isUnread(path);
    const named = [...this.#candidates].filter(isWanted);
    if (named.length > 0 || this.#texts.size === 0) return named;
    this.refresh(() => false);
    return [...this.#included].filter((path) => !this.#texts.has(path) && !isUnread(path));
  }

  /** What is included is a configuration, whatever it holds. */
  #noteIncluded({ servers }: ZoneMap): void {
    const included = new Set<string>();
    for (const { files } of servers)
      for (const { includes } of files) for (const { paths } of includes) for (const path of paths) included.add(path);
    this.#included = included;
  }

  /** Everything that the configurations say, as of now. */
  get map(): ZoneMap {
    this.refresh(() => false);
    return this.#map ?? NO_MAP;
  }

  /** Works out what the configurations say until `isOver`; true where that is done. */
  refresh(isOver: () => boolean): boolean {
    if (this.#map) return true;
    this.#mapping ??= mappingSteps({
      configurations: [...this.#texts].filter(([path, text]) => this.#isOwn(path, text)).map(([path]) => path),
      files: this.#paths,
      read: (path) => this.#texts.get(path),
      known: this.#known,
    });
    for (;;) {
      const step = this.#mapping.next();
      if (step.done) {
        this.#map = step.value;
        this.#mapping = undefined;
        this.#noteIncluded(step.value);
        return true;
      }
      if (isOver()) return false;
    }
  }

  get isFresh(): boolean {
    return this.#map !== undefined;
  }

  /** The zones that configurations give a file. */
  declarations(path: string): readonly MappedZone[] {
    return this.#declarations().byFile.get(path) ?? [];
  }

  /** All files that configurations name as zones. */
  declaredFiles(): Iterable<string> {
    return this.#declarations().byFile.keys();
  }

  /**
   * Whether the configurations tell which files are loaded: they name zone files that are here, beside those that every
   * distribution brings, and nothing that they include is missing.
   */
  get tellsLoaded(): boolean {
    return this.#declarations().tellsLoaded;
  }

  /** Whether a configuration loads a zone from a file that is here. */
  isDeclared(origin: string): boolean {
    return this.#declarations().origins.has(origin);
  }

  viewOf(mapped: MappedZone): string {
    return viewOf(mapped, this.#declarations().rivals);
  }

  /** Something that the map rests on has changed. */
  invalidate(): void {
    this.#map = undefined;
    this.#mapping = undefined;
  }

  #isNamed(path: string): boolean {
    return this.#named.some((fits) => fits(path));
  }

  #declarations(): Declarations {
    const { map } = this;
    if (this.#declared?.map === map) return this.#declared;
    const byFile = new Map<string, MappedZone[]>();
    for (const zone of map.zones) {
      for (const path of zone.files) {
        const zones = byFile.get(path);
        if (zones) zones.push(zone);
        else byFile.set(path, [zone]);
      }
    }
    const origins = new Set([...byFile.values()].flatMap((zones) => zones.map(({ zone }) => zone.name)));
    const namesFiles = [...byFile.keys()].some((path) => !isOfDistribution(path));
    this.#declared = { map, byFile, rivals: rivalServers(map.zones), origins, tellsLoaded: namesFiles && isWhole(map) };
    return this.#declared;
  }
}

interface Declarations {
  readonly map: ZoneMap;
  readonly byFile: ReadonlyMap<string, readonly MappedZone[]>;
  readonly rivals: ReadonlyMap<string, string>;
  /** The zones that have files. */
  readonly origins: ReadonlySet<string>;
  readonly tellsLoaded: boolean;
}

/** Whether all configuration files that others include are here; keys are none. */
function isWhole({ servers }: ZoneMap): boolean {
  return servers.every(({ files }) =>
    files.every(({ includes }) =>
      includes.every(({ include, paths }) => paths.length > 0 || /key[^/]*$/i.test(include.pattern)),
    ),
  );
}

const NO_MAP: ZoneMap = { zones: [], problems: [], servers: [] };
