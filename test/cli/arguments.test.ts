import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArgs } from 'node:util';
import { type Given, readCommandLine } from '../../src/cli/run.ts';

const read = (...words: readonly string[]): Given => readCommandLine(words, parseArgs);

/** What the words mean, or what is wrong with them. */
function meant(...words: readonly string[]): unknown {
  const given = read(...words);
  if (given.kind === 'command') return given.command;
  return given.kind === 'usage' ? given.message : given.kind;
}

test('a language server is started as clients start it', () => {
  for (const words of [['--stdio'], ['--stdio', '--clientProcessId=1'], ['--stdio', '--clientProcessId', '1']])
    assert.deepEqual(meant('lsp', ...words), { kind: 'lsp' });
});

test('options stand anywhere, with "=" or without, and "--" ends them', () => {
  const { paths, rules, format, quiet } = meant(
    'check',
    'a',
    '--rule',
    'ptr-missing',
    'b',
    '--rule=ptr-crossed',
    '-q',
    '--format=json',
    '--',
    '--c',
  ) as {
    readonly paths: readonly string[];
    readonly rules: readonly string[];
    readonly format: string;
    readonly quiet: boolean;
  };
  assert.deepEqual(
    { paths, rules, format, quiet },
    {
      paths: ['a', 'b', '--c'],
      rules: ['ptr-missing', 'ptr-crossed'],
      format: 'json',
      quiet: true,
    },
  );
});

test('a slip is told with what may be meant', () => {
  const messages = {
    chek: 'there is no command "chek"; did you mean check?',
    'check --formt json': 'there is no option "--formt" here; did you mean --format?',
    'check --rule ptr-mising': 'there is no rule "ptr-mising", but there is ptr-missing',
    'check --ignore ptr-mising': 'there is no rule "ptr-mising", but there is ptr-missing',
    'check --nothing-like-it': 'there is no option "--nothing-like-it" here',
    'check -x': 'there is no option "-x" here',
    'fix --dry-run': 'fix needs no --dry-run: without --write it only shows what it would change',
    '--format json': 'a command is missing before "--format"',
    'lsp --client': 'there is no option "--client" here',
  };
  for (const [words, message] of Object.entries(messages)) assert.equal(meant(...words.split(' ')), message);
});

test('values are looked at before anything runs', () => {
  const messages = {
    'check --format': '--format needs a value',
    'check --format=': '--format needs a value',
    'check --config --rule ptr-missing':
      '--config needs a value, and "--rule" looks like an option: --config=--rule where it is meant',
    'check --format xml': '--format is one of text, concise, json, sarif, github, gitlab, junit',
    'check --color sometimes': '--color is one of auto, always, never',
    'check --quiet=yes': '--quiet takes no value',
    'check --write-baseline': '--write-baseline needs --baseline FILE',
    'check --baseline b --write-baseline --rule ptr-missing':
      '--write-baseline writes all findings: it goes with no --rule, --ignore or --changed-since',
    'check --statistics --format sarif': '--statistics are text or json',
    'check --watch -': '--watch does not go with standard input',
    'check --watch --format json': '--watch prints text or concise',
    'check --stdin-filename a b': '--stdin-filename names standard input, and goes with no other PATH',
    'diff a': 'diff takes two files or folders, the old one first',
    'live --timeout x 192.0.2.1': '--timeout takes a number from 50 to 600000',
  };
  for (const [words, message] of Object.entries(messages)) assert.equal(meant(...words.split(' ')), message);
});

test('the name of standard input stands for "-"', () => {
  const { paths, stdinFilename } = meant('check', '--stdin-filename', 'a.zone') as Record<string, unknown>;
  assert.deepEqual({ paths, stdinFilename }, { paths: ['-'], stdinFilename: 'a.zone' });
});

test('help is asked for before, behind, and with wrong options', () => {
  for (const words of [['help'], ['--help'], ['-h']])
    assert.deepEqual(read(...words), { kind: 'help', row: undefined });
  for (const words of [
    ['check', '--help'],
    ['check', '-h'],
    ['help', 'check'],
    ['check', '--formt', '--help'],
  ]) {
    const given = read(...words);
    assert.equal(given.kind === 'help' && given.row?.name, 'check');
  }
  assert.equal(read('--version').kind, 'version');
  assert.equal(read('-V').kind, 'version');
});
