import { configurationDialect, mayBeConfiguration } from '../config/dialect.ts';
import { lastSegment } from '../config/path-index.ts';
import { NameTable } from '../dns/name-table.ts';
import { ZoneBaselines } from '../edits/baseline.ts';
import { type Bounded, bytesLeftText, filesLeftText } from '../features/left-out.ts';
import { counted, noun } from '../language/phrase.ts';
import { EVERYWHERE, type ListBounds } from '../ports/file-system.ts';
import { ReadBudget, type ReadLimits } from '../ports/read-budget.ts';
import { LARGEST_CONFIGURATION } from '../project/configuration-files.ts';
import { isNeverZone } from '../project/file-interest.ts';
import { Heads } from '../project/heads.ts';
import { Project } from '../project/project.ts';
import { Reporter } from '../report/report.ts';
import { Engine } from '../rules/engine/engine.ts';
import { VerifiedZones } from '../rules/facts/verified-zones.ts';
import type { Rule, RuleSettings } from '../rules/rule.ts';
import {
  LARGEST_SETTINGS,
  readSettingsFile,
  type Settings,
  type SettingsLayer,
  settingsFileName,
  settingsOf,
} from '../settings/settings.ts';
import { sourceOfBytes } from '../text/source.ts';
import { Store } from '../workspace/store.ts';
import { configurationFault } from './given-configuration.ts';
import { givenZone, viewOfZone } from './given-zone.ts';
import { listFiles } from './list-files.ts';
import { absolutePath, commonFolder, givenPath, parentFolder, shownPath, withSlash } from './paths.ts';
import { MOST_ROUNDS, type Reading, readConfigurations, readWanted } from './read-files.ts';
import { readTargets, selection } from './read-targets.ts';
import { sayProblem } from './say.ts';
import type { Surroundings } from './surroundings.ts';
import type { Target } from './target.ts';

/** What a command is to look at. */
export interface Request {
  /** As given; `-` is standard input. */
  readonly paths: readonly string[];
  readonly config: string | undefined;
  /** The zone of the file, where there is one. */
  readonly origin?: string | undefined;
  /** The file that standard input is the text of. */
  readonly stdinFilename?: string | undefined;
  /** The file of what is known, where that is left out. */
  readonly baseline?: string | undefined;
  /** Whether that has what a rule finds at a name of a view, where it has anything. */
  readonly isKnown?: ((rule: string, view: string, name: string) => boolean) | undefined;
  /** Where no folder with a mark is above, only the nearest folders are looked into. */
  readonly isNear?: boolean;
}

/** All that is known of the zones around the paths of a command. */
export interface Workspace {
  readonly root: string;
  /** The file that makes it the root; undefined where none does. */
  readonly rootMark: string | undefined;
  /** What the settings file says; undefined where there is none. */
  readonly layer: SettingsLayer | undefined;
  /** Where the settings file is, or would be. */
  readonly layerPath: string;
  readonly store: Store;
  readonly project: Project;
  readonly engine: Engine;
  readonly reporter: Reporter;
  readonly settings: Settings;
  /** What was asked about, as far as it can be read. */
  readonly targets: readonly Target[];
  /** The zones as they were at the last commit. */
  readonly baselines: ZoneBaselines;
  /** The zones whose signatures were verified. */
  readonly verified: VerifiedZones;
  /** Files that the last commit is known to hold. */
  readonly committed: Set<string>;
  /** Whether a file was asked about. */
  readonly isSelected: (path: string) => boolean;
  /** Files that were asked about by name, and that neither their names nor their texts make zone files. */
  readonly passedOver: readonly string[];
  /** What could not be read. */
  readonly problems: readonly string[];
  /** Called while work goes on. */
  readonly tick: () => false;
}

function never(): false {
  return false;
}

