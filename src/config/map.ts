import type { ConfiguredZone } from './configuration.ts';
import { type ConfigurationProblem, findProblems } from './map-problems.ts';
import type { MappedZone } from './mapped-zone.ts';
import { folderOf, type PathIndex } from './path-index.ts';
import { findPath, type PathMatch, type ServerPath } from './paths.ts';
import { configuredZone, serverSettings } from './resolve.ts';
import { type ConfigurationSource, isMainFile, readServers, type ServerTree } from './server-tree.ts';
import { boundsOf } from './zone-bounds.ts';
import { zonesOfFolders } from './zone-folder.ts';

/** Everything that the configurations of a workspace say. */
export interface ZoneMap {
  readonly zones: readonly MappedZone[];
  readonly problems: readonly ConfigurationProblem[];
  readonly servers: readonly ServerTree[];
}

/** The configurations to begin with; what they include is read through `read`. */
export interface MapInput extends ConfigurationSource {
  readonly configurations: readonly string[];
}

/** Reads configurations and finds the file, the view and the role of every zone that they name; each `yield` is a place to stop. */
export function* mappingSteps(input: MapInput): Generator<void, ZoneMap> {
  const servers = yield* readServers(input.configurations, input);
  const roots = servers.filter((server) => isMainFile(server.server)).map((server) => folderOf(server.server));
  const zones: MappedZone[] = [];
  const problems: ConfigurationProblem[] = [];
  for (const tree of servers) {
    const mapped = yield* mapServer(tree, { source: input, roots });
    for (const zone of mapped.zones) zones.push(zone);
    for (const problem of mapped.problems) problems.push(problem);
  }
  return { zones, problems, servers };
}

interface Surroundings {
  readonly source: ConfigurationSource;
  /** The folders of all servers' first files. */
  readonly roots: readonly string[];
}

const ZONES_PER_STEP = 32;

function* mapServer(tree: ServerTree, around: Surroundings): Generator<void, Pick<ZoneMap, 'zones' | 'problems'>> {
  const settings = serverSettings(
    tree.dialect,
    tree.files.map((file) => file.configuration),
  );
  const { files } = around.source;
  const found: FoundZone[] = [];
  for (const { path, configuration } of tree.files) {
    for (const statement of configuration.zones) {
      found.push(findFile(tree, path, configuredZone(statement, settings), around));
      if (found.length % ZONES_PER_STEP === 0) yield;
    }
  }
  const zones = [...shareInViews(withoutWeakClaims(found, files)), ...zonesOfFolders(tree, files)];
  yield;
  return { zones, problems: findProblems({ tree, zones, settings, files }) };
}

/** A zone before it is known which of the zones that look for a file's name has it. */
interface FoundZone {
  readonly mapped: MappedZone;
  readonly matches: readonly PathMatch[];
  readonly journal: string | undefined;
}

function findFile(tree: ServerTree, config: string, zone: ConfiguredZone, around: Surroundings): FoundZone {
  const mapped: MappedZone = { zone, config, server: tree.server, files: [], hasJournal: false };
  if (zone.file === undefined) return { mapped, matches: [], journal: undefined };
  const wanted: ServerPath = { path: zone.file, directory: tree.directory, configPath: config };
  const { files } = around.source;
  const matches = pathsFromEither(wanted, tree, files).filter((match) => !isAnothers(match, tree, around.roots));
  const journal = zone.journal === undefined ? undefined : findPath({ ...wanted, path: zone.journal }, files)[0]?.path;
  return { mapped, matches, journal };
}

/** A relative path is the first file's where that is exact; some keep their zones beside the included file. */
function pathsFromEither(wanted: ServerPath, tree: ServerTree, files: PathIndex): PathMatch[] {
  const fromRoot = { ...wanted, configPath: tree.server };
  const matches = findPath(fromRoot, files);
  const isWhole = matches.length === 1 && matches[0]?.isWhole === true;
  return isWhole || wanted.configPath === tree.server ? matches : findPath(wanted, files);
}

/** A file that agrees in nothing but its name, and lies below another server's configuration, is that server's. */
function isAnothers(match: PathMatch, tree: ServerTree, roots: readonly string[]): boolean {
  if (match.agreeing > 1) return false;
  const own = folderOf(tree.server);
  return roots.some((root) => root !== own && !isBelow(own, root) && !isBelow(root, own) && isBelow(match.path, root));
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** Of several paths of the server that lead to one file, the ones that agree longest have it. */
function withoutWeakClaims(found: readonly FoundZone[], files: PathIndex): MappedZone[] {
  const strongest = new Map<string, number>();
  for (const { path, agreeing } of found.flatMap((zone) => zone.matches)) {
    strongest.set(path, Math.max(agreeing, strongest.get(path) ?? 0));
  }
  return found.map(({ mapped, matches, journal }) => {
    const paths = matches.filter(({ path, agreeing }) => agreeing === strongest.get(path)).map((match) => match.path);
    const hasJournal =
      !mapped.zone.inlineSigning && (journal !== undefined || paths.some((path) => files.has(`${path}.jnl`)));
    return { ...mapped, files: paths, hasJournal };
  });
}

/** `in-view`: the zone of the other view, with its file and its role, also answers in this one. */
function shareInViews(zones: readonly MappedZone[]): MappedZone[] {
  const byView = new Map(zones.map((mapped) => [`${mapped.zone.view ?? ''}\n${mapped.zone.name}`, mapped]));
  return zones.map((mapped) => {
    const { zone } = mapped;
    const other = zone.inView === undefined ? undefined : byView.get(`${zone.inView}\n${zone.name}`);
    if (other === undefined)
      return zone.inView === undefined ? mapped : { ...mapped, zone: { ...zone, lacks: 'view' } };
    const { role, dynamic, signed, inlineSigning, responsePolicy, catalog } = other.zone;
    const shared = { ...zone, ...boundsOf(other.zone), role, dynamic, signed, inlineSigning, responsePolicy, catalog };
    return { ...mapped, zone: shared, files: other.files, hasJournal: other.hasJournal };
  });
}
