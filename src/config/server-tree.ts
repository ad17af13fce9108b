import { phrase } from '../language/phrase.ts';
import type { Configuration, Dialect, Include, ReadingContext, Span } from './configuration.ts';
import { dialectOfConfiguration, readingSteps } from './dialect.ts';
import { folderOf, lastSegment, type PathIndex } from './path-index.ts';
import { findPattern } from './paths.ts';

/** One configuration file as read in one place: a file that two views include is there twice. */
export interface ConfigurationFile {
  readonly path: string;
  readonly configuration: Configuration;
  readonly context: ReadingContext;
  /** The files of the workspace that each include means. */
  readonly includes: readonly { readonly include: Include; readonly paths: readonly string[] }[];
}

/** All configuration files of one server, the first one foremost, included ones behind the file that includes them. */
export interface ServerTree {
  /** The path of its first file: what tells servers apart. */
  readonly server: string;
  readonly dialect: Dialect;
  readonly files: readonly ConfigurationFile[];
  readonly loops: readonly IncludeLoop[];
  /** The server's directory for relative paths, as its configuration has it. */
  readonly directory: string | undefined;
}

/** An include that leads back to a file that is being read, or again to one that was. */
export interface IncludeLoop {
  readonly path: string;
  readonly range: Span;
  readonly message: string;
}

/** What reading needs: the files there are, and their texts; undefined for one that can't be read. */
export interface ConfigurationSource {
  readonly files: PathIndex;
  read(path: string): string | undefined;
  /** What was read before of texts that are the same; they are put here once read. */
  readonly known?: Map<string, { readonly text: string; readonly configuration: Configuration }>;
}

/**
 * Reads configuration files with all that they include and puts those of one server together. Files that another one
 * includes are no servers of their own; parts of a configuration whose main file is not there are one server a folder.
 */
export function* readServers(
  paths: readonly string[],
  source: ConfigurationSource,
): Generator<void, readonly ServerTree[]> {
  const trees = new Map<string, ServerTree>();
  const included = new Set<string>();
  for (const path of paths.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if (included.has(path)) continue;
    const tree = yield* readTree(path, source);
    if (tree === undefined) continue;
    for (const file of tree.files.slice(1)) {
      included.add(file.path);
      trees.delete(file.path);
    }
    trees.set(path, tree);
  }
  return joinParts([...trees.values()]);
}

const HEAD_LENGTH = 8192;
const MAX_FILES = 20_000;
const MAX_DEPTH = 32;

interface Reading {
  readonly source: ConfigurationSource;
  readonly root: string;
  readonly dialect: Dialect;
  readonly files: ConfigurationFile[];
  readonly loops: IncludeLoop[];
  readonly seen: Set<string>;
  directory: string | undefined;
}

function* readTree(path: string, source: ConfigurationSource): Generator<void, ServerTree | undefined> {
  const text = source.read(path);
  if (text === undefined) return undefined;
  const dialect = dialectOfConfiguration(path, text.slice(0, HEAD_LENGTH));
  if (dialect === undefined) return undefined;
  const reading: Reading = { source, root: path, dialect, files: [], loops: [], seen: new Set(), directory: undefined };
  yield* readFile(reading, path, text, { context: {}, above: [] });
  const { files, loops, directory } = reading;
  return { server: path, dialect, files, loops, directory };
}

function* readFile(
  reading: Reading,
  path: string,
  text: string,
  place: { readonly context: ReadingContext; readonly above: readonly string[] },
): Generator<void, void> {
  const { context, above } = place;
  const { dialect } = reading;
  const key = `${path}\n${dialect}\n${JSON.stringify(context)}`;
  const known = reading.source.known?.get(key);
  const configuration = known?.text === text ? known.configuration : yield* readingSteps(dialect, text, context);
  reading.source.known?.set(key, { text, configuration });
  reading.directory = configuration.directory?.text ?? reading.directory;
  const includes = configuration.includes.map((include) => ({ include, paths: pathsOf(reading, path, include) }));
  reading.files.push({ path, configuration, context, includes });
  const chain = [...above, path];
  yield;
  for (const { include, paths } of includes) {
    for (const included of paths) yield* readIncluded(reading, included, include, chain);
  }
}

