import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareSerial, isDateSerial, nextSerial, readSerial } from '../../src/dns/serial.ts';

const clock = { today: 20240315, epoch: 1710500000 };

test('serials compare on a circle', () => {
  assert.equal(compareSerial(1, 2), -1);
  assert.equal(compareSerial(2, 1), 1);
  assert.equal(compareSerial(5, 5), 0);
  assert.equal(compareSerial(0xffffffff, 0), -1);
  assert.equal(compareSerial(0, 0x80000000), undefined);
  assert.equal(compareSerial(1, 0x80000002), 1);
});

test('a serial is read as a number of 32 bits', () => {
  const read = ['0', '2024031401', '4294967295', '0007'].map(readSerial);
  assert.deepEqual(read, [0, 2024031401, 0xffffffff, 7]);
  for (const text of ['', '4294967296', '00000000001', '-1', '1e3', '@SERIAL@', '1 '])
    assert.equal(readSerial(text), undefined);
});

test('the next serial', () => {
  assert.equal(nextSerial(2024031400, clock), 2024031500);
  assert.equal(nextSerial(2024031500, clock), 2024031501);
  assert.equal(nextSerial(2024031599, clock), 2024031600);
  assert.equal(nextSerial(2024031401, clock), 2024031501);
  assert.equal(nextSerial(2024031501, clock), 2024031502);
  assert.equal(nextSerial(2024031402, clock), 2024031500);
  assert.equal(nextSerial(2024031401, clock, 'date'), 2024031501);
  assert.equal(nextSerial(2025010100, clock), 2025010101);
  assert.equal(nextSerial(2024133100, clock), 2024133101);
  assert.equal(nextSerial(7, clock), 8);
  assert.equal(nextSerial(7, clock, 'date'), 2024031500);
  assert.equal(nextSerial(7, clock, 'epoch'), 1710500000);
  assert.equal(nextSerial(1700000000, clock), 1710500000);
  assert.equal(nextSerial(1710500000, clock), 1710500001);
  assert.equal(nextSerial(1710500005, clock), 1710500006);
  assert.equal(nextSerial(999999999, clock), 1000000000);
  assert.equal(nextSerial(2024031400, clock, 'counter'), 2024031401);
  assert.equal(nextSerial(0xffffffff, clock), undefined);
});

test('serials that are dates', () => {
  assert.equal(isDateSerial(2024022900), true);
  assert.equal(isDateSerial(2023022900), false);
  assert.equal(isDateSerial(2024000000), false);
  assert.equal(isDateSerial(42), false);
});
