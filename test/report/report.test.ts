import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../support/check.ts';
import { parseFixture } from '../support/fixture.ts';
import { Workbench } from '../support/workbench.ts';

test('faults of the text stand at their words', () => {
  check(`
;- example.com.zone
$TTL 1h
www IN A 192.0.2.300
;                ^^^ error syntax-ipv4: A address "192.0.2.300" is not an IPv4 address: octet 300 is over 255
mail IN MX mx.example.com.
;          ^^^^^^^^^^^^^^^ error syntax-field-missing: MX preference is missing before "mx.example.com."
# comment
;<- error syntax-comment: A comment begins with ";", not with "#"
  # name servers
; ^ error syntax-comment: A comment begins with ";", not with "#"
  //name servers
; ^^^^^^ error syntax-comment: A comment begins with ";", not with "//"
www IN A (192.0.2.1
;        ^ error syntax-parenthesis: This "(" is never closed: the record ends where its ")" is missing
`);
});

test('an include that is not there', () => {
  check(`
;- example.com.zone
$TTL 1h
$INCLUDE hosts.inc
;        ^^^^^^^^^ error syntax-include-missing: $INCLUDE names "hosts.inc", and there is no such file here
www IN A 192.0.2.1
`);
});

test('includes that lead in a circle name the chain', () => {
  check(`
;- example.com.zone
$TTL 1h
$INCLUDE one.inc
;- one.inc
$INCLUDE two.inc
;- two.inc
$INCLUDE one.inc
;        ^^^^^^^ error syntax-include-loop: $INCLUDE leads back to a file that is being read: example.com.zone -> one.inc -> two.inc -> one.inc
`);
});

test('a file that is included twice shows a fault once', () => {
  check(`
;- example.com.zone
$TTL 1h
$INCLUDE hosts.inc a.example.com.
$INCLUDE hosts.inc b.example.com.
;- hosts.inc
www IN A 192.0.2
;        ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
`);
});

test('a line may be silenced, for one rule or for all', () => {
  check(`
;- example.com.zone
$TTL 1h
www IN A 192.0.2 ; zonewright-disable-line syntax-ipv4 -- as it was delivered
ftp IN A 192.0.2 ; zonewright-disable-line
; zonewright-disable-next-line syntax-ipv4, syntax-type
irc IN A 192.0.2
txt IN TXT "; zonewright-disable-line"  x"
;                                        ^ error syntax-quote: This quotation mark closes nothing: none is open here
sip IN A 192.0.2 ; zonewright-disable-line syntax-type
;        ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
`);
});

test('a comment that names no rule is told of', () => {
  check(`
;- example.com.zone
$TTL 1h
www IN A 192.0.2.1 ; zonewright-disable-line ptr-mising, ptr-generic -- for now
;                                            ^^^^^^^^^^ information suppression-unknown-rule: There is no rule "ptr-mising", so this comment silences nothing: did you mean ptr-missing?
; zonewright-disable-next-line	nothing-like-it
;                             	^^^^^^^^^^^^^^^ information suppression-unknown-rule: There is no rule "nothing-like-it", so this comment silences nothing
ftp IN A 192.0.2.2
; zonewright-disable-next-line suppression-unknown-rule
txt IN A 192.0.2.3 ; zonewright-disable-line other-program -- of another program
`);
});

test('a record over several lines is silenced as a whole', () => {
  check(`
;- example.com.zone
$TTL 1h
; zonewright-disable-next-line syntax-number
@ IN SOA ns1 hostmaster (
  1
  2h
  3x
  4w
  1h ) 
@ IN SOA ns1 hostmaster (
  1
  2h
  3x
; ^^ error syntax-number: SOA retry must be a number of seconds or a time such as 1h30m, found "3x"
  4w
  1h )
`);
});

test('a stretch may be silenced', () => {
  check(`
;- example.com.zone
$TTL 1h
a IN A 192.0.2
;      ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
; zonewright-disable syntax-ipv4
b IN A 192.0.2
c IN AX 192.0.2.1
;    ^^ error syntax-type: Unknown record type "AX": did you mean MX?
; zonewright-enable syntax-ipv4
d IN A 192.0.2
;      ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
; zonewright-disable
e IN A 192.0.2
; zonewright-enable syntax-ipv4
f IN A 192.0.2
;      ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
g IN AX 192.0.2
`);
});

test('severities are as the settings say', () => {
  check(
    `
;- example.com.zone
$TTL 1h
a IN A 192.0.2
;      ^^^^^^^ hint syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
b IN AX 192.0.2.1
c IN MX mail
;       ^^^^ error syntax-field-missing: MX preference is missing before "mail"
`,
    { rules: { 'syntax-ipv4': 'hint', 'syntax-type': 'off' } },
  );
});

test('a template is one finding', () => {
  check(`
;- example.com.zone
$TTL {{ ttl }}
;    ^^^^^^^^^ error syntax-template: "{{ ttl }}" stands for something that a template fills in: lines like this one are not checked
@ IN SOA {{ primary }} hostmaster 1 1h 1h 1w 1h
{% for host in hosts %}
{{ host.name }} IN A {{ host.address }}
{% endfor %}
www IN A 192.0.2
`);
});

test('one placeholder does not silence the rest', () => {
  check(`
;- example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster @SERIAL@ 1h 1h 1w 1h
;                       ^^^^^^^^ error syntax-template: "@SERIAL@" stands for something that a template fills in: lines like this one are not checked
www IN A 192.0.2
;        ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
`);
});

