import { type CommandRow, type OptionRow, type Usage, usage, type Words } from './arguments.ts';
import { check } from './check.ts';
import { type CheckCommand, failLevels, formats } from './check-command.ts';
import { colorWords } from './colors.ts';
import { ruleProblem } from './no-such-rule.ts';
import { CONFIG, ORIGIN } from './options.ts';

const OPTIONS: readonly OptionRow[] = [
  {
    name: 'format',
    value: formats.join('|'),
    words: formats,
    about: `text for people (the default), concise (a line each), json, sarif (2.1.0), github (annotations),
gitlab (code quality), or junit`,
  },
  {
    name: 'fail-on',
    value: failLevels.join('|'),
    words: failLevels,
    about: 'the least severity that makes the exit status 1: error (the default), warning, none',
  },
  { name: 'rule', value: 'ID', isRepeated: true, about: 'only this rule' },
  { name: 'ignore', value: 'RULE', isRepeated: true, about: 'not this rule' },
  {
    name: 'exclude',
    value: 'GLOB',
    isRepeated: true,
    about: 'says nothing of these files; they are read all the same, as others are checked against them',
  },
  CONFIG,
  ORIGIN,
  { name: 'stdin-filename', value: 'PATH', about: 'the file that standard input is the text of' },
  { name: 'baseline', value: 'FILE', about: 'findings that this file has pass; new ones do not' },
  { name: 'write-baseline', about: 'writes all findings there are to the file of --baseline' },
  {
    name: 'changed-since',
    value: 'REV',
    about: 'only what concerns files that are others than in this revision of git',
  },
  { name: 'color', value: colorWords.join('|'), words: colorWords, about: 'auto (the default), always, never' },
  { name: 'output-file', value: 'FILE', about: 'writes there what would be printed' },
  { name: 'quiet', short: 'q', about: 'prints findings and nothing else' },
  { name: 'statistics', about: 'prints how many findings each rule has (text, json)' },
  { name: 'watch', about: 'checks again whenever a file changes, until it is interrupted' },
  { name: 'verify', about: 'verifies the signatures of signed zones too, by the keys in their files (DNSSEC)' },
  {
    name: 'trace',
    about: `says on standard error which findings are not shown: which pass of the report took each away, and for which
other one`,
  },
];

/** `zonewright check`. */
export const checkRow: CommandRow<CheckCommand> = {
  name: 'check',
  operands: '[PATH...]',
  about: 'Says what is wrong with zone files, and where forward and reverse zones disagree.',
  options: OPTIONS,
  exit: '0 nothing at or above --fail-on, 1 findings, 2 wrong usage, or something could not be read',
  read: readCheck,
  run: check,
};

function readCheck(words: Words): CheckCommand | Usage {
  const rules = words.all('rule');
  const ignored = words.all('ignore');
  const problem = ruleProblem([...rules, ...ignored]) ?? problemOf(words);
  if (problem !== undefined) return usage(problem);
  const stdinFilename = words.last('stdin-filename');
  return {
    kind: 'check',
    format: words.oneOf('format', formats),
    failOn: words.oneOf('fail-on', failLevels),
    config: words.last('config'),
    origin: words.last('origin'),
    rules,
    ignored,
    excluded: words.all('exclude'),
    baseline: words.last('baseline'),
    writesBaseline: words.has('write-baseline'),
    changedSince: words.last('changed-since'),
    stdinFilename,
    color: words.oneOf('color', colorWords),
    outputFile: words.last('output-file'),
    quiet: words.has('quiet'),
    statistics: words.has('statistics'),
    watch: words.has('watch'),
    verify: words.has('verify'),
    trace: words.has('trace'),
    paths: stdinFilename === undefined ? words.paths : ['-'],
  };
}

/** Options that do not go together. */
function problemOf(words: Words): string | undefined {
  const { paths } = words;
  const isInput = paths.includes('-') || words.has('stdin-filename');
  const format = words.last('format') ?? 'text';
  if (words.has('stdin-filename') && paths.some((path) => path !== '-'))
    return '--stdin-filename names standard input, and goes with no other PATH';
  if (words.has('origin') && (isInput ? ['-'] : paths).length !== 1) return '--origin is for one file';
  if (words.has('write-baseline') && !words.has('baseline')) return '--write-baseline needs --baseline FILE';
  if (words.has('write-baseline') && ['rule', 'ignore', 'changed-since'].some((name) => words.has(name)))
    return '--write-baseline writes all findings: it goes with no --rule, --ignore or --changed-since';
  if (words.has('statistics') && format !== 'text' && format !== 'json') return '--statistics are text or json';
  if (!words.has('watch')) return undefined;
  if (isInput) return '--watch does not go with standard input';
  if (words.has('write-baseline')) return '--watch does not go with --write-baseline';
  return format === 'text' || format === 'concise' ? undefined : '--watch prints text or concise';
}
