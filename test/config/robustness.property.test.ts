import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Configuration, Dialect } from '../../src/config/configuration.ts';
import { configurationDialect, readConfiguration } from '../../src/config/dialect.ts';
import { isBackupName } from '../../src/config/ignore.ts';
import { originFromFileName } from '../../src/config/origin.ts';
import { PathIndex } from '../../src/config/path-index.ts';
import { mapZones } from '../support/configurations.ts';

const dialects: readonly Dialect[] = ['bind', 'nsd', 'knot', 'coredns'];

const words = [
  ...[
    'zone',
    'view',
    'options',
    'include',
    'template',
    'type',
    'file',
    'directory',
    'primary',
    'allow-update',
    'in-view',
  ],
  ...[
    'zone:',
    'pattern:',
    'server:',
    'name:',
    'zonefile:',
    'include-pattern:',
    'include:',
    'zonesdir:',
    'request-xfr:',
  ],
  ...['  - domain:', '  - id:', '    file:', '    template:', 'acl:', 'default', '%s', '%c[0-9]', '%l[1]', '$name'],
  ...['example.org', '10.0.0.0/9', '2001:db8::/29', 'auto', 'import', '(s)', 's', 'root', '{args[0]}', '{$X}', 'a..b'],
  ...[
    '{',
    '}',
    ';',
    '"',
    '\\"',
    '\\',
    "'",
    '/*',
    '*/',
    '//',
    '#',
    '\n',
    '\r\n',
    '\t',
    ' ',
    ',',
    '[',
    ']',
    '-',
    ':',
    '"x"',
    '*',
    '\0',
    '\ufeff',
  ],
];

const text = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...words) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 120,
    },
  )
  .chain((pieces) => fc.constantFrom(pieces.join(' '), pieces.join('')));

test('no text makes a reader throw, and every place lies in the text', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...dialects), (source, dialect) => {
      const configuration = readConfiguration(dialect, source, {
        view: 'v',
        ...(dialect === 'coredns' ? { servedZones: ['a.'] } : {}),
      });
      assertPlaces(readConfiguration(dialect, source), source);
      assertPlaces(configuration, source);
    }),
    { numRuns: 1500 },
  );
});

test('no set of files makes the map throw', () => {
  const name = fc.constantFrom(
    'named.conf',
    'nsd.conf',
    'knot.conf',
    'Corefile',
    'a.conf',
    'x/b.conf',
    'x/example.org',
    'example.org',
  );
  fc.assert(
    fc.property(fc.dictionary(name, text, { maxKeys: 5 }), (files) => {
      const paths = Object.keys(files);
      const map = mapZones({ configurations: paths, files: new PathIndex(paths), read: (path) => files[path] });
      for (const { message } of map.problems) assert.ok(message.length > 0);
    }),
    { numRuns: 500 },
  );
});

test('no name makes the rules of names throw', () => {
  const part = fc.constantFrom(
    'db',
    '.',
    '192',
    '1',
    'example',
    'com',
    'in-addr',
    'ip6',
    'arpa',
    'zone',
    '_',
    '~',
    '/',
    'signed',
    '\\',
    'x'.repeat(64),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(part).map((parts) => parts.join('')),
      ),
      (path) => {
        isBackupName(path);
        configurationDialect(path, path);
        const origin = originFromFileName(path);
        if (origin !== undefined)
          assert.ok(origin.origin.endsWith('.') && origin.origin === origin.origin.toLowerCase());
      },
    ),
    { numRuns: 1500 },
  );
});

test('what a careless reader needs long for, or deep calls, is read at once', () => {
  const pieces = [
    ...[
      '/*',
      '"',
      '\\"\n',
      '{',
      '}',
      'zone "a" {',
      'zone "a" ',
      ';',
      'include ',
      '\n"',
      'file ',
      '/* */',
      'options {\n',
      'a.b {\n',
    ],
    ...[
      'zone:\n',
      'name: a\n',
      'pattern: name: p include-pattern: p\n',
      'x\n',
      "zone: name: 'a ",
      '#',
      '# \n',
      ' ',
      '\n',
    ],
    ...[
      '- ',
      '[',
      'zone:\n- domain: a\n',
      'a: [',
      'a: "\\',
      '\t',
      '(s) {\nimport s\nimport s\n}\n',
      'a.b {\nimport s\n',
      'import s\n',
    ],
    ...[
      '10.0.0.0/9 {\nfile a\nfile b\n}\n',
      'file a\n',
      '10.0.0.0/9 ',
      'foo\na.b {}\n',
      'a, ',
      '(s) {\n',
      'view v {',
      '}\n',
      '"{',
    ],
  ];
  for (const dialect of dialects) {
    for (const piece of pieces) readConfiguration(dialect, piece.repeat(Math.ceil(20_000 / piece.length)));
    readConfiguration(dialect, 'a\n'.repeat(150_000));
  }
});

function assertPlaces(configuration: Configuration, source: string): void {
  const { faults, zones, includes, views, folders, templates } = configuration;
  const ranges = [
    ...faults,
    ...zones.flatMap((zone) => [zone.nameRange, zone.range]),
    ...includes.map((include) => include.range),
    ...views.map((view) => view.range),
    ...folders.map((folder) => folder.range),
    ...templates.map((template) => template.nameRange),
  ];
  for (const { start, end } of ranges) assert.ok(0 <= start && start <= end && end <= source.length);
  for (const { message } of faults) assert.ok(message !== '' && !/[^.]\.$/.test(message));
}

test('more zones without a file than a function takes arguments', () => {
  const zones = Array.from({ length: 140_000 }, (_, i) => `zone z${i} { type primary; };`);
  const paths = ['named.conf'];
  const map = mapZones({ configurations: paths, files: new PathIndex(paths), read: () => zones.join('\n') });
  assert.equal(map.problems.length, zones.length);
});
