import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@      3600 IN TXT "v=spf1 include:_spf.example.com -all"
;                          ^^^^^^^^^^^^^^^^^^^^^^^^ warning spf-include-none: _spf.example.com has no SPF record: receivers answer permerror to the whole record
spf    3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"
`);
});

test('no record, several, a circle, and an explanation', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 redirect=none.example.com"
;                     ^^^^^^^^^^^^^^^^^^^^^^^^^ warning spf-include-none: none.example.com has no SPF record: receivers answer permerror to the whole record
b 3600 IN TXT "v=spf1 include:c.example.com exp=why.example.com -all"
;                     ^^^^^^^^^^^^^^^^^^^^^ warning spf-include-none: The SPF records lead in a circle (b.example.com, c.example.com, d.example.com, b.example.com): receivers answer permerror
;                                           ^^^^^^^^^^^^^^^^^^^ warning spf-include-none: why.example.com has no TXT record: nobody is told why a mail was refused
c 3600 IN TXT "v=spf1 include:d.example.com -all"
d 3600 IN TXT "v=spf1 include:b.example.com -all"
e 3600 IN TXT "v=spf1 include:two.example.com -all"
;                     ^^^^^^^^^^^^^^^^^^^^^^^ warning spf-include-none: two.example.com has more than one SPF record: receivers answer permerror to this one too
f 3600 IN TXT "v=spf1 include:f.example.com -all"
;                     ^^^^^^^^^^^^^^^^^^^^^ warning spf-include-none: The SPF records lead in a circle (f.example.com, f.example.com): receivers answer permerror
two 3600 IN TXT "v=spf1 -all"
two 3600 IN TXT "v=spf1 ?all"
;               ^^^^^^^^^^^^^ error spf-multiple: two.example.com has 2 SPF records: receivers answer permerror, as if it had a broken one. Merge them
`);
});

test('an alias, a macro, a name elsewhere, and one in another held zone', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 include:alias.example.com include:%{d}.x.example.com include:_spf.example.org include:gone.example.net -all"
alias 3600 IN CNAME target
target 3600 IN TXT "v=spf1 ip4:192.0.2.1 -all"
;- example.net.zone
_spf 3600 IN TXT "v=spf1 ip4:192.0.2.1 -all"
`);
});
