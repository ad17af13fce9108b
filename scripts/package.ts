// `npm run package`: builds and packs zonewright-VERSION.vsix.
import { run } from './processes.ts';
import { root } from './root.ts';
import { packVsix, vsixPath } from './vsix.ts';

async function main(): Promise<void> {
  const { code, output } = await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  if (code !== 0) throw new Error(output);
  await packVsix(vsixPath());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
