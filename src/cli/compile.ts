import { tellsRefusals, zoneErrors } from '../compile/errors.ts';
import { zoneLines } from '../compile/lines.ts';
import { NO_NAME } from '../dns/name-table.ts';
import { DECLARED } from '../project/claim.ts';
import { nameIn } from '../project/mounts.ts';
import { Reporter } from '../report/report.ts';
import { Engine } from '../rules/engine/engine.ts';
import { registry } from '../rules/registry.ts';
import { defaultSettings } from '../settings/settings.ts';
import { type SourceText, sourceOfBytes } from '../text/source.ts';
import type { Instance } from '../workspace/instance.ts';
import { Store } from '../workspace/store.ts';
import { type CommandRow, usage } from './arguments.ts';
import { CONFIG, ORIGIN } from './options.ts';
import { shownPath } from './paths.ts';
import { readTarget } from './read-targets.ts';
import { sayProblem, sayProblems } from './say.ts';
import { EXIT_FINDINGS, EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { type OpenedProject, openProject } from './workspace.ts';

const CHUNK = 65_536;

/** What `compile` is asked. */
export interface CompileCommand {
  readonly kind: 'compile';
  readonly origin: string | undefined;
  readonly config: string | undefined;
  readonly file: string;
}

/** The command `compile`. */
export const compileRow: CommandRow<CompileCommand> = {
  name: 'compile',
  operands: 'FILE',
  about: 'Prints the records of a zone as a server loads them, one a line, with whole names.',
  options: [ORIGIN, CONFIG],
  exit: '0 a server loads the zone, 1 errors, 2 wrong usage, or something could not be read',
  read: (words) => {
    const [file, extra] = words.paths;
    if (file === undefined || extra !== undefined) return usage('compile takes one file');
    return { kind: 'compile', origin: words.last('origin'), config: words.last('config'), file };
  },
  run: compile,
};

/** `zonewright compile`: prints a zone's records as a server loads them, and why a server would refuse the zone. */
export async function compile(command: CompileCommand, around: Surroundings): Promise<number> {
  const target = await readTarget(command.file, around);
  if ('problem' in target) {
    sayProblem(target.problem, around);
    return EXIT_TROUBLE;
  }
  if (!target.bytes) {
    sayProblem(`${command.file}: it is a folder`, around);
    return EXIT_TROUBLE;
  }
  const opened = await openProject({ targets: [target], config: command.config }, around);
  const zone = await loadZone(command, { path: target.path, source: sourceOfBytes(target.bytes), opened, around });
  if (typeof zone === 'string' || opened.problems.length > 0) {
    sayProblems(opened.problems, around);
    if (typeof zone === 'string') sayProblem(zone, around);
    return EXIT_TROUBLE;
  }
  const { engine, instance, originText } = zone;
  const lines = zoneLines(engine.store, instance, originText);
  let chunk = '';
  for (const line of lines.records()) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    await around.print(chunk);
    chunk = '';
  }
  if (chunk !== '') await around.print(chunk);
  engine.step(() => false);
  const reporter = new Reporter(engine, () => defaultSettings);
  const errors = zoneErrors(reporter, { instance, originText, lines });
  for (const { path, line, column, message } of errors)
    around.complain(`${shownPath(path, around.directory)}:${line}:${column}: ${message}`);
  return errors.length > 0 ? EXIT_FINDINGS : EXIT_FINE;
}

interface LoadedZone {
  readonly engine: Engine;
  readonly instance: Instance;
  /** The zone's name as it is given. */
  readonly originText: string;
}

interface Loading {
  readonly path: string;
  readonly source: SourceText;
  readonly opened: OpenedProject;
  readonly around: Surroundings;
}

/** The zone by itself, with what it includes; or why its name is not known. */
async function loadZone(command: CompileCommand, loading: Loading): Promise<LoadedZone | string> {
  const { path, source, around } = loading;
  const { project } = loading.opened;
  project.addPath(path);
  project.open(path, source);
  project.associate();
  const claim = project.claims(path)[0];
  const given = command.origin?.replace(/\.?$/, '.');
  const originText = given ?? claim?.origin;
  if (originText === undefined)
    return `${shownPath(path, around.directory)}: the name of the zone is not known: give it with --origin`;
  const store = new Store();
  const apex = nameIn(store.names, originText);
  if (apex === NO_NAME) return `"${originText}" is no domain name`;
  store.findInclude = project.store.findInclude;
  store.expect([source]);
  store.setFile(path, source);
  const instance = store.mount(path, {
    apex,
    view: '',
    zoneClass: claim?.zoneClass ?? 1,
    traits: DECLARED,
    held: true,
  });
  if (!instance) return `${path} could not be read`;
  await readIncludes(store, loading);
  const settings = {
    externalNetworks: [],
    pools: [],
    now: around.clock.now(),
    bumpOnFix: false,
    isOff: () => false,
  };
  const rules = registry.filter(tellsRefusals);
  const engine = new Engine(store, rules, () => settings);
  return { engine, instance, originText };
}

async function readIncludes(store: Store, { opened, around }: Loading): Promise<void> {
  const { project } = opened;
  for (;;) {
    store.step(() => false);
    const wanted = project.wantedIncludes();
    if (wanted.length === 0) {
      if (!(await opened.findDeepIncludes())) return;
      store.lookAgainAtIncludes();
    }
    for (const path of wanted) {
      const content = await around.files.read(path);
      const source = content.kind === 'bytes' ? sourceOfBytes(content.bytes) : undefined;
      project.put(path, source);
      if (source) store.setFile(path, source);
    }
    // Links have other names than the files that they lead to.
    store.lookAgainAtIncludes();
  }
}
