import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('itself', () => {
  check(`
;- example.com.zone
host 3600 IN LP 10 host
;                  ^^^^ hint lp-self: The LP record of host.example.com leads to host.example.com itself: it names another name, which has the L32 or L64 records
`);
});

test('another name', () => {
  check(`
;- example.com.zone
host 3600 IN LP 10 subnet
subnet 3600 IN L32 10 198.51.100.0
`);
});
