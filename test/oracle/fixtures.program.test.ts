import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bindOutcomes, MASTER, type Outcome, type ZoneCase } from './bind.ts';
import { ourOutcome } from './ours.ts';

// One folder a kind of file: `ORIGIN.zone` is a zone, what lies beside it may be included.
const folder = fileURLToPath(new URL('../fixtures/zones/', import.meta.url));
const zones = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .flatMap((kind) => readdirSync(join(folder, kind)).map((file) => join(kind, file)))
  .filter((path) => path.endsWith('.zone'));
const cases = zones.map(caseOf);
const bind = bindOutcomes(cases);

for (const [index, path] of zones.entries()) {
  test(`${path} means what it means to BIND`, () => {
    const theirs = bind[index] as Outcome;
    const ours = ourOutcome(cases[index] as ZoneCase);
    const messages = [...theirs.messages, '--- here', ...ours.messages].join('\n');
    assert.deepEqual(ours.errorLines, theirs.errorLines.length > 0 ? theirs.errorLines : ours.errorLines, messages);
    assert.equal(ours.isAccepted, theirs.isAccepted, messages);
    if (theirs.isAccepted) assert.deepEqual(ours.records, theirs.records);
  });
}

function caseOf(path: string): ZoneCase {
  const kind = join(folder, path, '..');
  const files = new Map<string, Uint8Array>([[MASTER, readFileSync(join(folder, path))]]);
  for (const file of readdirSync(kind)) if (!file.endsWith('.zone')) files.set(file, readFileSync(join(kind, file)));
  return { files, origin: basename(path, '.zone') || '.' };
}
