import { test } from 'node:test';
import { check } from '../../support/check.ts';

/** What is right and has a false alarm in some checker or other. */
const healthy: Readonly<Record<string, string>> = {
  'several names, letter case, several addresses': `
;- example.com.zone
@     3600 IN A    192.0.2.10
www   3600 IN A    192.0.2.10
web   3600 IN CNAME www
gw    3600 IN A    192.0.2.1
gw    3600 IN A    198.51.100.1
;- 2.0.192.in-addr.arpa.zone
10    3600 IN PTR  WWW.Example.Com.
1     3600 IN PTR  gw.example.com.
;- 100.51.198.in-addr.arpa.zone
1     3600 IN PTR  gw.example.com.
`,
  'foreign targets and delegated children': `
;- example.com.zone
sub   3600 IN NS   ns.example.net.
www.sub 3600 IN A  192.0.2.99
;<----------------------------- warning delegation-occluded: The A record of www.sub.example.com lies below the delegation of sub.example.com, and no NS record leads to it: nobody gets it from here, it belongs to the zone sub.example.com
;- 0.192.in-addr.arpa.zone
2     3600 IN NS   ns.example.net.
;- 100.51.198.in-addr.arpa.zone
7     3600 IN PTR  host.example.org.
8     3600 IN PTR  host.sub.example.com.
`,
  'a reverse zone and its parent, both held': `
;- example.com.zone
a     3600 IN A    192.0.2.10
b     3600 IN A    192.0.3.10
;- 0.192.in-addr.arpa.zone
2     3600 IN NS   ns.example.com.
10.3  3600 IN PTR  b.example.com.
;- 2.0.192.in-addr.arpa.zone
10    3600 IN PTR  a.example.com.
`,
  'classless delegation by range, by prefix, and into a zone of any name': `
;- example.com.zone
a     3600 IN A    192.0.2.10
b     3600 IN A    192.0.2.70
c     3600 IN A    192.0.2.200
ns    3600 IN A    203.0.113.53
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS   ns.example.com.
10    3600 IN CNAME 10.0-63
64/26 3600 IN NS   ns.example.com.
70    3600 IN CNAME 70.64/26
200   3600 IN CNAME 200.rev.example.com.
;- 0-63.2.0.192.in-addr.arpa.zone
10    3600 IN PTR  a.example.com.
;- 64-26.zone origin=64/26.2.0.192.in-addr.arpa
70    3600 IN PTR  b.example.com.
;- rev.example.com.zone
200   3600 IN PTR  c.example.com.
`,
  'a classless zone whose parent others run': `
;- example.com.zone
a     3600 IN A    192.0.2.10
b     3600 IN A    192.0.2.11
;- 8-15.2.0.192.in-addr.arpa.zone
10    3600 IN PTR  a.example.com.
`,
  'IPv6 cut at an odd nibble': `
;- example.com.zone
a     3600 IN AAAA 2001:db8:a000::10
;- a.8.b.d.0.1.0.0.2.ip6.arpa.zone
0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR a.example.com.
`,
  'an IPv6 network at an odd nibble, and a neighbour beyond it': `
;- example.com.zone
a     3600 IN AAAA 2001:db8:a000::1
b     3600 IN AAAA 2001:db8:b000::1
;- a.8.b.d.0.1.0.0.2.ip6.arpa.zone
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR a.example.com.
`,
  'a wildcard that answers for the target': `
;- example.com.zone
*     3600 IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    3600 IN PTR  any.example.com.
`,
  'localhost both ways': `
;- localhost.zone
@     3600 IN SOA  localhost. root.localhost. 1 1d 2h 4w 1h
@     3600 IN NS   localhost.
@     3600 IN A    127.0.0.1
@     3600 IN AAAA ::1
;- 127.in-addr.arpa.zone
@     3600 IN SOA  localhost. root.localhost. 1 1d 2h 4w 1h
@     3600 IN NS   localhost.
1.0.0 3600 IN PTR  localhost.
`,
  'a mail host with all that it needs': `
;- example.com.zone
@     3600 IN MX   10 mail
@     3600 IN TXT  "v=spf1 mx -all"
mail  3600 IN A    192.0.2.25
mail  3600 IN AAAA 2001:db8::25
mail  3600 IN TXT  "v=spf1 a -all"
;- 2.0.192.in-addr.arpa.zone
25    3600 IN PTR  mail.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR mail.example.com.
`,
  'views pair within themselves': `
;- in/example.com.zone view=in
www   3600 IN A    192.168.0.10
;- in/168.192.in-addr.arpa.zone view=in
10.0  3600 IN PTR  www.example.com.
;- out/example.com.zone view=out
www   3600 IN A    192.0.2.10
;- out/2.0.192.in-addr.arpa.zone view=out
10    3600 IN PTR  www.example.com.
`,
  'a reverse zone that two views read from one file': `
;- named.conf
view in {
  zone "example.com" { type primary; file "in/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; };
};
view out {
  zone "example.com" { type primary; file "out/example.com"; };
  zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; };
};
;- in/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
@     IN MX   10 mail
mail  IN A    192.168.0.25
www   IN CNAME mail
;- out/example.com
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
@     IN MX   10 mail
mail  IN A    192.0.2.25
web   IN A    192.0.2.26
;- reverse
$TTL 1h
@     IN SOA  ns1.example.net. hostmaster.example.net. 1 1h 1h 1w 1h
@     IN NS   ns1.example.net.
25    IN PTR  mail.example.com.
26    IN PTR  web.example.com.
`,
  'service names in a reverse zone': `
;- 2.0.192.in-addr.arpa.zone
b._dns-sd._udp   3600 IN PTR example.net.
lb._dns-sd._udp  3600 IN PTR @
_printer._tcp    3600 IN PTR Front\\032Desk._printer._tcp.example.net.
`,
  'addresses in generic form, and in parentheses': `
;- example.com.zone
a     3600 IN A    \\# 4 C000020A
b     3600 IN A    ( 192.0.2.11 )
c     3600 IN AAAA \\# 16 20010DB8000000000000000000000001
;- 2.0.192.in-addr.arpa.zone
10    3600 IN PTR  a.example.com.
11    3600 IN PTR  b.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR c.example.com.
`,
};

for (const [name, text] of Object.entries(healthy)) test(name, () => void check(text));
