import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('no underscore, changed places, no protocol', () => {
  check(`
;- example.com.zone
sip.tcp   3600 IN SRV 0 5 5060 sip.example.net.
;<------- warning srv-owner: sip.tcp.example.com is no name that clients ask SRV records of: it begins with _service and _proto, both with an underscore, as in _sip._tcp.example.com
sip._tcp  3600 IN SRV 0 5 5060 sip.example.net.
;<-------- warning srv-owner: sip._tcp.example.com is no name that clients ask SRV records of: the service has an underscore too, as in _sip._tcp.example.com
_tcp._sip 3600 IN SRV 0 5 5060 sip.example.net.
;<--------- warning srv-owner: _tcp._sip.example.com is no name that clients ask SRV records of: the service stands before the protocol, as in _sip._tcp.example.com
_sip      3600 IN SRV 0 5 5060 sip.example.net.
;<---- warning srv-owner: _sip.example.com is no name that clients ask SRV records of: the protocol, _tcp or _udp, follows the service, as in _sip._tcp.example.com
_sip._tpc 3600 IN SRV 0 5 5060 sip.example.net.
;<--------- warning srv-owner: _sip._tpc.example.com is no name that clients ask SRV records of: "_tpc" is no protocol such as _tcp, _udp, _sctp or _tls, as in _sip._tcp.example.com
_tcp      3600 IN SRV 0 5 5060 sip.example.net.
;<---- warning srv-owner: _tcp.example.com is no name that clients ask SRV records of: the service is missing before the protocol, as in _sip._tcp.example.com
`);
});

test('as clients ask, Active Directory, DNS-SD, a wildcard, Microsoft 365', () => {
  check(`
;- example.com.zone
_sip._tcp 3600 IN SRV 0 5 5060 sip.example.net.
_ldap._tcp.dc._msdcs 3600 IN SRV 0 100 389 dc.example.net.
_kerberos._tcp.Default-First-Site-Name._sites 3600 IN SRV 0 100 88 dc.example.net.
Office._ipp._tcp 3600 IN SRV 0 0 631 printer.example.net.
*._tcp 3600 IN SRV 0 0 443 any.example.net.
_sip._tls 3600 IN SRV 100 1 443 sipdir.example.net.
`);
});

test('the protocol is the zone', () => {
  check(`
;- _tcp.example.com.zone origin=_tcp.example.com.
_ldap 3600 IN SRV 0 100 389 dc.example.net.
`);
});

test('a port for the service', () => {
  check(`
;- example.com.zone
_5060._tcp 3600 IN SRV 1 1 5060 pbx.example.net.
;<---------- warning srv-owner: _5060._tcp.example.com is no name that clients ask SRV records of: "_5060" is the number of a port, and a service has a name, as in _sip._tcp.example.com
`);
});
