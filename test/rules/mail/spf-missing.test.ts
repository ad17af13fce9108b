import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@    3600 IN MX 10 mail
;                  ^^^^ information spf-missing: example.com takes mail and has no SPF record: anybody may send in its name, and large receivers refuse what it sends
mail 3600 IN A  192.0.2.25
`);
});

test('one that has it, by an alias, no mail at all, hosts, and wildcards', () => {
  check(`
;- example.com.zone
a    3600 IN MX 10 mail
a    3600 IN TXT "v=spf1 mx -all"
b    3600 IN MX 0 .
mail 3600 IN MX 10 mail
mail 3600 IN A  192.0.2.25
*.w  3600 IN MX 10 mail
c    3600 IN MX 10 mail
`);
});

test('beside an alias that is the mistake', () => {
  check(`
;- example.com.zone
a    3600 IN CNAME mail
a    3600 IN MX 10 mail
;            ^^ error cname-other-data: a.example.com is an alias of mail.example.com and has MX records too: an alias has no other records
mail 3600 IN A  192.0.2.25
`);
});