/** NSD, Knot and CoreDNS take a relative include from the including file or the first one, BIND from its directory. */
function pathsOf(reading: Reading, path: string, include: Include): readonly string[] {
  const { directory, dialect, source } = reading;
  const wanted = { path: include.pattern, directory: dialect === 'bind' ? directory : undefined, configPath: path };
  return findPattern(wanted, source.files).map((match) => match.path);
}

function* readIncluded(
  reading: Reading,
  path: string,
  include: Include,
  chain: readonly string[],
): Generator<void, void> {
  const including = chain.at(-1) ?? path;
  const { view, servedZones, continuedAs, zoneList } = include;
  const key = [path, view ?? '', continuedAs ?? '', ...(servedZones ?? [])].join('\n');
  if (chain.includes(path)) {
    const names = [...chain.slice(chain.indexOf(path)), path].map(lastSegment).join(' → ');
    reading.loops.push({ path: including, range: include.range, message: phrase`This file includes itself: ${names}` });
    return;
  }
  if (reading.seen.has(key) || reading.files.length >= MAX_FILES || chain.length >= MAX_DEPTH) return;
  reading.seen.add(key);
  const text = reading.source.read(path);
  if (text === undefined) return;
  const context: ReadingContext = {
    ...(view === undefined ? {} : { view }),
    ...(servedZones === undefined ? {} : { servedZones }),
    ...(continuedAs === undefined ? {} : { continuedAs }),
    ...(zoneList ? { zoneList } : {}),
  };
  yield* readFile(reading, path, text, { context, above: chain });
}

const MAIN_FILE = /^(named\.conf|nsd\.conf|knot\.conf|corefile)$/i;

/** True for a file by whose name a server begins to read. */
export function isMainFile(path: string): boolean {
  return MAIN_FILE.test(lastSegment(path));
}

/** Parts that lie in one folder are one server's, but for those that declare the same zones: each of these is another's. */
function joinParts(trees: readonly ServerTree[]): ServerTree[] {
  const joined: ServerTree[] = [];
  for (const tree of trees) {
    const index = isMainFile(tree.server) ? -1 : joined.findIndex((other) => isPartOf(tree, other));
    const whole = joined[index];
    if (whole === undefined) joined.push(tree);
    else joined[index] = join(whole, tree);
  }
  return joined;
}

function isPartOf(tree: ServerTree, whole: ServerTree): boolean {
  if (isMainFile(whole.server) || tree.dialect !== whole.dialect) return false;
  return folderOf(tree.server) === folderOf(whole.server) && !isRival(tree, whole);
}

/** Whether half of the zones of one of them are the other's too. Those that every server has tell nothing. */
function isRival(one: ServerTree, other: ServerTree): boolean {
  const [own, others] = [zoneKeys(one), zoneKeys(other)];
  const shared = [...own].filter((key) => others.has(key)).length;
  return shared > 0 && shared * 2 >= Math.min(own.size, others.size);
}

function zoneKeys({ files }: ServerTree): Set<string> {
  const zones = files.flatMap(({ configuration }) => configuration.zones);
  return new Set(
    zones.filter(({ name }) => !OF_EVERY_SERVER.test(name)).map(({ name, view }) => `${view ?? ''} ${name}`),
  );
}

const OF_EVERY_SERVER = /^(?:.*\.)?(?:localhost|localdomain|(?:0|127|255)\.in-addr\.arpa|(?:0\.){31}ip6\.arpa)\.$|^\.$/;

function join(first: ServerTree, second: ServerTree): ServerTree {
  return {
    ...first,
    files: [...first.files, ...second.files],
    loops: [...first.loops, ...second.loops],
    directory: first.directory ?? second.directory,
  };
}
