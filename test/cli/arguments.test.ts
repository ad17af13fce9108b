import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArguments } from '../../src/cli/arguments.ts';

test('a language server is started as clients start it', () => {
  for (const words of [['--stdio'], ['--stdio', '--clientProcessId=1'], ['--stdio', '--clientProcessId', '1']]) {
    assert.deepEqual(
      parseArguments(['lsp', ...words], () => false),
      { kind: 'lsp' },
    );
  }
});
