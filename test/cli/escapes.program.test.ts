import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { commandRows } from '../../src/cli/commands.ts';
import { fix } from '../../src/cli/fix.ts';
import { textFormat } from '../../src/cli/format-text.ts';
import { printed } from '../../src/cli/printed.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';
import { code } from '../../src/features/hover/code.ts';
import { NO_BASELINE } from '../../src/ports/baseline.ts';
import { jsonText, printable } from '../../src/text/printable.ts';
import { program, type Ran } from '../support/program.ts';

const cli = program('escapes');
const HEAD = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
/** What acts on a terminal, on CI that has it in its log, or on who reads: line ends and tabs alone are none of it. */
const ACTS =
  /(?![\t\n])\p{Cc}|[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|^[ \t]*::(?!error |warning |notice )|##[a-z]*\[/mu;
/** Bits of it, for names and texts: an escape, C1's, a turn of direction, no width, a command of Azure Pipelines. */
const EVIL = '\u001b]0;x\u0007\u009b31m\u202e\u200b##vso[x]';
const NAME = `e\n::warning::${EVIL}.zone`;

function workspace(): string {
  return cli.folderWith({
    [NAME]: `${HEAD}x FOO y${EVIL}\n`,
    'b.example.zone': `${HEAD}; ${EVIL}\nx FOO ${EVIL}y\n$INCLUDE "${EVIL.replaceAll('\n', '')}"\n# note ${EVIL}\n`,
    [`d${EVIL}.example.zone`]: `${HEAD}# one ${EVIL}\nwww    A 192.0.2.9\n`,
    'c.example.zone': `${HEAD}x FOO ${EVIL}y\n::error::w A 192.0.2.8\n##[error]w A 192.0.2.9\n`,
    '::error::z.example.zone': `${HEAD}x FOO y\n# one\nwww    A 192.0.2.9\n`,
    ' ##[error]y/z.example.zone': `${HEAD}x FOO y\n# one\nwww    A 192.0.2.9\n`,
    'named.conf': `zone "a${EVIL}" { type primary; file "${EVIL}"; };\nview "v${EVIL}" { zone "b.example" { type primary; file "b.example.zone"; }; };\ninclude "${EVIL}";\n`,
    'zonewright.json': JSON.stringify({
      [`k\n::error::${EVIL}`]: 1,
      rules: { [`r\n::error::${EVIL}`]: 'off' },
      zones: [
        { file: NAME, origin: 'e.example' },
        { file: `none${EVIL}`, origin: EVIL },
      ],
    }),
    [`bounce${EVIL}.txt`]: `550 5.7.25 ${EVIL} PTR record of 192.0.2.1 not found mail${EVIL}.example\n`,
    [`broken${EVIL}.json`]: '{',
  });
}

/** What each command is asked; none is left out, so a new one is looked at too. */
const ASKED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  check: [
    ...['text', 'concise', 'github', 'gitlab', 'junit', 'json', 'sarif'].map((format) => ['--format', format]),
    ['--trace'],
    ['--statistics'],
    ['--exclude', EVIL],
    ['--rule', EVIL],
    ['--baseline', `broken${EVIL}.json`],
    ['--write-baseline', '--baseline', `new${EVIL}.json`],
    ['--config', `broken${EVIL}.json`],
    ['--changed-since', EVIL],
    [`none${EVIL}`],
    [`--none${EVIL}`],
  ],
  fix: [['--write', '--rule', 'syntax-comment'], [`none${EVIL}`]],
  format: [['--check'], ['--write'], [`none${EVIL}`]],
  compile: [[NAME], ['b.example.zone'], [`none${EVIL}`], ['.'], ['--origin', EVIL, 'b.example.zone']],
  diff: [
    ['b.example.zone', 'c.example.zone'],
    ['--format', 'json', 'b.example.zone', 'c.example.zone'],
    ['--format', 'markdown', 'b.example.zone', NAME],
    [`none${EVIL}`, 'c.example.zone'],
  ],
  live: [
    ['--resolver', '127.0.0.1:1', '--timeout', '50', '192.0.2.1', EVIL, NAME],
    ['--format', 'json', '--resolver', '127.0.0.1:1', '--timeout', '50', '192.0.2.1', EVIL, NAME],
  ],
  map: [['192.0.2.0/24'], ['--format', 'svg', '192.0.2.0/28'], [EVIL], ['--view', EVIL, '192.0.2.0/24']],
  zones: [[], ['--format', 'json'], [`none${EVIL}`]],
  'explain-bounce': [[`bounce${EVIL}.txt`], ['--format', 'json', `bounce${EVIL}.txt`], [`none${EVIL}`]],
  explain: [[], [EVIL]],
  rules: [[], ['--format', 'json'], [EVIL]],
  config: [[], ['--format', 'json'], [`none${EVIL}`]],
  init: [[`none${EVIL}`], ['.']],
  // Its standard output is read by a program; what it says there is looked at in test/server.
  lsp: [],
};

