import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@    3600 IN TXT "v=spf1 mx a:old.example.com -all"
;                           ^^^^^^^^^^^^^^^^^ warning spf-void-lookups: old.example.com has no A or AAAA record, so "a:old.example.com" lets nobody send: of such terms receivers take two at most
@    3600 IN MX  10 mail
mail 3600 IN A   192.0.2.25
`);
});

test('own name, other families, aliases, wildcards, and names that nobody here knows', () => {
  check(`
;- example.com.zone
@    3600 IN TXT "v=spf1 a mx a:six.example.com a:alias.example.com a:x.wild.example.com a:mail.example.net mx:none.example.com -all"
;                        ^ warning spf-void-lookups: example.com has no A or AAAA record, so "a" lets nobody send: of such terms receivers take two at most
;                                                                                                           ^^^^^^^^^^^^^^^^^^^ warning spf-void-lookups: none.example.com has no MX record, so "mx:none.example.com" lets nobody send: of such terms receivers take two at most
@    3600 IN MX  10 mail.example.net.
six  3600 IN AAAA 2001:db8::25
alias 3600 IN CNAME six
*.wild 3600 IN A 192.0.2.1
none 3600 IN TXT "x"
`);
});
