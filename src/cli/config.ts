import { counted, noun } from '../language/phrase.ts';
import { registry } from '../rules/registry.ts';
import { type Settings, settingsFileName } from '../settings/settings.ts';
import { settingsTable } from '../settings/settings-table.ts';
import { jsonText } from '../text/printable.ts';
import { type CommandRow, usage } from './arguments.ts';
import { CONFIG, TEXT_OR_JSON, textOrJson } from './options.ts';
import { shownPath } from './paths.ts';
import { printed } from './printed.ts';
import { sayProblems } from './say.ts';
import { EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { openWorkspace, settle } from './workspace.ts';

/** What `config` is asked. */
export interface ConfigCommand {
  readonly kind: 'config';
  readonly format: 'text' | 'json';
  readonly config: string | undefined;
  readonly paths: readonly string[];
}

/** The command `config`. */
export const configRow: CommandRow<ConfigCommand> = {
  name: 'config',
  operands: '[PATH...]',
  about: 'Says what is in force and from where: the workspace, its configurations, settings and rules.',
  options: [TEXT_OR_JSON, CONFIG],
  exit: '0 told, 2 wrong usage, or something could not be read',
  read: (words) => {
    if (words.paths.includes('-')) return usage('config does not read standard input');
    const format = words.oneOf('format', textOrJson);
    return { kind: 'config', format, config: words.last('config'), paths: words.paths };
  },
  run: config,
};

/** A setting or the severity of a rule that is in force; `from` is a file, or the default. */
interface InForce {
  readonly name: string;
  readonly value: unknown;
  readonly from: string;
}

/** `zonewright config`: what is in force and from where. */
export async function config(command: ConfigCommand, around: Surroundings): Promise<number> {
  const workspace = await openWorkspace(command, registry, around);
  settle(workspace);
  around.progress?.end();
  const { root, rootMark, layer, layerPath, project, settings, store, problems } = workspace;
  const label = (path: string): string => shownPath(path, around.directory);
  const told = {
    root,
    rootMark: rootMark ?? null,
    settingsFile: layer ? label(layerPath) : null,
    configurations: project.configurations.map.servers.map(({ server }) => label(server)),
    zoneFiles: [...store.files.values()].filter(({ instances }) => instances.length > 0).length,
    settings: settingsInForce(layer?.values, label(layerPath)),
    rules: rulesInForce(settings.rules, label(layerPath)),
  };
  await around.print(command.format === 'json' ? `${jsonText(told)}\n` : textOf(told));
  sayProblems(problems, around);
  return problems.length > 0 ? EXIT_TROUBLE : EXIT_FINE;
}

function settingsInForce(values: ReadonlyMap<string, unknown> | undefined, file: string): InForce[] {
  return [...settingsTable].map(([name, row]) =>
    values?.has(name) ? { name, value: values.get(name), from: file } : { name, value: row.default, from: 'default' },
  );
}

function rulesInForce(rules: Settings['rules'], file: string): InForce[] {
  return [...registry]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, severity }) => {
      const set = rules[id];
      return set === undefined ? { name: id, value: severity, from: 'default' } : { name: id, value: set, from: file };
    });
}

function textOf(told: {
  readonly root: string;
  readonly rootMark: string | null;
  readonly settingsFile: string | null;
  readonly configurations: readonly string[];
  readonly zoneFiles: number;
  readonly settings: readonly InForce[];
  readonly rules: readonly InForce[];
}): string {
  const { rootMark, settingsFile, configurations, rules } = told;
  const why = rootMark === null ? 'what the paths have in common' : `it has ${rootMark}`;
  const own = rules.filter(({ from }) => from !== 'default');
  const shown = (paths: readonly string[]): string => paths.map((path) => printed(path)).join(', ');
  return `Workspace       ${printed(told.root)} (${why})
Settings        ${settingsFile === null ? `none: there is no ${settingsFileName}` : printed(settingsFile)}
Configurations  ${shown(configurations) || 'none'}
Zone files      ${told.zoneFiles} (zonewright zones lists them)

${table(told.settings)}
${own.length === 0 ? `All ${counted(rules.length, noun`rule`)} have their own severities (zonewright rules lists them)\n` : `${counted(own.length, noun`rule`)} of ${rules.length} with another severity:\n${table(own)}`}`;
}

function table(rows: readonly InForce[]): string {
  const cells = rows.map(
    ({ name, value, from }) => [printed(name), printed(JSON.stringify(value)), printed(from)] as const,
  );
  const [nameWidth, valueWidth] = [0, 1].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map(([name, value, from]) => `${name.padEnd(nameWidth ?? 0)}  ${value.padEnd(valueWidth ?? 0)}  ${from}\n`)
    .join('');
}
