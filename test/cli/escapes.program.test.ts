import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatText } from '../../src/cli/format-text.ts';
import { code } from '../../src/features/hover/code.ts';
import { program } from '../support/program.ts';

const cli = program('escapes');
const HEAD = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const RAW = /^::|\u001b|\u202e|\u200b/m;

test('file names, keys and texts do nothing to a terminal, and are no commands of GitHub', async () => {
  const folder = cli.folderWith({
    'a\n::warning::\u001b[31m.zone': `${HEAD}x FOO y\n`,
    'b.example.zone': `${HEAD}; \u202e\u200b\nx FOO \u202ey\n`,
    'zonewright.json': '{ "a\\n::error::b\\u001b[2J": 1, "rules": { "\\n::error::x": "off" } }',
  });
  for (const command of [['check'], ['fix'], ['fix', '--write', '--rule', 'syntax-type']]) {
    const { output, complaints } = await cli.run(folder, command);
    assert.doesNotMatch(complaints, RAW);
    if (command[0] === 'check') assert.doesNotMatch(output, RAW);
  }
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
  const text = formatText({ shown, path: 'a', related: [], lineText: () => '' } as never, false);
  assert.doesNotMatch(text, /^\s*::/m);
});

test('backticks do not leave the code span of a hover', () => {
  assert.equal(code('www.example.com'), '`www.example.com`');
  assert.equal(code('a`<https://example.com>`b'), '`` a`<https://example.com>`b ``');
  assert.equal(code('``'), '``` `` ```');
});
