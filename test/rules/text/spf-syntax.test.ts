import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@    3600 IN TXT "v=spf1 ipv4:192.0.2.25 mx -all"
;                        ^^^^^^^^^^^^^^^ error spf-syntax: "ipv4:192.0.2.25" is not an SPF mechanism or modifier ("ip4:192.0.2.25" is meant): receivers answer permerror to the whole SPF record
list 3600 IN TXT "v=spf1 include:_spf.example.net" "-all"
;                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "include:_spf.example.net" and "-all" are one word: strings are joined without a blank: receivers answer permerror to the whole SPF record
shop 3600 IN TXT "v=spf1 ip4:192.0.2.25,ip4:192.0.2.26 -all"
;                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "ip4:192.0.2.25,ip4:192.0.2.26" is no term: blanks part terms, not commas ("ip4:192.0.2.25 ip4:192.0.2.26" is meant): receivers answer permerror to the whole SPF record
`);
});

test('mechanisms, addresses, lengths and macros', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 ip4:192.0.2.300 -all"
;                        ^^^^^^^^^^^^ error spf-syntax: "192.0.2.300" is not an IPv4 address: octet 300 is over 255: receivers answer permerror to the whole SPF record
b 3600 IN TXT "v=spf1 ip4:2001:db8::1 -all"
;                        ^^^^^^^^^^^^ error spf-syntax: "2001:db8::1" is not an IPv4 address: it is an IPv6 address ("ip6:2001:db8::1" is meant): receivers answer permerror to the whole SPF record
c 3600 IN TXT "v=spf1 ip6:192.0.2.1 -all"
;                        ^^^^^^^^^^ error spf-syntax: "192.0.2.1" is not an IPv6 address: it is an IPv4 address ("ip4:192.0.2.1" is meant): receivers answer permerror to the whole SPF record
d 3600 IN TXT "v=spf1 192.0.2.1 -all"
;                     ^^^^^^^^^ error spf-syntax: "192.0.2.1" needs "ip4:" before it ("ip4:192.0.2.1" is meant): receivers answer permerror to the whole SPF record
e 3600 IN TXT "v=spf1 include=_spf.example.net -all"
;                     ^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "include" takes ":", and with "=" nobody knows it ("include:_spf.example.net" is meant): receivers pass over it
f 3600 IN TXT "v=spf1 inlcude:_spf.example.net -all"
;                     ^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "inlcude:_spf.example.net" is not an SPF mechanism or modifier ("include:_spf.example.net" is meant): receivers answer permerror to the whole SPF record
g 3600 IN TXT "v=spf1 redirect:_spf.example.net"
;                     ^^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "redirect:_spf.example.net" is not an SPF mechanism or modifier ("redirect=_spf.example.net" is meant): receivers answer permerror to the whole SPF record
h 3600 IN TXT "v=spf1 a:192.0.2.1 -all"
;                       ^^^^^^^^^ error spf-syntax: "192.0.2.1" is an address, where a name is expected ("ip4:192.0.2.1" is meant): receivers answer permerror to the whole SPF record
i 3600 IN TXT "v=spf1 ip4:host.example.net -all"
;                        ^^^^^^^^^^^^^^^^^ error spf-syntax: "host.example.net" is not an IPv4 address: "host" is not a number from 0 to 255 ("a:host.example.net" is meant): receivers answer permerror to the whole SPF record
j 3600 IN TXT "v=spf1 ip4:192.0.2.0/33 -all"
;                        ^^^^^^^^^^^^^ error spf-syntax: IPv4 prefix length "33" is not from 0 to 32: receivers answer permerror to the whole SPF record
k 3600 IN TXT "v=spf1 exists:%{x}.example.net -all"
;                            ^^^^^^^^^^^^^^^^ error spf-syntax: "%{x}.example.net" has a "%" that begins no macro: receivers answer permerror to the whole SPF record
l 3600 IN TXT "v=spf1 mx; -all;"
;                     ^^^ error spf-syntax: "mx;" is no term: blanks part terms, not semicolons ("mx" is meant): receivers answer permerror to the whole SPF record
;                         ^^^^^ error spf-syntax: "-all;" is no term: blanks part terms, not semicolons ("-all" is meant): receivers answer permerror to the whole SPF record
m 3600 IN TXT "v=spf1 ip4: 192.0.2.1 - all"
;                     ^^^^^^^^^^^^^^ error spf-syntax: "ip4: 192.0.2.1" is one term with a blank in it ("ip4:192.0.2.1" is meant): receivers answer permerror to the whole SPF record
;                                    ^^^^^ error spf-syntax: "- all" is one term with a blank in it ("-all" is meant): receivers answer permerror to the whole SPF record
n 3600 IN TXT "v=spf1 mx -al"
;                        ^^^ error spf-syntax: "-al" is not an SPF mechanism or modifier ("-all" is meant): receivers answer permerror to the whole SPF record
o 3600 IN TXT "v=spf1 mx -all:x"
;                            ^^ error spf-syntax: "all" takes nothing after it: receivers answer permerror to the whole SPF record
p 3600 IN TXT "v=spf1 mx v=spf1 -all"
;                        ^^^^^^ error spf-syntax: a second version begins here: two records run together: receivers answer permerror to the whole SPF record
q 3600 IN TXT "v=spf1 foo:bar -all"
;                     ^^^^^^^ error spf-syntax: "foo:bar" is not an SPF mechanism or modifier: receivers answer permerror to the whole SPF record
`);
});

