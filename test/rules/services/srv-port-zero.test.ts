import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a host at port 0', () => {
  check(`
;- example.com.zone
_sip._tcp 3600 IN SRV 0 5 0 sip.example.net.
;                         ^ warning srv-port-zero: Nothing listens at port 0 of sip.example.net: write the port of the service, or the target "." where it is not offered
`);
});

test('not offered, and a port', () => {
  check(`
;- example.com.zone
_sip._tcp 3600 IN SRV 0 0 0 .
_imap._tcp 3600 IN SRV 0 0 143 imap.example.net.
`);
});

test('a service that is not offered', () => {
  check(`
;- example.com.zone
_a._tcp 60 IN SRV 0 0 5060 .
;                     ^^^^ information srv-port-zero: The target "." says that _a._tcp.example.com is not offered, and port 5060 that it is: write "0 0 0 .", or the host that offers it
_b._tcp 60 IN SRV 0 0 0 .
;                       ^ warning srv-port-zero: The target "." says that _b._tcp.example.com is not offered, and another record says where it is: delete one of the two
_b._tcp 60 IN SRV 0 0 5060 sip.example.net.
_c._tcp 60 IN SRV 0 0 0 .
`);
});
