import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';
import { parseFixture } from '../../support/fixture.ts';
import { Workbench } from '../../support/workbench.ts';

test('owners of addresses and mail; the lines at which BIND 9.20 says "bad owner name (check-names)"', () => {
  check(`
;- example.com.zone
a_b   3600 IN A    192.0.2.1
;<--- warning hostname-invalid: a_b.example.com is no host name: "_" is not a letter, a digit or a hyphen
a_e   3600 IN AAAA 2001:db8::1
;<--- warning hostname-invalid: a_e.example.com is no host name: "_" is not a letter, a digit or a hyphen
a_d   3600 IN MX   1 a.example.net.
;<--- warning hostname-invalid: a_d.example.com is no host name: "_" is not a letter, a digit or a hyphen
-a    3600 IN A    192.0.2.2
;<-- warning hostname-invalid: -a.example.com is no host name: "-a" begins or ends with a hyphen
a-    3600 IN A    192.0.2.3
;<-- warning hostname-invalid: a-.example.com is no host name: "a-" begins or ends with a hyphen
*.a_c 3600 IN A    192.0.2.4
;<----- warning hostname-invalid: *.a_c.example.com is no host name: "_" is not a letter, a digit or a hyphen
a.*.d 3600 IN A    192.0.2.5
;<----- warning wildcard-inner: a.*.d.example.com has its asterisk inside: only as the first label it stands for other names, so nothing but this very name, asterisk and all, gets the answer
_spf.e 3600 IN MX  1 a.example.net.
;<------ warning hostname-invalid: _spf.e.example.com is no host name: "_" is not a letter, a digit or a hyphen
x._spf 3600 IN AAAA 2001:db8::2
;<------ warning hostname-invalid: x._spf.example.com is no host name: "_" is not a letter, a digit or a hyphen
x.gc._msdcs 3600 IN A 192.0.2.6
;<----------- warning hostname-invalid: x.gc._msdcs.example.com is no host name: "_" is not a letter, a digit or a hyphen
_spf_exists 3600 IN A 192.0.2.7
;<----------- warning hostname-invalid: _spf_exists.example.com is no host name: "_" is not a letter, a digit or a hyphen
two_a 3600 IN TXT  "first"
two_a 3600 IN A    192.0.2.8
;<----- warning hostname-invalid: two_a.example.com is no host name: "_" is not a letter, a digit or a hyphen
two_a 3600 IN A    192.0.2.9
`);
});

test('host names, wildcards, other types, and the names that BIND passes', () => {
  check(`
;- example.com.zone
*     3600 IN A    192.0.2.1
*.x   3600 IN MX   1 a.example.net.
a-1.2 3600 IN A    192.0.2.2
a_f   3600 IN TXT  "x"
_sip._tcp 3600 IN SRV 0 0 5060 a.example.net.
a_g   3600 IN CNAME a.example.net.
gc._msdcs 3600 IN A 192.0.2.3
gc._msdcs 3600 IN AAAA 2001:db8::3
x._SPF 3600 IN A   192.0.2.4
_a._spf.e 3600 IN A 192.0.2.5
x._spf_verify 3600 IN A 192.0.2.6
_spf_rate.i 3600 IN A 192.0.2.7
`);
});

test('a line that makes many, a template, and a policy zone', () => {
  check(`
;- example.com.zone
$GENERATE 1-9 a_$ 3600 IN A 192.0.2.$
;             ^^^ warning hostname-invalid: a_1.example.com is no host name: "_" is not a letter, a digit or a hyphen (the first of 9 findings of this $GENERATE line)
@HOST@ 3600 IN A   192.0.2.1
;- rpz.example.com.zone rpz
a_b   3600 IN A    192.0.2.1
`);
});

