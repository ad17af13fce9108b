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
zeta 3600 IN A   192.0.2.16
etas 3600 IN A   192.0.2.17
thet 3600 IN A   192.0.2.18
iota 3600 IN A   192.0.2.19
kapa 3600 IN A   192.0.2.20
lamb 3600 IN A   192.0.2.21
mymy 3600 IN A   192.0.2.22
nuno 3600 IN A   192.0.2.23
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR alfa.example.com.
;              ^^^^^^^^^^^^^^^^^ (warning zone-name-misspelt: PTR records name these hosts below example.com, which no zone here is: that name or exmaple.com is misspelt)
12 3600 IN PTR beta.example.com.
13 3600 IN PTR gama.example.com.
14 3600 IN PTR delt.example.com.
15 3600 IN PTR epsi.example.com.
16 3600 IN PTR zeta.example.com.
17 3600 IN PTR etas.example.com.
18 3600 IN PTR thet.example.com.
19 3600 IN PTR iota.example.com.
20 3600 IN PTR kapa.example.com.
21 3600 IN PTR lamb.example.com.
22 3600 IN PTR mymy.example.com.
23 3600 IN PTR nuno.example.com.
`);
});

test('eleven PTR records are told one by one', () => {
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
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has epsi.example.com, and 192.0.2.15 belongs to epsi.exmaple.com, which may be meant)
zeta 3600 IN A   192.0.2.16
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has zeta.example.com, and 192.0.2.16 belongs to zeta.exmaple.com, which may be meant)
etas 3600 IN A   192.0.2.17
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has etas.example.com, and 192.0.2.17 belongs to etas.exmaple.com, which may be meant)
thet 3600 IN A   192.0.2.18
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has thet.example.com, and 192.0.2.18 belongs to thet.exmaple.com, which may be meant)
iota 3600 IN A   192.0.2.19
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has iota.example.com, and 192.0.2.19 belongs to iota.exmaple.com, which may be meant)
kapa 3600 IN A   192.0.2.20
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has kapa.example.com, and 192.0.2.20 belongs to kapa.exmaple.com, which may be meant)
lamb 3600 IN A   192.0.2.21
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has lamb.example.com, and 192.0.2.21 belongs to lamb.exmaple.com, which may be meant)
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR alfa.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has alfa.example.com, and 192.0.2.11 belongs to alfa.exmaple.com, which may be meant
12 3600 IN PTR beta.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has beta.example.com, and 192.0.2.12 belongs to beta.exmaple.com, which may be meant
13 3600 IN PTR gama.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has gama.example.com, and 192.0.2.13 belongs to gama.exmaple.com, which may be meant
14 3600 IN PTR delt.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has delt.example.com, and 192.0.2.14 belongs to delt.exmaple.com, which may be meant
15 3600 IN PTR epsi.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has epsi.example.com, and 192.0.2.15 belongs to epsi.exmaple.com, which may be meant
16 3600 IN PTR zeta.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has zeta.example.com, and 192.0.2.16 belongs to zeta.exmaple.com, which may be meant
17 3600 IN PTR etas.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has etas.example.com, and 192.0.2.17 belongs to etas.exmaple.com, which may be meant
18 3600 IN PTR thet.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has thet.example.com, and 192.0.2.18 belongs to thet.exmaple.com, which may be meant
19 3600 IN PTR iota.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has iota.example.com, and 192.0.2.19 belongs to iota.exmaple.com, which may be meant
20 3600 IN PTR kapa.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has kapa.example.com, and 192.0.2.20 belongs to kapa.exmaple.com, which may be meant
21 3600 IN PTR lamb.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has lamb.example.com, and 192.0.2.21 belongs to lamb.exmaple.com, which may be meant
`);
});

