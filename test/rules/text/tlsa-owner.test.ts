import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
443._tcp.www 3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
;<------------ warning tlsa-owner: Nobody asks for the TLSA record of 443._tcp.www.example.com: an underscore and the number of a port are expected, as in _443._tcp.www, and "443" stands there
_25._tcp     3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
;<-------- warning tlsa-owner: Mail for example.com goes to mail.example.com: senders ask for _25._tcp.mail.example.com, not for this name
@            3600 IN MX 10 mail
mail         3600 IN A  192.0.2.25
www          3600 IN A  192.0.2.20
`);
});

test('shapes, wildcards, and hosts that are their own mail server', () => {
  check(`
;- example.com.zone
_443.www     3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
;<-------- warning tlsa-owner: Nobody asks for the TLSA record of _443.www.example.com: "_tcp" is expected behind the port, as in _443._tcp.www, and "www" stands there
_70000._tcp.www 3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
;<--------------- warning tlsa-owner: Nobody asks for the TLSA record of _70000._tcp.www.example.com: an underscore and the number of a port are expected, as in _443._tcp.www, and "_70000" stands there
_443._tcp.www 3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
*._tcp.www   3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
_25._tcp.mail 3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
mail         3600 IN MX 10 mail
mail         3600 IN A  192.0.2.25
www          3600 IN A  192.0.2.20
`);
});
