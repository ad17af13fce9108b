import assert from 'node:assert/strict';
import { fileOf } from '../../src/rules/engine/engine.ts';
import type { Finding, Fix } from '../../src/rules/rule.ts';
import type { TextEdit } from '../../src/text/document.ts';
import { Workbench, type WorkbenchOptions } from '../support/workbench.ts';

/** A finding with what is offered for it. */
export interface Offer {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** All fixes of all findings, in the order of the findings' places. */
export function offers(workbench: Workbench, rule?: string): Offer[] {
  const { engine, store } = workbench;
  return [...engine.book.all()]
    .filter((finding) => rule === undefined || finding.rule === rule)
    .flatMap((finding) => {
      const file = fileOf(store, finding.at);
      const view = file?.instances[0]?.view;
      const record =
        finding.at.kind === 'record' ? store.blocks[store.records.block[finding.at.record] as number] : undefined;
      const context = engine.context(record?.instance.view ?? view ?? store.view(''));
      return (engine.rule(finding.rule)?.fixes?.(finding, context) ?? []).map((fix) => ({ finding, fix }));
    });
}

/** The titles of what is offered; refused ones with their reason. */
export function titles(text: string, rule?: string, options: WorkbenchOptions = {}): string[] {
  return offers(new Workbench(text, options), rule).map(({ fix }) =>
    fix.refused === undefined ? fix.title : `${fix.title} (refused: ${fix.refused})`,
  );
}

/** Applies a fix to the texts of a workbench and reads them again. */
export function apply(workbench: Workbench, fix: Fix): void {
  assert.equal(fix.refused, undefined);
  for (const { file, edits } of fix.edits) workbench.store.edit(file.path, lastFirst(edits));
  workbench.settle();
}

/** Applies the fix with this title and compares the texts of the files given by name. */
export function mends(
  text: string,
  title: string,
  after: Readonly<Record<string, string>>,
  options: WorkbenchOptions = {},
): Workbench {
  const workbench = new Workbench(text, options);
  const all = offers(workbench);
  const found = all.find(({ fix }) => fix.title === title);
  assert.ok(found, `no such fix is offered, but:\n${all.map(({ fix }) => fix.title + (fix.refused ?? '')).join('\n')}`);
  apply(workbench, found.fix);
  for (const [path, expected] of Object.entries(after))
    assert.equal(workbench.text(path), expected.replace(/^\n/, ''), path);
  assert.deepEqual(
    [...workbench.engine.book.all()].filter(({ rule }) => rule === found.finding.rule).map(({ message }) => message),
    [],
    'the finding is gone',
  );
  return workbench;
}

function lastFirst(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
  );
}
