import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  absoluteText,
  isNameFault,
  isSubdomain,
  labelsOf,
  nameKey,
  nameToText,
  parentName,
  parseName,
  relativeTo,
} from '../../src/dns/name.ts';

function shown(text: string): string {
  const name = parseName(text);
  return isNameFault(name) ? `${name.error} ${name.offset}+${name.length}` : nameToText(name);
}

test('names are read and written as BIND does', () => {
  for (const [text, expected] of [
    ['www', 'www'],
    ['www.Example.com.', 'www.Example.com.'],
    ['.', '.'],
    ['@', '@'],
    ['@.', '\\@.'],
    ['@x', '\\@x'],
    ['\\@', '\\@'],
    ['a\\.b', 'a\\.b'],
    ['a\\046b', 'a\\.b'],
    ['\\065', 'A'],
    ['a\\[b', 'a[b'],
    ['a$b', 'a\\$b'],
    ['\\032', '\\032'],
    ['é', '\\195\\169'],
    ['*.x', '*.x'],
    ['a"b', 'a\\"b'],
  ]) {
    assert.equal(shown(text ?? ''), expected, text);
  }
});

test('what is no name, and where', () => {
  for (const [text, expected] of [
    ['a..b', 'label-empty 2+1'],
    ['.a', 'label-empty 0+1'],
    ['..', 'label-empty 0+1'],
    ['a..', 'label-empty 2+1'],
    ['', 'label-empty 0+0'],
    ['a\\', 'escape 1+1'],
    ['a\\9', 'escape 1+2'],
    ['a\\256', 'escape 1+4'],
    ['\\[x', 'escape 0+2'],
    [`x.${'a'.repeat(64)}.y`, 'label-length 2+64'],
    [`${'a.'.repeat(127)}a`, 'name-length 0+255'],
  ]) {
    assert.equal(shown(text ?? ''), expected, text);
  }
  assert.equal(shown(`${'a.'.repeat(127)}`), 'a.'.repeat(127));
  assert.equal(shown('a'.repeat(63)), 'a'.repeat(63));
});

test('Latin-1 text stands for single bytes', () => {
  assert.equal(absoluteText('é', 'example.com.', 'latin1'), '\\233.example.com.');
});

test('keys are absolute, lower case and canonical', () => {
  assert.equal(nameKey('WWW', 'example.com.'), 'www.example.com.');
  assert.equal(nameKey('WWW.', 'example.com.'), 'www.');
  assert.equal(nameKey('@', 'example.com.'), 'example.com.');
  assert.equal(nameKey('\\087ww', 'example.com.'), 'www.example.com.');
  assert.equal(nameKey('a', '.'), 'a.');
  assert.equal(nameKey('a..b', 'example.com.'), undefined);
  assert.equal(nameKey(`${'a.'.repeat(125)}a`, 'example.com.'), undefined);
  assert.equal(nameKey(`${'a.'.repeat(120)}a`, 'example.com.'), `${'a.'.repeat(121)}example.com.`);
});

test('subdomains go by whole labels', () => {
  assert.equal(isSubdomain('a.example.com.', 'example.com.'), true);
  assert.equal(isSubdomain('example.com.', 'example.com.'), true);
  assert.equal(isSubdomain('xexample.com.', 'example.com.'), false);
  assert.equal(isSubdomain('a\\.example.com.', 'example.com.'), false);
  assert.equal(isSubdomain('a\\\\.example.com.', 'example.com.'), true);
  assert.equal(isSubdomain('a.', '.'), true);
  assert.equal(isSubdomain('com.', 'example.com.'), false);
});

test('relative names, parents and labels', () => {
  assert.equal(relativeTo('www.example.com.', 'example.com.'), 'www');
  assert.equal(relativeTo('example.com.', 'example.com.'), '@');
  assert.equal(relativeTo('www.example.org.', 'example.com.'), 'www.example.org.');
  assert.equal(relativeTo('com.', '.'), 'com');
  assert.equal(parentName('a\\.b.example.'), 'example.');
  assert.equal(parentName('example.'), '.');
  assert.equal(parentName('.'), undefined);
  assert.deepEqual(labelsOf('a\\.b.example.'), ['a\\.b', 'example']);
  assert.deepEqual(labelsOf('.'), []);
});