test('strings that meet without a blank', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 ip4:192.0.2.1" "ip4:192.0.2.2" "-all"
;                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "ip4:192.0.2.1" and "ip4:192.0.2.2-all" are one word: strings are joined without a blank: receivers answer permerror to the whole SPF record
b 3600 IN TXT "v=spf1 include:_spf.example.net" "include:_spf.example.org -all"
;                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "include:_spf.example.net" and "include:_spf.example.org" are one word: strings are joined without a blank: receivers answer permerror to the whole SPF record
c 3600 IN TXT "v=spf1" "mx" "-all"
;              ^^^^^^^^^^^^^^^^^^ error spf-syntax: 3 strings are joined without blanks to "v=spf1mx-all": receivers find no SPF record here
d 3600 IN TXT v=spf1 mx -all
;             ^^^^^^^^^^^^^^ error spf-syntax: 3 strings are joined without blanks to "v=spf1mx-all": receivers find no SPF record here
e 3600 IN TXT "v=spf1 include:_spf.exam" "ple.net -all"
f 3600 IN TXT "v=spf1 include:_spf.example.net " "-all"
`);
});

test('the version', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1include:_spf.example.net -all"
;              ^^^^^^ error spf-syntax: a blank is missing behind "v=spf1": receivers find no SPF record here
b 3600 IN TXT " v=spf1 mx -all"
;              ^^^^^^^ error spf-syntax: the record must begin with "v=spf1", not with " v=spf1": receivers find no SPF record here
c 3600 IN TXT "v=spf 1 mx -all"
;              ^^^^^^^ error spf-syntax: the record must begin with "v=spf1", not with "v=spf 1": receivers find no SPF record here
d 3600 IN TXT "v=spf1; mx -all"
;              ^^^^^^ error spf-syntax: a blank is missing behind "v=spf1": receivers find no SPF record here
e 3600 IN TXT "v=spf10 mx -all"
;              ^^^^^^ error spf-syntax: the record must begin with "v=spf1", not with "v=spf10 mx": receivers find no SPF record here
f 3600 IN TXT "V=SPF1 MX:example.com -ALL"
;                     ^^^^^^^^^^^^^^ warning spf-void-lookups: example.com has no MX record, so "MX:example.com" lets nobody send: of such terms receivers take two at most
g 3600 IN TXT "spf2.0/mfrom -all"
;             ^^^^^^^^^^^^^^^^^^^ information spf-sender-id: Sender ID ("spf2.0/") was given up: receivers read "v=spf1" only
`);
});

