import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('fewer bytes than the length says, and more', () => {
  check(`
;- example.com.zone
a 3600 IN TYPE65280 \\# 3 0102
;                        ^^^^ error syntax-generic-rdata: TYPE65280 data has 2 bytes, the length before it says 3
b 3600 IN TYPE65280 \\# 1 0102
;                        ^^^^ error syntax-generic-rdata: TYPE65280 data has 2 bytes, the length before it says 1
`);
});

test('as many as it says, none, and a known type in this form', () => {
  check(`
;- example.com.zone
a 3600 IN TYPE65280 \\# 2 0102
b 3600 IN TYPE65280 \\# 0
c 3600 IN A \\# 4 c0000201
`);
});