/** Reads the workspace around the paths, and finds out which file is which zone; nothing is checked yet. */
export async function openWorkspace(
  request: Request,
  rules: readonly Rule[],
  around: Surroundings,
): Promise<Workspace> {
  const unreadable: string[] = [];
  const asked = await readTargets(request, around, unreadable);
  const opened = await openProject({ ...request, targets: asked }, around, rules);
  const { project, settings } = opened;
  // A link is the file that it leads to, unless it was itself given a zone.
  const realPath = (path: string): string => (request.origin === undefined && project.paths.real(path)) || path;
  const targets = asked.map((target) => ({ ...target, path: realPath(target.path) }));
  const problems = [...unreadable, ...opened.problems];
  const { store } = project;
  around.progress?.begin(() => `${counted(store.files.size, noun`zone file`)}, ${store.names.count} names`);
  const passedOver: string[] = [];
  const heads = new Heads();
  const texts = targets.flatMap(({ path, bytes }) => (bytes ? [{ path, source: sourceOfBytes(bytes), bytes }] : []));
  store.expect(texts.map((text) => text.source));
  for (const { path, source, bytes } of texts) {
    if (isConfiguration(path, bytes)) {
      const refusal = project.put(path, source);
      if (refusal !== undefined) problems.push(`${shownPath(path, around.directory)}: ${refusal}`);
    } else if (isNeverZone(path) && !project.isZone(path) && !heads.looksLikeZone(source)) passedOver.push(path);
    else {
      project.addPath(path);
      project.open(path, source);
    }
  }
  const isSelected = selection(targets);
  const { root, budget } = opened;
  do await readWanted(project, { around, problems, isSelected, budget });
  while (await opened.findDeepIncludes());
  sayLeftOut(opened, { around, problems, isSelected });
  const baselines = new ZoneBaselines(store);
  const verified = new VerifiedZones();
  const alone: RuleSettings = {
    externalNetworks: settings.externalNetworks,
    pools: settings.pools,
    passesStaticNames: !settings.genericNames.static,
    now: around.clock.now(),
    bumpOnFix: settings.serial.bumpOnFix,
    verified: (root) => verified.of(root),
    tellsAll: request.baseline !== undefined,
    isKnown: request.isKnown,
    // Standard input under the name of a file is what an editor holds.
    tellsEmpty: request.stdinFilename === undefined,
    silencesIn: (file) => reporter.suppressions.in(file),
    isOff: (rule) => reporter.levelOf(rule, undefined) === 'off',
  };
  const compared: RuleSettings = {
    ...alone,
    baseline: (zone) => baselines.compare(zone),
    baselineSerial: (zone) => baselines.serial(zone),
  };
  const engine = new Engine(store, rules, () => (baselines.mayKnow ? compared : alone));
  const reporter = new Reporter(engine, () => settings, project);
  const { config } = opened;
  // Where it is among what is asked about, its faults are findings.
  const fault = config === undefined || isSelected(config) ? undefined : configurationFault(project, config, around);
  if (fault !== undefined && reporter.levelOf('configuration-syntax', undefined) !== 'off') problems.push(fault);
  const committed = new Set<string>();
  return {
    root,
    rootMark: opened.rootMark,
    layer: opened.layer,
    layerPath: opened.layerPath,
    store,
    project,
    engine,
    reporter,
    settings,
    targets,
    baselines,
    verified,
    committed,
    isSelected,
    passedOver,
    problems: [...new Set(problems)],
    tick: around.progress?.tick ?? never,
  };
}

/** A workspace of which only the configurations are read. */
export interface OpenedProject {
  readonly root: string;
  readonly rootMark: string | undefined;
  readonly layer: SettingsLayer | undefined;
  readonly layerPath: string;
  readonly project: Project;
  readonly settings: Settings;
  /** The server's configuration that the command gives. */
  readonly config: string | undefined;
  readonly problems: string[];
  /** What bounds the reading, and why. */
  readonly budget: ReadBudget;
  readonly bounded: Bounded;
  /** Looks farther below for what $INCLUDE directives name, where only the nearest folders are known; true where any is there. */
  readonly findDeepIncludes: () => Promise<boolean>;
}

