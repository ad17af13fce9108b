// `npm run release [-- --dry-run]`: looks whether all is ready, builds both packages, and prints what publishes them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { layOutNpmPackage } from './npm-package.ts';
import { run } from './processes.ts';
import { releaseFaults, releaseSteps } from './release-steps.ts';
import { root } from './root.ts';
import { packedFiles, packVsix } from './vsix.ts';

async function main(words: readonly string[]): Promise<void> {
  const isDryRun = words.includes('--dry-run');
  const strange = words.find((word) => word !== '--dry-run');
  if (strange !== undefined) throw new Error(`there is no option "${strange}": npm run release [-- --dry-run]`);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const faults = releaseFaults({
    version: manifest.version,
    changelog: readFileSync(join(root, 'CHANGELOG.md'), 'utf8'),
    changed: execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }),
    tags: execFileSync('git', ['tag', '--list'], { cwd: root, encoding: 'utf8' }).split('\n'),
  });
  for (const fault of faults) console.log(`not ready: ${fault}`);
  if (faults.length > 0 && !isDryRun)
    throw new Error('nothing is packed until all is ready; --dry-run packs all the same');
  const built = await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  if (built.code !== 0) throw new Error(built.output);
  const folder = isDryRun ? mkdtempSync(join(tmpdir(), 'zonewright-release-')) : join(root, 'release');
  mkdirSync(folder, { recursive: true });
  try {
    const vsix = join(folder, `zonewright-${manifest.version}.vsix`);
    await packVsix(vsix);
    // vsce has printed what is in it.
    console.log(`${basename(vsix)}: ${(await packedFiles()).length} files, ${statSync(vsix).size} bytes`);
    layOutNpmPackage(join(folder, 'npm'));
    const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
      cwd: join(folder, 'npm'),
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const [{ filename, size, files }] = JSON.parse(packed);
    for (const file of files) console.log(`  ${file.path} ${file.size}`);
    console.log(`${filename}: ${files.length} files, ${size} bytes`);
    // A dry run leaves nothing behind: a release has them there.
    const packages = { vsix: `release/${basename(vsix)}`, tarball: `release/${filename}` };
    console.log(`\nWhat publishes them, by hand:\n${releaseSteps(manifest.version, packages)}`);
  } finally {
    if (isDryRun) rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
