import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseFaults, releaseSteps } from '../../scripts/release-steps.ts';

const ready = {
  version: '1.2.0',
  changelog:
    '# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-11-30\n\n### Added\n\n- New.\n\n## [1.0.0] - 2026-10-01\n\n- First.\n',
  changed: '',
  tags: ['v1.0.0'],
};

test('a version is released once, with a changelog, from what is committed', () => {
  assert.deepEqual(releaseFaults(ready), []);
  assert.deepEqual(releaseFaults({ ...ready, version: '1.4.0' }), [
    'CHANGELOG.md has no heading "## [1.4.0] - YYYY-MM-DD"',
  ]);
  const silent = '## [Unreleased]\n\n## [1.2.0] - 2026-11-30\n\n## [1.0.0] - 2026-10-01\n\n- First.\n';
  assert.deepEqual(releaseFaults({ ...ready, changelog: silent }), ['CHANGELOG.md says nothing of 1.2.0']);
  assert.deepEqual(
    releaseFaults({ ...ready, changelog: ready.changelog.replace('[Unreleased]\n', '[Unreleased]\n\n- More.\n') }),
    ['CHANGELOG.md has changes under "Unreleased": they belong under the heading of the version'],
  );
  assert.deepEqual(releaseFaults({ ...ready, changed: ' M README.md\n' }), [
    'the working folder has changes that are not committed',
  ]);
  assert.deepEqual(releaseFaults({ ...ready, tags: ['v1.2.0'] }), ['the tag v1.2.0 is there already']);
  assert.match(releaseFaults({ ...ready, version: '1.2.0-rc.1' })[0] ?? '', /not x\.y\.z/);
});

test('an odd minor number is a pre-release everywhere', () => {
  const packages = { vsix: 'a.vsix', tarball: 'a.tgz' };
  assert.doesNotMatch(releaseSteps('1.2.0', packages), /pre-release|next/);
  const steps = releaseSteps('1.3.0', packages);
  assert.equal(steps.match(/--pre-release/g)?.length, 1);
  assert.match(steps, /npm publish a\.tgz --tag next/);
});