/** Finds the workspace around what is asked about and reads its settings and configurations. */
export async function openProject(
  request: Omit<Request, 'paths'> & { readonly targets: readonly Target[] },
  around: Surroundings,
  rules: readonly Rule[] = [],
): Promise<OpenedProject> {
  const problems: string[] = [];
  const { targets } = request;
  const folders = targets.map((target) => target.folder);
  const marked = await markedAbove(folders, around);
  const root = marked?.folder ?? commonFolderOf(folders, around);
  const config = request.config === undefined ? undefined : givenPath(request.config, around);
  const path = config?.endsWith('.json') ? config : `${withSlash(root)}${settingsFileName}`;
  const layer = await readSettings(path, { around, rules, problems, isAsked: path === config });
  const settings = settingsOf(layer ? [layer] : []);
  const project = new Project(new Store(new NameTable(), around.rowsAhead));
  const given = givenZone(request, problems);
  const configure = (zones: Settings['zones']): void =>
    project.configure({
      ...settings,
      zones: [...zones, ...settings.zones],
      includeBase: includeBaseOf(settings, root),
    });
  configure(given ? [given] : []);
  // Around a file that nothing says to be of a workspace may lie a whole disk.
  const isLone =
    marked === undefined && (request.isNear === true || targets.every((target) => target.bytes !== undefined));
  const limits = limitsOf(settings, isLone);
  const bounds = { ...(isLone ? nearness(root) : EVERYWHERE), files: limits.files };
  const bounded = isLone ? 'lone' : 'settings';
  if (targets.length > 0) {
    const cut = await listFiles(project, { root, bounds, config, targets }, { around, problems });
    for (const { folder, isAsked } of cut) {
      const text = filesLeftText(shownPath(folder, around.directory), limits.files, bounded);
      if (isAsked) problems.push(text);
      else sayProblem(text, around);
    }
  }
  const budget = new ReadBudget(limits);
  const server = config === path ? undefined : config;
  if (server !== undefined) await readConfiguration(project, server, around, problems);
  await readConfigurations(project, { around, problems, budget });
  const view = given && viewOfZone(given.origin, settings.zones, project.configurations.map);
  if (given && view !== undefined) configure([{ ...given, view }]);
  const findDeepIncludes = async (): Promise<boolean> => isLone && addDeepIncludes(project, root, around);
  return {
    root,
    rootMark: marked?.mark,
    layer,
    layerPath: path,
    project,
    settings,
    config: server,
    problems,
    budget,
    bounded,
    findDeepIncludes,
  };
}

async function addDeepIncludes(project: Project, root: string, around: Surroundings): Promise<boolean> {
  const { missingIncludes, paths } = project;
  if (missingIncludes.size === 0) return false;
  const found = (await around.files.list(root, DEEP_BOUNDS)).filter(
    ({ path, target }) => target === undefined && missingIncludes.has(lastSegment(path)) && !paths.has(path),
  );
  for (const { path } of found) project.addPath(path);
  return found.length > 0;
}

/** Reads and checks all there is, but for the last commit. */
export function settle({ engine, project, store, tick }: Workspace): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    engine.step(tick);
    const changed = project.needsAssociation && project.associate();
    if (!changed && !store.busy && engine.settled) return;
  }
}

/** Reads and checks all there is, and compares the zones with the last commit; or with texts that are put later on. */
export async function settleWithCommit(
  workspace: Workspace,
  around: Surroundings,
  others: 'none' | 'later' = 'none',
): Promise<void> {
  const baseline = await around.baseline(workspace.root);
  // Another process is under way while the zones are read here.
  const mayKnow = workspace.store.files.size > 0 && baseline.begin();
  workspace.baselines.mayKnow = mayKnow || others === 'later';
  settle(workspace);
  let wanted = workspace.baselines.wanted();
  while (wanted.length > 0) {
    const texts = await Promise.all(wanted.map((path) => baseline.read(path)));
    wanted.forEach((path, i) => {
      const bytes = texts[i];
      if (bytes) workspace.committed.add(path);
      workspace.baselines.put(path, bytes && sourceOfBytes(bytes));
    });
    settle(workspace);
    wanted = workspace.baselines.wanted();
  }
  baseline.close();
}

/** Files that make a folder the root of a workspace. */
const ROOT_MARKS = [settingsFileName, '.git', 'named.conf', 'named.conf.local', 'nsd.conf', 'knot.conf', 'Corefile'];

/** How far a folder with a file is looked into where no folder with a mark is above. */
function nearness(folder: string): Omit<ListBounds, 'files'> {
  return { levels: parentFolder(folder) === folder ? 0 : 2, folders: 1000 };
}

/** How far below such a folder files are looked for that an $INCLUDE names. */
const DEEP_BOUNDS: ListBounds = { levels: 16, folders: 1000, files: 100_000 };

