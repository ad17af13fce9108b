// What vsce runs before it packs the extension (`vscode:prepublish`): the bundles, and the README with words in place of its pictures.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageReadme } from './package-readme.ts';
import { run } from './processes.ts';
import { root } from './root.ts';
import { BUILT, README } from './vsix.ts';

async function main(): Promise<void> {
  if (!process.env[BUILT]) {
    const { code, output } = await run(process.execPath, ['esbuild.mjs'], { cwd: root });
    if (code !== 0) throw new Error(output);
  }
  writeFileSync(join(root, README), packageReadme());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
