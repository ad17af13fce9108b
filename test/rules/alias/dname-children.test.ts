import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('below a name, and below the apex', () => {
  check(`
;- example.com.zone
d      60 IN DNAME example.net.
;<- (error dname-children: a.d.example.com and 1 more record lie below the DNAME of d.example.com: that leads all names below it to example.net, so NSD and Knot refuse the zone, and BIND never answers with what stands here)
a.d    60 IN TXT "a"
;<--- error dname-children: a.d.example.com and 1 more record lie below the DNAME of d.example.com: that leads all names below it to example.net, so NSD and Knot refuse the zone, and BIND never answers with what stands here
b.c.d  60 IN TXT "b"
;- example.org.zone
@      60 IN DNAME example.net.
;<- (error dname-children: www.example.org lies below the DNAME of example.org: that leads all names below it to example.net, so NSD and Knot refuse the zone, and BIND never answers with what stands here)
www    60 IN A 192.0.2.1
;<--- error dname-children: www.example.org lies below the DNAME of example.org: that leads all names below it to example.net, so NSD and Knot refuse the zone, and BIND never answers with what stands here
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
d      60 IN DNAME example.net.
d      60 IN TXT "beside"
xd     60 IN A 192.0.2.1
;- a.d.example.com.zone
@      60 IN TXT "another zone"
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
d      60 IN DNAME example.net.
;<- (error dname-children: a.d.example.com lies below the DNAME of d.example.com: that leads all names below it to example.net, so NSD and Knot refuse the zone, and BIND never answers with what stands here)
$INCLUDE part
;- part fragment
a.d    60 IN TXT "a"
;<--- error dname-children: a.d.example.com lies below the DNAME of d.example.com: that leads all names below it to example.net, so NSD and Knot refuse the zone, and BIND never answers with what stands here
`);
});