/** What is read around a file that nothing says to be of a workspace. */
const LONE_LIMITS: ReadLimits = { files: 20_000, bytes: 128 * 1024 * 1024 };

function limitsOf({ limits }: Settings, isLone: boolean): ReadLimits {
  if (!isLone) return limits;
  return { files: Math.min(limits.files, LONE_LIMITS.files), bytes: Math.min(limits.bytes, LONE_LIMITS.bytes) };
}

/** Says what there was no room for. Where it was asked about, not all was checked that was to be. */
function sayLeftOut(
  { budget, bounded }: OpenedProject,
  { around, problems, isSelected }: Omit<Reading, 'budget'>,
): void {
  const text = bytesLeftText(budget, (path) => shownPath(path, around.directory), bounded);
  if (text === undefined) return;
  if ([...budget.leftOut.keys()].some(isSelected)) problems.push(text);
  else sayProblem(text, around);
}

/** The nearest folder above all targets with a mark; undefined where there is none. */
async function markedAbove(
  folders: readonly string[],
  around: Surroundings,
): Promise<{ readonly folder: string; readonly mark: string } | undefined> {
  for (let folder = commonFolderOf(folders, around); ; folder = parentFolder(folder)) {
    const marks = await Promise.all(ROOT_MARKS.map((name) => around.files.read(`${withSlash(folder)}${name}`)));
    const index = marks.findIndex((content) => content.kind === 'bytes' || content.problem !== 'missing');
    const mark = ROOT_MARKS[index];
    if (mark !== undefined) return { folder, mark };
    if (parentFolder(folder) === folder) return undefined;
  }
}

function commonFolderOf(folders: readonly string[], { directory }: Surroundings): string {
  const [first = directory, ...rest] = folders;
  return rest.reduce(commonFolder, first);
}

/** The settings of a file; undefined where it has none or is something else. */
async function readSettings(
  path: string,
  context: { around: Surroundings; rules: readonly Rule[]; problems: string[]; isAsked: boolean },
): Promise<SettingsLayer | undefined> {
  const { around, problems } = context;
  if (!path.endsWith('.json')) return undefined;
  const content = await around.files.read(path);
  const shown = shownPath(path, around.directory);
  if (content.kind !== 'bytes') {
    if (context.isAsked || content.problem !== 'missing') problems.push(`${shown}: ${content.message}`);
    return undefined;
  }
  if (content.bytes.length > LARGEST_SETTINGS) {
    problems.push(
      `${shown}: it has ${content.bytes.length} bytes, more than the ${LARGEST_SETTINGS} of a settings file`,
    );
    return undefined;
  }
  const known = new Set(context.rules.map((rule) => rule.id));
  const text = new TextDecoder().decode(content.bytes);
  // Without rules nobody asks for their names.
  const layer = readSettingsFile(text, (id) => known.size === 0 || known.has(id));
  for (const problem of layer.problems) {
    const before = text.slice(0, problem.start).split('\n');
    const place = `${shown}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    const told = `${place}: ${problem.message}`;
    if (problem.isNotice) sayProblem(told, around);
    else problems.push(told);
  }
  return layer;
}

function includeBaseOf(settings: Settings, root: string): string | undefined {
  return settings.includeBase === '' ? undefined : absolutePath(settings.includeBase, root);
}

async function readConfiguration(
  project: Project,
  path: string,
  around: Surroundings,
  problems: string[],
): Promise<void> {
  const content = await around.files.read(path);
  if (content.kind !== 'bytes') problems.push(`${shownPath(path, around.directory)}: ${content.message}`);
  else if (content.bytes.length > LARGEST_CONFIGURATION)
    problems.push(
      `${shownPath(path, around.directory)}: it has ${content.bytes.length} bytes, more than the ${LARGEST_CONFIGURATION} of a configuration`,
    );
  else project.giveConfiguration(path, new TextDecoder().decode(content.bytes));
}

function isConfiguration(path: string, bytes: Uint8Array): boolean {
  if (!mayBeConfiguration(path)) return false;
  return configurationDialect(path, new TextDecoder('latin1').decode(bytes.subarray(0, 4096))) !== undefined;
}
