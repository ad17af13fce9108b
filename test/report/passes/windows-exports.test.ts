import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the age of records and WINS are information in what Windows exports', () => {
  check(`
;- corp.example.com.dns
$TTL 1h
@      [AGE:3718922] 600 A 10.0.0.11
;      ^^^^^^^^^^^^^ information syntax-template: "[AGE:3718922]" is how Windows DNS notes the age of a record: other servers can't read it
dc1    600 A 10.0.0.11
;- export.txt origin=corp.example.com.
;
;  Database file export.txt for corp.example.com zone.
;      Zone version:  8842
;
@      600 WINS L2 C900 ( 10.0.0.11 )
;          ^^^^ information syntax-type: WINS is a record of Windows' DNS server, and others refuse the zone: delete it where they are to read it
dc1    600 A 10.0.0.11
`);
});

test('and errors in a zone file of another server', () => {
  check(`
;- corp.example.com.zone
@      [AGE:3718922] 600 A 10.0.0.11
;      ^^^^^^^^^^^^^ error syntax-template: "[AGE:3718922]" is how Windows DNS notes the age of a record: other servers can't read it
;- office.example.com.zone
@      600 WINS L2 C900 ( 10.0.0.11 )
;          ^^^^ error syntax-type: WINS is a record of Windows' DNS server, and others refuse the zone: delete it where they are to read it
dc1    600 A 10.0.0.11
`);
});
