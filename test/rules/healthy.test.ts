import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseFixture } from '../support/fixture.ts';
import { Workbench } from '../support/workbench.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/healthy');
/** Healthy zones as people and programs write them: `### what it is`, then a fixture each. */
const ZONES = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').split(/^### /m).slice(1));

/** What fixtures have in passing, and healthy zones do not. */
const RULES = { 'ns-single': 'warning' } as const;

for (const part of ZONES) {
  const [title = '', ...lines] = part.split('\n');
  test(`${title}: no warning and no error`, () => {
    const bench = new Workbench(parseFixture(`\n${lines.join('\n')}`), { wholeZones: true, rules: RULES });
    const loud = bench
      .shown()
      .filter(({ severity }) => severity === 'warning' || severity === 'error')
      .map(({ path, range, rule, message }) => `${path}:${range.start.line + 1} ${rule}: ${message}`);
    assert.deepEqual(loud, []);
  });
}