test('what is no template is not taken for one', () => {
  check(`
;- example.com.zone
$TTL 1h
$GENERATE 1-3 h$ A 192.0.2.\${0,3,q}
;                  ^^^^^^^^^^^^^^^^ error syntax-generate: "\${0,3,q}" is not of the form \${offset,width,base} with base d, o, x, X, n or N
$GENERATE 1-3 h$ A 192.0.300.$
;                  ^^^^^^^^^^^ error syntax-generate: For 1 "192.0.300.1" is not an address: A address "192.0.300.1" is not an IPv4 address: octet 300 is over 255
@ IN TXT "{{ braces }}" "%PATH%" "@NAME@"
a@b@c IN A 192.0.2
;<----- warning name-at-sign: "a@b@c" is read as the name a\\@b\\@c.example.com: only an "@" alone stands for the origin
;          ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
`);
});

test('files of other servers are one finding', () => {
  check(`
;- example.com.zone
.example.com:192.0.2.1:a:259200
;<------------------------------- error syntax-template: ".example.com:192.0.2.1:a:259200" is a line of tinydns-data, not of a zone file
+www.example.com:192.0.2.2:86400
;- example.net.zone
$TTL 1h
host [AGE:3612345] 1200 A 192.0.2.3
;    ^^^^^^^^^^^^^ error syntax-template: "[AGE:3612345]" is how Windows DNS notes the age of a record: other servers can't read it
other [AGE:3612346] 1200 A 192.0.2.4
;- example.org.zone
$TTL 1h
host [Aging:3665858] 600 A 192.0.2.3
;    ^^^^^^^^^^^^^^^ error syntax-template: "[Aging:3665858]" is how Windows DNS notes the age of a record: other servers can't read it
`);
});

test('records of gdnsd are one finding, and the other lines of the file are checked', () => {
  check(`
;- example.com.zone
$TTL 1h
@   DYNA geoip!www
;   ^^^^ error syntax-template: "DYNA" is a record of gdnsd: other servers refuse it
*   DYNA geoip!www/eu ; all others
www 300 IN DYNC multifo
b   CNAME dyna more
;              ^^^^ error syntax-field-extra: "more" is more than the record holds: CNAME takes one field
a   IN A 192.0.2
;        ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
`);
});

test('CRLF, a lone CR and characters beyond the BMP count as editors count them', () => {
  check(`
;- example.com.zone crlf
$TTL 1h
a IN TXT "😀" x"
;              ^ error syntax-quote: This quotation mark closes nothing: none is open here
b IN A 192.0.2
;      ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
`);
});

test('a byte order mark is one finding, and the first line is read all the same', () => {
  check(`
;- example.com.zone
﻿$TTL 1h
;<- error syntax-character: The file begins with a byte order mark, which no server reads: save it as UTF-8 without one
www IN A 192.0.2.1
`);
});

test('findings move with the text', () => {
  const workbench = new Workbench(`
;- example.com.zone
$TTL 1h
a IN A 192.0.2
`);
  const file = workbench.store.files.get('example.com.zone');
  assert.ok(file);
  assert.equal(workbench.reporter.of(file).length, 1);
  const start = { line: 0, character: 0 };
  workbench.store.edit('example.com.zone', [{ range: { start, end: start }, text: '\n\n' }]);
  workbench.settle();
  assert.equal(workbench.reporter.of(file)[0]?.range.start.line, 3);
});

test('severities stand for themselves: what servers refuse is an error also beside another fault', () => {
  const soa = '@ IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h';
  check(
    `
;- example.com.zone
$TTL 1h
${soa}
;<- error ns-missing: example.com has no NS record at its apex: BIND refuses the zone
`,
    { wholeZones: true },
  );
  check(
    `
;- example.com.zone
$TTL 1h
${soa}
;<- error ns-missing: example.com has no NS record at its apex: BIND refuses the zone
www IN A 192.0.2.300
;                ^^^ error syntax-ipv4: A address "192.0.2.300" is not an IPv4 address: octet 300 is over 255
`,
    { wholeZones: true },
  );
});

test('what a record lacks behind a parenthesis or quotation mark that nothing closes is not told of too', () => {
  check(`
;- example.com.zone
$TTL 1h
www IN MX 10 (
;            ^ error syntax-parenthesis: This "(" is never closed: the record ends where its ")" is missing
mail IN A "192.0.2.1
;         ^^^^^^^^^^ error syntax-quote: This quotation mark is not closed on its line
host IN HINFO "pc
;             ^^^ error syntax-quote: This quotation mark is not closed on its line
`);
});

test('a reverse zone shows what each of many zones lacks in it', () => {
  const found = new Workbench(
    parseFixture(`
;- example.com.zone
$TTL 1h
@ SOA ns.example.org. root 1 1h 1h 1w 1h
@ NS ns.example.org.
a A 192.0.2.11
;- example.net.zone
$TTL 1h
@ SOA ns.example.org. root 1 1h 1h 1w 1h
@ NS ns.example.org.
a A 192.0.2.21
b A 192.0.2.22
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
@ SOA ns.example.org. root 1 1h 1h 1w 1h
@ NS ns.example.org.
1 PTR gw.example.org.
`),
  ).shown();
  const atReverse = found.filter(({ path, rule }) => path === '2.0.192.in-addr.arpa.zone' && rule === 'ptr-missing');
  assert.deepEqual(
    atReverse.map(({ message }) => /\d+\.\d+\.\d+\.\d+/.exec(message)?.[0]),
    ['192.0.2.11', '192.0.2.21', '192.0.2.22'],
  );
});
