import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is meant, and what nobody knows', () => {
  check(`
;- example.com.zone
@ 3600 IN HTTPS 1 www.example.net. alpn=http2
;                                  ^^^^^^^^^^ information svcb-alpn: "http2" is no protocol that clients know, meant is h2: they pass it over
a 3600 IN HTTPS 1 www.example.net. alpn="h3,quack"
;                                  ^^^^^ information svcb-alpn: "quack" is no protocol that clients know, such as h2 and h3 are: they pass it over
`);
});

test('known ones, drafts, none at all', () => {
  check(`
;- example.com.zone
@ 3600 IN HTTPS 1 www.example.net. alpn=h3,h2,http/1.1
a 3600 IN HTTPS 1 www.example.net. alpn=h3-29
b 3600 IN HTTPS 1 www.example.net.
_dns.c 3600 IN SVCB 1 www.example.net. alpn=dot
`);
});
