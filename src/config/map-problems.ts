import { phrase } from '../language/phrase.ts';
import { globFault } from '../text/glob.ts';
import type { ConfigurationFix, ConfiguredZone, Span } from './configuration.ts';
import type { MappedZone } from './mapped-zone.ts';
import { isForManyZones, isOfDistribution } from './origin.ts';
import { folderOf, lastSegment, type PathIndex } from './path-index.ts';
import { findFolders, isPattern, normalPath, type ServerPath } from './paths.ts';
import { type ServerSettings, templateFaults } from './resolve.ts';
import type { ServerTree } from './server-tree.ts';
import { withoutFinalDot } from './zone-name.ts';

/** A place in a configuration file, with a word on it. */
export interface ConfigurationNote {
  readonly path: string;
  readonly range: Span;
  readonly message: string;
}

/** Something wrong with a server's configuration. `file-shared` is how some servers mean it, and no more than a note. */
export interface ConfigurationProblem extends ConfigurationNote {
  readonly kind: 'syntax' | 'include-loop' | 'file-missing' | 'zone-duplicate' | 'file-shared';
  readonly related: readonly ConfigurationNote[];
  /** Where it is less than the rule says. */
  readonly severity?: 'warning';
  readonly fix?: ConfigurationFix;
  /** The zone whose file is missing. */
  readonly zone?: string;
}

/** What there is to look through: one server, its zones, and the files of the workspace. */
export interface ProblemSources {
  readonly tree: ServerTree;
  readonly zones: readonly MappedZone[];
  readonly settings: ServerSettings;
  readonly files: PathIndex;
}

/** The problems of one server's configuration, those of each kind in the order of the text. */
export function findProblems(sources: ProblemSources): ConfigurationProblem[] {
  return [...syntaxProblems(sources), ...missingFiles(sources), ...duplicates(sources), ...sharedFiles(sources)];
}

/** A file that several views include is read several times; its mistakes count once. */
function syntaxProblems({ tree, settings, zones }: ProblemSources): ConfigurationProblem[] {
  const seen = new Set<string>();
  const problems: ConfigurationProblem[] = [];
  for (const { path, configuration } of tree.files) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const { start, end, ...told } of [...configuration.faults, ...templateFaults(configuration, settings)]) {
      problems.push({ kind: 'syntax', path, range: { start, end }, related: [], ...told });
    }
  }
  const loops = tree.loops.map((loop) => ({ kind: 'include-loop', ...loop, related: [] }) as const);
  return [...problems, ...refusedZones(tree, zones, problems), ...tree.files.flatMap(patternProblems), ...loops];
}

/**
 * Zones of which the server refuses to start, as something is not named; those of a file that several views include once.
 * What is wrong inside of a zone's statement may be what would have named it, and a file that is not here may have a view.
 */
function refusedZones(
  { files }: ServerTree,
  zones: readonly MappedZone[],
  faults: readonly ConfigurationProblem[],
): ConfigurationProblem[] {
  const isWhole = files.every(({ includes }) => includes.every(({ paths }) => paths.length > 0));
  const told = new Map<string, ConfigurationProblem>();
  for (const { zone, config: path } of zones) {
    const { start, end } = zone.range;
    const isBroken = (fault: ConfigurationProblem): boolean =>
      fault.path === path && fault.range.start >= start && fault.range.start <= end;
    if (!zone.lacks || (zone.lacks === 'view' && !isWhole) || faults.some(isBroken)) continue;
    const message = whyRefused(zone);
    const range = zone.nameRange;
    told.set(`${path}\n${range.start}`, { kind: 'syntax', path, range, message, related: [] });
  }
  return [...told.values()];
}

function whyRefused(zone: ConfiguredZone): string {
  if (zone.lacks === 'view')
    return phrase`${called(zone)} is not in the view ${zone.inView} that "in-view" names: named does not start`;
  return zone.lacks === 'type'
    ? phrase`${called(zone)} has no "type": named does not start`
    : phrase`${called(zone)} has no "file" to be read from: named does not start`;
}

function patternProblems({ path, configuration }: ServerTree['files'][number]): ConfigurationProblem[] {
  return configuration.includes.flatMap(({ pattern, range }): ConfigurationProblem[] => {
    const fault = isPattern(pattern) ? globFault(pattern) : undefined;
    return fault === undefined ? [] : [{ kind: 'syntax', path, range, message: fault, related: [] }];
  });
}

/**
 * Zone files of primary zones that the workspace does not hold although it holds the folder that they would be in. A
 * workspace holds only a part of the server's files: where the folder is not there, nothing is known.
 */