test('so are twelve among as many others that are right', () => {
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
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has epsi.example.com, and 192.0.2.15 belongs to epsi.exmaple.com, which may be meant)
zeta 3600 IN A   192.0.2.16
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has zeta.example.com, and 192.0.2.16 belongs to zeta.exmaple.com, which may be meant)
etas 3600 IN A   192.0.2.17
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has etas.example.com, and 192.0.2.17 belongs to etas.exmaple.com, which may be meant)
thet 3600 IN A   192.0.2.18
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has thet.example.com, and 192.0.2.18 belongs to thet.exmaple.com, which may be meant)
iota 3600 IN A   192.0.2.19
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has iota.example.com, and 192.0.2.19 belongs to iota.exmaple.com, which may be meant)
kapa 3600 IN A   192.0.2.20
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has kapa.example.com, and 192.0.2.20 belongs to kapa.exmaple.com, which may be meant)
lamb 3600 IN A   192.0.2.21
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has lamb.example.com, and 192.0.2.21 belongs to lamb.exmaple.com, which may be meant)
mymy 3600 IN A   192.0.2.22
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has mymy.example.com, and 192.0.2.22 belongs to mymy.exmaple.com, which may be meant)
nuno 3600 IN A   192.0.2.23
ksis 3600 IN A   192.0.2.24
omik 3600 IN A   192.0.2.25
pipi 3600 IN A   192.0.2.26
rhos 3600 IN A   192.0.2.27
sigm 3600 IN A   192.0.2.28
taus 3600 IN A   192.0.2.29
ypsi 3600 IN A   192.0.2.30
phis 3600 IN A   192.0.2.31
chis 3600 IN A   192.0.2.32
psis 3600 IN A   192.0.2.33
omeg 3600 IN A   192.0.2.34
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR alfa.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has alfa.example.com, and 192.0.2.11 belongs to alfa.exmaple.com, which may be meant
12 3600 IN PTR beta.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has beta.example.com, and 192.0.2.12 belongs to beta.exmaple.com, which may be meant
13 3600 IN PTR gama.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has gama.example.com, and 192.0.2.13 belongs to gama.exmaple.com, which may be meant
14 3600 IN PTR delt.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has delt.example.com, and 192.0.2.14 belongs to delt.exmaple.com, which may be meant
15 3600 IN PTR epsi.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has epsi.example.com, and 192.0.2.15 belongs to epsi.exmaple.com, which may be meant
16 3600 IN PTR zeta.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has zeta.example.com, and 192.0.2.16 belongs to zeta.exmaple.com, which may be meant
17 3600 IN PTR etas.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has etas.example.com, and 192.0.2.17 belongs to etas.exmaple.com, which may be meant
18 3600 IN PTR thet.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has thet.example.com, and 192.0.2.18 belongs to thet.exmaple.com, which may be meant
19 3600 IN PTR iota.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has iota.example.com, and 192.0.2.19 belongs to iota.exmaple.com, which may be meant
20 3600 IN PTR kapa.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has kapa.example.com, and 192.0.2.20 belongs to kapa.exmaple.com, which may be meant
21 3600 IN PTR lamb.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has lamb.example.com, and 192.0.2.21 belongs to lamb.exmaple.com, which may be meant
22 3600 IN PTR mymy.example.com.
;              ^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has mymy.example.com, and 192.0.2.22 belongs to mymy.exmaple.com, which may be meant
23 3600 IN PTR nuno.exmaple.com.
24 3600 IN PTR ksis.exmaple.com.
25 3600 IN PTR omik.exmaple.com.
26 3600 IN PTR pipi.exmaple.com.
27 3600 IN PTR rhos.exmaple.com.
28 3600 IN PTR sigm.exmaple.com.
29 3600 IN PTR taus.exmaple.com.
30 3600 IN PTR ypsi.exmaple.com.
31 3600 IN PTR phis.exmaple.com.
32 3600 IN PTR chis.exmaple.com.
33 3600 IN PTR psis.exmaple.com.
34 3600 IN PTR omeg.exmaple.com.
`);
});

test('a name that is held too, and one that is no slip, are other zones', () => {
  check(`
