import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSeries } from '../support/series.ts';

/** Pointers for the addresses from 192.0.2.0 on: `offset name` a line. */
function pointers(text: string): { address: number; name: string }[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [offset = '', name = ''] = line.trim().split(/\s+/);
      return { address: 0xc0000200 + Number(offset), name };
    });
}

function counted(count: number, name: (index: number) => string): { address: number; name: string }[] {
  return Array.from({ length: count }, (_, index) => ({ address: 0xc0000200 + index, name: name(index) }));
}

function shown(list: readonly { address: number | bigint; name: string }[]): string[] {
  return findSeries(list).map(({ first, last, template, count }) => `${first}-${last} ${template} ${count}`);
}

test('names that count with the address are one series', () => {
  assert.deepEqual(shown(counted(100, (index) => `h${index + 7}.pool.example.net.`)), [
    '3221225984-3221226083 h#.pool.example.net. 100',
  ]);
});

test('the address in the name, reversed and padded', () => {
  assert.deepEqual(shown(counted(20, (index) => `${String(index).padStart(3, '0')}-2-0-192.example.net`)), [
    '3221225984-3221226003 #-2-0-192.example.net 20',
  ]);
});

test('members are the indices of the pointers, others left out', () => {
  const list = pointers(`
    10 dsl-10.example.net
    11 dsl-11.example.net
    12 mailhost.example.com
    13 dsl-13.example.net
    14 dsl-14.example.net
    15 DSL-15.example.net
  `);
  const [series] = findSeries(list);
  assert.deepEqual([...(series?.members ?? [])], [0, 1, 3, 4, 5]);
});

test('four addresses with the very same name are a series, three are not', () => {
  assert.deepEqual(shown(counted(4, () => 'adsl.example.net')), ['3221225984-3221225987 adsl.example.net 4']);
  assert.deepEqual(shown(counted(3, () => 'adsl.example.net')), []);
});

test('four that count are too few, five are enough', () => {
  assert.deepEqual(shown(counted(4, (index) => `h${index}.example.net`)), []);
  assert.equal(shown(counted(5, (index) => `h${index}.example.net`)).length, 1);
});

test('numbers that do not move with the address are no series', () => {
  assert.deepEqual(shown(counted(50, (index) => `rack${(index * 7) % 50}.example.com`)), []);
  assert.deepEqual(
    shown(
      counted(50, () => 'web1.example.com').map((pointer, index) => ({
        ...pointer,
        name: `web${50 - index}.example.com`,
      })),
    ),
    [],
  );
});

test('six in ten steps are enough', () => {
  const names = (index: number) => `h${index % 5 === 4 ? 900 + index : index}.example.net`;
  assert.equal(shown(counted(100, names)).length, 1);
  assert.deepEqual(shown(counted(100, (index) => `h${index % 2 === 0 ? index : index + 50}.example.net`)), []);
});

test('mail farms and name servers are silent', () => {
  assert.deepEqual(shown(counted(50, (index) => `mail${index}.example.com`)), []);
  assert.deepEqual(shown(counted(50, (index) => `a${index}.smtp-out.example.com`)), []);
  assert.deepEqual(shown(counted(50, (index) => `ns${index}.example.com`)), []);
});

test('a gap of more than a /24 ends a series', () => {
  const near = counted(10, (index) => `h${index}.example.net`);
  const far = near.map(({ address }, index) => ({ address: address + 1000, name: `h${index}.example.net` }));
  assert.deepEqual(shown([...near, ...far]), [
    '3221225984-3221225993 h#.example.net 10',
    '3221226984-3221226993 h#.example.net 10',
  ]);
});

test('two series that take turns are told apart', () => {
  const list = counted(40, (index) => (index % 2 === 0 ? `a-${index}.example.net` : `b-${index}.example.net`));
  assert.deepEqual(shown(list), [
    '3221225984-3221226022 a-#.example.net 20',
    '3221225985-3221226023 b-#.example.net 20',
  ]);
});

test('IPv6', () => {
  const list = Array.from({ length: 9 }, (_, index) => ({
    address: 0x20010db8000000000000000000000000n + BigInt(index),
    name: `host-${index}.v6.example.net`,
  }));
  assert.deepEqual(shown(list), [`${list[0]?.address}-${list[8]?.address} host-#.v6.example.net 9`]);
});

test('many templates', () => {
  const list = counted(
    5000,
    (index) => `${String.fromCharCode(97 + (index % 26), 97 + ((index >> 5) % 26))}-${index}.example.net`,
  );
  assert.ok(
    findSeries(list).every(
      ({ count, members }) => count === members.length && members.every((member) => member < 5000),
    ),
  );
  assert.deepEqual(findSeries([]), []);
});
