import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asciiText, type SourceText, sourceOfText } from '../../src/text/source.ts';
import { sourceOf } from '../../src/workspace/whole-text.ts';
import { Bench } from './dump.ts';

/** A file that is a zone, in a view. */
export interface ZoneFile {
  readonly file: string;
  readonly origin: string;
  readonly view?: string;
}

/** A change of one text. */
export interface Change {
  readonly file: string;
  /** The share of the text before it. */
  readonly at: number;
  /** So many characters, or lines where whole ones are changed, are taken out. */
  readonly remove: number;
  readonly ofLines?: true;
  readonly insert: string;
  /** Whether it comes as a new text. */
  readonly whole: boolean;
  /** The next change comes after so many looks at the clock, where it does not wait until all is checked. */
  readonly looks?: number | undefined;
}

/** Changes of files by whole lines: up to so many are taken out, and one of those given comes in their place, or none. */
export function lineChanges(files: readonly string[], line: fc.Arbitrary<string>, most: number): fc.Arbitrary<Change> {
  return fc.record({
    file: fc.constantFrom(...files),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.integer({ min: 0, max: most }),
    ofLines: fc.constant(true as const),
    insert: fc.oneof(
      fc.constant(''),
      line.map((text) => `${text}\n`),
    ),
    whole: fc.constant(false),
  });
}

/** Runs per start; RUNS=1000 for a long run by hand, and SEED for one that is to come again. */
const RUNS = Number(process.env.RUNS ?? 60);
const SEED = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

/** Makes edits, and compares with a fresh load after each. */
export function checkEdits(
  zones: readonly ZoneFile[],
  texts: fc.Arbitrary<ReadonlyMap<string, string>>,
  edits: fc.Arbitrary<readonly Change[]>,
): void {
  // Some begin while the texts are still being read.
  const begun = fc.option(fc.nat({ max: 24 }), { nil: undefined });
  const run = fc.check(
    fc.property(texts, edits, begun, (...all) => assert.equal(differences(zones, ...all), '')),
    { numRuns: RUNS, ...SEED },
  );
  if (!run.failed) return;
  const [files, changes, looks] = run.counterexample ?? [];
  const found = files && changes ? differences(zones, files, changes, looks) : String(run.errorInstance);
  assert.fail(`SEED=${run.seed} RUNS=${run.numRuns}\n${found}`);
}

/**
 * How what is known after the edits differs from what a fresh load finds, with the texts; empty where it does not. The
 * first edit comes after so many looks at the clock, or when all is checked.
 */
export function differences(
  zones: readonly ZoneFile[],
  files: ReadonlyMap<string, string>,
  changes: readonly Change[],
  begun?: number,
): string {
  const current = new Map(files);
  const kept = new Bench(current, zones);
  if (begun !== undefined) stepFor(kept, begun);
  else {
    kept.run();
    const passed = kept.dump();
    lookAtEachName(kept);
    const missed = compared(passed, kept.dump());
    if (missed.length > 0) return [...textsOf(files), 'names looked at one by one:', ...missed].join('\n');
  }
  for (const [i, change] of changes.entries()) {
    const before = current.get(change.file) ?? '';
    const { start, end } = rangeOf(change, before);
    const after = before.slice(0, start) + change.insert + before.slice(end);
    current.set(change.file, after);
    applyEdit(kept, { file: change.file, before, start, end, insert: change.insert, after, whole: change.whole });
    const file = kept.store.files.get(change.file);
    assert.equal(file && textOf(sourceOf(file)), after);
    if (change.looks !== undefined && i < changes.length - 1) {
      stepFor(kept, change.looks);
      continue;
    }
    kept.run();
    const fresh = new Bench(current, zones);
    fresh.run();
    const lines = compared(kept.dump(), fresh.dump());
    if (lines.length > 0)
      return [
        ...textsOf(files),
        `begun: ${begun}`,
        ...changes.slice(0, i + 1).map((each) => JSON.stringify(each)),
        ...lines,
      ].join('\n');
  }
  return '';
}

function stepFor({ engine }: Bench, looks: number): void {
  let left = looks;
  engine.step(() => left-- <= 0);
}

function textOf({ text, codes }: SourceText): string {
  return text ?? asciiText(codes);
}

/** Has each name checked by itself: a load runs past those that no rule should have anything to say of. */
function lookAtEachName({ store, engine }: Bench): void {
  for (const view of store.views.values()) for (let name = 0; name < store.names.count; name++) view.touch(name);
  engine.step(() => false);
}

function compared(kept: readonly string[], fresh: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of kept) left.set(line, (left.get(line) ?? 0) + 1);
  for (const line of fresh) left.set(line, (left.get(line) ?? 0) - 1);
  return [...left].flatMap(([line, count]) => (count === 0 ? [] : [`${count > 0 ? 'too many' : 'missing'}: ${line}`]));
}

function textsOf(files: ReadonlyMap<string, string>): string[] {
  return [...files].map(([file, text]) => `;- ${file}\n${text}`);
}

function rangeOf({ at, remove, ofLines }: Change, text: string): { start: number; end: number } {
  if (!ofLines) {
    const start = Math.floor(at * text.length);
    return { start, end: Math.min(text.length, start + remove) };
  }
  const lines = text.split('\n');
  const first = Math.min(Math.floor(at * lines.length), lines.length - 1);
  const start = lines.slice(0, first).join('\n').length + Number(first > 0);
  return {
    start,
    end: Math.min(text.length, start + lines.slice(first, first + remove).join('\n').length + Number(remove > 0)),
  };
}

function applyEdit(
  bench: Bench,
  change: { file: string; before: string; start: number; end: number; insert: string; after: string; whole: boolean },
): void {
  // An editor never puts the cursor inside a CRLF: such a change comes as a new text.
  const splits = [change.start, change.end].some((at) => change.before[at - 1] === '\r' && change.before[at] === '\n');
  if (change.whole || splits) bench.store.setFile(change.file, sourceOfText(change.after));
  else
    bench.store.edit(change.file, [
      {
        range: { start: positionOf(change.before, change.start), end: positionOf(change.before, change.end) },
        text: change.insert,
      },
    ]);
}

function positionOf(content: string, offset: number): { line: number; character: number } {
  const lines = content.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
}
