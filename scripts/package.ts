// `npm run package [-- FILE]`: builds and packs zonewright-VERSION.vsix, or FILE.
import { run } from './processes.ts';
import { root } from './root.ts';
import { packVsix, vsixPath } from './vsix.ts';

async function main(file: string): Promise<void> {
  const { code, output } = await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  if (code !== 0) throw new Error(output);
  await packVsix(file);
}

main(process.argv[2] ?? vsixPath()).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
