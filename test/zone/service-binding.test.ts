import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NameTable } from '../../src/dns/name-table.ts';
import { serviceBindingProblem } from '../../src/zone/service-binding.ts';

const names = new NameTable();
const zone = names.childText(0, 'example');
const resolver = names.childText(zone, '_dns');

test('an alias has no parameters', () => {
  assert.match(serviceBindingProblem(names, zone, '0 a. alpn="h2"') ?? '', /alias/);
  assert.equal(serviceBindingProblem(names, zone, '0 a.'), undefined);
  assert.equal(serviceBindingProblem(names, zone, '1 a. alpn="h2"'), undefined);
});

test('the name of a resolver needs a protocol, and a path where that is HTTP', () => {
  assert.match(serviceBindingProblem(names, resolver, '1 a. port=853') ?? '', /alpn/);
  assert.equal(serviceBindingProblem(names, resolver, '1 a. alpn="dot"'), undefined);
  assert.match(serviceBindingProblem(names, resolver, '1 a. alpn="dot,h2"') ?? '', /dohpath/);
  assert.equal(serviceBindingProblem(names, resolver, '1 a. alpn="h2" dohpath="/q{?dns}"'), undefined);
  assert.equal(serviceBindingProblem(names, resolver, '1 a. alpn="h2" key7="/q{?dns}"'), undefined);
  for (const [label, isResolver] of [
    ['_853', true],
    ['_0853', false],
    ['_99999', false],
    ['_x', false],
    ['*', false],
  ] as const)
    assert.equal(
      serviceBindingProblem(names, names.childText(resolver, label), '1 a.') !== undefined,
      isResolver,
      label,
    );
});
