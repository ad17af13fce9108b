import { createTwoFilesPatch } from 'diff';
import { EditSet } from '../edits/edit-set.ts';
import { addPointers, serialsLeftIn } from '../features/bulk.ts';
import { counted, noun } from '../language/phrase.ts';
import { fixesOf } from '../report/fixes.ts';
import type { Shown } from '../report/shown.ts';
import { wantsPointer } from '../rules/fixes/insert-fixes.ts';
import { registry, ruleOf } from '../rules/registry.ts';
import type { Fix } from '../rules/rule.ts';
import { bytesOf } from '../text/source.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { FixCommand } from './arguments.ts';
import { findingsIn } from './asked-about.ts';
import { fileCount } from './check.ts';
import { type Left, leftLines } from './left.ts';
import { whyNoZones } from './no-zones.ts';
import { printPatch } from './patch.ts';
import { relativePath, shownPath, withSlash } from './paths.ts';
import { printed } from './printed.ts';
import { sayLines, sayProblems } from './say.ts';
import { EXIT_FINDINGS, EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { openWorkspace, settle, settleWithCommit, type Workspace } from './workspace.ts';

/** `zonewright fix`: fixes what can be fixed; prints a unified diff, or writes the files. */
export async function fix(command: FixCommand, around: Surroundings): Promise<number> {
  const workspace = await openWorkspace(command, registry, around);
  await settleWithCommit(workspace, around, 'later');
  await rememberSerials(workspace, around);
  const before = new Map<string, string>();
  const { done, left } = makeFixes(workspace, command.rules, before);
  const changed = [...before].filter(([path, text]) => textOf(workspace, path) !== text).sort(byFirst);
  const failures = command.write
    ? await writeFiles(workspace, changed, around)
    : await printDiff(workspace, changed, around);
  sayProblems([...workspace.problems, ...failures], around);
  if (failures.length === 0 && changed.length > 0)
    around.complain(`${done} ${done === 1 ? 'fix' : 'fixes'} in ${counted(changed.length, noun`file`)}`);
  for (const why of serialsLeftIn(workspace.engine, filesOf(workspace, changed))) around.complain(`left: ${why}`);
  sayLines(leftLines(left), around);
  if (changed.length === 0 && left.size === 0 && workspace.problems.length === 0) {
    if (fileCount(workspace) === 0) sayProblems(whyNoZones(workspace, around), around);
    else around.complain('Nothing to fix');
  }
  if (workspace.problems.length + failures.length > 0) return EXIT_TROUBLE;
  return changed.length > 0 && !command.write ? EXIT_FINDINGS : EXIT_FINE;
}

/**
 * Looks up which serial each zone had at the last commit; where nobody knows, the one it has now counts. So a zone is
 * raised once, however many of its records are fixed.
 */
async function rememberSerials(workspace: Workspace, around: Surroundings): Promise<void> {
  const { store, baselines, committed } = workspace;
  const zones = [...store.views.values()].flatMap((view) => [...view.zones.values()].flat());
  for (const zone of zones) baselines.serial(zone);
  await settleWithCommit(workspace, around, 'later');
  for (const { root } of zones) {
    if (committed.has(root.file.path)) continue;
    const { document } = root.file;
    baselines.put(root.file.path, document.source);
  }
  settle(workspace);
}

const MOST_ROUNDS = 10_000;
/** Findings that say the same and are still as many after so many rounds with fixes for them are left as they are. */
const MOST_TRIES = 2;

/** What has become of the findings: how many fixes were made, and the findings that are left. */
export interface Fixed {
  readonly done: number;
  readonly left: ReadonlyMap<Shown, Left>;
}

/**
 * Applies fixes until none is left; `before` gets the texts of the files that were changed. Missing PTR records are added
 * all at once; the others go in rounds in which no two touch, and all is checked again after each. A finding that has no
 * fix is asked again once all the others are fixed. Where rules are asked for by name, their fixes may be other than
 * safe, so only what was there at the start is fixed: else one guess would follow from the other.
 */
function makeFixes(workspace: Workspace, rules: readonly string[], before: Map<string, string>): Fixed {
  const tries = new Tries();
  const leftByKey = new Map<string, Left>();
  const atStart = new Set(rules.length > 0 ? findingsIn(workspace, rules).map(placeOf) : []);
  const isNew = (shown: Shown): boolean => rules.length > 0 && !atStart.has(placeOf(shown));
  let done = 0;
  let isLastLook = true;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = findingsIn(workspace, rules);
    const left = new Map<Shown, Left>();
    const pointers = addPointers(
      workspace.engine,
      found.filter((shown) => isPointerWanted(shown, rules, round) && !isNew(shown)),
    );
    for (const [shown, refused] of pointers.refused) left.set(shown, { refused });
    const plan = new EditSet();
    if (plan.add(pointers.edits)) done += pointers.count;
    const counts = new Map<string, number>();
    const addresses = new Set<string>();
    for (const shown of found) {
      if (isNew(shown)) {
        left.set(shown, 'new');
        continue;
      }
      if (wantsPointer(ruleOf(shown.rule), shown.finding)) continue;
      const key = keyOf(shown);
      const index = counts.get(key) ?? 0;
      counts.set(key, index + 1);
      // Of findings that say the same each is looked at by itself.
      const keyOfOne = `${key} ${index}`;
      const known = tries.areOver(key) ? 'still there' : leftByKey.get(keyOfOne);
      const { fix: chosen, why = 'no fix' } = known ? { why: known } : chooseFix(shown, workspace, rules);
      // What two PTRs of one address are changed to may be the same: the second one waits for the first.
      const address = ruleOf(shown.rule)?.scope === 'address' ? placeOf(shown) : undefined;
      if (chosen && address !== undefined && addresses.has(address)) continue;
      if (!chosen) {
        left.set(shown, why);
        leftByKey.set(keyOfOne, why);
      } else if (plan.add(chosen.edits)) {
        tries.note(key);
        if (address !== undefined) addresses.add(address);
        done++;
      }
    }
    tries.endRound(counts);
    if (plan.isEmpty && isLastLook) return { done, left };
    // What had no fix before may have one now.
    isLastLook = plan.isEmpty;
    if (plan.isEmpty) leftByKey.clear();
    else apply(workspace, plan, before);
  }
  return { done, left: new Map() };
}

