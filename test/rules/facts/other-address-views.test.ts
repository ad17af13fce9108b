import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('a PTR that a renumbered host has left over in all views is deleted', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "100.51.198.in-addr.arpa" { type primary; file "in/reverse"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
www   IN A    198.51.100.10
;             ^^^^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 198.51.100.10 now, with a PTR record there: that of 192.0.2.10 is left over (in the view inside))
;- in/reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
10    IN PTR  www.example.com.
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
10    IN PTR  www.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 198.51.100.10 now, with a PTR record there: that of 192.0.2.10 is left over (in the view inside)
`);
  assert.deepEqual(fixTitles(bench), [
    'Delete "10 IN PTR www.example.com." from 2.0.192.in-addr.arpa (serial 2)',
    'Add "www IN A 192.0.2.10" to example.com in the view inside (serial 2)',
  ]);
});

test('none is called left over, and none is deleted, whose target one of the views does not know', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "100.51.198.in-addr.arpa" { type primary; file "in/reverse"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.net" { type primary; file "out/example.net"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
www   IN A    198.51.100.10
;             ^^^^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 198.51.100.10, not 192.0.2.10)
;- in/reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
10    IN PTR  www.example.com.
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
10    IN PTR  www.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 198.51.100.10, not 192.0.2.10
`);
  assert.deepEqual(fixTitles(bench), ['Add "www IN A 192.0.2.10" to example.com (serial 2)']);
});
