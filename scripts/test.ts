// `npm test [-- STAGE...]`: sets up what the tests need and runs all stages, or those named. The last line is the sum.
import {
  attributes,
  bind,
  checkers,
  chromium,
  ensurePrograms,
  nameServers,
  nsupdate,
  otherEditors,
} from './programs.ts';
import { runStage, type Stage, type StageResult } from './stage.ts';
import { buildStages, sideBySideStages } from './stages/stages.ts';
import { sum } from './test-reporter.mts';
import { ensureServer } from './vscode-server.ts';

/** Two: the editor's stages wait for a page most of the time, and take more memory than processor time. */
const laneCount = 2;

/** What all stages need. */
const always = process.platform === 'linux' ? [bind, attributes] : [bind];

/** The stages that need no VS Code. */
const withoutEditor = new Set([
  'build',
  'lint',
  'unit',
  'programs',
  'server',
  'grammar',
  'property',
  'large',
  'audit',
  'live',
  'editors',
]);

async function main(names: readonly string[]): Promise<number> {
  const begin = Date.now();
  const all = [...buildStages, ...sideBySideStages];
  const unknown = names.filter((name) => !all.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(`unknown stage ${unknown.join(', ')}; there are ${all.map((stage) => stage.name).join(', ')}`);
    return 2;
  }
  const chosen = sideBySideStages.filter((stage) => names.length === 0 || names.includes(stage.name));
  const needsEditor = chosen.some((stage) => !withoutEditor.has(stage.name));
  const needed = [
    ...always,
    ...(names.length === 0 || names.includes('programs') ? checkers : []),
    ...(needsEditor ? [chromium] : []),
    ...(chosen.some(({ name }) => name === 'editors') ? otherEditors : []),
    ...(chosen.some(({ name }) => name === 'live') ? [...Object.values(nameServers), nsupdate] : []),
  ];
  if (!(await ensurePrograms(needed, console.log))) return 1;

  const results: StageResult[] = [];
  // The installation waits for the network and the disk: it goes on beside the stages that need no editor.
  const server = needsEditor ? ensureServer(console.log) : Promise.resolve();
  server.catch(() => {});
  for (const stage of buildStages) results.push(await runStage(stage));
  const queue = chosen.map((stage) => (withoutEditor.has(stage.name) ? stage : after(server, stage)));
  await Promise.all(
    Array.from({ length: laneCount }, async () => {
      for (let stage = queue.shift(); stage; stage = queue.shift()) results.push(await runStage(stage));
    }),
  );

  const { passed, failed } = sum(results.map((result) => result.tally));
  console.log(`=== all stages: ${((Date.now() - begin) / 1000).toFixed(1)} s`);
  for (const { name, tally, seconds } of results) {
    console.log(`  ${name.padEnd(10)} ${tally.passed} passed, ${tally.failed} failed, ${seconds.toFixed(1)} s`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** The stage, but not before something else is done; it fails where that fails. */
function after(condition: Promise<unknown>, stage: Stage): Stage {
  return { name: stage.name, run: async (log) => condition.then(() => stage.run(log)) };
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
