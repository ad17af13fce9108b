import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a file that two views read: what only one of them finds names it, what both find does not', () => {
  check(`
;- named.conf
view "inside" {
  zone "example.com" { type primary; file "shared.zone"; };
  zone "example.net" { type primary; file "inside.zone"; };
};
view "outside" {
  zone "example.com" { type primary; file "shared.zone"; };
  zone "example.net" { type primary; file "outside.zone"; };
};
;- shared.zone
@ 3600 IN MX 10 mail.example.net.
;               ^^^^^^^^^^^^^^^^^ error mx-no-address: example.com has the mail server mail.example.net, which does not exist in example.net: no mail is delivered there (in view inside)
@ 3600 IN MX 20 other
;               ^^^^^ error mx-no-address: example.com has the mail server other.example.com, which does not exist in example.com: no mail is delivered there
;- inside.zone
mx 3600 IN A 10.0.0.25
;- outside.zone
mail 3600 IN A 192.0.2.25
`);
});
