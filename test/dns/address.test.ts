import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addressOfReverseName,
  classlessRanges,
  isReverseName,
  networksOfReverseZone,
  networkText,
  reverseName4,
  reverseName6,
} from '../../src/dns/arpa.ts';
import { explainIp4, ip4Text, parseIp4 } from '../../src/dns/ip4.ts';
import { explainIp6, ip6FromBigint, ip6Text, ip6TextOfBind, ip6ToBigint, parseIp6 } from '../../src/dns/ip6.ts';

test('IPv4 addresses are four decimal octets', () => {
  for (const text of ['0.0.0.0', '192.0.2.1', '255.255.255.255']) assert.equal(ip4Text(parseIp4(text) ?? -1), text);
  for (const text of [
    '',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '1.2.3.256',
    '1.2.3.4.',
    '.1.2.3',
    '1..2.3',
    '1.2.3.x',
    ' 1.2.3.4',
  ]) {
    assert.equal(parseIp4(text), undefined, text);
  }
});

test('what is wrong with an IPv4 address', () => {
  for (const [text, reason, fixed] of [
    ['192.0.2.030', 'octet 030 has a leading zero', '192.0.2.30'],
    ['192.0.2.256', 'octet 256 is over 255', undefined],
    ['192.0.2', 'it has 3 octets, not four', undefined],
    ['192.0..2', 'it has 3 octets, not four', undefined],
    ['192.0..2.1', 'an octet is empty: two dots in a row', undefined],
    ['.192.0.2.1', 'an octet is empty: a dot begins it', undefined],
    ['192.0.2.1.', 'it ends in a dot', '192.0.2.1'],
    ['192.0.2.1/24', 'it ends in a prefix length', '192.0.2.1'],
    ['192.0.2.1:80', 'it ends in a port', '192.0.2.1'],
    ['2001:db8::1', 'it is an IPv6 address', undefined],
    ['192.0.XXX.1', '"XXX" is not a number from 0 to 255', undefined],
    ['mail', '"mail" is not a number from 0 to 255', undefined],
  ] as const) {
    const fault = explainIp4(text);
    assert.equal(fault.reason, reason, text);
    assert.equal(fault.fixed, fixed, text);
  }
});

test('IPv6 addresses in all their forms', () => {
  for (const [text, expected] of [
    ['::', '::'],
    ['::1', '::1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:db8::192.0.2.1', '2001:db8::c000:201'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['1:0:0:2::3', '1:0:0:2::3'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['0:0:0:0:0:1::', '::1:0:0'],
    ['2001:db8::', '2001:db8::'],
  ] as const) {
    assert.equal(ip6Text(parseIp6(text) ?? []), expected, text);
  }
  assert.equal(ip6TextOfBind(parseIp6('::1.2.3.4') ?? []), '::1.2.3.4');
  assert.equal(ip6Text(parseIp6('::1.2.3.4') ?? []), '::102:304');
});

test('what is no IPv6 address, and why', () => {
  for (const [text, reason] of [
    ['1:2:3:4:5:6:7:8::', 'it has 8 groups beside the "::", at most seven fit'],
    ['1::2::3', '"::" may stand only once'],
    [':1::', 'it begins with a single ":"'],
    ['1::2:', 'it ends in a single ":"'],
    ['00001::', 'group "00001" has more than four digits'],
    ['::1.2.3.04', 'its last part is not an IPv4 address'],
    ['192.0.2.1', 'it is an IPv4 address'],
    ['2001:db8::1/64', 'an address record takes no prefix length'],
    ['fe80::1%eth0', 'an address record takes no zone identifier'],
    ['2001:dg8::1', '"g" is not a hexadecimal digit'],
    ['1:2:3', 'it has 3 groups, not eight'],
  ] as const) {
    assert.equal(parseIp6(text), undefined, text);
    if (!text.startsWith(':')) assert.equal(explainIp6(text), reason, text);
  }
});

test('IPv6 addresses as numbers', () => {
  const address = parseIp6('2001:db8::42') ?? [];
  assert.equal(ip6ToBigint(address), 0x20010db8000000000000000000000042n);
  assert.deepEqual(ip6FromBigint(ip6ToBigint(address)), address);
});

test('addresses and their reverse names', () => {
  const ip4 = parseIp4('192.0.2.25') ?? 0;
  assert.equal(reverseName4(ip4), '25.2.0.192.in-addr.arpa.');
  assert.deepEqual(addressOfReverseName(reverseName4(ip4)), { family: 4, address: ip4 });
  const ip6 = parseIp6('2001:db8::1f') ?? [];
  const name6 = 'f.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.';
  assert.equal(reverseName6(ip6), name6);
  assert.deepEqual(addressOfReverseName(name6), { family: 6, address: ip6 });
  assert.deepEqual(addressOfReverseName('10.0-63.2.0.192.in-addr.arpa.'), {
    family: 4,
    address: parseIp4('192.0.2.10'),
  });
  for (const name of [
    '2.0.192.in-addr.arpa.',
    '030.2.0.192.in-addr.arpa.',
    '256.2.0.192.in-addr.arpa.',
    '70.0-63.2.0.192.in-addr.arpa.',
    '1.25.2.0.192.in-addr.arpa.',
    'example.com.',
    `1.${name6}`,
    '1.2.3.4xin-addr.arpa.',
  ]) {
    assert.equal(addressOfReverseName(name), undefined, name);
  }
  assert.equal(isReverseName('x.ip6.arpa.'), true);
  assert.equal(isReverseName('ip6.arpa.example.'), false);
});

test('reverse zones and their networks', () => {
  for (const [zone, networks] of [
    ['2.0.192.in-addr.arpa.', ['192.0.2.0/24']],
    ['10.in-addr.arpa.', ['10.0.0.0/8']],
    ['in-addr.arpa.', ['0.0.0.0/0']],
    ['25.2.0.192.in-addr.arpa.', ['192.0.2.25/32']],
    ['0/26.2.0.192.in-addr.arpa.', ['192.0.2.0/26']],
    ['0-26.2.0.192.in-addr.arpa.', ['192.0.2.0/26', '192.0.2.0-192.0.2.26']],
    ['64-127.2.0.192.in-addr.arpa.', ['192.0.2.64/26']],
    ['8.b.d.0.1.0.0.2.ip6.arpa.', ['2001:db8::/32']],
    ['2.0.999.in-addr.arpa.', []],
    ['mail.2.0.192.in-addr.arpa.', []],
    ['example.com.', []],
  ] as const) {
    assert.deepEqual(networksOfReverseZone(zone).map(networkText), networks, zone);
  }
});

test('labels of classless zones', () => {
  for (const [label, ranges] of [
    ['0-63', ['range 0-63']],
    ['64/26', ['prefix 64-127']],
    ['64-26', ['prefix 64-127']],
    ['0/25', ['prefix 0-127']],
    ['64_127', ['range 64-127']],
    ['64/127', ['range 64-127']],
    ['subnet64-127', ['range 64-127']],
    ['0-31', ['prefix 0-1', 'range 0-31']],
    ['10/26', []],
    ['mail', []],
    ['63-0', []],
  ] as const) {
    assert.deepEqual(
      classlessRanges(label).map(({ form, first, last }) => `${form} ${first}-${last}`),
      ranges,
      label,
    );
  }
});
