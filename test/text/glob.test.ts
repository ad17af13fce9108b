import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { globFault, globTest } from '../../src/text/glob.ts';

function check(glob: string, fitting: readonly string[], others: readonly string[]): void {
  const fits = globTest(glob);
  for (const path of fitting) assert.ok(fits(path), `${glob} fits ${path}`);
  for (const path of others) assert.ok(!fits(path), `${glob} does not fit ${path}`);
}

test('stars, segments, classes, braces, numbers, groups', () => {
  check('**/*.zone', ['a.zone', 'x/y/a.zone', 'x/.a.zone'], ['a.zone/b', 'azone']);
  check('zones/**', ['zones/a', 'zones/a/b'], ['zone/a']);
  check('a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb']);
  check('db.[a-c!]', ['db.b', 'db.!'], ['db.d', 'db.']);
  check('[!a-c]/[[:digit:]]', ['d/1'], ['a/1', 'd/x', '//1']);
  check('{a,b/{c,d}}.db', ['a.db', 'b/c.db', 'b/d.db'], ['c.db', 'b.db']);
  check('{a}', ['{a}'], ['a']);
  check('net{8..11}', ['net8', 'net10', 'net11'], ['net7', 'net1']);
  check('@(a|b)?(c)+(d)', ['ad', 'bcdd'], ['a', 'cd']);
  check('\\*a', ['*a'], ['ba']);
  check('a+b(1)', ['a+b(1)'], ['aab1']);
  check('a[', ['a['], ['a']);
  check('{a,b', ['{a,b'], ['a']);
});

test('what picomatch finds is found, and nothing else', () => {
  const word = fc.constantFrom(
    'a',
    'b',
    '.',
    '?',
    '*',
    '**',
    '/',
    '{a,b}',
    '{a,/b*}',
    '[ab]',
    '[^b]',
    '@(a|b)',
    '+(b)',
  );
  const path = fc
    .array(fc.constantFrom('a', 'b', '.a', 'ab'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), path, (words, path) => {
      const glob = `x/${words.join('')}`;
      // There picomatch takes two stars for segments, or folders for files.
      if (/\*{3}|\*\*$|[^/]\*\*|\*\*[^/]|\/\/|\/$|[/}]\.|\.\.|\)[?*]/.test(glob)) return;
      const wanted = picomatch(glob, { dot: true })(`x/${path}`);
      assert.equal(globTest(glob)(`x/${path}`), wanted, `${glob} and x/${path}`);
    }),
    { numRuns: 20_000 },
  );
});

test('no pattern takes long, and those that say too much are told', () => {
  const begin = performance.now();
  const name = 'a'.repeat(4000);
  for (const glob of [
    `**/${'*a'.repeat(15)}b`,
    `a/${'{a,a}'.repeat(60)}*b`,
    '{'.repeat(511),
    '{a,'.repeat(120),
    '{a,@(}'.repeat(80),
    `${'@('.repeat(100)}${')'.repeat(100)}`,
    `${'*('.repeat(15)}a${')'.repeat(15)}b`,
    '['.repeat(500),
    '{1..10}'.repeat(72),
  ]) {
    assert.equal(globFault(glob), undefined);
    assert.ok(!globTest(glob)(name));
    // Names that do not end as a pattern does are known by that alone: of this one they would have to be read.
    assert.ok(!globTest(`${glob}[c]`)(name));
  }
  assert.match(globFault('*a'.repeat(17)) ?? '', /more than 16 wildcards/);
  assert.match(globFault('{1..999}'.repeat(60)) ?? '', /stands for more than 1000 numbers/);
  assert.match(globFault('a'.repeat(513)) ?? '', /more than 512 characters/);
  assert.match(globFault('!(a)') ?? '', /not understood/);
  // The slowest of them takes some milliseconds; with picomatch the first one does not end.
  assert.ok(performance.now() - begin < 20_000);
});
