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
