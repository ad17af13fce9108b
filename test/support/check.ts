import assert from 'node:assert/strict';
import { fixesOf } from '../../src/report/fixes.ts';
import type { Shown } from '../../src/report/shown.ts';
import { type Mark, onOneLine, parseFixture, withMarks, withTexts } from './fixture.ts';
import { typeFixture } from './typing.ts';
import { callerOf, isUpdatingCaller, rewriteLiteral } from './update.ts';
import { Workbench, type WorkbenchOptions } from './workbench.ts';

/**
 * Checks zone texts against the marks in them: what is marked must be found, and nothing else. Each fixture runs twice,
 * loaded at once and typed bit by bit. With UPDATE (see `isUpdating`) the marks in the calling file are written anew.
 */
export function check(text: string, options: WorkbenchOptions = {}): Workbench {
  const fixture = parseFixture(text);
  const workbench = new Workbench(fixture, options);
  const found = workbench.shown().map(markOf);
  const expected = withMarks(text, fixture.marks);
  const actual = withMarks(text, found);
  expectText(text, { actual, expected });
  const typed = typeFixture(fixture, options).shown().map(markOf);
  assert.equal(withMarks(text, typed), actual, 'typed bit by bit, the findings differ from those of a fresh load');
  return workbench;
}

/**
 * Applies the fix with this title (or the first whose title fits) and compares the texts with those of `after`, whose
 * marks, if any, are what must be found then. The fix is taken at the cursor's line where there is a cursor.
 */
export function checkFix(before: string, title: string | RegExp, after: string, options: WorkbenchOptions = {}): void {
  const workbench = check(before, options);
  const { cursor } = workbench.fixture;
  const offered = workbench
    .shown()
    .filter((shown) => !cursor || (shown.path === cursor.path && coversLine(shown, cursor.position.line)))
    .flatMap((shown) => offeredFixes(workbench, shown));
  const fix = pickFix(offered, title);
  assert.equal(fix.refused, undefined);
  fix.apply();
  workbench.settle();
  const expected = parseFixture(after);
  const left = workbench.shown().map(markOf);
  if (expected.files.some((file) => workbench.text(file.path) !== file.text)) {
    const texts = withTexts(after, (path) => workbench.text(path));
    if (texts !== undefined && isUpdatingCaller(callerOf())) {
      rewriteLiteral(callerOf(), after, withMarks(texts, left));
      return;
    }
  }
  for (const file of expected.files) assert.equal(workbench.text(file.path), file.text, file.path);
  const marks = { actual: withMarks(after, left), expected: withMarks(after, expected.marks) };
  expectText(after, marks, 'what is found after the fix');
}

/** Compares; where it is asked for, what differs is written into the test file. */
function expectText(
  literal: string,
  { actual, expected }: { readonly actual: string; readonly expected: string },
  what?: string,
): void {
  if (actual !== expected && isUpdatingCaller(callerOf())) rewriteLiteral(callerOf(), literal, actual);
  else assert.equal(actual, expected, what);
}

/** The fix with a title; where titles are to be written anew, the only one offered takes the place of one that is not. */
function pickFix(offered: readonly OfferedFix[], title: string | RegExp): OfferedFix {
  const fix = offered.find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
  if (fix) return fix;
  const titles = [...new Set(offered.map((one) => one.title))];
  const [only] = offered;
  if (only && titles.length === 1 && typeof title === 'string' && isUpdatingCaller(callerOf())) {
    rewriteLiteral(callerOf(), title, only.title);
    return only;
  }
  assert.fail(`no such fix is offered, but:\n${titles.join('\n')}`);
}

/** The titles of all fixes offered, of one rule where it is given, and why some of them are refused. */
export function fixTitles(workbench: Workbench, rule?: string): string[] {
  return workbench
    .shown()
    .filter((shown) => shown.primary && (rule === undefined || shown.rule === rule))
    .flatMap((shown) => offeredFixes(workbench, shown))
    .map((fix) => (fix.refused === undefined ? fix.title : `${fix.title} (refused: ${fix.refused})`));
}

interface OfferedFix {
  readonly title: string;
  readonly refused: string | undefined;
  readonly apply: () => void;
}

function offeredFixes(workbench: Workbench, shown: Shown): OfferedFix[] {
  const { engine, store } = workbench;
  const offered: OfferedFix[] = (shown.faultFixes ?? []).map((fix) => ({
    title: fix.title,
    refused: undefined,
    apply: () => store.edit(shown.path, [{ range: fix.range, text: fix.text }]),
  }));
  if (!shown.finding) return offered;
  for (const fix of fixesOf(engine, shown)) {
    const apply = (): void => {
      for (const { file, edits } of fix.edits) {
        const lastFirst = [...edits].sort(
          (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
        );
        store.edit(file.path, lastFirst);
      }
    };
    offered.push({ title: fix.title, refused: fix.refused, apply });
  }
  return offered;
}

function markOf(shown: Shown): Mark {
  const { path, range, severity, rule, message, primary } = shown;
  return { path, range, severity, rule, message: onOneLine(message), primary };
}

function coversLine(shown: Shown, line: number): boolean {
  return shown.range.start.line <= line && line <= shown.range.end.line;
}
