import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('a comment that servers read as a record, in a forward and in a reverse zone', () => {
  check(`
;- example.com.zone
$TTL 3600
mail 3600 IN A 192.0.2.80
#old A 192.0.2.81
;<---- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the A record of #old.example.com
#old 3600 IN AAAA 2001:db8::1
;<---- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the AAAA record of #old.example.com
#	IN MX 10 mail
;<- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the MX record of #.example.com
# old A 192.0.2.82
;<- error syntax-comment: A comment begins with ";", not with "#"
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
80 IN PTR mail.example.com.
# 81 PTR old.example.com.
;<- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the PTR record of #.2.0.192.in-addr.arpa
#81 PTR old.example.com.
;<--- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the PTR record of #81.2.0.192.in-addr.arpa
# 81 PTR old.example.com.
;<- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the PTR record of #.2.0.192.in-addr.arpa
`);
});

test('lines that take their owner from such a comment are not told by themselves', () => {
  check(`
;- example.com.zone
$TTL 3600
www A 203.0.113.1
# another address
;<- error syntax-comment: A comment begins with ";", not with "#"
    A 203.0.113.2
#new A 203.0.113.3
;<---- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the A record of #new.example.com
    A 203.0.113.4
`);
});

test('a name that may be meant stays one', () => {
  check(`
;- example.com.zone
$TTL 3600
#1   TXT   "a name"
//1  TXT   "another"
www  CNAME #3
#3   A     203.0.113.1
;<-- warning hostname-invalid: #3.example.com is no host name: "#" is not a letter, a digit or a hyphen
\\#4  A     203.0.113.2
;<--- warning hostname-invalid: #4.example.com is no host name: "#" is not a letter, a digit or a hyphen
"#5" A     203.0.113.3
;<---- warning hostname-invalid: #5.example.com is no host name: "#" is not a letter, a digit or a hyphen
`);
});

test('an alias, a delegation, a service and a policy behind either mark', () => {
  check(`
;- example.com.zone
$TTL 3600
#ftp   CNAME www
;<---- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the CNAME record of #ftp.example.com
//lab  NS  ns1.example.net.
;<----- warning syntax-comment: A comment begins with ";", not with "//": servers read this line as the NS record of //lab.example.com
//mail AAAA 2001:db8::25
;<------ warning syntax-comment: A comment begins with ";", not with "//": servers read this line as the AAAA record of //mail.example.com
#@     TXT "v=spf1 mx -all"
;<-- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the TXT record of #\\@.example.com
#_sip._tcp SRV 0 0 5060 www
;<---------- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the SRV record of #_sip._tcp.example.com
www    A   203.0.113.1
`);
});

test('the fix of two slashes', () => {
  checkFix(
    `
;- example.com.zone
$TTL 3600
//ftp A 203.0.113.1
;<----- warning syntax-comment: A comment begins with ";", not with "//": servers read this line as the A record of //ftp.example.com
`,
    /comment/,
    `
;- example.com.zone
$TTL 3600
;ftp A 203.0.113.1
`,
  );
});

test('the fix', () => {
  checkFix(
    `
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
@ SOA ns.example.net. hostmaster.example.com. 2026112301 1d 2h 4w 1h
@ NS ns.example.net.
# 81 PTR old.example.com.
;<- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the PTR record of #.2.0.192.in-addr.arpa
82 PTR new.example.com.
`,
    /comment/,
    `
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
@ SOA ns.example.net. hostmaster.example.com. 2026112302 1d 2h 4w 1h
@ NS ns.example.net.
; 81 PTR old.example.com.
82 PTR new.example.com.
`,
  );
});

test('refused where a line below has the owner, and where the zone comes from a primary server', () => {
  const followed = check(`
;- example.com.zone
#old 3600 IN A 192.0.2.81
;<---- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the A record of #old.example.com
     3600 IN A 192.0.2.82
`);
  assert.deepEqual(fixTitles(followed), [
    'Make it a comment with ";" (refused: a line below takes its owner from this one: give it the owner that it is for)',
  ]);
  const secondary = check(`
;- example.com.zone secondary
#old 3600 IN A 192.0.2.81
;<---- warning syntax-comment: A comment begins with ";", not with "#": servers read this line as the A record of #old.example.com
`);
  assert.deepEqual(fixTitles(secondary), [
    'Make it a comment with ";" (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});

test('a comment as in C', () => {
  check(`
;- example.com.zone
/* old hosts */
;<-- error syntax-comment: A comment begins with ";", not with "/*"
/* www 60 IN A 192.0.2.1
;<-- error syntax-comment: A comment begins with ";", not with "/*"
`);
});
