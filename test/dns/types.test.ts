import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classCode, className, typeCode, typeName, typeNames, typeStatus } from '../../src/dns/types.ts';

test('types are read in any case and by number', () => {
  assert.equal(typeCode('a'), 1);
  assert.equal(typeCode('Nsap-Ptr'), 23);
  assert.equal(typeCode('type65'), 65);
  assert.equal(typeCode('TYPE0'), 0);
  assert.equal(typeCode('TYPE00001'), 1);
  for (const word of ['TYPE', 'TYPE65536', 'TYPE-1', 'TYPE000001', 'TYPE1x', 'ALIAS', 'LUA', '']) {
    assert.equal(typeCode(word), undefined, word);
  }
});

test('types are written as BIND does', () => {
  assert.equal(typeName(65), 'HTTPS');
  assert.equal(typeName(127), 'TYPE127');
  assert.equal(typeName(65533), 'TYPE65533');
  for (const name of typeNames()) assert.equal(typeName(typeCode(name) ?? -1), name);
});

test('questions and obsolete types are told apart from data', () => {
  assert.equal(typeStatus(1), 'data');
  assert.equal(typeStatus(3), 'obsolete');
  assert.equal(typeStatus(4), 'obsolete');
  for (const code of [0, 41, 128, 249, 250, 252, 255]) assert.equal(typeStatus(code), 'meta');
  assert.equal(typeStatus(256), 'data');
  assert.equal(typeNames().includes('OPT'), false);
});

test('classes', () => {
  assert.equal(classCode('in'), 1);
  assert.equal(classCode('Chaos'), 3);
  assert.equal(classCode('class4'), 4);
  assert.equal(classCode('CLASS65536'), undefined);
  assert.equal(classCode('A'), undefined);
  assert.equal(className(1), 'IN');
  assert.equal(className(7), 'CLASS7');
});
