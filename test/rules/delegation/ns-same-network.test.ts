import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(
    `
;- example.com.zone
@    60 IN NS ns1
;             ^^^ information ns-same-network: All name servers of example.com are in 192.0.2.0/24 and 2001:db8:0::/48: when that network is down nobody answers
@    60 IN NS ns2
ns1  60 IN A  192.0.2.1
ns2  60 IN A  192.0.2.2
ns1  60 IN AAAA 2001:db8::1
ns2  60 IN AAAA 2001:db8:0:1::1
`,
    { rules: { 'ns-same-network': 'information' } },
  );
});

test('what looks like it and is right', () => {
  check(
    `
;- example.com.zone
@    60 IN NS ns1
@    60 IN NS ns2
ns1  60 IN A  192.0.2.1
ns2  60 IN A  198.51.100.2
;- example.org.zone
@    60 IN NS ns1
@    60 IN NS ns.example.net.
ns1  60 IN A  192.0.2.5
;- corp.internal.zone
@    60 IN NS ns1
@    60 IN NS ns2
ns1  60 IN A  10.0.0.1
ns2  60 IN A  10.0.0.2
`,
    { rules: { 'ns-same-network': 'information' } },
  );
});

test('addresses in an included file', () => {
  check(
    `
;- example.com.zone
@    60 IN NS ns1
;             ^^^ information ns-same-network: All name servers of example.com are in 192.0.2.0/24: when that network is down nobody answers
@    60 IN NS ns2
$INCLUDE part
;- part fragment
ns1  60 IN A  192.0.2.1
ns2  60 IN A  192.0.2.2
`,
    { rules: { 'ns-same-network': 'information' } },
  );
});

test('servers that lie in another held zone, of which it is said', () => {
  check(
    `
;- example.com.zone
@    60 IN NS ns1.example.net.
@    60 IN NS ns2.example.net.
;- example.net.zone
ns1  60 IN A  192.0.2.1
ns2  60 IN A  192.0.2.2
`,
    { rules: { 'ns-same-network': 'information' } },
  );
});
