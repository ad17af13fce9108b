import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppendRoom } from '../../src/text/typed-array.ts';

test('what is appended is kept, whatever the sizes, and nobody waits for a copy of all', () => {
  const room = new AppendRoom<Int32Array>();
  let array: Int32Array = new Int32Array(16);
  let used = 0;
  for (let round = 0; used < 200_000; round++) {
    const more = 1 + ((round * 7) % 13);
    array = room.behind(array, used, more);
    assert.ok(used + more <= array.length);
    for (let i = 0; i < more; i++) array[used + i] = used + i;
    used += more;
  }
  assert.deepEqual(
    array.subarray(0, used),
    Int32Array.from({ length: used }, (_, i) => i),
  );
});

test('an array that was exchanged is copied anew', () => {
  const room = new AppendRoom<Uint8Array>();
  let array: Uint8Array = room.behind(new Uint8Array(8192).fill(1), 6500, 1100);
  array = new Uint8Array(8192).fill(2);
  room.restart();
  array = room.behind(array, 8192, 1);
  assert.ok(array.length > 8192);
  assert.equal(array[0], 2);
  assert.equal(array[8191], 2);
});

test('what is changed while a copy is under way is changed in the copy too', () => {
  const room = new AppendRoom<Int32Array>();
  let array: Int32Array = new Int32Array(1 << 15);
  const expected: number[] = [];
  for (let used = 0; used < 1 << 16; used++) {
    array = room.behind(array, used, 1);
    array[used] = used;
    expected.push(used);
    const place = (used * 7919) % (used + 1 - (used >> 2));
    room.change(array, place, -used);
    expected[place] = -used;
  }
  assert.deepEqual([...array.subarray(0, expected.length)], expected);
});
