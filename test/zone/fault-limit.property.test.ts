import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../src/syntax/token.ts';
import { limitedFaults } from '../../src/zone/fault-limit.ts';
import { parseFixture } from '../support/fixture.ts';
import { Workbench } from '../support/workbench.ts';

const ROWS_PER_BLOCK = 128;

test('far down in a text that is broken all over, the first fault of each kind in a block is told, with the number of the others', () => {
  const fault = (start: number, rule: string, severity?: 'warning'): Fault => ({
    rule,
    start,
    end: start + 1,
    message: rule,
    ...(severity ? { severity } : {}),
  });
  const faults = [
    ...Array.from({ length: 10 }, (_, i) => fault(i, 'syntax-type')),
    fault(10, 'syntax-value'),
    fault(11, 'syntax-type', 'warning'),
  ];
  assert.deepEqual(limitedFaults(faults, 0), faults);
  assert.deepEqual(
    limitedFaults(faults, 5000).map(({ start, message }) => [start, message]),
    [
      [0, 'syntax-type (9 more like it stand in the lines below)'],
      [10, 'syntax-value'],
      [11, 'syntax-type'],
    ],
  );
  assert.equal(limitedFaults(faults.slice(0, 8), 5000).length, 8);
});

test('every fault of the first hundred thousand lines is told, and those behind them take no memory', () => {
  const told = ROWS_PER_BLOCK * 1024;
  const text = `;- example.com.zone\n${'x A 192.0.2.300\n'.repeat(told + ROWS_PER_BLOCK * 10)}`;
  const faults = new Workbench(parseFixture(text)).store.blocks.flatMap((block) => block.faults);
  assert.equal(faults.length, told + 10);
});

test('files that include themselves, or what is not there, millions of times are told of in bounded memory', () => {
  const told = ROWS_PER_BLOCK * 1024;
  for (const [path, problem] of [
    ['example.com.zone', 'loop'],
    ['hosts', 'missing'],
  ]) {
    const text = `;- example.com.zone\n$TTL 60\n${`$INCLUDE ${path}\n`.repeat(told + ROWS_PER_BLOCK * 10)}`;
    const children = new Workbench(parseFixture(text)).store.blocks.flatMap((block) => block.children);
    assert.ok(children.every((child) => child.problem === problem));
    assert.ok(children.length >= told && children.length < told + 20, String(children.length));
  }
});

test('a message shows the beginning and the end of a word that is very long', () => {
  const text = `;- example.com.zone\n$TTL 60\n$GENERATE 1-2 ${'x'.repeat(5000)} A 192.0.2.$\n`;
  const [fault] = new Workbench(parseFixture(text)).store.blocks.flatMap((block) => block.faults);
  assert.match(fault?.message ?? '', /^For 1 the owner is no domain name: "x{100,200}\.\.\.x{99}"$/);
});

test('a row with the same fault a million times tells it once', () => {
  const text = `;- example.com.zone\n@ TXT (\n${'"x\n'.repeat(1_000_000)})\n`;
  const [fault, ...others] = new Workbench(parseFixture(text)).store.blocks.flatMap((block) => block.faults);
  assert.equal(fault?.rule, 'syntax-quote');
  assert.ok(others.length < 10, `${others.length} others`);
});
