import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@    3600 IN MX   10 mail
;                    ^^^^ information mx-no-ipv4: No mail server of example.com has an A record: senders without IPv6 can't deliver
mail 3600 IN AAAA 2001:db8::25
`);
});

test('one with both, one elsewhere', () => {
  check(`
;- example.com.zone
a    3600 IN MX   10 mail
a    3600 IN MX   20 both
b    3600 IN MX   10 mail
b    3600 IN MX   20 mail.example.net.
c    3600 IN MX   10 mail
;                    ^^^^ information mx-no-ipv4: No mail server of c.example.com has an A record: senders without IPv6 can't deliver
mail 3600 IN AAAA 2001:db8::25
both 3600 IN AAAA 2001:db8::26
both 3600 IN A    192.0.2.26
`);
});
