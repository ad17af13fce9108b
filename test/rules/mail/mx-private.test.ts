import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@    3600 IN MX 10 mail
;                  ^^^^ warning mx-private: mail.example.com has private addresses only: nobody outside can bring mail for example.com there
mail 3600 IN A  192.168.1.25
`);
});

test('a public one beside it, zones for inside by name and by their servers', () => {
  check(`
;- example.com.zone
@    3600 IN MX 10 mail
mail 3600 IN A  192.168.1.25
mail 3600 IN A  192.0.2.25
;- corp.local.zone
@    3600 IN MX 10 mail
mail 3600 IN A  192.168.1.25
;- inside.example.zone
@    3600 IN NS ns
@    3600 IN MX 10 ns
ns   3600 IN A  10.0.0.53
`);
});
