import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileExpression, matchExpression } from '../../src/config/expression.ts';

const names = ['db.example.org', 'example.org.zone', 'olddb.a', 'xx', 'aaa', 'db.', 'aab', 'a.b.c', 'zone-12.net', ''];

test('matches as the language’s own expressions do', () => {
  const sources = [
    ...['db\\.(.*)', '(.*)\\.zone', '^(a+)+$', '(a|b)*c', '(a*)*', 'x{2}', '(?:d(b))\\.(.+?)$', '([a-z]+)|(\\d)'],
    ...['[^.]+\\.(.*)', 'zone-(\\d{1,2})\\.(net|org)', '(a|ab)(c|b)?', 'a{0,2}b', '(a|b|c|d|e)+', '(x|)(y?)'],
    ...[
      '[\\w-]+',
      '(.*?)\\.(o|.*)',
      '[a-c]{2,}',
      '(?<name>z.*)',
      '\\Bb'.slice(2),
      '',
      'a|b|',
      '[]]'.replace(']]', '\\]]'),
    ],
  ];
  for (const source of sources) {
    const expression = compileExpression(source);
    assert.ok(expression, source);
    for (const name of names) {
      const match = new RegExp(source).exec(name);
      const expected = match === null ? undefined : Array.from(match, (group) => group ?? '');
      assert.deepEqual(matchExpression(expression, name), expected, `${source} on ${name}`);
    }
  }
});

test('forms that are not understood are refused, not guessed', () => {
  const sources = [
    '(a',
    'a)',
    '*',
    'a**',
    '\\p{Greek}',
    '(?=a)',
    '(?i)a',
    '[[:alpha:]]',
    '[a',
    '\\',
    `${'('.repeat(600)}`,
  ];
  for (const source of sources) assert.equal(compileExpression(source), undefined, source);
  assert.equal(compileExpression('((((a{900}){9}){9}){9})'), undefined);
});

test('expressions that take JavaScript for ever end', () => {
  for (const source of ['(a+)+$', '^(a|a)*$', '(a*)*(a*)*(a*)*b', '(.*)(.*)(.*)(.*)(.*)x']) {
    const expression = compileExpression(source);
    assert.ok(expression && matchExpression(expression, `${'a'.repeat(254)}!`) === undefined, source);
  }
});
