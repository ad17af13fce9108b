import { originsOfFile } from '../features/zone-origin.ts';
import { counted, noun } from '../language/phrase.ts';
import { settingsFileName } from '../settings/settings.ts';
import { type CommandRow, usage } from './arguments.ts';
import { shownPath, withSlash } from './paths.ts';
import { printed } from './printed.ts';
import { sayLines, sayProblem, sayProblems } from './say.ts';
import { EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { openWorkspace, settle, type Workspace } from './workspace.ts';

/** What `init` is asked. */
export interface InitCommand {
  readonly kind: 'init';
  /** The folder that gets the file. */
  readonly folder: string;
}

/** The command `init`. */
export const initRow: CommandRow<InitCommand> = {
  name: 'init',
  operands: '[FOLDER]',
  about: `Looks around for zone files and configurations, and writes a zonewright.json with what was found. A file that is
there already stays as it is.`,
  options: [],
  exit: '0 written, 2 wrong usage, there is one already, or something could not be read',
  read: ({ paths: [folder = '.', extra] }) => {
    if (extra !== undefined) return usage('init takes one folder');
    return folder === '-' ? usage('init does not read standard input') : { kind: 'init', folder };
  },
  run: init,
};

/** `zonewright init`: writes zonewright.json. */
export async function init({ folder }: InitCommand, around: Surroundings): Promise<number> {
  const workspace = await openWorkspace({ paths: [folder], config: undefined }, [], around);
  settle(workspace);
  around.progress?.end();
  const [target] = workspace.targets;
  if (!target || target.bytes !== undefined || workspace.problems.length > 0) {
    sayProblems(workspace.problems, around);
    if (target?.bytes !== undefined) sayProblem(`${folder}: it is no folder`, around);
    return EXIT_TROUBLE;
  }
  const path = `${withSlash(target.path)}${settingsFileName}`;
  const shown = shownPath(path, around.directory);
  if ((await around.files.read(path)).kind === 'bytes') {
    sayProblem(`${shown} is there already: zonewright config says what it sets`, around);
    return EXIT_TROUBLE;
  }
  const found = lookAround(workspace, target.path);
  const problem = await around.saveFile?.(path, new TextEncoder().encode(settingsText(found)));
  if (problem !== undefined) {
    sayProblem(`${shown}: ${problem}`, around);
    return EXIT_TROUBLE;
  }
  await around.print(`${printed(shown)}\n`);
  sayLines(adviceLines(found), around);
  return EXIT_FINE;
}

/** What is below a folder; paths from it. */
interface Found {
  readonly configurations: readonly string[];
  readonly zoneCount: number;
  /** Zone files whose zone nobody knows. */
  readonly unknown: readonly string[];
}

function lookAround({ store, project }: Workspace, folder: string): Found {
  const label = (path: string): string => shownPath(path, folder);
  const isBelow = (path: string): boolean => path.startsWith(withSlash(folder));
  const files = [...store.files.values()].filter(({ path, instances }) => isBelow(path) && instances.length > 0);
  const unknown = files.filter((file) =>
    originsOfFile({ project, label }, file).every(({ zone }) => zone === undefined),
  );
  return {
    configurations: project.configurations.map.servers
      .map(({ server }) => server)
      .filter(isBelow)
      .map(label)
      .sort(),
    zoneCount: files.length - unknown.length,
    unknown: unknown.map(({ path }) => label(path)).sort(),
  };
}

/** The settings that most people set first: what was found, and what nobody but them can know. */
function settingsText({ configurations }: Found): string {
  const settings = { configuration: configurations, zones: [], externalNetworks: [], pools: [], rules: {} };
  return `${JSON.stringify(settings, undefined, 2)}\n`;
}

const MOST_NAMED = 10;

function adviceLines({ configurations, zoneCount, unknown }: Found): string[] {
  const lines = [
    `${counted(zoneCount, noun`zone file`)}, ${counted(configurations.length, noun`configuration`)}; zonewright zones lists them`,
  ];
  if (unknown.length > 0) {
    lines.push(`${counted(unknown.length, noun`zone file`)} without a name that is known: say it under "zones"`);
    for (const path of unknown.slice(0, MOST_NAMED))
      lines.push(`  { "file": ${JSON.stringify(path)}, "origin": "example.com" }`);
    if (unknown.length > MOST_NAMED) lines.push(`  and ${unknown.length - MOST_NAMED} more`);
  }
  lines.push('Networks whose reverse zones others run belong under "externalNetworks", dynamic ones under "pools"');
  return lines;
}
