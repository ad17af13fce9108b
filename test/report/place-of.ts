import assert from 'node:assert/strict';
import type { FeatureContext } from '../../src/features/context.ts';
import { Project } from '../../src/project/project.ts';
import type { FileRange } from '../../src/report/place.ts';
import type { Position } from '../../src/text/block.ts';
import type { SourceFile } from '../../src/workspace/instance.ts';
import { Store } from '../../src/workspace/store.ts';
import { Workbench, type WorkbenchOptions } from '../support/workbench.ts';

/** A fixture's workspace as features see it, and the cursor in it. */
export interface Spot {
  readonly ctx: FeatureContext;
  readonly file: SourceFile;
  readonly position: Position;
  readonly workbench: Workbench;
}

/** Reads a fixture with a cursor (`<|>`). */
export function spotIn(fixture: string, options: WorkbenchOptions = {}): Spot {
  const workbench = new Workbench(fixture, options);
  const { cursor, files } = workbench.fixture;
  const file = workbench.store.files.get(cursor?.path ?? files[0]?.path ?? '');
  assert.ok(file);
  const ctx: FeatureContext = {
    engine: workbench.engine,
    project: workbench.project ?? new Project(new Store()),
    places: workbench.reporter.places,
    settings: workbench.settings,
    label: (path) => path,
    now: Date.UTC(2026, 10, 23, 12) / 1000,
  };
  return { ctx, file, position: cursor?.position ?? { line: 0, character: 0 }, workbench };
}

/** Places as `file:line: text`, with one-based lines. */
export function show({ workbench }: Spot, places: readonly FileRange[]): string[] {
  return places.map(({ path, range: { start, end } }) => {
    const line = workbench.store.files.get(path)?.document.lineText(start.line) ?? '';
    return `${path}:${start.line + 1}: ${line.slice(start.character, end.line === start.line ? end.character : undefined)}`;
  });
}
