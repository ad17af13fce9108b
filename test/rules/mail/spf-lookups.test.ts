import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 include:a.example.net include:b.example.net include:c.example.net include:d.example.net include:e.example.net include:f.example.net include:g.example.net include:h.example.net include:i.example.net include:j.example.net include:k.example.net -all"
;                                                                                                                                                                                                                                                 ^^^^^^^^^^^^^^^^^^^^^ error spf-lookups: The SPF record of example.com takes at least 11 look-ups, of which receivers make 10: they answer permerror
`);
});

test('through held includes, counted each', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 include:a.example.com include:b.example.com mx -all"
;                                                                 ^^ error spf-lookups: The SPF record of example.com takes at least 11 look-ups, of which receivers make 10: they answer permerror ("include:a.example.com" alone 5, "include:b.example.com" alone 5)
@ 3600 IN MX 10 mail.example.net.
a 3600 IN TXT "v=spf1 exists:%{i}.0.example.net exists:%{i}.1.example.net exists:%{i}.2.example.net exists:%{i}.3.example.net -all"
b 3600 IN TXT "v=spf1 include:0.example.net include:1.example.net include:2.example.net include:3.example.net -all"
c 3600 IN TXT "v=spf1 include:a.example.com include:a.example.com -all"
;                                           ^^^^^^^^^^^^^^^^^^^^^ hint spf-duplicate-term: "include:a.example.com" stands here a second time: the first one decides
`);
});

test('ten, terms behind all, and one that only another view knows', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 include:a.example.net include:b.example.net include:c.example.net include:d.example.net include:e.example.net include:f.example.net include:g.example.net include:h.example.net include:i.example.net include:j.example.net -all"
`);
});
