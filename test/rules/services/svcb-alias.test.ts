import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('parameters, two, beside a service, itself', () => {
  check(`
;- example.com.zone
a 3600 IN HTTPS 0 www.example.net. alpn=h2
;<------------------------------------------ warning svcb-alias: An alias (priority 0) has no parameters, clients pass alpn over: write priority 1 to offer a service
b 3600 IN HTTPS 0 www.example.net.
b 3600 IN HTTPS 0 web.example.net.
;<---------------------------------- warning svcb-alias: b.example.com has two aliases (priority 0) of HTTPS: clients take one of them by chance
c 3600 IN HTTPS 0 www.example.net.
;<---------------------------------- warning svcb-alias: An alias (priority 0) stands beside a service: clients follow the alias and pass the other HTTPS record over
c 3600 IN HTTPS 1 web.example.net.
d 3600 IN HTTPS 0 d
;<------------------- warning svcb-alias: d.example.com is its own target: an alias (priority 0) leads to another name. Write priority 1 to offer the service here
`);
});

test('an alias alone, one that says there is nothing, two services', () => {
  check(`
;- example.com.zone
a 3600 IN HTTPS 0 www.example.net.
b 3600 IN HTTPS 0 .
c 3600 IN HTTPS 1 www.example.net. alpn=h2
c 3600 IN HTTPS 2 web.example.net. alpn=h2
d 3600 IN SVCB 0 d.example.net.
d 3600 IN HTTPS 1 d.example.net.
`);
});