;- exmaple.com.zone
alfa 3600 IN A   192.0.2.11
beta 3600 IN A   192.0.2.12
gama 3600 IN A   192.0.2.13
delt 3600 IN A   192.0.2.14
epsi 3600 IN A   192.0.2.15
zeta 3600 IN A   192.0.2.16
etas 3600 IN A   192.0.2.17
thet 3600 IN A   192.0.2.18
iota 3600 IN A   192.0.2.19
kapa 3600 IN A   192.0.2.20
lamb 3600 IN A   192.0.2.21
mymy 3600 IN A   192.0.2.22
;- example.com.zone
alfa 3600 IN A   192.0.2.11
beta 3600 IN A   192.0.2.12
gama 3600 IN A   192.0.2.13
delt 3600 IN A   192.0.2.14
epsi 3600 IN A   192.0.2.15
zeta 3600 IN A   192.0.2.16
etas 3600 IN A   192.0.2.17
thet 3600 IN A   192.0.2.18
iota 3600 IN A   192.0.2.19
kapa 3600 IN A   192.0.2.20
lamb 3600 IN A   192.0.2.21
mymy 3600 IN A   192.0.2.22
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR alfa.example.com.
12 3600 IN PTR beta.example.com.
13 3600 IN PTR gama.example.com.
14 3600 IN PTR delt.example.com.
15 3600 IN PTR epsi.example.com.
16 3600 IN PTR zeta.example.com.
17 3600 IN PTR etas.example.com.
18 3600 IN PTR thet.example.com.
19 3600 IN PTR iota.example.com.
20 3600 IN PTR kapa.example.com.
21 3600 IN PTR lamb.example.com.
22 3600 IN PTR mymy.example.com.
`);
  check(`
;- example.com.zone
alfa 3600 IN A   192.0.2.11
beta 3600 IN A   192.0.2.12
gama 3600 IN A   192.0.2.13
delt 3600 IN A   192.0.2.14
epsi 3600 IN A   192.0.2.15
zeta 3600 IN A   192.0.2.16
etas 3600 IN A   192.0.2.17
thet 3600 IN A   192.0.2.18
iota 3600 IN A   192.0.2.19
kapa 3600 IN A   192.0.2.20
lamb 3600 IN A   192.0.2.21
mymy 3600 IN A   192.0.2.22
;- 2.0.192.in-addr.arpa.zone
11 3600 IN PTR alfa.example.net.
12 3600 IN PTR beta.example.net.
13 3600 IN PTR gama.example.net.
14 3600 IN PTR delt.example.net.
15 3600 IN PTR epsi.example.net.
16 3600 IN PTR zeta.example.net.
17 3600 IN PTR etas.example.net.
18 3600 IN PTR thet.example.net.
19 3600 IN PTR iota.example.net.
20 3600 IN PTR kapa.example.net.
21 3600 IN PTR lamb.example.net.
22 3600 IN PTR mymy.example.net.
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
zeta 3600 IN A   192.0.2.16
etas 3600 IN A   192.0.2.17
thet 3600 IN A   192.0.2.18
iota 3600 IN A   192.0.2.19
kapa 3600 IN A   192.0.2.20
lamb 3600 IN A   192.0.2.21
mymy 3600 IN A   192.0.2.22
nuno 3600 IN A   192.0.2.23
;                ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has nuno.exmaple.co, and 192.0.2.23 belongs to nuno.exmaple.com, which may be meant)
;- 2.0.192.in-addr.arpa.zone
$INCLUDE pointers
;- pointers
11 3600 IN PTR alfa.example.com.
;              ^^^^^^^^^^^^^^^^^ (warning zone-name-misspelt: PTR records name these hosts below example.com, which no zone here is: that name or exmaple.com is misspelt)
12 3600 IN PTR beta.example.com.
13 3600 IN PTR gama.example.com.
14 3600 IN PTR delt.example.com.
15 3600 IN PTR epsi.example.com.
16 3600 IN PTR zeta.example.com.
17 3600 IN PTR etas.example.com.
18 3600 IN PTR thet.example.com.
19 3600 IN PTR iota.example.com.
20 3600 IN PTR kapa.example.com.
21 3600 IN PTR lamb.example.com.
22 3600 IN PTR mymy.example.com.
23 3600 IN PTR nuno.exmaple.co.
;              ^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has nuno.exmaple.co, and 192.0.2.23 belongs to nuno.exmaple.com, which may be meant
`);
});
