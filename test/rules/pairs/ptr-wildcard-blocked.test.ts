import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a name below the wildcard', () => {
  check(`
;- 0.192.in-addr.arpa.zone
*     IN PTR  pool.example.net.
;<- warning ptr-wildcard-blocked: The wildcard does not answer below 2.0.192.in-addr.arpa: names stand there, so their neighbours without a record of their own do not exist
10.2  IN PTR  host.example.net.
`);
});

test('a wildcard of its own there', () => {
  check(`
;- 0.192.in-addr.arpa.zone
*     IN PTR  pool.example.net.
10.2  IN PTR  host.example.net.
*.2   IN PTR  pool.example.net.
;- 2.0.198.in-addr.arpa.zone
*     IN PTR  pool.example.net.
10    IN PTR  host.example.net.
`);
});

test('nothing is said of networks that others run', () => {
  check(
    `
;- 0.192.in-addr.arpa.zone
*    3600 IN PTR pool.example.net.
10.2 3600 IN PTR www.example.net.
`,
    { settings: { externalNetworks: ['192.0.0.0/16'] } },
  );
});
