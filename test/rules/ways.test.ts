import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../support/check.ts';

/** A way in which forward and reverse disagree: it is said, and said once. */
function way(title: string, text: string): void {
  test(title, () => {
    const said = check(text)
      .shown()
      .filter(({ primary }) => primary);
    assert.equal(said.length, 1, 'one cause, one finding');
  });
}

way(
  'missing A',
  `
;- example.com.zone
www 3600 IN A 192.0.2.10
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
9 3600 IN PTR x.example.net.
;< (warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa)
`,
);

way(
  'missing AAAA',
  `
;- example.com.zone
www 3600 IN AAAA 2001:db8::10
;                ^^^^^^^^^^^^ warning ptr-missing: No PTR record for 2001:db8::10 in 8.b.d.0.1.0.0.2.ip6.arpa
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR x.example.net.
;< (warning ptr-missing: No PTR record for 2001:db8::10 in 8.b.d.0.1.0.0.2.ip6.arpa)
`,
);

way(
  'missing AAAA only of dual',
  `
;- example.com.zone
www 3600 IN A 192.0.2.10
www 3600 IN AAAA 2001:db8::10
;                ^^^^^^^^^^^^ warning ptr-missing: No PTR record for 2001:db8::10 in 8.b.d.0.1.0.0.2.ip6.arpa
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR x.example.net.
;< (warning ptr-missing: No PTR record for 2001:db8::10 in 8.b.d.0.1.0.0.2.ip6.arpa)
`,
);

way(
  'target no address',
  `
;- example.com.zone
old 3600 IN TXT gone
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR old.example.com.
;              ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: old.example.com has no A record, so it does not confirm 192.0.2.10
`,
);

way(
  'target nonexistent',
  `
;- example.com.zone
@ 3600 IN TXT x
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR old.example.com.
;              ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: old.example.com does not exist in example.com, so it does not confirm 192.0.2.10
`,
);

way(
  'target only v4 for v6 PTR',
  `
;- example.com.zone
old 3600 IN A 192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR old.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR old.example.com.
;                                                           ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: old.example.com has no AAAA record, so it does not confirm 2001:db8::9
`,
);

way(
  'stale renamed',
  `
;- example.com.zone
new 3600 IN A 192.0.2.10
;             ^^^^^^^^^^ (warning ptr-stale: old.example.com does not exist, and 192.0.2.10 belongs to new.example.com: renamed, or misspelt?)
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR old.example.com.
;              ^^^^^^^^^^^^^^^^ warning ptr-stale: old.example.com does not exist, and 192.0.2.10 belongs to new.example.com: renamed, or misspelt?
`,
);

way(
  'stale renamed v6',
  `
;- example.com.zone
new 3600 IN AAAA 2001:db8::9
;                ^^^^^^^^^^^ (warning ptr-stale: old.example.com does not exist, and 2001:db8::9 belongs to new.example.com: renamed, or misspelt?)
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR old.example.com.
;                                                           ^^^^^^^^^^^^^^^^ warning ptr-stale: old.example.com does not exist, and 2001:db8::9 belongs to new.example.com: renamed, or misspelt?
`,
);

way(
  'renumbered host: A changed PTR old',
  `
;- example.com.zone
www 3600 IN A 198.51.100.10
;             ^^^^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 198.51.100.10, not 192.0.2.10)
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
;              ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 198.51.100.10, not 192.0.2.10
`,
);

