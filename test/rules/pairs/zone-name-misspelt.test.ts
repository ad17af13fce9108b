import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('one finding for all hosts of a zone whose PTR records have another name of it', () => {
  check(`
;- exmaple.com.zone
@    3600 IN SOA ns1.example.net. hostmaster.example.net. 1 6h 1h 2w 1h
;<- warning zone-name-misspelt: PTR records name these hosts below example.com, which no zone here is: that name or exmaple.com is misspelt
@    3600 IN NS  ns1.example.net.
@    3600 IN NS  ns2.example.net.
alfa 3600 IN A   192.0.2.11
beta 3600 IN A   192.0.2.12
gama 3600 IN A   192.0.2.13
delt 3600 IN A   192.0.2.14
epsi 3600 IN A   192.0.2.15
;- 2.0.192.in-addr.arpa.zone
11   3600 IN PTR alfa.example.com.
;                ^^^^^^^^^^^^^^^^^ (warning zone-name-misspelt: PTR records name these hosts below example.com, which no zone here is: that name or exmaple.com is misspelt)
12   3600 IN PTR beta.example.com.
13   3600 IN PTR gama.example.com.
14   3600 IN PTR delt.example.com.
15   3600 IN PTR epsi.example.com.
`);
});

test('three PTR records tell nothing of the zone', () => {
  check(`
;- exmaple.com.zone
alfa 3600 IN A   192.0.2.11
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has alfa.example.com, and 192.0.2.11 belongs to alfa.exmaple.com, which may be meant)
beta 3600 IN A   192.0.2.12
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has beta.example.com, and 192.0.2.12 belongs to beta.exmaple.com, which may be meant)
gama 3600 IN A   192.0.2.13
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has gama.example.com, and 192.0.2.13 belongs to gama.exmaple.com, which may be meant)
;- 2.0.192.in-addr.arpa.zone
11   3600 IN PTR alfa.example.com.
;                ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has alfa.example.com, and 192.0.2.11 belongs to alfa.exmaple.com, which may be meant
12   3600 IN PTR beta.example.com.
;                ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has beta.example.com, and 192.0.2.12 belongs to beta.exmaple.com, which may be meant
13   3600 IN PTR gama.example.com.
;                ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has gama.example.com, and 192.0.2.13 belongs to gama.exmaple.com, which may be meant
`);
});

test('nor do four among others that are right', () => {
  check(`
;- exmaple.com.zone
alfa 3600 IN A   192.0.2.11
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has alfa.example.com, and 192.0.2.11 belongs to alfa.exmaple.com, which may be meant)
beta 3600 IN A   192.0.2.12
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has beta.example.com, and 192.0.2.12 belongs to beta.exmaple.com, which may be meant)
gama 3600 IN A   192.0.2.13
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has gama.example.com, and 192.0.2.13 belongs to gama.exmaple.com, which may be meant)
delt 3600 IN A   192.0.2.14
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has delt.example.com, and 192.0.2.14 belongs to delt.exmaple.com, which may be meant)
epsi 3600 IN A   192.0.2.15
zeta 3600 IN A   192.0.2.16
iota 3600 IN A   192.0.2.17
kapa 3600 IN A   192.0.2.18
;- 2.0.192.in-addr.arpa.zone
11   3600 IN PTR alfa.example.com.
;                ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has alfa.example.com, and 192.0.2.11 belongs to alfa.exmaple.com, which may be meant
12   3600 IN PTR beta.example.com.
;                ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has beta.example.com, and 192.0.2.12 belongs to beta.exmaple.com, which may be meant
13   3600 IN PTR gama.example.com.
;                ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has gama.example.com, and 192.0.2.13 belongs to gama.exmaple.com, which may be meant
14   3600 IN PTR delt.example.com.
;                ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has delt.example.com, and 192.0.2.14 belongs to delt.exmaple.com, which may be meant
15   3600 IN PTR epsi.exmaple.com.
16   3600 IN PTR zeta.exmaple.com.
17   3600 IN PTR iota.exmaple.com.
18   3600 IN PTR kapa.exmaple.com.
`);
});

test('a name that is held too, and one that is no slip, are other zones', () => {
  check(`
;- exmaple.com.zone
alfa 3600 IN A   192.0.2.11
beta 3600 IN A   192.0.2.12
gama 3600 IN A   192.0.2.13
delt 3600 IN A   192.0.2.14
;- example.com.zone
alfa 3600 IN A   192.0.2.11
beta 3600 IN A   192.0.2.12
gama 3600 IN A   192.0.2.13
delt 3600 IN A   192.0.2.14
;- 2.0.192.in-addr.arpa.zone
11   3600 IN PTR alfa.example.com.
12   3600 IN PTR beta.example.com.
13   3600 IN PTR gama.example.com.
14   3600 IN PTR delt.example.com.
`);
  check(`
;- example.com.zone
alfa 3600 IN A   192.0.2.11
beta 3600 IN A   192.0.2.12
gama 3600 IN A   192.0.2.13
delt 3600 IN A   192.0.2.14
;- 2.0.192.in-addr.arpa.zone
11   3600 IN PTR alfa.example.net.
12   3600 IN PTR beta.example.net.
13   3600 IN PTR gama.example.net.
14   3600 IN PTR delt.example.net.
`);
});

test('in an included file, and single PTR records of another slip are told beside it', () => {
  check(`
;- exmaple.com.zone
@    3600 IN SOA ns1.example.net. hostmaster.example.net. 1 6h 1h 2w 1h
;<- warning zone-name-misspelt: PTR records name these hosts below example.com, which no zone here is: that name or exmaple.com is misspelt
@    3600 IN NS  ns1.example.net.
@    3600 IN NS  ns2.example.net.
$INCLUDE part
;- part
alfa 3600 IN A   192.0.2.11
beta 3600 IN A   192.0.2.12
gama 3600 IN A   192.0.2.13
delt 3600 IN A   192.0.2.14
epsi 3600 IN A   192.0.2.15
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has epsi.exmaple.co, and 192.0.2.15 belongs to epsi.exmaple.com, which may be meant)
;- 2.0.192.in-addr.arpa.zone
$INCLUDE pointers
;- pointers
11   3600 IN PTR alfa.example.com.
;                ^^^^^^^^^^^^^^^^^ (warning zone-name-misspelt: PTR records name these hosts below example.com, which no zone here is: that name or exmaple.com is misspelt)
12   3600 IN PTR beta.example.com.
13   3600 IN PTR gama.example.com.
14   3600 IN PTR delt.example.com.
15   3600 IN PTR epsi.exmaple.co.
;                ^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has epsi.exmaple.co, and 192.0.2.15 belongs to epsi.exmaple.com, which may be meant
`);
});
