import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a statement: the file is not checked', () => {
  check(`
;- example.com.zone
$TTL 1h
{% for host in hosts %}
;<----------------------- error syntax-template: "{% for host in hosts %}" belongs to a template: this is not a zone file yet, and is not checked as one
{{ host.name }} IN A {{ host.address }}
{% endfor %}
`);
});

test('braces in strings and comments', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "{% raw %}"
www 3600 IN A 192.0.2.10 ; {{ host }}
`);
});

test('merge conflicts of git are told once, and all else is checked', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1 hostmaster (
<<<<<<< HEAD
;<------------ error syntax-template: A merge conflict of git: keep one side, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>
       2026112301
=======
       2026112302
>>>>>>> 1a2b3c4 (Add www)
       1d 2h 4w 1h )
<<<<<<< HEAD
     IN NS ns1
||||||| 5d6e7f8
     IN NS ns2
=======
     IN NS ns3
>>>>>>> 1a2b3c4 (Add www)
www  IN A  192.0.2.300
;                  ^^^ error syntax-ipv4: A address "192.0.2.300" is not an IPv4 address: octet 300 is over 255
`);
});

test('a row of equals signs alone is no conflict', () => {
  check(`
;- example.com.zone
$TTL 1h
=======
;<------- error syntax-field-missing: Nothing follows the owner "=======": a record needs a type and its data
www  IN A  192.0.2.1
`);
});
