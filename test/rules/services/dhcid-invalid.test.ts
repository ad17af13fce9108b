import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('too short, and cut', () => {
  check(`
;- example.com.zone
a 3600 IN DHCID AA==
;               ^^^^ warning dhcid-invalid: The data of a DHCID are 35 octets (the kind of name, that of digest, and SHA-256), these are 1: NSD refuses the zone
b 3600 IN DHCID AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2k
;               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dhcid-invalid: The data of a DHCID are 35 octets (the kind of name, that of digest, and SHA-256), these are 33: no DHCP server changes the name
$INCLUDE part
;- part
c 3600 IN DHCID ( AAIBY2/AuCccgoJbsaxcQc9TUapptP69l
;                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dhcid-invalid: The data of a DHCID are 35 octets (the kind of name, that of digest, and SHA-256), these are 36: no DHCP server changes the name
          OjxfNuVAA2kjEAA )
`);
});

test('whole ones, and of a digest that nobody knows', () => {
  check(`
;- example.com.zone
a 3600 IN DHCID AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=
b 3600 IN DHCID ( AAEBOSD+XR3Os/0LozeXVqcNc7FwCfQdWL3b
          /NaiUDlW2No= )
c 3600 IN DHCID AAICAQIDBA==
`);
});
