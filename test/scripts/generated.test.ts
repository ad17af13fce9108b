import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bashCompletion, fishCompletion, zshCompletion } from '../../scripts/generate/completions.ts';
import { manualPage } from '../../scripts/generate/manual.ts';
import { commandRows } from '../../src/cli/commands.ts';
import { shownOptions } from '../../src/cli/help.ts';

test('completions and the manual page have all commands and options', () => {
  for (const row of commandRows) {
    for (const { name } of shownOptions(row)) {
      assert.match(bashCompletion(), new RegExp(`\\b${row.name}\\) words="[^"]*--${name}\\b`));
      assert.match(zshCompletion(), new RegExp(`--${name}[=\\[]`));
      assert.match(fishCompletion(), new RegExp(`from ${row.name}' -l ${name} `));
      assert.ok(manualPage().includes(`\\-\\-${name.replaceAll('-', '\\-')}`), `${row.name} --${name}`);
    }
    assert.ok(manualPage().includes(`.SS ${row.name.replaceAll('-', '\\-')}\n`));
  }
});