/** Which findings had fixes that came to nothing: as many that say the same are there after so many rounds. */
class Tries {
  /** By what findings say how many there were at least in a round with a fix, and how many rounds there have been since. */
  readonly #known = new Map<string, { readonly least: number; readonly rounds: number }>();
  #tried = new Set<string>();

  areOver(key: string): boolean {
    return (this.#known.get(key)?.rounds ?? 0) >= MOST_TRIES;
  }

  /** A fix is made for a finding. */
  note(key: string): void {
    this.#tried.add(key);
  }

  endRound(counts: ReadonlyMap<string, number>): void {
    for (const key of this.#tried) {
      const count = counts.get(key) ?? 0;
      const known = this.#known.get(key);
      const isFewer = known === undefined || count < known.least;
      this.#known.set(key, isFewer ? { least: count, rounds: 1 } : { least: known.least, rounds: known.rounds + 1 });
    }
    this.#tried = new Set();
  }
}

/** Of the addresses that hosts took themselves only where it is asked for, and once: else one would follow the other. */
function isPointerWanted({ rule, finding }: Shown, rules: readonly string[], round: number): boolean {
  if (!wantsPointer(ruleOf(rule), finding)) return false;
  return finding?.data?.isSelfAssigned !== true || (rules.length > 0 && round === 0);
}

function apply(workspace: Workspace, plan: EditSet, before: Map<string, string>): void {
  for (const { file, edits } of plan.edits) {
    const { path } = file;
    if (!before.has(path)) before.set(path, textOf(workspace, path));
    // Each range is of the text before all edits: from the end on they do not move each other.
    workspace.store.edit(path, [...edits].reverse());
    workspace.project.edited(path);
  }
  settle(workspace);
}

/** Where a finding stands, whatever becomes of its lines: its name or address; of a fault of the text what is said. */
function placeOf({ rule, path, message, finding }: Shown): string {
  return `${rule} ${path} ${finding?.key ?? message}`;
}

/** A finding as far as it stays the same while other lines change. */
function keyOf({ rule, path, message, finding }: Shown): string {
  return `${rule} ${path} ${message} ${finding?.key ?? ''}`;
}

/** Without rules: the first safe fix. With rules: the first fix of each finding. Where there is none, why. */
function chooseFix(
  shown: Shown,
  { engine }: Workspace,
  rules: readonly string[],
): { readonly fix?: Fix; readonly why?: Left } {
  const fixes = fixesOf(engine, shown);
  const allowed = fixes.filter((one) => one.refused === undefined && one.edits.length > 0);
  const fix = allowed.find(({ safe }) => safe || rules.length > 0);
  if (fix) return { fix };
  if (allowed.length > 0) return { why: 'to be looked at' };
  const refused = fixes.find((one) => one.refused !== undefined)?.refused;
  return { why: refused === undefined ? 'no fix' : { refused } };
}

function filesOf({ store }: Workspace, changed: readonly (readonly [string, string])[]): { file: SourceFile }[] {
  return changed.flatMap(([path]) => {
    const file = store.files.get(path);
    return file ? [{ file }] : [];
  });
}

function textOf({ store }: Workspace, path: string): string {
  return store.files.get(path)?.document.text ?? '';
}

function byFirst(a: readonly [string, string], b: readonly [string, string]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

async function printDiff(
  workspace: Workspace,
  changed: readonly (readonly [string, string])[],
  around: Surroundings,
): Promise<string[]> {
  const isBelow = changed.every(([path]) => path.startsWith(withSlash(around.directory)));
  // No program applies a patch to what lies above: as git does, paths are those from the root then.
  const from = isBelow ? around.directory : workspace.root;
  for (const [path, before] of changed) {
    const name = relativePath(path, from);
    const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, textOf(workspace, path));
    await printPatch(patch.replace(/^=+\n/, ''), around);
  }
  if (!isBelow) around.complain(`The paths are those from ${shownPath(from, around.directory)}`);
  return [];
}

async function writeFiles(
  workspace: Workspace,
  changed: readonly (readonly [string, string])[],
  around: Surroundings,
): Promise<string[]> {
  const changes = changed.map(([path, before]) => {
    const encoding = workspace.store.files.get(path)?.document.encoding ?? 'utf8';
    return { path, before: bytesOf(before, encoding), after: bytesOf(textOf(workspace, path), encoding) };
  });
  const problems = await around.writeFiles(changes);
  if (problems.length === 0)
    for (const { path } of changes) await around.print(`${printed(shownPath(path, around.directory))}\n`);
  else if (!problems.some((problem) => problem.isLeftWritten))
    around.complain(`Nothing is written: ${counted(changed.length, noun`file`)} would change, and all change or none`);
  return problems.map(({ path, message }) => `${shownPath(path, around.directory)}: ${message}`);
}