test('what is right: macros, lengths, unknown modifiers, a template, a line that makes many', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 a:%{o}.example.net/24//64 exists:%{i}._spf.%{d2} exp=e.example.net x-note=any:thing ?all"
b 3600 IN TXT "v=spf1 include:%{d}._spf.example.net  redirect=%{d1r}.example.net"
c 3600 IN TXT "v=spf1 ip4:{{ mail }} -all"
$GENERATE 1-2 h$ 3600 IN TXT "v=spf1 ipv4:192.0.2.$ -all"
`);
});

test('fix 1: Change "ipv4:192.0.2.25" to "ip4:192.0.2.25"', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ipv4:192.0.2.25 -all"
;                     ^^^^^^^^^^^^^^^ error spf-syntax: "ipv4:192.0.2.25" is not an SPF mechanism or modifier ("ip4:192.0.2.25" is meant): receivers answer permerror to the whole SPF record
`,
    'Change "ipv4:192.0.2.25" to "ip4:192.0.2.25"',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"
`,
  );
});

test('fix 2: Add the blank between the strings', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.1" "-all"
;                     ^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "ip4:192.0.2.1" and "-all" are one word: strings are joined without a blank: receivers answer permerror to the whole SPF record
`,
    'Add the blank between the strings',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.1 " "-all"
`,
  );
});

test('fix 3: Join the strings with blanks: "v=spf1 mx -all"', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT v=spf1 mx -all
;             ^^^^^^^^^^^^^^ error spf-syntax: 3 strings are joined without blanks to "v=spf1mx-all": receivers find no SPF record here
`,
    'Join the strings with blanks: "v=spf1 mx -all"',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 mx -all"
`,
  );
});

test('fix 4: Add the blank behind "v=spf1"', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1include:_spf.example.net -all"
;              ^^^^^^ error spf-syntax: a blank is missing behind "v=spf1": receivers find no SPF record here
`,
    'Add the blank behind "v=spf1"',
    `
;- example.com.zone
@ 3600 IN TXT "v=spf1 include:_spf.example.net -all"
`,
  );
});

test('fixes, and what nobody can guess', () => {
  const workbench = check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 include=_spf.example.net inlcude:_spf.example.org redirect:x.example.net"
;                     ^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "include" takes ":", and with "=" nobody knows it ("include:_spf.example.net" is meant): receivers pass over it
;                                              ^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "inlcude:_spf.example.org" is not an SPF mechanism or modifier ("include:_spf.example.org" is meant): receivers answer permerror to the whole SPF record
;                                                                       ^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "redirect:x.example.net" is not an SPF mechanism or modifier ("redirect=x.example.net" is meant): receivers answer permerror to the whole SPF record
b 3600 IN TXT "v=spf1 foo:bar ip4:192.0.2.300 -al"
;                     ^^^^^^^ error spf-syntax: "foo:bar" is not an SPF mechanism or modifier: receivers answer permerror to the whole SPF record
;                                ^^^^^^^^^^^^ error spf-syntax: "192.0.2.300" is not an IPv4 address: octet 300 is over 255: receivers answer permerror to the whole SPF record
;                                             ^^^ error spf-syntax: "-al" is not an SPF mechanism or modifier ("-all" is meant): receivers answer permerror to the whole SPF record
c 3600 IN TXT "v=spf1 a:192.0.2.1 ip4:h.example.net ip4: 192.0.2.1 a,mx -all"
;                       ^^^^^^^^^ error spf-syntax: "192.0.2.1" is an address, where a name is expected ("ip4:192.0.2.1" is meant): receivers answer permerror to the whole SPF record
;                                    ^^^^^^^^^^^^^^ error spf-syntax: "h.example.net" is not an IPv4 address: "h" is not a number from 0 to 255 ("a:h.example.net" is meant): receivers answer permerror to the whole SPF record
;                                                   ^^^^^^^^^^^^^^ error spf-syntax: "ip4: 192.0.2.1" is one term with a blank in it ("ip4:192.0.2.1" is meant): receivers answer permerror to the whole SPF record
;                                                                  ^^^^ error spf-syntax: "a,mx" is no term: blanks part terms, not commas ("a mx" is meant): receivers answer permerror to the whole SPF record
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change "include=_spf.example.net" to "include:_spf.example.net"',
    'Change "inlcude:_spf.example.org" to "include:_spf.example.org"',
    'Change "redirect:x.example.net" to "redirect=x.example.net"',
    'Change "-al" to "-all"',
    'Change "a:192.0.2.1" to "ip4:192.0.2.1"',
    'Change "ip4:h.example.net" to "a:h.example.net"',
    'Change "ip4: 192.0.2.1" to "ip4:192.0.2.1"',
    'Change "a,mx" to "a mx"',
  ]);
});

