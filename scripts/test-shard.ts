// Runs test files one after another in this process: starting one process a file takes longer than the tests themselves.
// Before each file a test named after it is registered, so that the reporter can tell whose tests the next ones are.
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { fileMark } from './test-reporter.mts';

/** Properties run on the same cases each time here; run by hand, a file draws new ones. SEED chooses others. */
const DEFAULT_SEED = 20_261_124;

async function importAll(files: readonly string[]): Promise<void> {
  for (const file of files) {
    test(`${fileMark}${file}`, () => {});
    try {
      await import(pathToFileURL(join(process.cwd(), file)).href);
    } catch (error) {
      test('the file loads', () => {
        throw error;
      });
    }
  }
}

fc.configureGlobal({ seed: Number(process.env.SEED ?? DEFAULT_SEED) });
void importAll(process.argv.slice(2));
