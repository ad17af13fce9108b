import { join } from 'node:path';
import { circleFaults } from '../circles.ts';
import { layerFaults, readSources, WHAT_TO_DO } from '../layers.ts';
import { run, runTypeScript } from '../processes.ts';
import { root } from '../root.ts';
import type { Stage } from '../stage.ts';
import { sum, type Tally } from '../test-reporter.mts';

type Log = (line: string) => void;

/** Types, format and lint, layers, import circles, generated files: one check each. */
export const lintStage: Stage = {
  name: 'lint',
  async run(log) {
    const types = await runTool('tsc', ['--noEmit', '-p', '.'], log);
    // Pages of the editor have a document, which nothing else has.
    const pages = await runTool('tsc', ['--noEmit', '-p', 'src/webview'], log);
    const style = await runTool('biome', ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=20'], log);
    return sum([types, pages, style, checkLayers(log), checkCircles(log), await checkGenerated(log)]);
  },
};

async function runTool(tool: string, args: readonly string[], log: Log): Promise<Tally> {
  const windows = process.platform === 'win32';
  const command = join(root, 'node_modules', '.bin', windows ? `${tool}.cmd` : tool);
  const { code, output } = await run(command, args, { cwd: root });
  if (code === 0) return { passed: 1, failed: 0 };
  log(`  ${tool} ${args.join(' ')} ended with ${code}`);
  log(output);
  return { passed: 0, failed: 1 };
}

function checkLayers(log: Log): Tally {
  const faults = layerFaults(readSources(root));
  for (const fault of faults) log(`  ${fault}`);
  if (faults.length > 0) log(`  ${WHAT_TO_DO}`);
  return faults.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function checkCircles(log: Log): Tally {
  const faults = circleFaults(readSources(root));
  for (const fault of faults) log(`  ${fault}`);
  return faults.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function checkGenerated(log: Log): Promise<Tally> {
  const script = join(root, 'scripts', 'generate.ts');
  const { code, output } = await runTypeScript([script, '--check'], { cwd: root, timeoutSeconds: 120 });
  if (code === 0) return { passed: 1, failed: 0 };
  log(output.trimEnd());
  return { passed: 0, failed: 1 };
}
