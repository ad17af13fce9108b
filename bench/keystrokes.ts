import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Project } from '../src/project/project.ts';
import { Engine } from '../src/rules/engine/engine.ts';
import { registry } from '../src/rules/registry.ts';
import { sourceOfBytes } from '../src/text/source.ts';
import { Store } from '../src/workspace/store.ts';
import { generatePair } from './generate.ts';

const KEYS = 500;
const SLICE_MS = 4;

/**
 * Types characters all over a zone of so many records whose reverse zone is held too, then changes its $ORIGIN, and
 * prints how long a keystroke takes until its findings are there and how long the longest slice was:
 * `npx tsx bench/keystrokes.ts 1000000`.
 */
async function main(count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-bench-'));
  const { forward, reverse } = await generatePair(folder, count);
  const store = new Store();
  const project = new Project(store);
  const settings = { externalNetworks: [], pools: [], now: Date.now() / 1000, bumpOnFix: true, isOff: () => false };
  const engine = new Engine(store, registry, () => settings);
  const start = performance.now();
  for (const file of [forward, reverse]) project.addPath(file);
  for (const file of project.wanted()) project.put(file, sourceOfBytes(readFileSync(file)));
  let longest = settle(project, engine);
  console.log(
    `loaded and checked: ${(performance.now() - start).toFixed(0)} ms, longest slice ${longest.toFixed(1)} ms`,
  );
  const type = (line: number, character: number, length: number, text: string): void => {
    const range = { start: { line, character }, end: { line, character: character + length } };
    store.edit(forward, [{ range, text }]);
    project.edited(forward);
  };
  const times: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    const before = performance.now();
    type(10 + ((key * 7919) % (count - 20)), 3, 0, 'x');
    engine.check(() => false);
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(KEYS * share)] ?? Number.NaN).toFixed(2);
  console.log(`a key: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(0.999)} ms`);
  settle(project, engine);
  type(0, 8, 1, 'x');
  longest = settle(project, engine);
  console.log(`$ORIGIN changed: longest slice ${longest.toFixed(1)} ms`);
  rmSync(folder, { recursive: true, force: true });
}

/** Works all off in slices, as the server does; the longest one in milliseconds. */
function settle(project: Project, engine: Engine): number {
  let longest = 0;
  for (;;) {
    const start = performance.now();
    if (project.needsAssociation) project.associate();
    const done = engine.step(() => performance.now() - start > SLICE_MS);
    longest = Math.max(longest, performance.now() - start);
    if (done && !project.needsAssociation) return longest;
  }
}

void main(Number(process.argv[2] ?? 1_000_000));