function missingFiles({ tree, zones, files }: ProblemSources): ConfigurationProblem[] {
  const missing = zones.filter(
    ({ zone, files: found }) =>
      zone.role === 'primary' && zone.file !== undefined && found.length === 0 && !isGeneratedCatalog(zone),
  );
  if (missing.length === 0) return [];
  const knownFolders = new Set(
    zones.filter((mapped) => mapped.files.length > 0).map((mapped) => folderOf(normalPath(serverPath(tree, mapped)))),
  );
  const unread = new Set(
    tree.files.flatMap(({ path, configuration }) => configuration.faults.map(({ end }) => `${path}\n${end}`)),
  );
  return missing.flatMap((mapped) => {
    const { zone, config } = mapped;
    // Where a path is not closed nobody knows where it ends.
    if (zone.fileRange && unread.has(`${config}\n${zone.fileRange.end}`)) return [];
    if (isOfDistribution(zone.file ?? '')) return [];
    const wanted = serverPath(tree, mapped);
    const isExpected = knownFolders.has(folderOf(normalPath(wanted))) || (isNamed(zone) && holdsFolder(wanted, files));
    if (!isExpected) return [];
    const message = phrase`Zone file ${zone.file} of ${withoutFinalDot(zone.name)} is not in the workspace`;
    const range = zone.fileRange ?? zone.nameRange;
    return [{ kind: 'file-missing', path: config, range, message, related: [], zone: zone.name }];
  });
}

function serverPath(tree: ServerTree, mapped: MappedZone): ServerPath {
  return { path: mapped.zone.file ?? '', directory: tree.directory, configPath: mapped.config };
}

/** False where the server would think up the file's name by itself, or the file's contents. */
function isNamed(zone: ConfiguredZone): boolean {
  return zone.fileRange !== undefined || (zone.dialect !== 'knot' && !zone.dynamic);
}

/** Knot makes such a zone, and its file, from its members (`catalog-role: generate`). */
function isGeneratedCatalog({ dialect, catalog, dynamic }: ConfiguredZone): boolean {
  return dialect === 'knot' && catalog && dynamic;
}

/** A relative path without directory begins in the workspace's own folder. */
function holdsFolder(wanted: ServerPath, files: PathIndex): boolean {
  const isAbsolute = /^([A-Za-z]:)?[/\\]/.test(wanted.path) || (wanted.directory ?? '') !== '';
  if (!isAbsolute) return true;
  const folder = folderOf(wanted.path.replaceAll('\\', '/'));
  const isBare = folder === '' && wanted.directory !== undefined;
  return findFolders({ ...wanted, path: isBare ? (wanted.directory ?? '') : folder }, files).length > 0;
}

/** The same name twice in one view, class and listener. `redirect` zones stand beside the zone of their name. */
function duplicates({ zones }: ProblemSources): ConfigurationProblem[] {
  const first = new Map<string, MappedZone>();
  const problems: ConfigurationProblem[] = [];
  for (const mapped of zones) {
    const { zone, config } = mapped;
    if (zone.type === 'redirect') continue;
    const key = [zone.name, zone.class, zone.view ?? '', zone.listener ?? ''].join('\n');
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, mapped);
      continue;
    }
    const where = zone.view === undefined ? '' : phrase` in view ${zone.view}`;
    const related = { path: other.config, range: other.zone.nameRange, message: phrase`It is declared here first` };
    const isAbove = other.config === config && other.zone.nameRange.start < zone.nameRange.start;
    const message = isAbove
      ? phrase`${called(zone)} is declared twice${where}: also above`
      : phrase`${called(zone)} is declared twice${where}: also in ${lastSegment(other.config)}`;
    problems.push({ kind: 'zone-duplicate', path: config, range: zone.nameRange, message, related: [related] });
  }
  return problems;
}

function called({ name }: ConfiguredZone): string {
  return name === '.' ? phrase`The root zone` : phrase`Zone ${withoutFinalDot(name)}`;
}

const MAX_RELATED = 10;

/** One note a file: at the first zone that it serves, with the others beside it. */
function sharedFiles({ zones }: ProblemSources): ConfigurationProblem[] {
  const byFile = new Map<string, MappedZone[]>();
  for (const mapped of zones) {
    const [file] = mapped.files;
    if (file === undefined || mapped.files.length > 1 || isForManyZones(file)) continue;
    const sharing = byFile.get(file);
    if (sharing === undefined) byFile.set(file, [mapped]);
    else sharing.push(mapped);
  }
  return [...byFile].flatMap(([file, sharing]): ConfigurationProblem[] => {
    const [first] = sharing;
    const names = new Set(sharing.map((mapped) => mapped.zone.name));
    if (first === undefined || names.size < 2) return [];
    const others = sharing.filter((mapped) => mapped.zone.name !== first.zone.name).slice(0, MAX_RELATED);
    return [
      {
        kind: 'file-shared',
        path: first.config,
        range: first.zone.fileRange ?? first.zone.nameRange,
        message: phrase`${lastSegment(file)} serves ${names.size} zones`,
        related: others.map(({ config, zone }) => ({
          path: config,
          range: zone.fileRange ?? zone.nameRange,
          message: phrase`${withoutFinalDot(zone.name)} is read from it too`,
        })),
      },
    ];
  });
}
