import { createTwoFilesPatch } from 'diff';
import type { Shown } from '../features/report.ts';
import { registry } from '../rules/registry.ts';
import type { Position } from '../text/block.ts';
import type { TextEdit } from '../text/document.ts';
import { type Encoding, sourceOfText } from '../text/source.ts';
import type { FixCommand } from './arguments.ts';
import { selectedFindings } from './check.ts';
import { fixesOf, type ShownFixEdits } from './shown-fixes.ts';
import { EXIT_FINDINGS, EXIT_FINE, EXIT_TROUBLE, type Surroundings, shownPath } from './surroundings.ts';
import { openWorkspace, settle, settleWithCommit, type Workspace } from './workspace.ts';

/** `zonewright fix`: mends what can be mended; prints a unified diff, or writes the files. */
export async function fix(command: FixCommand, around: Surroundings): Promise<number> {
  const workspace = await openWorkspace(command, registry, around);
  await settleWithCommit(workspace, around);
  await rememberSerials(workspace, around);
  const before = new Map<string, string>();
  const done = mend(workspace, command.rules, before);
  const changed = [...before].filter(([path, text]) => textOf(workspace, path) !== text).sort(byFirst);
  const failures = command.write
    ? await writeFiles(workspace, changed, around)
    : await printDiff(workspace, changed, around);
  for (const problem of [...workspace.problems, ...failures]) around.complain(`zonewright: ${problem}\n`);
  if (changed.length > 0)
    around.complain(
      `${done} ${done === 1 ? 'fix' : 'fixes'} in ${changed.length} ${changed.length === 1 ? 'file' : 'files'}\n`,
    );
  if (workspace.problems.length + failures.length > 0) return EXIT_TROUBLE;
  return changed.length > 0 && !command.write ? EXIT_FINDINGS : EXIT_FINE;
}

/**
 * Looks up which serial each zone had at the last commit; where nobody knows, the one it has now counts. So a zone is
 * raised once, however many of its records are mended.
 */
async function rememberSerials(workspace: Workspace, around: Surroundings): Promise<void> {
  const { store, baselines, committed } = workspace;
  const zones = [...store.views.values()].flatMap((view) => [...view.zones.values()].flat());
  for (const zone of zones) baselines.serial(zone);
  await settleWithCommit(workspace, around);
  for (const { root } of zones) {
    if (committed.has(root.file.path)) continue;
    const { document } = root.file;
    baselines.put(root.file.path, sourceOfText(document.text, document.encoding));
  }
  settle(workspace);
}

const MOST_ROUNDS = 10_000;
/** A finding that is still there after so many of its fixes is left as it is. */
const MOST_TRIES = 2;

/**
 * Applies fixes in rounds until none is left; in a round no two touch, and all is checked again after it. Returns how
 * many were applied; `before` gets the texts of the files that were changed.
 */
export function mend(workspace: Workspace, rules: readonly string[], before: Map<string, string>): number {
  const tries = new Map<string, number>();
  let done = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const plan = new Map<string, TextEdit[]>();
    for (const shown of selectedFindings(workspace, rules)) {
      const key = keyOf(shown);
      if ((tries.get(key) ?? 0) >= MOST_TRIES) continue;
      const chosen = chooseFix(shown, workspace, rules);
      if (!chosen || !join(plan, chosen)) continue;
      tries.set(key, (tries.get(key) ?? 0) + 1);
      done++;
    }
    if (plan.size === 0) return done;
    for (const [path, edits] of plan) {
      if (!before.has(path)) before.set(path, textOf(workspace, path));
      workspace.store.edit(path, lastFirst(edits));
      workspace.project.edited(path);
    }
    settle(workspace);
  }
  return done;
}

/** A finding as far as it stays the same while other lines change. */
function keyOf({ rule, path, message, finding }: Shown): string {
  return `${rule} ${path} ${message} ${finding?.key ?? ''}`;
}

/** Without rules: the safe fixes, and the first name for a missing PTR. With rules: the first fix of each finding. */
function chooseFix(shown: Shown, workspace: Workspace, rules: readonly string[]): ShownFixEdits | undefined {
  const fixes = fixesOf(shown, workspace);
  return rules.length > 0 || shown.rule === 'ptr-missing' ? fixes[0] : fixes.find((one) => one.safe);
}

/** Adds a fix to the round's edits unless one of its edits touches one of them. Equal edits (one serial's) are one. */
function join(plan: Map<string, TextEdit[]>, chosen: ShownFixEdits): boolean {
  const added: [string, TextEdit][] = [];
  for (const [path, edits] of chosen.edits) {
    const planned = plan.get(path) ?? [];
    for (const edit of edits) {
      if (planned.some((other) => isSameReplacement(edit, other))) continue;
      if (planned.some((other) => touches(edit, other))) return false;
      added.push([path, edit]);
    }
  }
  if (added.length === 0) return false;
  for (const [path, edit] of added) plan.set(path, [...(plan.get(path) ?? []), edit]);
  return true;
}

function isSameReplacement(a: TextEdit, b: TextEdit): boolean {
  const isEmpty = compare(a.range.start, a.range.end) === 0;
  return (
    !isEmpty &&
    a.text === b.text &&
    compare(a.range.start, b.range.start) === 0 &&
    compare(a.range.end, b.range.end) === 0
  );
}

/** Edits that share a character or a place between two. */
function touches(a: TextEdit, b: TextEdit): boolean {
  return compare(a.range.start, b.range.end) <= 0 && compare(b.range.start, a.range.end) <= 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Each edit's range is of the text before all of them: from the end on they do not move each other. */
function lastFirst(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => compare(b.range.start, a.range.start));
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
  for (const [path, before] of changed) {
    const shown = shownPath(path, around.directory);
    const patch = createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, textOf(workspace, path));
    await around.print(patch.replace(/^=+\n/, ''));
  }
  return [];
}

async function writeFiles(
  workspace: Workspace,
  changed: readonly (readonly [string, string])[],
  around: Surroundings,
): Promise<string[]> {
  const failures: string[] = [];
  for (const [path] of changed) {
    const encoding = workspace.store.files.get(path)?.document.encoding ?? 'utf8';
    const problem = await around.writeFile(path, bytesOf(textOf(workspace, path), encoding));
    if (problem !== undefined) failures.push(`${shownPath(path, around.directory)}: ${problem}`);
    else await around.print(`${shownPath(path, around.directory)}\n`);
  }
  return failures;
}

/** The bytes of a text, in the encoding it was read in. */
export function bytesOf(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
