import { registry } from '../rules/registry.ts';
import { jsonText } from '../text/printable.ts';
import { type CommandRow, usage } from './arguments.ts';
import { TEXT_OR_JSON, textOrJson } from './options.ts';
import { EXIT_FINE, type Surroundings } from './surroundings.ts';

/** What `rules` is asked. */
export interface RulesCommand {
  readonly kind: 'rules';
  readonly format: 'text' | 'json';
}

/** The command `rules`. */
export const rulesRow: CommandRow<RulesCommand> = {
  name: 'rules',
  operands: '',
  about: 'Lists all rules, with their severities and whether they have fixes.',
  options: [TEXT_OR_JSON],
  exit: '0 listed, 2 wrong usage',
  read: (words) =>
    words.paths.length > 0
      ? usage('rules takes no words; explain RULE prints the page of one')
      : { kind: 'rules', format: words.oneOf('format', textOrJson) },
  run: rules,
};

/** `zonewright rules`: all rules, in the order of their ids. */
export async function rules({ format }: RulesCommand, around: Surroundings): Promise<number> {
  const index = indexOf((await around.rulePage('README')) ?? '');
  const rows = [...registry]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, severity, summary, fixes }) => ({
      id,
      severity,
      group: index.get(id)?.group ?? null,
      fixable: fixes !== undefined || index.get(id)?.hasFix === true,
      summary,
    }));
  await around.print(format === 'json' ? `${jsonText({ rules: rows })}\n` : tableOf(rows));
  return EXIT_FINE;
}

interface RuleLine {
  readonly id: string;
  readonly severity: string;
  readonly fixable: boolean;
  readonly summary: string;
}

function tableOf(rows: readonly RuleLine[]): string {
  const width = Math.max(...rows.map(({ id }) => id.length));
  return rows
    .map(
      ({ id, severity, fixable, summary }) =>
        `${id.padEnd(width)}  ${severity.padEnd(11)}  ${fixable ? 'fix' : '   '}  ${summary}\n`,
    )
    .join('');
}

/** What the generated index of the pages says: a text rule's fixes come with its findings, so that only running its examples tells. */
function indexOf(page: string): ReadonlyMap<string, { readonly group: string; readonly hasFix: boolean }> {
  const index = new Map<string, { group: string; hasFix: boolean }>();
  let group = '';
  for (const line of page.split('\n')) {
    const anchor = /^## <a id="([a-z]+)">/.exec(line);
    if (anchor) group = anchor[1] ?? '';
    const row = /^\| \[([a-z0-9-]+)\]\(#\1\) \|.*\| (yes)? ?\|$/.exec(line);
    if (row?.[1] !== undefined) index.set(row[1], { group, hasFix: row[2] !== undefined });
  }
  return index;
}
