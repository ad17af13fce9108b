import { test } from 'node:test';
import { check } from '../../support/check.ts';

// Its fixes are worked out from the text: test/edits/insert-ttl.test.ts.
const ON = { rules: { 'ttl-missing': 'warning' } } as const;

test('no TTL, and no $TTL above: said once for a zone', () => {
  check(
    `
;- example.com.zone
@ IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;<- warning ttl-missing: No TTL here and no $TTL above: BIND takes the SOA's minimum, 3600, up to the next $TTL
@ IN NS ns1.example.net.
www IN TXT "web"
`,
    ON,
  );
});

test('a $TTL above, a TTL in each record, and one in the first record, which BIND takes for the others', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@ IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@ IN NS ns1.example.net.
;- example.net.zone
@ 1h IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@ 1h IN NS ns1.example.net.
;- example.org.zone
@ 1h IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@ IN NS ns1.example.net.
;<- warning ttl-missing: No TTL here and no $TTL above: BIND takes the last one, 3600
`,
    ON,
  );
});