test('targets that are no host names, in held zones and elsewhere', () => {
  check(`
;- example.com.zone
@     60 IN SOA ns_1.example.net. hostmaster 2026112200 1d 2h 4w 1h
;               ^^^^^^^^^^^^^^^^^ warning hostname-invalid: The SOA record of example.com leads to ns_1.example.net, which is no host name: "_" is not a letter, a digit or a hyphen
@     60 IN NS  ns_1.example.net.
;               ^^^^^^^^^^^^^^^^^ warning hostname-invalid: The NS record of example.com leads to ns_1.example.net, which is no host name: "_" is not a letter, a digit or a hyphen
@     60 IN MX  10 mail_host.example.net.
;                  ^^^^^^^^^^^^^^^^^^^^^^ warning hostname-invalid: The MX record of example.com leads to mail_host.example.net, which is no host name: "_" is not a letter, a digit or a hyphen
_sip._udp 60 IN SRV 0 0 5060 sip_host.example.net.
;                            ^^^^^^^^^^^^^^^^^^^^^ warning hostname-invalid: The SRV record of _sip._udp.example.com leads to sip_host.example.net, which is no host name: "_" is not a letter, a digit or a hyphen
@     60 IN HTTPS 1 web_host.example.net.
;                   ^^^^^^^^^^^^^^^^^^^^^ warning hostname-invalid: The HTTPS record of example.com leads to web_host.example.net, which is no host name: "_" is not a letter, a digit or a hyphen
www   60 IN CNAME https://www.example.net/.
;                 ^^^^^^^^^^^^^^^^^^^^^^^^^ warning hostname-invalid: "https://www.example.net/." is an address of the web, and a CNAME record takes the name of a host: write www.example.net.
blog  60 IN CNAME example.net/blog.
;                 ^^^^^^^^^^^^^^^^^ warning hostname-invalid: The CNAME record of blog.example.com leads to example.net/blog, which is no host name: "/" is not a letter, a digit or a hyphen
`);
});

test('targets of which it is said elsewhere, or that may be so', () => {
  check(`
;- example.com.zone
@     60 IN MX  10 bad_host
bad_host 60 IN A 192.0.2.1
;<-------- warning hostname-invalid: bad_host.example.com is no host name: "_" is not a letter, a digit or a hyphen
;                ^^^^^^^^^ (error arpa-classless-dangling-cname: The alias of 192.0.2.1 leads to 1.0/25.2.0.192.in-addr.arpa, which has no PTR record in 2.0.192.in-addr.arpa; bad_host.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
@     60 IN MX  20 _dc-mx.abc123.example.net.
a     60 IN CNAME k._domainkey.example.net.
b     60 IN HTTPS 0 _8443._https.example.net.
_sip._udp 60 IN SRV 0 0 0 .
c     60 IN MX  0 .
m     60 IN MX  10 @MAIL@.example.net.
;- 2.0.192.in-addr.arpa.zone
1     60 IN CNAME 1.0/25
;                 ^^^^^^ error arpa-classless-dangling-cname: The alias of 192.0.2.1 leads to 1.0/25.2.0.192.in-addr.arpa, which has no PTR record in 2.0.192.in-addr.arpa; bad_host.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
;- rpz.zone origin=rpz.example.com
x     60 IN CNAME a/b.example.net.
`);
});

test('a target whose last label is a number', () => {
  check(`
;- example.com.zone
@ 60 IN MX 10 mail.123.
;             ^^^^^^^^^ warning hostname-invalid: The MX record of example.com leads to mail.123, which is no host name: its last label is a number, and no top-level domain is one
@ 60 IN MX 20 mail.1und1.
a 60 IN MX 10 4
;             ^ error mx-no-address: a.example.com has the mail server 4.example.com, which does not exist in example.com: no mail is delivered there
`);
});

test('the domain of the mailbox in the SOA; its user may be anything', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster.mail_in.example.net. 1 14400 3600 1209600 3600
;                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning hostname-invalid: The mailbox of the SOA is at mail_in.example.net, which is no host name: "_" is not a letter, a digit or a hyphen
@ 3600 IN NS  ns1.example.net.
@ 3600 IN NS  ns2.example.net.
`);
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. host_master.example.net. 1 14400 3600 1209600 3600
@ 3600 IN NS  ns1.example.net.
@ 3600 IN NS  ns2.example.net.
`);
  check(`
;- _msdcs.example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 1 14400 3600 1209600 3600
@ 3600 IN NS  ns1.example.net.
@ 3600 IN NS  ns2.example.net.
`);
});

