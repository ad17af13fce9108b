import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import zlib from 'node:zlib';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { isPreRelease } from './release-steps.ts';
import { root } from './root.ts';

/** Set where the bundles are built already: vsce runs `vscode:prepublish` each time. */
export const BUILT = 'ZONEWRIGHT_BUILT';

/** The README with words in place of its pictures, as the package has it; `vsce` of package.json names it too. */
export const README = 'dist/README.md';

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
  process.env[BUILT] = '1';
  compressFurther();
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

/**
 * Has what this process compresses take as little room as zlib can: vsce has no option for it, and leaves 3 kB in. Blocks of
 * so much memory came out smallest.
 */
function compressFurther(): void {
  const { DeflateRaw, deflateRaw } = zlib;
  const options = { level: 9, memLevel: 7 };
  const Further = class extends (DeflateRaw as new (options: zlib.ZlibOptions) => zlib.DeflateRaw) {
    constructor() {
      super(options);
    }
  };
  Object.defineProperty(zlib, 'DeflateRaw', { value: Further });
  Object.defineProperty(zlib, 'deflateRaw', {
    value: (bytes: Uint8Array, done: zlib.CompressCallback) => deflateRaw(bytes, options, done),
  });
}

/** The files that go into the package; its README is the one that `packVsix` makes. */
export function packedFiles(): Promise<string[]> {
  return listFiles({ cwd: root, packageManager: PackageManager.None });
}
