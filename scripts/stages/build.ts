import { join } from 'node:path';
import { run } from '../processes.ts';
import { root } from '../root.ts';
import type { Stage } from '../stage.ts';

/** The bundles in dist/, which the later stages run. */
export const buildStage: Stage = {
  name: 'build',
  async run(log) {
    const { code, output } = await run(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root });
    if (output) log(output);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
};