test('no command lets names, settings or texts of files act on a terminal or be commands of GitHub', async () => {
  assert.deepEqual(Object.keys(ASKED).sort(), commandRows.map(({ name }) => name).sort());
  let count = 0;
  for (const [command, asked] of Object.entries(ASKED))
    for (const words of asked) {
      const ran: Ran = await cli.run(workspace(), [command, ...words]);
      for (const [where, text] of [
        ['output', ran.output],
        ['complaints', ran.complaints],
      ] as const)
        assert.equal(
          ACTS.exec(text)?.[0],
          undefined,
          `${where} of ${JSON.stringify([command, ...words])}: ${JSON.stringify(text)}`,
        );
      assert.ok(ran.output + ran.complaints !== '', `${command} ${words} says something`);
      count++;
    }
  assert.ok(count > 40);
});

test('a workspace like that is looked at, and its findings are there', async () => {
  const { output, status } = await cli.run(workspace(), ['check', '--format', 'json']);
  const files = new Set((JSON.parse(output) as { findings: { file: string }[] }).findings.map(({ file }) => file));
  assert.ok(files.has(NAME), 'names of files read as what they are');
  assert.ok(files.has('b.example.zone') && files.has('named.conf'));
  assert.equal(status, 2);
});

test('patches are byte for byte what a program applies, with names as git reads them', async () => {
  const named = [`d${EVIL}.example.zone`, '::error::z.example.zone'];
  for (const command of [['fix', '--rule', 'syntax-comment'], ['format']]) {
    const folder = workspace();
    const { output } = await cli.run(folder, [...command, ...named]);
    assert.match(output, /^\+\+\+ "b\/d\\033\]0;x/m, command.join(' '));
    execFileSync('git', ['apply', '-'], { cwd: folder, input: output });
    const after = await cli.run(folder, [...command, ...named]);
    assert.equal(after.output, '', `${command.join(' ')} has nothing to do any more`);
  }
});

test('on a terminal a patch is shown, not obeyed', async () => {
  const files = new Map([['/w/a.example.zone', `${HEAD}# one ${EVIL}\n`]]);
  let output = '';
  const bytes = (path: string) => ({ kind: 'bytes', bytes: new TextEncoder().encode(files.get(path)) }) as const;
  const around: Surroundings = {
    directory: '/w',
    files: {
      list: async () => [...files.keys()].map((path) => ({ path })),
      read: async (path) =>
        files.has(path) ? bytes(path) : { kind: 'problem', problem: path === '/w' ? 'folder' : 'missing', message: '' },
      readWanted: async (path) => bytes(path),
      watch: () => () => {},
    },
    clock: { now: () => 0 },
    baseline: () => NO_BASELINE,
    readInput: async () => new Uint8Array(),
    writeFiles: async () => [],
    print: async (text) => {
      output += text;
    },
    complain: () => {},
    hasColors: false,
    terminal: { isOutput: true, environment: {} },
    version: '0',
    rulePage: async () => undefined,
    live: () => Promise.reject(new Error('nothing is asked')),
    serve: async () => {},
  };
  await fix({ kind: 'fix', paths: [], config: undefined, rules: ['syntax-comment'], write: false }, around);
  assert.match(output, /^\+; one \ufffd/m);
  assert.doesNotMatch(output, ACTS);
});

test('JSON of what is not printable reads as the same value', () => {
  const value = { [EVIL]: [NAME, 1, null, '\u00e9\u{1f600}'] };
  assert.deepEqual(JSON.parse(jsonText(value)), value);
  assert.doesNotMatch(jsonText(value), ACTS);
  assert.equal(printable(`a\t\n${EVIL}`, '\n\t'), `a\t\n\ufffd]0;x\ufffd\ufffd31m\ufffd\ufffd##vso[x]`);
});

test('a line of a message that looks like a command of GitHub is none', () => {
  const position = { line: 0, character: 0 };
  const range = { start: position, end: position };
  const shown = {
    rule: 'x',
    severity: 'error',
    message: 'one\n  ::error::x',
    path: 'a',
    range,
    related: [],
    primary: true,
  } as const;
  const text = textFormat(false)({ shown, path: 'a', related: [], lineText: () => '' } as never);
  assert.doesNotMatch(text, /^\s*::/m);
});

test('names that CI takes for commands are parted by backslashes, which change no name', () => {
  assert.equal(printed('::1 is a\n::ffff:192.0.2.1 is b', '\n'), '::1 is a\n::ffff:192.0.2.1 is b');
  assert.equal(printed('::error::x.example\n \t::a::b\n', '\n\t'), '\\::error::x.example\n \t\\::a::b\n');
  assert.equal(printed('a ##vso[b] ##[c] ##x #d[e]'), 'a #\\#vso[b] #\\#[c] ##x #d[e]');
});

test('backticks do not leave the code span of a hover', () => {
  assert.equal(code('www.example.com'), '`www.example.com`');
  assert.equal(code('a`<https://example.com>`b'), '`` a`<https://example.com>`b ``');
  assert.equal(code('``'), '``` `` ```');
});
