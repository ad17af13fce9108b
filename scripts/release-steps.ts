/** What a release is made from. */
export interface ReleaseFacts {
  readonly version: string;
  readonly changelog: string;
  /** What `git status --porcelain` prints. */
  readonly changed: string;
  readonly tags: readonly string[];
}

/** Why a version can not be released as things are; nothing where it can. */
export function releaseFaults({ version, changelog, changed, tags }: ReleaseFacts): string[] {
  const faults: string[] = [];
  if (!/^\d+\.\d+\.\d+$/.test(version))
    faults.push(`the version ${version} is not x.y.z, and the marketplace takes no other`);
  const sections = changelog.split(/^## /m);
  const released = sections.find((section) => section.startsWith(`[${version}] - `));
  if (released === undefined) faults.push(`CHANGELOG.md has no heading "## [${version}] - YYYY-MM-DD"`);
  else if (!/^- /m.test(released)) faults.push(`CHANGELOG.md says nothing of ${version}`);
  if (sections.some((section) => section.startsWith('[Unreleased]') && /^- /m.test(section)))
    faults.push('CHANGELOG.md has changes under "Unreleased": they belong under the heading of the version');
  if (changed.trim() !== '') faults.push('the working folder has changes that are not committed');
  if (tags.includes(`v${version}`)) faults.push(`the tag v${version} is there already`);
  return faults;
}

/** The minor number tells the marketplace's two kinds of versions apart: odd for pre-releases. */
export function isPreRelease(version: string): boolean {
  return Number(version.split('.')[1]) % 2 === 1;
}

/** The commands that tag and publish a version, in order. */
export function releaseSteps(version: string, packages: { readonly vsix: string; readonly tarball: string }): string {
  const pre = isPreRelease(version);
  const { vsix, tarball } = packages;
  return [
    `  git tag -s v${version} -m ${version}`,
    `  npx vsce publish${pre ? ' --pre-release' : ''} --packagePath ${vsix}`,
    // It reads from the package what kind of release it is.
    `  npx ovsx publish ${vsix}`,
    `  npm publish ${tarball}${pre ? ' --tag next' : ''}`,
    '  git push --tags',
  ].join('\n');
}
