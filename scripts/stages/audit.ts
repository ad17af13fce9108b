import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from '../generate/notices.ts';
import { run } from '../processes.ts';
import { root } from '../root.ts';
import type { Stage } from '../stage.ts';

/** Licences that ask for nothing but to be named, which THIRD-PARTY-NOTICES.md does. */
const LICENCES = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0']);

/** A package that a bundle holds. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/**
 * Packages that the bundles hold: their licences, and what is known of their faults. That nobody answers who knows of
 * faults is said, and is neither passed nor failed.
 */
export const auditStage: Stage = {
  name: 'audit',
  async run(log) {
    const packages = (await bundledPackages()).map((folder) =>
      JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')),
    );
    log(`  bundled: ${packages.map(({ name, version, license }) => `${name} ${version} (${license})`).join(', ')}`);
    const unlicensed = unlicensedOf(packages);
    for (const fault of unlicensed) log(`  ${fault}`);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { output } = await run(npm, ['audit', '--json'], { cwd: root, timeoutSeconds: 60 });
    const advisories = advisoriesOf(output, packages);
    if (advisories === undefined) log('  the registry answers no audit: of faults in these packages nothing is known');
    for (const advisory of advisories ?? []) log(`  ${advisory}`);
    return {
      passed: Number(unlicensed.length === 0) + Number(advisories?.length === 0),
      failed: unlicensed.length + (advisories?.length ?? 0),
    };
  },
};

/** Packages whose licences nobody has looked at. */
export function unlicensedOf(packages: readonly Bundled[]): string[] {
  return packages
    .filter(({ license }) => license === undefined || !LICENCES.has(license))
    .map(({ name, version, license }) => `${name} ${version} has the licence ${license ?? '(none)'}: look at it first`);
}

/** What `npm audit --json` knows of these packages; undefined where it is no audit. */
export function advisoriesOf(output: string, packages: readonly Bundled[]): string[] | undefined {
  const begin = output.indexOf('{');
  const end = output.lastIndexOf('}');
  let audit: {
    readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
  };
  try {
    audit = JSON.parse(output.slice(begin, end + 1));
  } catch {
    return undefined;
  }
  const { vulnerabilities } = audit;
  if (vulnerabilities === undefined) return undefined;
  return packages.flatMap(({ name, version }) => {
    const found = vulnerabilities[name];
    return found ? [`${name} ${version}: a fault of severity ${found.severity} is known of ${found.range}`] : [];
  });
}
