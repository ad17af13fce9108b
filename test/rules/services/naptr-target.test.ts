import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('no SRV, no address', () => {
  check(`
;- example.com.zone
@ 3600 IN NAPTR 10 10 "S" "SIP+D2U" "" _sip._udp
;                                      ^^^^^^^^^ warning naptr-target: Flag "S" promises SRV records, and _sip._udp.example.com has none: clients find no server
@ 3600 IN NAPTR 20 10 "A" "SIP+D2U" "" sip
;                                      ^^^ warning naptr-target: Flag "A" promises A or AAAA records, and sip.example.com has none: clients find no server
`);
});

test('in another held zone', () => {
  check(`
;- example.com.zone
@ 3600 IN NAPTR 10 10 "S" "SIP+D2U" "" _sip._udp.example.net.
;                                      ^^^^^^^^^^^^^^^^^^^^^^ warning naptr-target: Flag "S" promises SRV records, and _sip._udp.example.net has none: clients find no server
;- example.net.zone
_sip._tcp 3600 IN SRV 0 0 5060 sip.example.org.
`);
});

test('there, or held by nobody', () => {
  check(`
;- example.com.zone
@ 3600 IN NAPTR 10 10 "S" "SIP+D2U" "" _sip._udp
@ 3600 IN NAPTR 20 10 "A" "SIP+D2U" "" sip
@ 3600 IN NAPTR 30 10 "S" "SIP+D2T" "" _sip._tcp.example.net.
_sip._udp 3600 IN SRV 0 0 5060 sip
sip 3600 IN A 192.0.2.10
`);
});
