import assert from 'node:assert/strict';
import {
  prove,
  type RefactorDraft,
  type Refactoring,
  type RefactorPlace,
} from '../../../src/features/refactor/refactoring.ts';
import { Project } from '../../../src/project/project.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';
import type { Range } from '../../../src/text/block.ts';
import { finished } from '../../../src/text/finished.ts';
import { parseFixture } from '../../support/fixture.ts';
import { Workbench } from '../../support/workbench.ts';

/** A refactoring's kind: what it finds at a place. */
export type Find = (place: RefactorPlace) => readonly RefactorDraft[];

/** What is offered at the cursor `<|>`, or for the lines from there on; each proven. */
export function offered(find: Find, fixture: string, lineCount = 0): { workbench: Workbench; all: Refactoring[] } {
  const workbench = new Workbench(fixture);
  const { cursor } = parseFixture(fixture);
  assert.ok(cursor, 'the fixture has a cursor');
  const file = workbench.store.files.get(cursor.path);
  assert.ok(file);
  const { engine, reporter, store } = workbench;
  const ctx = {
    engine,
    project: new Project(store),
    places: reporter.places,
    settings: defaultSettings,
    label: (path: string) => path,
    now: Date.UTC(2026, 10, 23, 12) / 1000,
  };
  const start = cursor.position;
  const end = lineCount === 0 ? start : { line: start.line + lineCount, character: 0 };
  const range: Range = { start, end };
  const place: RefactorPlace = { ctx, file, range };
  return { workbench, all: find(place).map((draft) => finished(prove(place, draft))) };
}

/** The titles, with why those are refused that are. */
export function titles(find: Find, fixture: string, lineCount = 0): string[] {
  return offered(find, fixture, lineCount).all.map(({ title, refused }) =>
    refused === undefined ? title : `${title} (refused: ${refused})`,
  );
}

/** Makes the refactoring with a title, and compares the texts; new files are appended to them. */
export function refactor(find: Find, before: string, title: string, after: string, lineCount = 0): void {
  const { workbench, all } = offered(find, before, lineCount);
  const chosen = all.find((one) => one.title === title);
  assert.ok(chosen, `offered are: ${all.map((one) => one.title).join(', ')}`);
  assert.equal(chosen.refused, undefined);
  for (const { file, edits } of chosen.edits) workbench.store.edit(file.path, [...edits].reverse());
  for (const { path, text } of parseFixture(after).files) {
    const made: string | undefined = chosen.created.find((one) => one.path === path)?.text;
    assert.equal(made ?? workbench.text(path), text, path);
  }
}
