import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('no such host, and the owner itself', () => {
  check(`
;- example.com.zone
@ 3600 IN HTTPS 1 web alpn=h2
;                 ^^^ warning svcb-no-address: web.example.com has no A or AAAA record: clients of the HTTPS record reach nothing
shop 3600 IN HTTPS 1 . alpn=h2
;                    ^ warning svcb-no-address: "." stands for shop.example.com, which has no A or AAAA record: clients of the HTTPS record reach nothing
old 3600 IN HTTPS 0 web
;                   ^^^ warning svcb-no-address: web.example.com has no A or AAAA record: clients of the HTTPS record reach nothing
`);
});

test('in another held zone', () => {
  check(`
;- example.com.zone
@ 3600 IN HTTPS 1 web.example.net. alpn=h2
;                 ^^^^^^^^^^^^^^^^ warning svcb-no-address: web.example.net has no A or AAAA record: clients of the HTTPS record reach nothing
;- example.net.zone
www 3600 IN A 192.0.2.10
`);
});

test('an address, an alias, a host that nobody holds, an alias to a service', () => {
  check(`
;- example.com.zone
@ 3600 IN HTTPS 1 www alpn=h2
www 3600 IN A 192.0.2.10
a 3600 IN HTTPS 1 b alpn=h2
b 3600 IN CNAME www.example.net.
c 3600 IN HTTPS 1 www.example.net. alpn=h2
d 3600 IN HTTPS 0 e
e 3600 IN HTTPS 1 www
shop 3600 IN HTTPS 1 . alpn=h2
shop 3600 IN A 192.0.2.11
`);
});
