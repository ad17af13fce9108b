import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { packageReadme } from './package-readme.ts';
import { isPreRelease } from './release-steps.ts';
import { root } from './root.ts';

/** The README with its pictures in it, as the package has it. */
const README = 'dist/README.md';

/** Where the package of the version in package.json goes where nobody says otherwise. */
export function vsixPath(): string {
  const { name, version } = manifest();
  return join(root, `${name}-${version}.vsix`);
}

function manifest(): { readonly name: string; readonly version: string } {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

/** Packs what is built in dist/ into a .vsix. The bundles hold all they need, so no node_modules go in. */
export async function packVsix(packagePath: string): Promise<void> {
  writeFileSync(join(root, README), packageReadme());
  await createVSIX({
    cwd: root,
    packagePath,
    readmePath: README,
    dependencies: false,
    // vsce publishes a package as a pre-release only where it was packed as one.
    preRelease: isPreRelease(manifest().version),
    // No repository is chosen yet, so relative links have nothing to be rewritten to.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

/** The files that go into the package; its README is the one that `packVsix` makes. */
export function packedFiles(): Promise<string[]> {
  return listFiles({ cwd: root, packageManager: PackageManager.None });
}