test('without the v', () => {
  check(`
;- example.com.zone
@ 60 IN TXT "spf1 ip4:192.0.2.1 -all"
;            ^^^^ error spf-syntax: the record must begin with "v=spf1", not with "spf1": receivers find no SPF record here
a 60 IN TXT "spf1 is what they say"
`);
});

test('another term behind a domain, and a dash with a blank behind it', () => {
  check(`
;- example.com.zone
@ 3600 IN A   192.0.2.1
@ 3600 IN TXT "v=spf1 include:_spf.example.net.-all"
;                             ^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "_spf.example.net.-all" is not a full domain name: receivers answer permerror to the whole SPF record
`);
  check(`
;- example.com.zone
@ 3600 IN A   192.0.2.1
@ 3600 IN TXT "v=spf1 a – all"
;                       ^^^^^ error spf-syntax: "– all" is one term with a blank in it: receivers answer permerror to the whole SPF record
`);
});

test('a blank before the colon is told once', () => {
  check(`
;- example.com.zone
m 3600 IN TXT "v=spf1 ip4 :192.0.2.3 -include :_spf.example.net a -all"
;                     ^^^^^^^^^^^^^^ error spf-syntax: "ip4 :192.0.2.3" is one term with a blank in it ("ip4:192.0.2.3" is meant): receivers answer permerror to the whole SPF record
;                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "-include :_spf.example.net" is one term with a blank in it ("-include:_spf.example.net" is meant): receivers answer permerror to the whole SPF record
`);
});

test('a blank in the place of the colon is told once', () => {
  check(`
;- example.com.zone
a 60 IN TXT "v=spf1 ip4 192.0.2.1 -all"
;                   ^^^^^^^^^^^^^ error spf-syntax: "ip4 192.0.2.1" is one term with a blank in it ("ip4:192.0.2.1" is meant): receivers answer permerror to the whole SPF record
b 60 IN TXT "v=spf1 include _spf.example.net -all"
;                   ^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "include _spf.example.net" is one term with a blank in it ("include:_spf.example.net" is meant): receivers answer permerror to the whole SPF record
c 60 IN TXT "v=spf1 mx redirect _spf.example.net"
;                      ^^^^^^^^^^^^^^^^^^^^^^^^^ error spf-syntax: "redirect _spf.example.net" is one term with a blank in it ("redirect=_spf.example.net" is meant): receivers answer permerror to the whole SPF record
`);
});

test('a colon behind the "v", and two letters swapped', () => {
  for (const written of ['v:spf1', 'v=sfp1', 'v=psf1'])
    checkFix(
      `
;- example.com.zone
@ 3600 IN TXT "${written} mx -all"
;              ^^^^^^ error spf-syntax: the record must begin with "v=spf1", not with "${written} mx": receivers find no SPF record here
@ 3600 IN MX 10 mail.example.net.
`,
      'Begin with "v=spf1"',
      `
;- example.com.zone
@ 3600 IN TXT "v=spf1 mx -all"
@ 3600 IN MX 10 mail.example.net.
`,
    );
});

test('the type once more, which is the beginning of the text', () => {
  checkFix(
    `
;- example.com.zone
@ 60 IN TXT TXT "v=spf1 -all"
;           ^^^ error spf-syntax: "TXT" stands twice, and is part of the text, which must begin with "v=spf1": receivers find no SPF record here
`,
    'Delete "TXT"',
    `
;- example.com.zone
@ 60 IN TXT "v=spf1 -all"
`,
  );
});
