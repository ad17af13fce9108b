import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { registry } from '../../src/rules/registry.ts';
import { defaultSettings, readEditorSettings, readSettingsFile, settingsOf } from '../../src/settings/settings.ts';
import { settingsFileSchema } from '../../src/settings/settings-table.ts';

test('a file sets what it names, dotted or nested, and comments may stand in it', () => {
  const layer = readSettingsFile(`{
    // what is ours
    "rules": { "ptr-missing": "error" },
    "rules.ptr-generic": "off",
    "serial": { "onSave": "ask" },
    "serial.bumpOnFix": false,
    "zones": [{ "file": "zones/*.db", "origin": "example.com", "view": "internal" }],
    "pools": ["192.0.2.0/24", "2001:db8::/32",], /* both */
  }`);
  assert.deepEqual(layer.problems, []);
  assert.deepEqual(settingsOf([layer]), {
    ...defaultSettings,
    rules: { 'ptr-missing': 'error', 'ptr-generic': 'off' },
    serial: { onSave: 'ask', bumpOnFix: false },
    zones: [{ file: 'zones/*.db', origin: 'example.com', view: 'internal' }],
    pools: ['192.0.2.0/24', '2001:db8::/32'],
  });
});

test('problems stand at their values, and the rest still counts', () => {
  const text =
    '{"pools": ["192.0.2.0/33"], "nothing": 1, "rules": {"ptr-missing": "loud", "no-rule": "off"}, "includeBase": "zones"}';
  const layer = readSettingsFile(text, (id) => id === 'ptr-missing');
  assert.deepEqual(
    layer.problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`),
    [
      '"192.0.2.0/33": "192.0.2.0/33" is no network: after the slash stands the length of the prefix, from 0 to 32',
      '"nothing": There is no setting "nothing"',
      '"loud": Expected "error", "warning", "information", "hint" or "off"',
      '"no-rule": There is no rule "no-rule"',
    ],
  );
  assert.equal(settingsOf([layer]).includeBase, 'zones');
});

test('what only the settings of the editor may say is told in the file, as a notice', () => {
  const text =
    '{"live": {"resolver": "192.0.2.53", "timeout": 5}, "live.dnsOverHttps": 1, "externalCheckers": ["kzonecheck"], "trace": {"server": "off"}}';
  const layer = readSettingsFile(text);
  assert.deepEqual([...layer.values], [['live.timeout', 5]]);
  assert.deepEqual(
    layer.problems.map(({ start, end, isNotice }) => [text.slice(start, end), isNotice]),
    [
      ['"resolver"', true],
      ['"live.dnsOverHttps"', true],
      ['"externalCheckers"', true],
      ['"server"', true],
    ],
  );
  assert.equal(
    layer.problems[0]?.message,
    '"live.resolver" counts for nothing here: it is read from the settings of the editor alone',
  );
  const { live, externalCheckers } = { live: { resolver: '192.0.2.53' }, externalCheckers: ['kzonecheck'] };
  assert.deepEqual(readEditorSettings({ live, externalCheckers }).problems, []);
});

test('text that is no JSON is one problem', () => {
  for (const [text, message] of [
    ['{"pools": [}', 'Expected a value'],
    ['{"pools"', 'Expected ":" behind the name'],
    ['{"a\n": 1}', 'This string is not closed on its line'],
    ['{} x', 'Nothing may follow the closing brace'],
    ['', 'The text ends here'],
    ['['.repeat(100_000), 'This is nested too deeply'],
  ] as const) {
    const { problems, values } = readSettingsFile(text);
    assert.deepEqual(
      problems.map((problem) => problem.message),
      [message],
    );
    assert.equal(values.size, 0);
  }
});

test('a problem is told of a whole character', () => {
  const [problem] = readSettingsFile('\u{1f600}').problems;
  assert.deepEqual([problem?.start, problem?.end], [0, 2]);
});

test("the editor's settings win, but its defaults do not hide those of the file", () => {
  const file = readSettingsFile('{"detectByContent": false, "includeBase": "a", "rules": {"ptr-stale": "off"}}');
  const editor = readEditorSettings({
    detectByContent: true,
    includeBase: 'b',
    pools: [],
    serial: { bumpOnFix: true, onSave: 'off' },
    rules: { 'ptr-missing': 'hint' },
    trace: { server: 'off' },
  });
  assert.deepEqual(editor.problems, []);
  assert.deepEqual(settingsOf([file, editor]), {
    ...defaultSettings,
    detectByContent: false,
    includeBase: 'b',
    rules: { 'ptr-stale': 'off', 'ptr-missing': 'hint' },
  });
});

test('a rule that the editor does not set, which is null there, is as the file says', () => {
  const file = readSettingsFile('{"rules": {"ptr-stale": "off"}}');
  const editor = readEditorSettings({ rules: { 'ptr-stale': null, 'ptr-missing': null, 'ptr-generic': 'error' } });
  assert.deepEqual(editor.problems, []);
  assert.deepEqual(settingsOf([file, editor]).rules, { 'ptr-stale': 'off', 'ptr-generic': 'error' });
});

test('the schema of zonewright.json is that of the table', () => {
  const file = new URL('../../schemas/zonewright.schema.json', import.meta.url);
  const schema = `${JSON.stringify(settingsFileSchema(registry))}\n`;
  assert.ok(readFileSync(file, 'utf8') === schema, 'npm run generate writes it anew');
});

test('an origin that can be no name is told', () => {
  const text = '{"zones": [{"file": "a", "origin": "bad..name"}, {"file": "b", "origin": "64\\\\/26.example.com."}]}';
  const layer = readSettingsFile(text);
  assert.deepEqual(settingsOf([layer]).zones, [{ file: 'b', origin: '64\\/26.example.com.' }]);
  assert.deepEqual(
    layer.problems.map(({ message }) => message),
    ['"bad..name" is no name of a zone'],
  );
});

test('of a list the items that are right hold, and each that is wrong is told at its place', () => {
  const text =
    '{"zones": [{"file": "example.*", "origin": "example.com"}, {"file": "x"}, 1], "pools": ["192.0.2.0"], "configuration": ["a", 2, "b"]}';
  const layer = readSettingsFile(text);
  const { zones, pools, configuration } = settingsOf([layer]);
  assert.deepEqual(zones, [{ file: 'example.*', origin: 'example.com' }]);
  assert.deepEqual(configuration, ['a', 'b']);
  assert.deepEqual(pools, ['192.0.2.0']);
  assert.deepEqual(
    layer.problems.map(({ key, start, end }) => [key, text.slice(start, end)]),
    [
      ['zones', '{"file": "x"}'],
      ['zones', '1'],
      ['configuration', '2'],
    ],
  );
});

test('a list of which nothing can be used does not hide the one that is set elsewhere', () => {
  const file = readSettingsFile('{"pools": ["192.0.2.0/24"]}');
  const wrong = readSettingsFile('{"pools": ["192.0.2.0/99"]}');
  assert.deepEqual(settingsOf([file, wrong]).pools, ['192.0.2.0/24']);
  assert.deepEqual(settingsOf([file, readSettingsFile('{"pools": []}')]).pools, []);
});

test('the settings of the formatter say what they take', () => {
  const text = JSON.stringify({
    format: { indent: 'spaces', columns: [8, 4, 12, 16], upperCase: 'yes', soa: 'one', textWidth: -1 },
  });
  assert.deepEqual(
    readSettingsFile(text).problems.map(({ key, message }) => `${key}: ${message}`),
    [
      'format.indent: Expected "auto", "tabs" or "blanks"',
      'format.columns: Expected four whole numbers that grow, such as [24, 32, 40, 48]',
      'format.upperCase: Expected true or false',
      'format.soa: Expected "keep", "one-line" or "lines"',
      'format.textWidth: Expected a whole number, 0 for none',
    ],
  );
  const format = { indent: 'tabs', columns: [24, 32, 40, 48], upperCase: true, soa: 'lines', textWidth: 80 };
  assert.deepEqual(settingsOf([readSettingsFile(JSON.stringify({ format }))]).format, format);
  assert.equal(readSettingsFile('{"format.columns": [], "format.textWidth": 0}').problems.length, 0);
});

test('a pattern that would take too long is told where it stands, and fits nothing', () => {
  const glob = `**/${'*a'.repeat(17)}b`;
  const text = `{"zones": [{ "file": "${glob}", "origin": "example.com" }], "configuration": ["${glob}", "named.conf"]}`;
  const layer = readSettingsFile(text);
  const message = 'This pattern has more than 16 wildcards: it fits no file';
  assert.deepEqual(
    layer.problems.map((problem) => [text.slice(problem.start, problem.end)[0], problem.message]),
    [
      ['{', message],
      ['"', message],
    ],
  );
  assert.deepEqual(settingsOf([layer]).configuration, ['named.conf']);
});

test('patterns of rules: an id wins over them, the longer one over the shorter, a later place over all', () => {
  const file = readSettingsFile(
    '{ "rules": { "ptr-missing": "error", "ptr-*": "warning", "*": "hint", "ptr-g*": "off", "*-missing": "information" } }',
  );
  assert.deepEqual(file.problems, []);
  const { rules } = settingsOf([file]);
  assert.deepEqual(
    ['ptr-missing', 'ptr-stale', 'ptr-generic', 'syntax-ipv4', 'soa-missing'].map((id) => rules[id]),
    ['error', 'warning', 'off', 'hint', 'information'],
  );
  const editor = readEditorSettings({ rules: { 'ptr-*': 'hint' } });
  assert.equal(settingsOf([file, editor]).rules['ptr-missing'], 'hint');
  assert.equal(settingsOf([editor, file]).rules['ptr-missing'], 'error');
  const wrong = readSettingsFile('{ "rules": { "nothing-*": "off" }, "rules.ptr-*": "loud" }');
  assert.deepEqual(
    wrong.problems.map(({ message }) => message),
    ['There is no rule "nothing-*"', 'Expected "error", "warning", "information", "hint" or "off"'],
  );
});

test('a file may name its schema', () => {
  assert.deepEqual(readSettingsFile('{"$schema": "./zonewright.schema.json", "includeBase": "zones"}').problems, []);
});
