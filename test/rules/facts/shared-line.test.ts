import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

// The views have zones of their own for the hosts, and read one reverse zone.

test('the dot is missing, and the host is known in one view, where it sends mail', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
www   IN A    198.51.100.10
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
@     IN MX   10 mail
mail  IN A    192.0.2.25
;             ^^^^^^^^^^ (error ptr-target-in-arpa: "mail.example.com" has no final dot, so it means mail.example.com.2.0.192.in-addr.arpa; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
25    IN PTR  mail.example.com
;             ^^^^^^^^^^^^^^^^ error ptr-target-in-arpa: "mail.example.com" has no final dot, so it means mail.example.com.2.0.192.in-addr.arpa; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
`);
  assert.deepEqual(fixTitles(bench), ['Add the missing final dot: mail.example.com. (serial 2)']);
});

test('a generic name: the view in which the address has a name mends it, the one in which it sends mail makes it an error', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
www   IN A    198.51.100.10
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
@     IN MX   10 mail
mail  IN A    192.0.2.25
;             ^^^^^^^^^^ (error ptr-generic: 192-0-2-25.static.isp.example looks generic: the name spells the whole address 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), others score it as spam)
alpha IN A    192.0.2.30
;             ^^^^^^^^^^ (warning ptr-generic: 192-0-2-30.static.isp.example looks generic: the name spells the whole address 192.0.2.30)
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
25    IN PTR  192-0-2-25.static.isp.example.
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ptr-generic: 192-0-2-25.static.isp.example looks generic: the name spells the whole address 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), others score it as spam
30    IN PTR  192-0-2-30.static.isp.example.
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ptr-generic: 192-0-2-30.static.isp.example looks generic: the name spells the whole address 192.0.2.30
`);
  assert.deepEqual(fixTitles(bench), [
    'Change the PTR of 192.0.2.25 from 192-0-2-25.static.isp.example. to mail.example.com. (serial 2)',
    'Change the PTR of 192.0.2.30 from 192-0-2-30.static.isp.example. to alpha.example.com. (serial 2)',
  ]);
});

test('a name that one view does not have: the other one speaks, and is named', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
www   IN A    198.51.100.10
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
alpha IN A    192.0.2.30
beta  IN A    192.0.2.31
;             ^^^^^^^^^^ (warning ptr-mismatch: beta.example.com has 192.0.2.31, not 192.0.2.30 (in the view outside))
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
30    IN PTR  beta.example.com.
;             ^^^^^^^^^^^^^^^^^ warning ptr-mismatch: beta.example.com has 192.0.2.31, not 192.0.2.30 (in the view outside)
31    IN PTR  beta.example.com.
`);
  assert.deepEqual(fixTitles(bench), [
    'Change the PTR of 192.0.2.30 from beta.example.com. to alpha.example.com. (serial 2)',
    'Add "beta IN A 192.0.2.30" to example.com in the view outside (serial 2)',
  ]);
});

test('a name of the inside is no host that is gone', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
db    IN A    198.51.100.10
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
web   IN A    192.0.2.10
;             ^^^^^^^^^^ (warning ptr-target-no-address: db.example.com does not exist in example.com, so it does not confirm 192.0.2.10 (in the view outside))
new   IN A    192.0.2.11
;             ^^^^^^^^^^ (warning ptr-stale: old.example.com does not exist, and 192.0.2.11 belongs to new.example.com: renamed, or misspelt?)
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
10    IN PTR  db.example.com.
;             ^^^^^^^^^^^^^^^ warning ptr-target-no-address: db.example.com does not exist in example.com, so it does not confirm 192.0.2.10 (in the view outside)
11    IN PTR  old.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-stale: old.example.com does not exist, and 192.0.2.11 belongs to new.example.com: renamed, or misspelt?
`);
  assert.deepEqual(fixTitles(bench), [
    'Change the PTR of 192.0.2.10 from db.example.com. to web.example.com. (serial 2)',
    'Add "db IN A 192.0.2.10" to example.com in the view outside (serial 2)',
    'Change the PTR of 192.0.2.11 from old.example.com. to new.example.com. (serial 2)',
  ]);
});

