// Runs test files one after another in this process: starting one process a file takes longer than the tests themselves.
// Before each file a test named after it is registered, so that the reporter can tell whose tests the next ones are.
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { fileMark } from './test-reporter.mts';

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

void importAll(process.argv.slice(2));
