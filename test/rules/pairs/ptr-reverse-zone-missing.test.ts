import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('one finding a network, none for networks of others', () => {
  check(
    `
;- example.com.zone
a     IN A    192.0.2.10
;             ^^^^^^^^^^ warning ptr-reverse-zone-missing: No reverse zone for 192.0.2.10 and 1 more of its network is among these files
b     IN A    192.0.2.11
c     IN A    198.51.100.10
d     IN A    203.0.113.10
e     IN AAAA 2001:db8::1
;             ^^^^^^^^^^^ warning ptr-reverse-zone-missing: No reverse zone for 2001:db8::1 is among these files
f     IN A    127.0.0.1
;             ^^^^^^^^^ warning address-special: 127.0.0.1 is a loopback address: f.example.com is not reached there
;- 113.0.203.in-addr.arpa.zone
10    IN PTR  d.example.com.
`,
    { rules: { 'ptr-reverse-zone-missing': 'warning' }, settings: { externalNetworks: ['198.51.100.0/24'] } },
  );
});
