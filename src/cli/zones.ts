import { type FileOrigin, originsOfFile } from '../features/zone-origin.ts';
import { jsonText } from '../text/printable.ts';
import { type CommandRow, usage } from './arguments.ts';
import { CONFIG, TEXT_OR_JSON, textOrJson } from './options.ts';
import { shownPath } from './paths.ts';
import { printed } from './printed.ts';
import { sayProblems } from './say.ts';
import { EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { openWorkspace, settle } from './workspace.ts';

/** What `zones` is asked. */
export interface ZonesCommand {
  readonly kind: 'zones';
  readonly format: 'text' | 'json';
  readonly config: string | undefined;
  readonly paths: readonly string[];
}

/** The command `zones`. */
export const zonesRow: CommandRow<ZonesCommand> = {
  name: 'zones',
  operands: '[PATH...]',
  about: 'Says which file is which zone, in which view and site, and why.',
  options: [TEXT_OR_JSON, CONFIG],
  exit: '0 told, 2 wrong usage, or something could not be read',
  read: (words) => {
    if (words.paths.includes('-')) return usage('zones does not read standard input');
    const format = words.oneOf('format', textOrJson);
    return { kind: 'zones', format, config: words.last('config'), paths: words.paths };
  },
  run: zones,
};

/** `zonewright zones`: which file is which zone, in which view and site, and why. */
export async function zones(command: ZonesCommand, around: Surroundings): Promise<number> {
  const workspace = await openWorkspace(command, [], around);
  settle(workspace);
  const label = (path: string): string => shownPath(path, around.directory);
  const files = [...workspace.store.files.values()].filter(({ path }) => workspace.isSelected(path));
  const rows = files
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) => originsOfFile({ project: workspace.project, label }, file));
  await around.print(command.format === 'json' ? jsonOf(rows, label) : tableOf(rows, label));
  sayProblems(workspace.problems, around);
  return workspace.problems.length > 0 ? EXIT_TROUBLE : EXIT_FINE;
}

function jsonOf(rows: readonly FileOrigin[], label: (path: string) => string): string {
  const zones = rows.map(({ path, zone, view, site, isHeld, why }) => ({
    file: label(path),
    zone: zone ?? null,
    view,
    site,
    held: isHeld,
    why,
  }));
  return `${jsonText({ zones })}\n`;
}

function tableOf(rows: readonly FileOrigin[], label: (path: string) => string): string {
  if (rows.length === 0) return 'No zone files here\n';
  const cells = rows.map(({ path, zone, view, site, isHeld, why }) =>
    [
      label(path),
      zone === undefined ? '?' : zone === '' ? '.' : zone,
      view || '-',
      site || '-',
      isHeld ? why : `not held: ${why}`,
    ].map((cell) => printed(cell)),
  );
  const table = [['FILE', 'ZONE', 'VIEW', 'SITE', 'WHY'], ...cells];
  const widths = [0, 1, 2, 3].map((column) =>
    table.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0),
  );
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return `${table.map(lineOf).join('\n')}\n`;
}
