import { fixesOf } from '../report/fixes.ts';
import type { Shown } from '../report/shown.ts';
import { type Trace, takenText } from '../report/trace.ts';
import { registry } from '../rules/registry.ts';
import type { Fix } from '../rules/rule.ts';
import { type Asked, findingsAskedAbout, isWanted } from './asked-about.ts';
import { changedFiles } from './changed-since.ts';
import type { CheckCommand, FailLevel } from './check-command.ts';
import { checkAgain } from './check-watch.ts';
import { excludes } from './excluded.ts';
import { fingerprinted, memberFingerprints } from './fingerprint.ts';
import { KnownFindings, readKnownFindings, writeKnownFindings } from './known-findings.ts';
import { whyNoZones } from './no-zones.ts';
import { output } from './output.ts';
import { givenPath, parentFolder, shownPath } from './paths.ts';
import { printResults } from './print-results.ts';
import { printed } from './printed.ts';
import { type Reported, ReportedFinding, summaryOf } from './reported.ts';
import { repositoryFolder } from './repository-folder.ts';
import { sayLines, sayProblem, sayProblems } from './say.ts';
import { EXIT_FINDINGS, EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { verifySignatures } from './verify.ts';
import { openWorkspace, settleWithCommit, type Workspace } from './workspace.ts';

/** `zonewright check`: says what is wrong with the zones that the paths name. */
export async function check(command: CheckCommand, around: Surroundings): Promise<number> {
  return command.watch ? checkAgain(command, around, checkOnce) : checkOnce(command, around);
}

async function checkOnce(command: CheckCommand, outer: Surroundings): Promise<number> {
  const { around, finish } = output(command, outer);
  const known = await knownFindings(command, around);
  const workspace = await openWorkspace(
    { ...command, isKnown: 'problem' in known ? undefined : known.isKnown },
    registry,
    around,
  );
  await settleWithCommit(workspace, around);
  if (command.verify) await verifySignatures(workspace, around, command);
  const problems = [...workspace.problems];
  const selected = await selection(command, { workspace, problems, around });
  around.progress?.end();
  if ('problem' in known) problems.push(known.problem);
  const whole = { ...workspace, isSelected: selected.isPart };
  const trace = command.trace ? tracer(whole, command, around) : undefined;
  const asked = findingsAskedAbout(whole, command, { trace, isOfChange: selected.isOfChange });
  const reported = await reportAll(asked, workspace, { command, around, isExcluded: selected.isExcluded });
  if (command.writesBaseline && command.baseline !== undefined) {
    sayProblems(problems, around);
    return problems.length > 0 ? EXIT_TROUBLE : writeKnownFindings(command.baseline, reported, around);
  }
  const { fresh, passed } = 'problem' in known ? { fresh: reported, passed: 0 } : known.fresh(reported);
  const summary = {
    ...summaryOf(fresh, fileCount(whole)),
    ...(command.baseline === undefined ? {} : { known: passed }),
  };
  await printResults(command, { reported: fresh, summary, problems }, around);
  const unwritten = await finish();
  if (unwritten !== undefined) problems.push(unwritten);
  if (!command.quiet)
    sayWhatWasLeft(
      whole,
      { summary, problems, known, isNarrowed: selected.isNarrowed, isWhole: isWhole(command) },
      around,
    );
  sayProblems(problems, around);
  if (problems.length > 0) return EXIT_TROUBLE;
  return fresh.some((item) => fails(item.shown, command.failOn)) ? EXIT_FINDINGS : EXIT_FINE;
}

/** Whether all that a baseline may have was looked for. */
function isWhole({ paths, rules, ignored, excluded, changedSince }: CheckCommand): boolean {
  return paths.length + rules.length + ignored.length + excluded.length === 0 && changedSince === undefined;
}

async function knownFindings(
  { baseline, writesBaseline }: CheckCommand,
  around: Surroundings,
): Promise<KnownFindings | { readonly problem: string }> {
  return baseline === undefined || writesBaseline ? new KnownFindings([]) : readKnownFindings(baseline, around);
}

interface Selection {
  /** Whether a file was asked about, or is a part of a zone that was. */
  readonly isPart: (path: string) => boolean;
  /** Whether nothing is to be said of a file, also where the other side of a pair was asked about. */
  readonly isExcluded: (path: string) => boolean;
  /** Given where only what concerns changed files is asked about: whether a file is one. */
  readonly isOfChange?: (path: string) => boolean;
  /** Fewer files than the paths name. */
  readonly isNarrowed: boolean;
}

async function selection(
  { excluded, changedSince }: CheckCommand,
  { workspace, problems, around }: { workspace: Workspace; problems: string[]; around: Surroundings },
): Promise<Selection> {
  const isExcluded = excludes(excluded, workspace.root, around);
  const isPart = (path: string): boolean => isPartOfSelected(workspace, path) && !isExcluded(path);
  if (changedSince === undefined) return { isPart, isExcluded, isNarrowed: excluded.length > 0 };
  const changed = await changedFiles(changedSince, workspace, around);
  if ('problem' in changed) {
    problems.push(changed.problem);
    return { isPart: () => false, isExcluded, isNarrowed: true };
  }
  const isOfChange = (path: string): boolean => changed.paths.has(path);
  return { isPart, isOfChange, isExcluded, isNarrowed: true };
}

/** What is said besides the findings, on standard error. */
function sayWhatWasLeft(
  workspace: Workspace,
  said: {
    readonly summary: { readonly files: number };
    readonly problems: readonly string[];
    readonly known: KnownFindings | { readonly problem: string };
    readonly isNarrowed: boolean;
    readonly isWhole: boolean;
  },
  around: Surroundings,
): void {
  const { summary, problems, known } = said;
  if (summary.files > 0)
    for (const path of workspace.passedOver)
      sayProblem(`${shownPath(path, around.directory)} is no zone file by its name and its text: passed over`, around);
  if (summary.files === 0 && problems.length === 0 && !said.isNarrowed)
    sayProblems(whyNoZones(workspace, around), around);
  if (known instanceof KnownFindings && known.unmet > 0 && said.isWhole)
    sayProblem(
      `${known.unmet} of the baseline ${known.unmet === 1 ? 'is' : 'are'} found no more: --write-baseline takes ${known.unmet === 1 ? 'it' : 'them'} out`,
      around,
    );
}

/** Says of each finding in a file that was asked about which pass took it away. */
function tracer({ isSelected }: Workspace, choice: CheckCommand, around: Surroundings): Trace {
  const wanted = isWanted(choice);
  return (taken) => {
    const { at } = taken.what;
    if ((at && !isSelected(at.path)) || !wanted(taken.what)) return;
    const label = (path: string): string => printed(shownPath(path, around.directory));
    sayLines(takenText(taken, label).split('\n'), around);
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

/** Formats that services read which know files by their paths in the repository. */
const FROM_REPOSITORY: ReadonlySet<string> = new Set(['sarif', 'github', 'gitlab', 'junit']);
/** Formats that tell how findings can be fixed. */
const WITH_FIXES: ReadonlySet<string> = new Set(['json', 'sarif']);

async function reportAll(
  asked: Iterable<Asked>,
  workspace: Workspace,
  {
    command,
    around,
    isExcluded,
  }: { readonly command: CheckCommand; readonly around: Surroundings } & Pick<Selection, 'isExcluded'>,
): Promise<readonly Reported[]> {
  const { directory } = around;
  const repository = FROM_REPOSITORY.has(command.format) ? await repositoryFolder(directory, around.files) : undefined;
  const labels = new Map<string, string>();
  const label = (path: string): string => {
    const known = labels.get(path) ?? shownPath(path, repository ?? directory);
    labels.set(path, known);
    return known;
  };
  const hasFixes = WITH_FIXES.has(command.format) && !command.statistics;
  // What a baseline has must not depend on where the program was called, or for which paths.
  const base =
    command.baseline === undefined ? (repository ?? workspace.root) : parentFolder(givenPath(command.baseline, around));
  const reported: ReportedFinding[] = [];
  const all = (): Shown[] => reported.map(({ shown }) => shown);
  let fingerprints: readonly string[] | undefined;
  let members: readonly (readonly string[])[] | undefined;
  const lineOf = lineReader(workspace);
  const reporting = {
    label,
    lineOf,
    fixesOf: (shown: Shown) => (hasFixes ? reportedFixes(shown, workspace, label) : []),
    fingerprintAt: (index: number): string => {
      fingerprints ??= fingerprinted(all(), { workspace, base, lineOf });
      return fingerprints[index] as string;
    },
    membersAt: (index: number): readonly string[] => {
      members ??= memberFingerprints(all(), workspace);
      return members[index] as readonly string[];
    },
  };
  for (const one of asked)
    if (!isExcluded(one.shown.path)) reported.push(new ReportedFinding(one, reported.length, reporting));
  return reported;
}

/** The fixes that may be made. */
function reportedFixes(shown: Shown, { engine }: Workspace, label: (path: string) => string): Reported['fixes'] {
  return fixesOf(engine, shown).flatMap(({ title, safe, refused, edits }: Fix) =>
    refused === undefined
      ? [{ title, safe, edits: edits.map((one) => ({ path: label(one.file.path), edits: one.edits })) }]
      : [],
  );
}

/** Gives the line that a finding is in. A configuration is cut into lines once for all its findings. */
function lineReader({ store, project }: Workspace): (shown: Shown) => string {
  const configurations = new Map<string, readonly string[]>();
  // Of what is found in one line each tells it.
  let last = { path: '', line: -1, text: '' };
  return ({ path, range }) => {
    const { line } = range.start;
    if (last.line === line && last.path === path) return last.text;
    const file = store.files.get(path);
    if (file) {
      last = { path, line, text: file.document.lineText(line) };
      return last.text;
    }
    let lines = configurations.get(path);
    if (!lines) {
      lines = project.configurations.text(path)?.split(/\r\n|\n|\r/) ?? [];
      configurations.set(path, lines);
    }
    return lines[line] ?? '';
  };
}
