import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { lighterLibrary } from '../bundle-plugins.mjs';
import { root } from '../root.ts';

/** What the bundles begin with; `browser` for those that run in the editor's web worker. */
const ENTRIES: readonly (readonly [entry: string, platform: 'node' | 'browser'])[] = [
  ['src/client/client.node.ts', 'node'],
  ['src/client/client.web.ts', 'browser'],
  ['src/cli/program.node.ts', 'node'],
  ['src/server/server.web.ts', 'browser'],
];

/** THIRD-PARTY-NOTICES.md: the licence of each package of which code is in a bundle. Throws where one has none. */
export async function thirdPartyNotices(): Promise<string> {
  const sections = (await bundledPackages()).map(section);
  return `# Third-party notices

Zonewright's bundles hold code of these packages.

<!-- npm run generate writes this page from the packages that the bundles hold. -->

${sections.join('\n')}`;
}

/** The folders of the packages that are bundled, below the root, in order. */
export async function bundledPackages(): Promise<string[]> {
  const folders = new Set<string>();
  for (const [entry, platform] of ENTRIES) {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      write: false,
      metafile: true,
      platform,
      format: 'cjs',
      mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
      external: ['vscode'],
      plugins: [lighterLibrary],
      logLevel: 'silent',
    });
    for (const path of Object.keys(metafile.inputs)) {
      const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
      if (folder !== undefined) folders.add(folder);
    }
  }
  return [...folders].sort();
}

function section(folder: string): string {
  const manifest: { readonly name: string; readonly version: string; readonly license?: string } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  );
  const file = existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).find((name) => /^(licen[cs]e|copying)/i.test(name))
    : undefined;
  if (file === undefined && manifest.license === undefined)
    throw new Error(`${folder} is bundled and says nothing of its licence`);
  const text =
    file === undefined
      ? `${manifest.license} (the package has no text of it)`
      : readFileSync(join(root, folder, file), 'utf8')
          .replaceAll('\r\n', '\n')
          .trim();
  return `## ${manifest.name} ${manifest.version}\n\n${manifest.license ?? ''}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
}