test('an address of the web in place of the name of a host is told once, with the host', () => {
  checkFix(
    `
;- example.com.zone
url   3600 IN CNAME https://www.example.com/
;                   ^^^^^^^^^^^^^^^^^^^^^^^^ warning hostname-invalid: "https://www.example.com/" is an address of the web, and a CNAME record takes the name of a host: write www.example.com.
www   3600 IN A     192.0.2.10
`,
    'Write www.example.com.',
    `
;- example.com.zone
url   3600 IN CNAME www.example.com.
www   3600 IN A     192.0.2.10
`,
  );
  check(`
;- example.com.zone
url   3600 IN CNAME http://192.0.2.10/
;                   ^^^^^^^^^^^^^^^^^^ warning hostname-invalid: "http://192.0.2.10/" is an address of the web, and a CNAME record takes the name of a host
`);
});

test('a dash of a word processor is no letter, and has no form in the DNS', () => {
  check(`
;- example.com.zone
web–1 3600 IN A 192.0.2.1
;<----- warning hostname-invalid: web–1.example.com is no host name: "–" is not a letter, a digit or a hyphen
`);
});

test('letters beyond ASCII are shown as they are typed, with the name in the DNS', () => {
  check(`
;- example.com.zone
café  3600 IN A     192.0.2.10
;<---- warning hostname-invalid: café.example.com is no host name: "café" has letters beyond ASCII, and stands in the DNS as xn--caf-dma
`);
});

test('hosts of old types, and mailboxes of other records than the SOA', () => {
  check(
    `
;- example.com.zone
a    60 IN AFSDB 1 a_b.example.net.
;                  ^^^^^^^^^^^^^^^^ warning hostname-invalid: The AFSDB record of a.example.com leads to a_b.example.net, which is no host name: "_" is not a letter, a digit or a hyphen
b    60 IN RT 10 a_b.example.net.
;                ^^^^^^^^^^^^^^^^ warning hostname-invalid: The RT record of b.example.com leads to a_b.example.net, which is no host name: "_" is not a letter, a digit or a hyphen
c    60 IN RP user.a_b.example.net. .
;             ^^^^^^^^^^^^^^^^^^^^^ warning hostname-invalid: The mailbox of the RP record is at a_b.example.net, which is no host name: "_" is not a letter, a digit or a hyphen
d    60 IN RP us_er.example.net. .
e    60 IN MINFO user.example.net. user.a_b.example.net.
;                                  ^^^^^^^^^^^^^^^^^^^^^ warning hostname-invalid: The mailbox of the MINFO record is at a_b.example.net, which is no host name: "_" is not a letter, a digit or a hyphen
`,
  );
});

test('a target that is not there is told as that', () => {
  check(`
;- example.com.zone
a    60 IN MX 10 *.www
;                ^^^^^ error mx-no-address: a.example.com has the mail server *.www.example.com, which does not exist in example.com: no mail is delivered there
www  60 IN A 192.0.2.1
`);
});

test('unless nobody wants to know that', () => {
  check(
    `
;- example.com.zone
a    60 IN MX 10 *.www
;                ^^^^^ warning hostname-invalid: The MX record of a.example.com leads to *.www.example.com, which is no host name: "*" is not a letter, a digit or a hyphen
www  60 IN A 192.0.2.1
`,
    { rules: { 'mx-no-address': 'off' } },
  );
});

/** How grave the rule's findings in a zone are, by lines. */
function graveLines(configuration: string, lines: string): string[] {
  return new Workbench(parseFixture(`${configuration}\n;- a.zone\n${lines}\n`))
    .shown()
    .filter(({ rule }) => rule === 'hostname-invalid')
    .map(({ range, severity }) => `${range.start.line} ${severity}`);
}

/** named.conf with statements of the options, of a view and of the zone. */
function named({ options = '', view = '', zone = '', type = 'primary' }): string {
  const statement = `zone "example.com" { type ${type}; file "a.zone"; ${zone} };`;
  return `;- named.conf\noptions { ${options} };\n${view ? `view "v" { ${view} ${statement} };` : statement}`;
}

const HOST = 'a_b 60 IN A 192.0.2.1';

