import { mendsOf } from '../report/mends.ts';
import type { Shown } from '../report/shown.ts';
import { type Trace, takenText } from '../report/trace.ts';
import { registry, ruleOf } from '../rules/registry.ts';
import type { CheckCommand, FailLevel } from './arguments.ts';
import { type Asked, findingsAskedAbout } from './asked-about.ts';
import { formatGithub } from './format-github.ts';
import { formatJson } from './format-json.ts';
import { formatSarif, type SarifRule } from './format-sarif.ts';
import { formatSummary, formatText, printable } from './format-text.ts';
import { noZonesText } from './no-zones.ts';
import { type Reported, type Summary, summaryOf } from './reported.ts';
import { EXIT_FINDINGS, EXIT_FINE, EXIT_TROUBLE, type Surroundings, shownPath } from './surroundings.ts';
import { openWorkspace, settleWithCommit, type Workspace } from './workspace.ts';

/** `zonewright check`: says what is wrong with the zones that the paths name. */
export async function check(command: CheckCommand, around: Surroundings): Promise<number> {
  const workspace = await openWorkspace(command, registry, around);
  await settleWithCommit(workspace, around);
  const whole = { ...workspace, isSelected: (path: string) => isPartOfSelected(workspace, path) };
  const asked = findingsAskedAbout(
    whole,
    command.rules,
    command.trace ? tracer(whole, command.rules, around) : undefined,
  );
  const lineOf = lineReader(workspace);
  const how = { around, lineOf, withFixes: command.format === 'json' };
  const reported = asked.map((item) => report(item, workspace, how));
  const summary = summaryOf(reported, fileCount(whole));
  await printAll(command, { reported, summary, problems: workspace.problems }, around);
  if (summary.files > 0)
    for (const path of workspace.passedOver)
      around.complain(
        `zonewright: ${shownPath(path, around.directory)} is no zone file by its name and its text: passed over\n`,
      );
  if (summary.files === 0 && workspace.problems.length === 0) around.complain(noZonesText(workspace, around));
  for (const problem of workspace.problems) around.complain(`zonewright: ${printable(problem)}\n`);
  if (workspace.problems.length > 0) return EXIT_TROUBLE;
  return reported.some((item) => fails(item.shown, command.failOn)) ? EXIT_FINDINGS : EXIT_FINE;
}

/** Says of each finding in a file that was asked about which pass took it away. */
function tracer({ isSelected }: Workspace, rules: readonly string[], around: Surroundings): Trace {
  return (taken) => {
    const { rule, at } = taken.what;
    if (at && !isSelected(at.path)) return;
    if (rules.length > 0 && !rules.includes(rule)) return;
    around.complain(`${takenText(taken, (path) => shownPath(path, around.directory))}\n`);
  };
}

/** Whether a file was asked about, or is included by one that was: a zone is not well where a part of it is not. */
function isPartOfSelected({ store, isSelected }: Workspace, path: string): boolean {
  if (isSelected(path)) return true;
  for (const instance of store.files.get(path)?.instances ?? [])
    for (let up = instance.parent?.instance; up; up = up.parent?.instance) if (isSelected(up.file.path)) return true;
  return false;
}

function fails({ severity }: Shown, failOn: FailLevel): boolean {
  return failOn !== 'none' && (severity === 'error' || (severity === 'warning' && failOn === 'warning'));
}

/** The number of zone files among those that were asked about. */
export function fileCount({ store, isSelected }: Workspace): number {
  let count = 0;
  for (const path of store.files.keys()) if (isSelected(path)) count++;
  return count;
}

function report(
  { shown, otherSide }: Asked,
  workspace: Workspace,
  how: { readonly around: Surroundings; readonly lineOf: (shown: Shown) => string; readonly withFixes: boolean },
): Reported {
  const { directory } = how.around;
  return {
    shown,
    path: shownPath(shown.path, directory),
    related: shown.related.map((item) => ({ ...item, path: shownPath(item.path, directory) })),
    ...(otherSide ? { otherSide: { ...otherSide, path: shownPath(otherSide.path, directory) } } : {}),
    lineText: () => how.lineOf(shown),
    fixes: how.withFixes ? fixesOf(shown, workspace) : [],
  };
}

/** The mends that may be made. */
function fixesOf(shown: Shown, { engine }: Workspace): Reported['fixes'] {
  return mendsOf(engine, shown).flatMap(({ title, safe, refused }) => (refused === undefined ? [{ title, safe }] : []));
}

/** Gives the line that a finding is in. A configuration is cut into lines once for all its findings. */
function lineReader({ store, project }: Workspace): (shown: Shown) => string {
  const configurations = new Map<string, readonly string[]>();
  return ({ path, range }) => {
    const { line } = range.start;
    const file = store.files.get(path);
    if (file) return file.document.lineText(line);
    let lines = configurations.get(path);
    if (!lines) {
      lines = project.configurationText(path)?.split(/\r\n|\n|\r/) ?? [];
      configurations.set(path, lines);
    }
    return lines[line] ?? '';
  };
}

interface Results {
  readonly reported: readonly Reported[];
  readonly summary: Summary;
  readonly problems: readonly string[];
}

async function printAll(command: CheckCommand, results: Results, around: Surroundings): Promise<void> {
  const { reported, summary, problems } = results;
  switch (command.format) {
    case 'text':
      await printEach(reported, (item) => formatText(item, around.hasColors), around);
      return around.print(formatSummary(summary));
    case 'github':
      return printEach(reported, formatGithub, around);
    case 'json':
      return around.print(formatJson(reported, summary));
    case 'sarif': {
      const rules = await sarifRules(reported, around);
      return around.print(formatSarif(reported, rules, { version: around.version, problems }));
    }
  }
}

const CHUNK = 65_536;

async function printEach(
  reported: readonly Reported[],
  format: (item: Reported) => string,
  around: Surroundings,
): Promise<void> {
  let chunk = '';
  for (const item of reported) {
    chunk += format(item);
    if (chunk.length < CHUNK) continue;
    await around.print(chunk);
    chunk = '';
  }
  if (chunk !== '') await around.print(chunk);
}

/** The rules that have findings, in the order of their ids. */
async function sarifRules(reported: readonly Reported[], around: Surroundings): Promise<readonly SarifRule[]> {
  const ids = [...new Set(reported.map((item) => item.shown.rule))].sort();
  return Promise.all(
    ids.map(async (id) => {
      const rule = ruleOf(id);
      const page = await around.rulePage(id);
      return { id, summary: rule?.summary ?? id, severity: rule?.severity ?? 'error', page };
    }),
  );
}