way(
  'two crossed',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
b 3600 IN A 192.0.2.12
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR b.example.com.
;              ^^^^^^^^^^^^^^ warning ptr-crossed: The PTR records of 192.0.2.11 and 192.0.2.12 are swapped: b.example.com has 192.0.2.12, a.example.com has 192.0.2.11
12 3600 IN PTR a.example.com.
;              ^^^^^^^^^^^^^^ (warning ptr-crossed: The PTR records of 192.0.2.11 and 192.0.2.12 are swapped: b.example.com has 192.0.2.12, a.example.com has 192.0.2.11)
`,
);

way(
  'two crossed v6',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::1
b 3600 IN AAAA 2001:db8::2
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR b.example.com.
;                                                           ^^^^^^^^^^^^^^ warning ptr-crossed: The PTR records of 2001:db8::1 and 2001:db8::2 are swapped: b.example.com has 2001:db8::2, a.example.com has 2001:db8::1
2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR a.example.com.
;                                                           ^^^^^^^^^^^^^^ (warning ptr-crossed: The PTR records of 2001:db8::1 and 2001:db8::2 are swapped: b.example.com has 2001:db8::2, a.example.com has 2001:db8::1)
`,
);

way(
  'alias',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
b 3600 IN CNAME a
;               ^ (warning ptr-target-cname: The PTR record of 192.0.2.11 names b.example.com, an alias of a.example.com: it should name the host itself)
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR b.example.com.
;              ^^^^^^^^^^^^^^ warning ptr-target-cname: The PTR record of 192.0.2.11 names b.example.com, an alias of a.example.com: it should name the host itself
`,
);

way(
  'alias to other address',
  `
;- example.com.zone
a 3600 IN A 198.51.100.11
;           ^^^^^^^^^^^^^ (warning ptr-mismatch: b.example.com has 198.51.100.11, not 192.0.2.11)
b 3600 IN CNAME a
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR b.example.com.
;              ^^^^^^^^^^^^^^ warning ptr-mismatch: b.example.com has 198.51.100.11, not 192.0.2.11
`,
);

way(
  'no final dot',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;           ^^^^^^^^^^ (error ptr-target-in-arpa: "a.example.com" has no final dot, so it means a.example.com.2.0.192.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR a.example.com
;              ^^^^^^^^^^^^^ error ptr-target-in-arpa: "a.example.com" has no final dot, so it means a.example.com.2.0.192.in-addr.arpa
`,
);

