// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are those of $GENERATE
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillTemplate, isGenerateFault, parseRange, parseTemplate } from '../../src/zone/generate.ts';
import { wordsOf } from '../../src/zone/generate-line.ts';

function filled(template: string, value: number): string {
  const parsed = parseTemplate(template);
  return isGenerateFault(parsed) ? 'fault' : fillTemplate(parsed, value);
}

test('templates are filled in as BIND fills them in', () => {
  const table: readonly (readonly [template: string, value: number, text: string])[] = [
    ['h$', 7, 'h7'],
    ['${10}-$', 1, '11-11'],
    ['$-${10}', 1, '1-11'],
    ['${0,3}', 7, '007'],
    ['${0,3,x}', 255, '0ff'],
    ['${0,2,X}', 255, 'FF'],
    ['${0,0,o}', 8, '10'],
    ['${0,5,N}', 10, 'A.0.0'],
    ['${5,0,n}$-${0,3,x}$', 1, '66-0011'],
    ['a\\$b$$', 1, 'a\\$b$'],
    ['${ 2}', 1, '3'],
    ['${-3,4}', 1, '-002'],
    ['${1, +3}', 1, '002'],
    ['${4294967295}', 1, '0'],
    ['${0,128}', 1, 'fault'],
    ['${1 ,2}', 1, 'fault'],
    ['${}', 1, 'fault'],
    ['${0,}', 1, 'fault'],
    ['${0,2,z}', 1, 'fault'],
  ];
  for (const [template, value, text] of table) assert.equal(filled(template, value), text, template);
});

test('ranges', () => {
  assert.deepEqual(parseRange('1-9/2'), { start: 1, stop: 9, step: 2 });
  assert.deepEqual(parseRange('01-+9x'), { start: 1, stop: 9, step: 1 });
  for (const text of ['1-9/', '2-1', '1-9/0', '-1-9', 'x', '1', '4294967295-4294967295'])
    assert.equal(parseRange(text), undefined, text);
});

test('generated rdata are read as a line: a comment or a line end ends them, parentheses close', () => {
  const words = (text: string): string[] | undefined => wordsOf(text)?.map((token) => token.text);
  assert.deepEqual(words('v=spf1;x 1'), ['v=spf1']);
  assert.deepEqual(words('"a;b" c\\;d ;e'), ['a;b', 'c\\;d']);
  assert.deepEqual(words('(a 1) b'), ['a', '1', 'b']);
  assert.deepEqual(words('"a""b"c'), ['a', 'b', 'c']);
  assert.deepEqual(words('a\u000bb'), ['a\u000bb']);
  assert.deepEqual(words('a\rb'), ['a']);
  assert.deepEqual(words('(a\nb) "c\r"\nd'), ['a', 'b', 'c\r']);
  for (const text of ['(a', 'a)', ')a(', 'a"', 'a\\', 'a\\\nb']) assert.equal(words(text), undefined, text);
});
