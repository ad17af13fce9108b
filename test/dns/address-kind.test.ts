import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOfIp4, ORDINARY_ADDRESS, PRIVATE_ADDRESS, SPECIAL_ADDRESS } from '../../src/dns/address-kind.ts';
import { parseIp4 } from '../../src/dns/ip4.ts';

test('the first and the last address of each network that not everybody reaches, and those beside it', () => {
  const networks: readonly (readonly [string, string, number])[] = [
    ['0.0.0.0', '0.255.255.255', SPECIAL_ADDRESS],
    ['10.0.0.0', '10.255.255.255', PRIVATE_ADDRESS],
    ['100.64.0.0', '100.127.255.255', PRIVATE_ADDRESS],
    ['127.0.0.0', '127.255.255.255', SPECIAL_ADDRESS],
    ['169.254.0.0', '169.254.255.255', SPECIAL_ADDRESS],
    ['172.16.0.0', '172.31.255.255', PRIVATE_ADDRESS],
    ['192.168.0.0', '192.168.255.255', PRIVATE_ADDRESS],
    ['224.0.0.0', '255.255.255.255', SPECIAL_ADDRESS],
  ];
  for (const [first, last, kind] of networks) {
    const [from, to] = [parseIp4(first) as number, parseIp4(last) as number];
    assert.equal(kindOfIp4(from), kind, first);
    assert.equal(kindOfIp4(to), kind, last);
    if (from > 0) assert.equal(kindOfIp4(from - 1), ORDINARY_ADDRESS, `below ${first}`);
    if (to < 0xffffffff) assert.equal(kindOfIp4(to + 1), ORDINARY_ADDRESS, `above ${last}`);
  }
  // Which are negative where they are numbers of 32 bits with a sign.
  assert.equal(kindOfIp4((parseIp4('192.168.0.1') as number) | 0), PRIVATE_ADDRESS);
});