test('an error where named does not load the zone, by the nearest check-names', () => {
  assert.deepEqual(graveLines(named({}), HOST), ['0 error']);
  for (const type of ['primary', 'master', 'PRIMARY'])
    for (const mode of ['warn', 'ignore', 'Warn'])
      assert.deepEqual(graveLines(named({ options: `check-names ${type} ${mode};` }), HOST), ['0 warning']);
  const others = 'check-names secondary ignore; check-names slave warn; check-names response ignore;';
  assert.deepEqual(graveLines(named({ options: others }), HOST), ['0 error']);
  const ignored = { options: 'check-names primary ignore;' };
  assert.deepEqual(graveLines(named({ ...ignored, zone: 'check-names fail;' }), HOST), ['0 error']);
  assert.deepEqual(graveLines(named({ ...ignored, view: 'check-names primary fail;' }), HOST), ['0 error']);
  assert.deepEqual(graveLines(named({ view: 'check-names primary ignore;' }), HOST), ['0 warning']);
  assert.deepEqual(graveLines(named({ view: 'check-names primary fail;', zone: 'check-names ignore;' }), HOST), [
    '0 warning',
  ]);
  assert.deepEqual(graveLines(named({ zone: 'check-names bogus;' }), HOST), ['0 error']);
});

test('a warning where nobody says that BIND loads the zone as its primary server', () => {
  assert.deepEqual(graveLines(named({ type: 'secondary' }), HOST), ['0 warning']);
  assert.deepEqual(graveLines(';- nsd.conf\nzone:\n  name: example.com\n  zonefile: a.zone', HOST), ['0 warning']);
  const knot = ';- knot.conf\nzone:\n  - domain: example.com\n    file: a.zone';
  assert.deepEqual(graveLines(knot, HOST), ['0 warning']);
  assert.deepEqual(graveLines(';- Corefile\nexample.com {\n  file a.zone\n}', HOST), ['0 warning']);
});

test('targets and mailboxes for which named 9.20 does not load a zone, and those that it takes', () => {
  const refused = [
    '@ 60 SOA ns_1.example.net. a 1 1d 2h 4w 1h',
    '@ 60 SOA ns1.example.net. a.b_c.example.net. 1 1d 2h 4w 1h',
    '@ 60 NS ns_1.example.net.',
    'sub 60 NS ns_1.example.net.',
    '@ 60 NS https://ns1.example.net/.',
    '@ 60 MX 1 *.example.net.',
    '@ 60 MX 1 _dc-mx.a.example.net.',
    '_sip._udp 60 SRV 0 0 5060 a_b.example.net.',
    '_sip._udp 60 SRV 0 0 5060 a_b',
    '@ 60 SVCB 1 a_b.example.net.',
    '@ 60 HTTPS 1 a_b.example.net.',
    '@ 60 AFSDB 1 a_b.example.net.',
    '@ 60 RT 1 a_b.example.net.',
    '@ 60 RP a.a_b.example.net. .',
    '@ 60 MINFO a.example.net. a.a_b.example.net.',
  ];
  for (const line of refused) assert.deepEqual(graveLines(named({}), line), ['0 error'], line);
  for (const line of refused)
    assert.ok(!graveLines(named({ zone: 'check-names warn;' }), line).includes('0 error'), line);
  const taken = [
    '@ 60 HTTPS 0 a_b.example.net.',
    '@ 60 RP a_b.example.net. .',
    '@ 60 SOA ns1.example.net. a_b 1 1d 2h 4w 1h',
    'gc._msdcs 60 A 192.0.2.1',
    'a 60 CNAME a_b.example.net.',
  ];
  for (const line of taken) assert.deepEqual(graveLines(named({}), line), [], line);
  assert.deepEqual(graveLines(named({}), '@ 60 MX 1 mail.123.'), ['0 warning']);
  assert.deepEqual(graveLines(named({}), 'a 60 CNAME https://www.example.net/.'), ['0 warning']);
});

test('what a $GENERATE line makes is taken unread, a record of the same name is not', () => {
  const line = '$GENERATE 1-1 a_$ 60 IN A 192.0.2.$';
  assert.deepEqual(graveLines(named({}), line), ['0 warning']);
  assert.deepEqual(graveLines(named({}), `${line}\na_1 60 IN A 192.0.2.9`), ['1 error']);
});

