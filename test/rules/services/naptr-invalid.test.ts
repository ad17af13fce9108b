import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('flags, both, neither', () => {
  check(`
;- example.com.zone
a 3600 IN NAPTR 10 10 "X" "SIP+D2U" "" _sip._udp.example.net.
;                     ^^^ warning naptr-invalid: Flags "X" say nothing to clients: "S" leads to SRV records, "A" to addresses, "U" to a URI, "" to more NAPTR records
b 3600 IN NAPTR 10 10 "U" "E2U+sip" "!^.*$!sip:info@example.com!" sip.example.net.
;                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning naptr-invalid: A NAPTR record has a regexp or a replacement, never both: write "." for the replacement, or "" for the regexp
c 3600 IN NAPTR 10 10 "U" "E2U+sip" "" .
;                                   ^^ warning naptr-invalid: Flag "U" makes a URI with the regexp, which is empty
d 3600 IN NAPTR 10 10 "S" "SIP+D2U" "" .
;                                   ^^ warning naptr-invalid: Neither regexp nor replacement: the record leads nowhere
`);
});

test('as they should be', () => {
  check(`
;- example.com.zone
a 3600 IN NAPTR 10 10 "s" "SIP+D2U" "" _sip._udp.example.net.
b 3600 IN NAPTR 10 10 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .
c 3600 IN NAPTR 10 10 "" "" "" more.example.net.
`);
});

test('flag U, and a replacement', () => {
  check(`
;- example.com.zone
@ 3600 IN NAPTR 10 10 "u" "E2U+sip" "" sip.example.net.
;                                   ^^ warning naptr-invalid: Flag "U" makes a URI with the regexp, which is empty
`);
});