test('swapped PTRs are swapped once', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
a     IN A    198.51.100.10
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
a     IN A    192.0.2.10
b     IN A    192.0.2.11
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
10    IN PTR  b.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-crossed: The PTR records of 192.0.2.10 and 192.0.2.11 are swapped: b.example.com has 192.0.2.11, a.example.com has 192.0.2.10 (in the view outside)
11    IN PTR  a.example.com.
;             ^^^^^^^^^^^^^^ (warning ptr-crossed: The PTR records of 192.0.2.10 and 192.0.2.11 are swapped: b.example.com has 192.0.2.11, a.example.com has 192.0.2.10 (in the view outside))
`);
  assert.deepEqual(fixTitles(bench), [
    'Swap the PTRs: 192.0.2.10 to a.example.com., 192.0.2.11 to b.example.com. (serial 2)',
  ]);
});

test('an alias of one view is right where another view has a host of this name', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
b     IN A    192.0.2.10
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
a     IN A    192.0.2.10
b     IN CNAME a
c     IN A    192.0.2.12
d     IN CNAME c
;              ^ (warning ptr-target-cname: The PTR record of 192.0.2.12 names d.example.com, an alias of c.example.com: it should name the host itself (in the view outside))
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
10    IN PTR  b.example.com.
12    IN PTR  d.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-target-cname: The PTR record of 192.0.2.12 names d.example.com, an alias of c.example.com: it should name the host itself (in the view outside)
`);
  assert.deepEqual(fixTitles(bench), ['Change the PTR of 192.0.2.12 from d.example.com. to c.example.com. (serial 2)']);
});

test('of several PTRs none is deleted that another view needs', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
a     IN A    192.0.2.10
b     IN A    192.0.2.10
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
@     IN MX   10 a
a     IN A    192.0.2.10
b     IN A    198.51.100.10
@     IN MX   10 b
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
10    IN PTR  a.example.com.
;<---------------------------- error ptr-multiple: 192.0.2.10 has 2 PTR records: a.example.com and b.example.com; a.example.com sends mail for example.com: receivers look at one of them, in no fixed order
10    IN PTR  b.example.com.
`);
  assert.deepEqual(fixTitles(bench), [
    'Keep a.example.com. as the only PTR of 192.0.2.10, delete b.example.com. (serial 2)',
    'Keep b.example.com. as the only PTR of 192.0.2.10, delete a.example.com. (refused: a.example.com has 192.0.2.10 in the view outside)',
  ]);
});

test('a generic name that another view confirms stays', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
192-0-2-25 IN A 192.0.2.25
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
@     IN MX   10 mail
mail  IN A    192.0.2.25
;             ^^^^^^^^^^ (error ptr-generic: 192-0-2-25.example.com looks generic: the name spells the whole address 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), others score it as spam)
192-0-2-25 IN A 192.0.2.25
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
25    IN PTR  192-0-2-25.example.com.
;             ^^^^^^^^^^^^^^^^^^^^^^^ error ptr-generic: 192-0-2-25.example.com looks generic: the name spells the whole address 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), others score it as spam
`);
  assert.deepEqual(fixTitles(bench), [
    'Change the PTR of 192.0.2.25 from 192-0-2-25.example.com. to mail.example.com. (refused: 192-0-2-25.example.com has 192.0.2.25 in the view inside)',
  ]);
});

test('$GENERATE lines that make a pair in one view; a host of the other view keeps its PTR', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
h12   IN A    192.0.2.12
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
$GENERATE 1-9 h$ A 192.0.2.$
;                  ^^^^^^^^^ (error ptr-generate-range: 2 PTR records of this $GENERATE line are not confirmed, from 192.0.2.10 (h10.example.com) to 192.0.2.11)
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
$GENERATE 1-12 $ PTR h$.example.com.
;<------------------------------------ hint ptr-generic-series: 12 PTR records made by $GENERATE only count, from 192.0.2.1 (h1.example.com) to 192.0.2.12 (h12.example.com)
;                    ^^^^^^^^^^^^^^^ error ptr-generate-range: 2 PTR records of this $GENERATE line are not confirmed, from 192.0.2.10 (h10.example.com) to 192.0.2.11
`);
  assert.deepEqual(fixTitles(bench), [
    'Change the range of the PTR line from 1-12 to 1-9 (refused: 192.0.2.12 has a host, which would have no PTR then)',
    'Change the range of the address line from 1-9 to 1-12 (serial 2)',
  ]);
});

test('what only one view knows to mend is mended', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
www   IN A    198.51.100.10
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
a     IN A    192.0.2.10
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
1.10  IN PTR  a.example.com.
;<---- error arpa-label-count: 1.10.2.0.192.in-addr.arpa has 5 octets, an address has 4
`);
  assert.deepEqual(fixTitles(bench), ['Change the owner to 10 (serial 2)']);
});

test('neither view has the address: one of them speaks, and is named', () => {
  const bench = check(`
;- named.conf
view "inside" { zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; }; };
view "outside" { zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { in-view "inside"; }; };
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
www   IN A    198.51.100.10
;             ^^^^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 198.51.100.10, not 192.0.2.10 (in the view inside))
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
www   IN A    192.0.2.11
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
10    IN PTR  www.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 198.51.100.10, not 192.0.2.10 (in the view inside)
11    IN PTR  www.example.com.
`);
  assert.deepEqual(fixTitles(bench), [
    'Add "www IN A 192.0.2.10" to example.com in the view inside (serial 2)',
    'Delete "10 IN PTR www.example.com." from 2.0.192.in-addr.arpa (serial 2)',
  ]);
});
