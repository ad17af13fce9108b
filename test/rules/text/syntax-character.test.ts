import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('a blank that is none, and quotation marks that quote nothing', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10
;          ^ error syntax-character: The character U+00A0 looks like a blank, but is part of a word here
@ 3600 IN TXT “v=spf1 mx -all”
;             ^ warning syntax-character: The typographic quotation mark “ (U+201C) quotes nothing, and is served as a part of the text: only " does
`);
});

test('in comments, and in strings', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; “the web”
@ 3600 IN TXT "a “b”"
`);
});

test('a blank takes its place', () => {
  checkFix(
    `
;- example.com.zone
www 3600 IN A 192.0.2.10
;          ^ error syntax-character: The character U+00A0 looks like a blank, but is part of a word here
`,
    'Replace it by a blank',
    `
;- example.com.zone
www 3600 IN A 192.0.2.10
`,
  );
});

test('what turns the direction of a comment, or nobody sees in a string', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; \u202e the web
;                          ^ information syntax-character: The character U+202E turns the direction of what stands behind: people may read another comment than was written; delete it, unless the language needs it
@ 3600 IN TXT "a\u200b\u200bb; c"
;               ^^ warning syntax-character: 2 characters from U+200B on can not be seen here: people read something else than servers do; delete them, unless the language needs them
`);
});

test('joiners that belong to the spelling of words', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645
`);
});

test('in a name it is told as a part of the word', () => {
  check(`
;- example.com.zone
w\u200bww 3600 IN A 192.0.2.10
;^ warning syntax-character: The character U+200B has no width and can not be seen: people read something else than servers do; delete it, unless the language needs it
`);
});

// The letters of the other script are written out here: what is marked is what people can not see.
test('names with letters of another script that look like names that are held', () => {
  check(`
;- example.com.zone
mail 3600 IN A 192.0.2.10
mаil 3600 IN TXT "Cyrillic"
;<---- information syntax-character: m\\208\\176il.example.com looks like mail.example.com, which is held here, and is another name: U+0430 stands in it where people read "a". Write the plain letter, unless this name is meant
xn--mil-6cd 3600 IN A 192.0.2.11
;<----------- information syntax-character: xn--mil-6cd.example.com looks like mail.example.com, which is held here, and is another name: U+0430 stands in it where people read "a". Write the plain letter, unless this name is meant
a 3600 IN CNAME mаil2.example.com.
b 3600 IN CNAME www.xn--xample-2of.com.
;               ^^^^^^^^^^^^^^^^^^^^^^^ information syntax-character: xn--xample-2of.com looks like example.com, which is held here, and is another name: U+0435 stands in it where people read "e". Write the plain letter, unless this name is meant
c 3600 IN MX 10 mаil.example.com.
;               ^^^^^^^^^^^^^^^^^ warning hostname-invalid: The MX record of c.example.com leads to mаil.example.com, which is no host name: "mаil" has letters beyond ASCII, and stands in the DNS as xn--mil-6cd
;               ^^^^^^^^^^^^^^^^^ error mx-no-address: c.example.com has the mail server m\\208\\176il.example.com, which has no A or AAAA record: no mail is delivered there
e 3600 IN CNAME ԝԝԝ.example.net.
;               ^^^^^^^^^^^^^^^^ information syntax-character: \\212\\157\\212\\157\\212\\157.example.net looks like www.example.net, which is held here, and is another name: U+051D stands in it where people read "w". Write the plain letter, unless this name is meant
;- example.net.zone
www 3600 IN A 192.0.2.12
d 3600 IN MX 10 mаil.exаmple.com.
;               ^^^^^^^^^^^^^^^^^ warning hostname-invalid: The MX record of d.example.net leads to mаil.exаmple.com, which is no host name: "mаil" has letters beyond ASCII, and stands in the DNS as xn--mil-6cd
;               ^^^^^^^^^^^^^^^^^ information syntax-character: ex\\208\\176mple.com looks like example.com, which is held here, and is another name: U+0430 stands in it where people read "a". Write the plain letter, unless this name is meant
ab.νs 3600 IN A 192.0.2.13
;<----- warning hostname-invalid: ab.νs.example.net is no host name: "νs" has letters beyond ASCII, and stands in the DNS as xn--s-nmb
;<----- information syntax-character: \\206\\189s.example.net looks like vs.example.net, which is held here, and is another name: U+03BD stands in it where people read "v". Write the plain letter, unless this name is meant
vs 3600 IN TXT "held"
`);
});

test('ordinary names of other scripts, digits, and a zone that is held for its looks', () => {
  check(`
;- example.com.zone
bar 3600 IN A 192.0.2.10
b0l 3600 IN A 192.0.2.11
bol 3600 IN A 192.0.2.12
xn--br-via 3600 IN A 192.0.2.13
xn--br-eka 3600 IN A 192.0.2.14
xn--r8jz45g 3600 IN A 192.0.2.15
xn--80a1acny 3600 IN A 192.0.2.16
r3---sn-bar 3600 IN A 192.0.2.17
c 3600 IN CNAME www.xn--xample-2of.com.
d 3600 IN TXT "bаr"
e 3600 IN CNAME xn--mnchen-3ya.example.org.
;- xn--xample-2of.com.zone
www 3600 IN A 192.0.2.18
;- example.org.zone
munchen 3600 IN A 192.0.2.19
`);
});

test('a character that terminals obey', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10 ; \x1b[8m the web
;                          ^ information syntax-character: The control character U+001B can not be seen, and terminals obey it: delete it
@ 3600 IN TXT "a\x1b[2K"
;               ^ warning syntax-character: The control character U+001B can not be seen, and terminals obey it: delete it
ma\x08il 3600 IN CNAME example.net.
; ^ warning syntax-character: The control character U+0008 can not be seen, and terminals obey it: delete it
`);
});

test('where all rows are plain but for it', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "a\x1b[2K"
;               ^ warning syntax-character: The control character U+001B can not be seen, and terminals obey it: delete it
www 3600 IN CNAME example.net.\x08
;                             ^ warning syntax-character: The control character U+0008 can not be seen, and terminals obey it: delete it
`);
});