test('a target is told beside its host where the zone is refused for the target alone', () => {
  assert.deepEqual(graveLines(named({}), `${HOST}\n@ 60 IN MX 1 a_b`), ['0 error']);
  assert.deepEqual(graveLines(named({}), 'a._spf 60 IN A 192.0.2.1\n@ 60 IN MX 1 a._spf'), ['1 error']);
  assert.deepEqual(graveLines(named({}), 'gc._msdcs 60 IN A 192.0.2.1\n@ 60 IN MX 1 gc._msdcs'), ['1 error']);
  assert.deepEqual(graveLines(named({}), '$GENERATE 1-1 a_$ 60 IN A 192.0.2.$\n@ 60 IN MX 1 a_1'), [
    '0 warning',
    '1 error',
  ]);
});

test('the relative mailbox of a zone whose own name is no host name', () => {
  const soa = '@ 60 IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h';
  const msdcs = (zone: string): string => named({ zone }).replace('example.com', '_msdcs.example.com');
  assert.deepEqual(graveLines(msdcs(''), soa), ['0 error']);
  assert.deepEqual(graveLines(msdcs('check-names ignore;'), soa), []);
});

test('an address of the web where a held zone has no such name: the host takes its place, and no dot', () => {
  const workbench = check(`
;- example.com.zone
$TTL 1h
@    MX  10 smtp://mail.example.com
;           ^^^^^^^^^^^^^^^^^^^^^^^ error mx-no-address: "smtp://mail.example.com" is an address of the web, and means the name smtp://mail.example.com.example.com, which does not exist in example.com: no mail is delivered there
lab  NS  dns://ns1.example.net
;        ^^^^^^^^^^^^^^^^^^^^^ warning ns-no-address: "dns://ns1.example.net" is an address of the web, and means the name dns://ns1.example.net.example.com, which has no A or AAAA record: nobody reaches this server
www  HTTPS 0 https://www.example.net/
;            ^^^^^^^^^^^^^^^^^^^^^^^^ warning hostname-invalid: "https://www.example.net/" is an address of the web, and a HTTPS record takes the name of a host: write www.example.net.
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
1    CNAME https://www.example.net/
;          ^^^^^^^^^^^^^^^^^^^^^^^^ warning hostname-invalid: "https://www.example.net/" is an address of the web, and a CNAME record takes the name of a host: write www.example.net.
`);
  assert.deepEqual(fixTitles(workbench).sort(), [
    'Write mail.example.com.',
    'Write ns1.example.net.',
    'Write www.example.net.',
    'Write www.example.net.',
  ]);
});

test('a parameter in the place of the target of a service binding', () => {
  checkFix(
    `
;- example.com.zone
www 3600 IN HTTPS 1 alpn=h2
;                   ^^^^^^^ warning hostname-invalid: The target is missing before "alpn=h2", which is read as one: "." stands for the owner itself
www 3600 IN A 192.0.2.1
`,
    'Insert the target "."',
    `
;- example.com.zone
www 3600 IN HTTPS 1 . alpn=h2
www 3600 IN A 192.0.2.1
`,
  );
});

test('an alias, a delegation or a service binding at a name with a character that nobody asks for', () => {
  check(`
;- example.com.zone
$TTL 1h
blog,new CNAME www
;<-------- warning hostname-invalid: blog,new.example.com is no host name: "," is not a letter, a digit or a hyphen
www:8080 CNAME www
;<-------- warning hostname-invalid: www:8080.example.com is no host name: ":" is not a letter, a digit or a hyphen
päris    NS ns1.example.net.
;<----- warning hostname-invalid: päris.example.com is no host name: "päris" has letters beyond ASCII, and stands in the DNS as xn--pris-loa
http://x HTTPS 1 www
;<-------- warning hostname-invalid: http://x.example.com is no host name: ":" is not a letter, a digit or a hyphen
_a.b_c   CNAME www
a/b      CNAME www
x\\032y  CNAME www
Büro._ipp._tcp SRV 0 0 631 www
www      A 192.0.2.1
;- 100.51.198.in-addr.arpa.zone
$TTL 1h
0,26     NS ns1.example.net.
`);
});