way(
  'single label',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;           ^^^^^^^^^^ (error ptr-target-in-arpa: "a" has no final dot, so it means a.2.0.192.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR a
;              ^ error ptr-target-in-arpa: "a" has no final dot, so it means a.2.0.192.in-addr.arpa
`,
);

way(
  'target is address',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;           ^^^^^^^^^^ (error ptr-target-is-address: "192.0.2.11." is an address: a PTR record names the host that has 192.0.2.11)
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR 192.0.2.11.
;              ^^^^^^^^^^^ error ptr-target-is-address: "192.0.2.11." is an address: a PTR record names the host that has 192.0.2.11
`,
);

way(
  'target is address w/o dot',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;           ^^^^^^^^^^ (error ptr-target-is-address: "192.0.2.11" is an address: a PTR record names the host that has 192.0.2.11)
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR 192.0.2.11
;              ^^^^^^^^^^ error ptr-target-is-address: "192.0.2.11" is an address: a PTR record names the host that has 192.0.2.11
`,
);

way(
  'target invalid',
  `
;- example.com.zone
web_1 3600 IN A 192.0.2.11
;<----- warning hostname-invalid: web_1.example.com is no host name: "_" is not a letter, a digit or a hyphen
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR web_1.example.com.
`,
);

way(
  'whole address owner fwd',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;- 2.0.192.in-addr.arpa.zone
192.0.2.11 3600 IN PTR a.example.com.
;<---------- error arpa-full-address-owner: The owner is a whole address, and the zone's name comes behind it: 192.0.2.11.2.0.192.in-addr.arpa
`,
);

way(
  'whole address owner reversed',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;- 2.0.192.in-addr.arpa.zone
11.2.0.192 3600 IN PTR a.example.com.
;<---------- error arpa-full-address-owner: The owner is a whole address, and the zone's name comes behind it: 11.2.0.192.2.0.192.in-addr.arpa
`,
);

way(
  'whole reverse name without dot',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;- 2.0.192.in-addr.arpa.zone
11.2.0.192.in-addr.arpa 3600 IN PTR a.example.com.
;<----------------------- error arpa-full-address-owner: The owner has no final dot, so it means 11.2.0.192.in-addr.arpa.2.0.192.in-addr.arpa
`,
);

way(
  'whole address owner, other PTR target',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;- 2.0.192.in-addr.arpa.zone
11.2.0.192.in-addr.arpa 3600 IN PTR b.example.net.
;<----------------------- error arpa-full-address-owner: The owner has no final dot, so it means 11.2.0.192.in-addr.arpa.2.0.192.in-addr.arpa
`,
);

way(
  'whole address owner, stale target',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;- 2.0.192.in-addr.arpa.zone
11.2.0.192.in-addr.arpa 3600 IN PTR gone.example.com.
;<----------------------- error arpa-full-address-owner: The owner has no final dot, so it means 11.2.0.192.in-addr.arpa.2.0.192.in-addr.arpa
`,
);

way(
  'v6 whole',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::9
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa 3600 IN PTR a.example.com.
;<------------------------------------------------------------------------ error arpa-full-address-owner: The owner has no final dot, so it means 9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.8.b.d.0.1.0.0.2.ip6.arpa
`,
);

way(
  'v6 literal',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::9
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
2001:db8::9 3600 IN PTR a.example.com.
;<----------- error arpa-full-address-owner: The owner is a whole address, and the zone's name comes behind it: 2001:db8::9.8.b.d.0.1.0.0.2.ip6.arpa
`,
);

way(
  'octets swapped in /16',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;- 0.192.in-addr.arpa.zone
2.11 3600 IN PTR a.example.com.
;<---- error arpa-octets-swapped: This is the PTR of 192.0.11.2, but a.example.com has 192.0.2.11: the octets stand in another order
`,
);

way(
  'v6 nibbles forward',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::12
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.2 3600 IN PTR a.example.com.
;<----------------------------------------------- error arpa-octets-swapped: This is the PTR of 2001:db8:2100::, but a.example.com has 2001:db8::12: the nibbles stand in another order
`,
);

way(
  'too few labels /16',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;- 0.192.in-addr.arpa.zone
11 3600 IN PTR a.example.com.
;<-- error arpa-label-count: 11.0.192.in-addr.arpa has 3 octets, an address has 4
`,
);

way(
  'too many labels',
  `
;- example.com.zone
a 3600 IN A 192.0.2.11
;- 2.0.192.in-addr.arpa.zone
11.2 3600 IN PTR a.example.com.
;<---- error arpa-label-count: 11.2.2.0.192.in-addr.arpa has 5 octets, an address has 4
`,
);

way(
  'v6 one nibble missing',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::12
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
2.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR a.example.com.
;<--------------------------------------------- error arpa-label-count: 2.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa has 31 nibbles, an address has 32
`,
);

way(
  'v6 one nibble too many',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::12
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
2.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR a.example.com.
;<------------------------------------------------- error arpa-label-count: 2.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa has 33 nibbles, an address has 32
`,
);

way(
  'v6 groups',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::12
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
0012.0000.0000.0000.0000.0000 3600 IN PTR a.example.com.
;<----------------------------- error arpa-nibble: Label 0012 has 4 digits: each label of a reverse name of IPv6 is one hexadecimal digit
`,
);

way(
  'v6 not hex',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::12
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
g.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR b.example.net.
;<----------------------------------------------- error arpa-nibble: Label g is no hexadecimal digit: reverse names of IPv6 are made of nibbles
2.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR a.example.com.
`,
);

way(
  'octet over 255',
  `
;- example.com.zone
a 3600 IN A 192.0.2.56
;- 2.0.192.in-addr.arpa.zone
256 3600 IN PTR a.example.com.
;<--- error arpa-octet-range: Label 256 is over 255: reverse names of IPv4 are made of octets
`,
);

way(
  'leading zero',
  `
;- example.com.zone
a 3600 IN A 192.0.2.5
;- 2.0.192.in-addr.arpa.zone
005 3600 IN PTR a.example.com.
;<--- error arpa-octet-leading-zero: Label 005 begins with a zero, so 005.2.0.192.in-addr.arpa is no address: the octet is 5
`,
);

way(
  'zone reversed',
  `
;- example.com.zone
a 3600 IN A 192.0.2.5
b 3600 IN A 192.0.2.6
;- 192.0.2.in-addr.arpa.zone
5 3600 IN PTR a.example.com.
;< error arpa-zone-reversed: 192.0.2.in-addr.arpa is written forward: the reverse zone of 192.0.2.0/24 is 2.0.192.in-addr.arpa
6 3600 IN PTR b.example.com.
`,
);

way(
  'suffix',
  `
;- example.com.zone
a 3600 IN A 192.0.2.5
;- 2.0.192.in-addr.arpa.zone
5.2.0.192.in-addr.apra 3600 IN PTR a.example.com.
;<---------------------- error arpa-suffix: The owner ends in in-addr.apra, and the zone's name comes behind it: reverse names end in in-addr.arpa
`,
);

way(
  'A at reverse name',
  `
;- example.com.zone
a 3600 IN A 192.0.2.5
;- 2.0.192.in-addr.arpa.zone
5 3600 IN A 192.0.2.5
;         ^ warning arpa-address-record: 5.2.0.192.in-addr.arpa is the reverse name of 192.0.2.5: it takes a PTR record with the host's name, not an address
`,
);

way(
  'AAAA at reverse name',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::9
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN AAAA 2001:db8::9
;                                                       ^^^^ warning arpa-address-record: 9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa is the reverse name of 2001:db8::9: it takes a PTR record with the host's name, not an address
`,
);

way(
  'CNAME to host',
  `
;- example.com.zone
a 3600 IN A 192.0.2.5
;- 2.0.192.in-addr.arpa.zone
5 3600 IN CNAME a.example.com.
;         ^^^^^ warning arpa-cname-host: 192.0.2.5 is led to a.example.com, a host without PTR records: it takes a PTR record with that name
`,
);

way(
  'CNAME to host v6',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::9
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN CNAME a.example.com.
;                                                       ^^^^^ warning arpa-cname-host: 2001:db8::9 is led to a.example.com, a host without PTR records: it takes a PTR record with that name
`,
);

way(
  'classless missing cname',
  `
;- example.com.zone
a 3600 IN A 192.0.2.5
b 3600 IN A 192.0.2.6
;- 2.0.192.in-addr.arpa.zone
0-63 3600 IN NS ns.example.net.
;<------------------------------- (error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there)
6 3600 IN CNAME 6.0-63
;- 0-63.2.0.192.in-addr.arpa.zone
5 3600 IN PTR a.example.com.
;<- error arpa-classless-missing-cname: The PTR of 192.0.2.5 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there
6 3600 IN PTR b.example.com.
`,
);

way(
  'classless dangling',
  `
;- example.com.zone
a 3600 IN A 192.0.2.5
;           ^^^^^^^^^ (warning arpa-classless-dangling-cname: The alias of 192.0.2.5 leads to 5.0-63.2.0.192.in-addr.arpa, which has no PTR record in 0-63.2.0.192.in-addr.arpa)
b 3600 IN A 192.0.2.6
;- 2.0.192.in-addr.arpa.zone
0-63 3600 IN NS ns.example.net.
5 3600 IN CNAME 5.0-63
;               ^^^^^^ warning arpa-classless-dangling-cname: The alias of 192.0.2.5 leads to 5.0-63.2.0.192.in-addr.arpa, which has no PTR record in 0-63.2.0.192.in-addr.arpa
6 3600 IN CNAME 6.0-63
;- 0-63.2.0.192.in-addr.arpa.zone
6 3600 IN PTR b.example.com.
`,
);

way(
  'classless range',
  `
;- example.com.zone
b 3600 IN A 192.0.2.70
;- 2.0.192.in-addr.arpa.zone
0-63 3600 IN NS ns.example.net.
70 3600 IN CNAME 70.0-63
;                ^^^^^^^ warning arpa-classless-range: 192.0.2.70 is led to 0-63.2.0.192.in-addr.arpa, which covers 0 to 63
;- 0-63.2.0.192.in-addr.arpa.zone
70 3600 IN PTR b.example.com.
`,
);

way(
  'duplicate zones',
  `
;- example.com.zone
b 3600 IN A 192.0.2.70
;- 0.192.in-addr.arpa.zone
2 3600 IN NS ns.example.net.
70.2 3600 IN PTR b.example.com.
;<---- warning arpa-duplicate-zones: 192.0.2.70 has a PTR in 2.0.192.in-addr.arpa too, which is the one that is asked: this one, in 0.192.in-addr.arpa, is never seen
;- 2.0.192.in-addr.arpa.zone
70 3600 IN PTR b.example.com.
`,
);

way(
  'two PTR',
  `
;- example.com.zone
b 3600 IN A 192.0.2.70
c 3600 IN A 192.0.2.70
;- 2.0.192.in-addr.arpa.zone
70 3600 IN PTR b.example.com.
;<----------------------------- hint ptr-multiple: 192.0.2.70 has 2 PTR records: b.example.com and c.example.com
70 3600 IN PTR c.example.com.
`,
);

way(
  'generate mismatch',
  `
;- example.com.zone
$GENERATE 10-60 dhcp$ 3600 A 192.0.2.$
;                            ^^^^^^^^^ (error ptr-generate-range: 51 PTR records of this $GENERATE line are not confirmed, from 192.0.2.11 (dhcp10.example.com) to 192.0.2.61)
;- 2.0.192.in-addr.arpa.zone
$GENERATE 11-61 $ 3600 PTR dhcp\${-1}.example.com.
;                          ^^^^^^^^^^^^^^^^^^^^^^ error ptr-generate-range: 51 PTR records of this $GENERATE line are not confirmed, from 192.0.2.11 (dhcp10.example.com) to 192.0.2.61
`,
);

way(
  'generate missing',
  `
;- example.com.zone
$GENERATE 10-60 dhcp$ 3600 A 192.0.2.$
;                            ^^^^^^^^^ warning ptr-missing: 51 addresses of this $GENERATE line have no PTR record in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
1 3600 PTR gw.example.net.
;< (warning ptr-missing: 51 addresses of this $GENERATE line have no PTR record in 2.0.192.in-addr.arpa)
`,
);

way(
  'generate reverse only',
  `
;- example.com.zone
a 3600 IN A 192.0.2.200
;- 2.0.192.in-addr.arpa.zone
200 3600 PTR a.example.com.
$GENERATE 10-60 $ 3600 PTR dhcp$.example.com.
;                          ^^^^^^^^^^^^^^^^^^ warning ptr-target-no-address: dhcp10.example.com does not exist in example.com, so it does not confirm 192.0.2.10; 51 PTR records of this $GENERATE line are not confirmed
`,
);

way(
  'network bare',
  `
;- example.com.zone
a 3600 IN A 192.0.2.1
;           ^^^^^^^^^ warning ptr-missing: 5 addresses of 192.0.2.0/24 have no PTR record: 2.0.192.in-addr.arpa has none there
b 3600 IN A 192.0.2.2
c 3600 IN A 192.0.2.3
d 3600 IN A 192.0.2.4
e 3600 IN A 192.0.2.5
;- 2.0.192.in-addr.arpa.zone
@ 3600 IN NS ns.example.net.
;< (warning ptr-missing: 5 addresses of 192.0.2.0/24 have no PTR record: 2.0.192.in-addr.arpa has none there)
`,
);

way(
  'network bare v6',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::1
;              ^^^^^^^^^^^ warning ptr-missing: 5 addresses of 2001:db8::1 and its neighbours have no PTR record: 8.b.d.0.1.0.0.2.ip6.arpa has none there
b 3600 IN AAAA 2001:db8::2
c 3600 IN AAAA 2001:db8::3
d 3600 IN AAAA 2001:db8::4
e 3600 IN AAAA 2001:db8::5
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
@ 3600 IN NS ns.example.net.
;< (warning ptr-missing: 5 addresses of 2001:db8::1 and its neighbours have no PTR record: 8.b.d.0.1.0.0.2.ip6.arpa has none there)
`,
);

way(
  'outside arpa',
  `
;- example.com.zone
a 3600 IN A 192.0.2.1
1.2.0.192.in-addr.arpa 3600 IN PTR a.example.com.
;<---------------------- warning ptr-outside-arpa: 1.2.0.192.in-addr.arpa.example.com lies in example.com: the PTR record of 192.0.2.1 is looked up in the reverse tree only
;- 2.0.192.in-addr.arpa.zone
9 3600 IN PTR x.example.net.
`,
);

way(
  'localhost',
  `
;- example.com.zone
localhost 3600 IN A 192.0.2.1
;                   ^^^^^^^^^ warning ptr-localhost: localhost.example.com has 192.0.2.1: programs expect 127.0.0.1 behind this name
;- 2.0.192.in-addr.arpa.zone
9 3600 IN PTR x.example.net.
`,
);

way(
  'generic',
  `
;- example.com.zone
mail 3600 IN A 192.0.2.25
;              ^^^^^^^^^^ (warning ptr-generic: 192-0-2-25.static.example.net looks generic: the name spells the whole address 192.0.2.25)
;- 2.0.192.in-addr.arpa.zone
25 3600 IN PTR 192-0-2-25.static.example.net.
;              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ptr-generic: 192-0-2-25.static.example.net looks generic: the name spells the whole address 192.0.2.25
`,
);

way(
  'mail host wrong',
  `
;- example.com.zone
@ 3600 IN MX 10 mail
@ 3600 IN TXT "v=spf1 mx -all"
mail 3600 IN A 192.0.2.25
mail 3600 IN A 198.51.100.25
www 3600 IN A 198.51.100.26
;             ^^^^^^^^^^^^^ (error ptr-mismatch: www.example.com has 198.51.100.26, not 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
25 3600 IN PTR www.example.com.
;              ^^^^^^^^^^^^^^^^ error ptr-mismatch: www.example.com has 198.51.100.26, not 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
`,
);

way(
  'spf',
  `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.7 -all"
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ptr-spf-address: No PTR record for 192.0.2.7 in 2.0.192.in-addr.arpa, though SPF lets it send for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
;- 2.0.192.in-addr.arpa.zone
25 3600 IN PTR www.example.net.
;< (error ptr-spf-address: No PTR record for 192.0.2.7 in 2.0.192.in-addr.arpa, though SPF lets it send for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
`,
);

way(
  'CNAME and other',
  `
;- example.com.zone
www 3600 IN A 192.0.2.10
www 3600 IN CNAME x.example.net.
;           ^^^^^ error cname-other-data: www.example.com is an alias of x.example.net and has A records too: an alias has no other records
;- 2.0.192.in-addr.arpa.zone
9 3600 IN PTR x.example.net.
`,
);

way(
  'forward name without dot',
  `
;- example.com.zone
www.example.com 3600 IN A 192.0.2.10
;<--------------- warning owner-repeats-origin: "www.example.com" has no final dot, so it means www.example.com.example.com
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
`,
);

way(
  'forward name without dot, no PTR',
  `
;- example.com.zone
www.example.com 3600 IN A 192.0.2.10
;<--------------- warning owner-repeats-origin: "www.example.com" has no final dot, so it means www.example.com.example.com
;- 2.0.192.in-addr.arpa.zone
9 3600 IN PTR x.example.net.
`,
);

way(
  'PTR into delegated child held, no address',
  `
;- example.com.zone
sub 3600 IN NS ns.example.net.
;- sub.example.com.zone
a 3600 IN A 198.51.100.1
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR b.sub.example.com.
;              ^^^^^^^^^^^^^^^^^^ warning ptr-target-no-address: b.sub.example.com does not exist in sub.example.com, so it does not confirm 192.0.2.10
`,
);

way(
  'PTR names the zone’s apex without A',
  `
;- example.com.zone
a 3600 IN A 198.51.100.1
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR example.com.
;              ^^^^^^^^^^^^ warning ptr-target-no-address: example.com has no A record, so it does not confirm 192.0.2.10
`,
);

way(
  'ptr of two hosts one address in both, dup',
  `
;- example.com.zone
a 3600 IN A 192.0.2.10
;           ^^^^^^^^^^ (warning ptr-mismatch: a.example.com has 192.0.2.10 now, with a PTR record there: that of 192.0.2.11 is left over)
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR a.example.com.
11 3600 IN PTR a.example.com.
;              ^^^^^^^^^^^^^^ warning ptr-mismatch: a.example.com has 192.0.2.10 now, with a PTR record there: that of 192.0.2.11 is left over
`,
);

way(
  'wildcard blocked',
  `
;- example.com.zone
a 3600 IN A 192.0.2.10
;- 0.192.in-addr.arpa.zone
* 3600 IN PTR pool.example.net.
;<- warning ptr-wildcard-blocked: The wildcard does not answer below 2.0.192.in-addr.arpa: names stand there, so their neighbours without a record of their own do not exist
10.2 3600 IN PTR a.example.com.
`,
);

way(
  'wildcard PTR vs host',
  `
;- example.com.zone
a 3600 IN A 192.0.2.10
;- 2.0.192.in-addr.arpa.zone
* 3600 IN PTR pool.example.com.
;<- information arpa-wildcard: This PTR answers for every address without one of its own, and pool.example.com has none of these addresses: no receiver of mail believes it
`,
);

way(
  'ptr and cname at reverse',
  `
;- example.com.zone
a 3600 IN A 192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10 3600 IN CNAME 10.0-63
10 3600 IN PTR a.example.com.
;          ^^^ error cname-other-data: 10.2.0.192.in-addr.arpa is an alias of 10.0-63.2.0.192.in-addr.arpa and has PTR records too: an alias has no other records
0-63 3600 IN NS ns.example.net.
`,
);

way(
  'IPv6 glue-ish: EUI-64',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::211:22ff:fe33:4455
;              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information ptr-missing: No PTR record for 2001:db8::211:22ff:fe33:4455 in 8.b.d.0.1.0.0.2.ip6.arpa: its host took it itself
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
@ 3600 IN NS ns.example.net.
`,
);

way(
  'DNAME’d reverse missing',
  `
;- example.com.zone
a 3600 IN A 192.0.2.10
;           ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.10 in rev.example.com
;- 2.0.192.in-addr.arpa.zone
@ 3600 IN NS ns.example.net.
@ 3600 IN DNAME rev.example.com.
;- rev.example.com.zone
11 3600 IN PTR x.example.net.
;< (warning ptr-missing: No PTR record for 192.0.2.10 in rev.example.com)
`,
);

/** An address that moved: one finding at the PTR that was left, one at the new address without a PTR. */
test('renumbered within the zone', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.11
;             ^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.11, not 192.0.2.10)
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.11 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.11 in 2.0.192.in-addr.arpa)
;              ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.0.2.11, not 192.0.2.10
`);
});

test('typo in the last octet', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.11
;             ^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.11, not 192.0.2.21)
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.11 in 2.0.192.in-addr.arpa
a 3600 IN A 192.0.2.12
;- 2.0.192.in-addr.arpa.zone
12 3600 IN PTR a.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.11 in 2.0.192.in-addr.arpa)
21 3600 IN PTR www.example.com.
;              ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.0.2.11, not 192.0.2.21
`);
});

test('typo in A: octet', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.100
;             ^^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.100, not 192.0.2.10)
;             ^^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.100 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
10 3600 IN PTR www.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.100 in 2.0.192.in-addr.arpa)
;              ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.0.2.100, not 192.0.2.10
`);
});
