import { test } from 'node:test';
import { check } from '../support/check.ts';

/** Workspaces in which nothing is wrong: nothing is said. */
function healthy(title: string, text: string): void {
  test(title, () => {
    check(text);
  });
}

healthy(
  'rfc2317 classic',
  `
;- example.com.zone
a 3600 IN A 192.0.2.1
b 3600 IN A 192.0.2.2
;- 2.0.192.in-addr.arpa.zone
0/25 3600 IN NS ns.example.net.
1 3600 IN CNAME 1.0/25.2.0.192.in-addr.arpa.
2 3600 IN CNAME 2.0/25
;- rev.zone origin=0/25.2.0.192.in-addr.arpa
1 3600 IN PTR a.example.com.
2 3600 IN PTR b.example.com.
`,
);

healthy(
  'rfc2317 arbitrary name in forward zone (section 5.2)',
  `
;- example.com.zone
a 3600 IN A 192.0.2.1
b 3600 IN A 192.0.2.2
1.rev 3600 IN PTR a
2.rev 3600 IN PTR b
;- 2.0.192.in-addr.arpa.zone
1 3600 IN CNAME 1.rev.example.com.
2 3600 IN CNAME 2.rev.example.com.
`,
);

healthy(
  'rfc2317 arbitrary label',
  `
;- example.com.zone
a 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
customer7 3600 IN NS ns.example.net.
1 3600 IN CNAME 1.customer7
;- c7.zone origin=customer7.2.0.192.in-addr.arpa
1 3600 IN PTR a.example.com.
`,
);

healthy(
  'rfc2317 child only held',
  `
;- example.com.zone
a 3600 IN A 192.0.2.65
;- 64-127.2.0.192.in-addr.arpa.zone
65 3600 IN PTR a.example.com.
`,
);

healthy(
  'rfc2317 child only held, slash /26',
  `
;- example.com.zone
a 3600 IN A 192.0.2.65
;- r.zone origin=64/26.2.0.192.in-addr.arpa
65 3600 IN PTR a.example.com.
`,
);

healthy(
  'rfc2317 parent only held, child foreign',
  `
;- example.com.zone
a 3600 IN A 192.0.2.65
;- 2.0.192.in-addr.arpa.zone
64/26 3600 IN NS ns.example.net.
$GENERATE 64-127 $ 3600 CNAME $.64/26
`,
);

healthy(
  'rfc2317 generate whole',
  `
;- example.com.zone
a 3600 IN A 192.0.2.65
;- 2.0.192.in-addr.arpa.zone
64-127 3600 IN NS ns.example.com.
$GENERATE 64-127 $ 3600 CNAME $.64-127
;- 64-127.2.0.192.in-addr.arpa.zone
65 3600 IN PTR a.example.com.
`,
);

healthy(
  'rfc2317 via DNAME',
  `
;- example.com.zone
a 3600 IN A 192.0.2.65
;- 2.0.192.in-addr.arpa.zone
@ 3600 IN NS ns.example.net.
@ 3600 IN DNAME 2.0.192.rev.example.com.
;- rev.example.com.zone
65.2.0.192 3600 IN PTR a.example.com.
`,
);

healthy(
  'rfc4183',
  `
;- example.com.zone
a 3600 IN A 192.0.2.65
;- 2.0.192.in-addr.arpa.zone
64-26 3600 IN NS ns.example.net.
65 3600 IN CNAME 65.64-26
;- 64-26.2.0.192.in-addr.arpa.zone
65 3600 IN PTR a.example.com.
`,
);

healthy(
  'rfc4183 child only',
  `
;- example.com.zone
a 3600 IN A 192.0.2.65
;- 64-26.2.0.192.in-addr.arpa.zone
65 3600 IN PTR a.example.com.
`,
);

healthy(
  'rfc4183 in a shorter net: 0-23',
  `
;- example.com.zone
a 3600 IN A 192.0.3.65
;- 0.192.in-addr.arpa.zone
2-23 3600 IN NS ns.example.net.
65.3 3600 IN CNAME 65.3.2-23
;- r.zone origin=2-23.0.192.in-addr.arpa
65.3 3600 IN PTR a.example.com.
`,
);

healthy(
  'each /32 delegated',
  `
;- example.com.zone
a 3600 IN A 192.0.2.65
;- 2.0.192.in-addr.arpa.zone
65 3600 IN NS ns.example.net.
;- 65.2.0.192.in-addr.arpa.zone
@ 3600 IN PTR a.example.com.
`,
);

healthy(
  'each /32 delegated, foreign',
  `
;- example.com.zone
a 3600 IN A 192.0.2.65
;- 2.0.192.in-addr.arpa.zone
65 3600 IN NS ns.example.net.
`,
);

healthy(
  'foreign target',
  `
;- 2.0.192.in-addr.arpa.zone
65 3600 IN PTR www.example.org.
66 3600 IN PTR mail.example.net.
`,
);

healthy(
  'wildcard A',
  `
;- example.com.zone
* 3600 IN A 192.0.2.65
;- 2.0.192.in-addr.arpa.zone
65 3600 IN PTR host.example.com.
`,
);

healthy(
  'wildcard A and host',
  `
;- example.com.zone
* 3600 IN A 192.0.2.65
web 3600 IN A 192.0.2.65
;- 2.0.192.in-addr.arpa.zone
65 3600 IN PTR web.example.com.
`,
);

healthy(
  'wildcard PTR only',
  `
;- example.com.zone
* 3600 IN A 192.0.2.65
;- 2.0.192.in-addr.arpa.zone
* 3600 IN PTR pool.example.net.
`,
);

healthy(
  'delegated forward child not held',
  `
;- example.com.zone
sub 3600 IN NS ns.example.net.
;- 2.0.192.in-addr.arpa.zone
65 3600 IN PTR host.sub.example.com.
`,
);

healthy(
  'glue below the delegation has no PTR duty',
  `
;- example.com.zone
sub 3600 IN NS ns.sub
ns.sub 3600 IN A 192.0.2.66
;- 2.0.192.in-addr.arpa.zone
66 3600 IN PTR ns.sub.example.com.
`,
);

healthy(
  'glue, no PTR',
  `
;- example.com.zone
sub 3600 IN NS ns.sub
ns.sub 3600 IN A 192.0.2.66
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR x.example.net.
`,
);

healthy(
  'several names on one address',
  `
;- example.com.zone
www 3600 IN A 192.0.2.65
shop 3600 IN A 192.0.2.65
@ 3600 IN A 192.0.2.65
;- example.net.zone
www 3600 IN A 192.0.2.65
;- 2.0.192.in-addr.arpa.zone
65 3600 IN PTR www.example.com.
`,
);

healthy(
  'several names, two confirmed PTRs in a series',
  `
;- example.com.zone
www 3600 IN A 192.0.2.65
ftp 3600 IN CNAME www
;- 2.0.192.in-addr.arpa.zone
65 3600 IN PTR www.example.com.
`,
);

healthy(
  'letter case',
  `
;- Example.COM.zone
WWW 3600 IN A 192.0.2.65
;- 2.0.192.IN-ADDR.ARPA.zone
65 3600 IN PTR www.EXAMPLE.com.
`,
);

healthy(
  'letter case v6',
  `
;- example.com.zone
WWW 3600 IN AAAA 2001:DB8::ABCD
;- 8.B.D.0.1.0.0.2.IP6.ARPA.zone
D.C.B.A.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR www.Example.com.
`,
);

healthy(
  'multi-homed host',
  `
;- example.com.zone
gw 3600 IN A 192.0.2.1
gw 3600 IN A 198.51.100.1
gw 3600 IN AAAA 2001:db8::1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR gw.example.com.
;- 100.51.198.in-addr.arpa.zone
1 3600 IN PTR gw.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR gw.example.com.
`,
);

healthy(
  'multi-homed with per-interface names',
  `
;- example.com.zone
gw 3600 IN A 192.0.2.1
gw 3600 IN A 198.51.100.1
gw-a 3600 IN A 192.0.2.1
gw-b 3600 IN A 198.51.100.1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR gw-a.example.com.
;- 100.51.198.in-addr.arpa.zone
1 3600 IN PTR gw-b.example.com.
`,
);

healthy(
  'parent and child reverse both held, delegated',
  `
;- example.com.zone
a 3600 IN A 10.1.2.3
b 3600 IN A 10.9.2.3
;- 10.in-addr.arpa.zone
2.1 3600 IN NS ns.example.com.
3.2.9 3600 IN PTR b.example.com.
;- 2.1.10.in-addr.arpa.zone
3 3600 IN PTR a.example.com.
`,
);

healthy(
  'parent and child reverse both held, not delegated (private)',
  `
;- example.com.zone
a 3600 IN A 10.1.2.3
b 3600 IN A 10.9.2.3
;- 10.in-addr.arpa.zone
3.2.9 3600 IN PTR b.example.com.
;- 2.1.10.in-addr.arpa.zone
3 3600 IN PTR a.example.com.
`,
);

healthy(
  'v6 parent and child',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8:1::3
b 3600 IN AAAA 2001:db8::3
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
1.0.0.0 3600 IN NS ns.example.com.
3.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR b.example.com.
;- 1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.zone
3.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR a.example.com.
`,
);

healthy(
  'v6 odd nibble cut',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8:1230::3
;- r6.zone origin=3.2.1.8.b.d.0.1.0.0.2.ip6.arpa
3.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR a.example.com.
`,
);

healthy(
  'generate pairs',
  `
;- example.com.zone
$GENERATE 10-60 dhcp-$ 3600 A 192.0.2.$
;- 2.0.192.in-addr.arpa.zone
; zonewright-disable ptr-generic-series
$GENERATE 10-60 $ 3600 PTR dhcp-$.example.com.
`,
);

healthy(
  'generate pairs with offset and steps',
  `
;- example.com.zone
$GENERATE 0-50/2 h\${1,3} 3600 A 192.0.2.\${10}
;- 2.0.192.in-addr.arpa.zone
; zonewright-disable ptr-generic-series
$GENERATE 10-60/2 $ 3600 PTR h\${-9,3}.example.com.
`,
);

healthy(
  'two interfaces, PTR names only one family',
  `
;- example.com.zone
a 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR a.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
@ 3600 IN NS ns.example.com.
`,
);

healthy(
  'network name PTR and .0/.255',
  `
;- example.com.zone
net 3600 IN A 192.0.2.77
gw 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
0 3600 IN PTR net.example.com.
255 3600 IN PTR net.example.com.
1 3600 IN PTR gw.example.com.
77 3600 IN PTR net.example.com.
`,
);

healthy(
  'rfc1101 network naming',
  `
;- example.com.zone
net 3600 IN PTR 0.2.0.192.in-addr.arpa.
gw 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
0 3600 IN PTR net.example.com.
0 3600 IN A 255.255.255.0
1 3600 IN PTR gw.example.com.
`,
);

healthy(
  'gateway PTR at the network name (RFC 1035 3.5)',
  `
;- example.com.zone
gw 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
@ 3600 IN PTR gw.example.com.
1 3600 IN PTR gw.example.com.
`,
);

healthy(
  'dns-sd in reverse zone',
  `
;- example.com.zone
gw 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
b._dns-sd._udp.0 3600 IN PTR example.com.
lb._dns-sd._udp 3600 IN PTR example.com.
1 3600 IN PTR gw.example.com.
`,
);

healthy(
  'dns-sd in forward zone',
  `
;- example.com.zone
_http._tcp 3600 IN PTR Printer\\ 1._http._tcp
Printer\\ 1._http._tcp 3600 IN SRV 0 0 80 gw
Printer\\ 1._http._tcp 3600 IN TXT "x"
b._dns-sd._udp 3600 IN PTR @
gw 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR gw.example.com.
`,
);

healthy(
  'views',
  `
;- named.conf
view inside {
	zone "example.com" { type primary; file "in.zone"; };
	zone "0.0.10.in-addr.arpa" { type primary; file "inrev.zone"; };
};
view outside {
	zone "example.com" { type primary; file "out.zone"; };
	zone "2.0.192.in-addr.arpa" { type primary; file "outrev.zone"; };
};
;- in.zone
$TTL 60
@ SOA ns1 h 1 2 3 4 5
@ NS ns1
ns1 A 10.0.0.1
www A 10.0.0.2
;- inrev.zone
$TTL 60
@ SOA ns1.example.com. h.example.com. 1 2 3 4 5
@ NS ns1.example.com.
1 PTR ns1.example.com.
2 PTR www.example.com.
;- out.zone
$TTL 60
@ SOA ns1 h 1 2 3 4 5
@ NS ns1
ns1 A 192.0.2.1
www A 192.0.2.2
;- outrev.zone
$TTL 60
@ SOA ns1.example.com. h.example.com. 1 2 3 4 5
@ NS ns1.example.com.
1 PTR ns1.example.com.
2 PTR www.example.com.
`,
);

healthy(
  'secondary reverse zone stale',
  `
;- example.com.zone
a 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone secondary
1 3600 IN PTR a.example.com.
`,
);

healthy(
  'rpz',
  `
;- rpz.zone origin=rpz.example.com rpz
bad.example.net 3600 IN A 192.0.2.9
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR a.example.net.
`,
);

healthy(
  'block list',
  `
;- bl.zone origin=bl.example.com
2 3600 IN A 127.0.0.2
1.2.0.192 3600 IN A 127.0.0.2
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR a.example.net.
`,
);

healthy(
  'includes',
  `
;- example.com.zone
$INCLUDE hosts.inc
$INCLUDE hosts.inc sub
;- hosts.inc fragment
a 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR a.example.com.
`,
);

healthy(
  'missing include: unknown',
  `
;- example.com.zone
a 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
; zonewright-disable-next-line syntax-include-missing
$INCLUDE other.inc
2 3600 IN PTR b.example.net.
`,
);

healthy(
  'PTR target in zone with missing include',
  `
;- example.com.zone
; zonewright-disable-next-line syntax-include-missing
$INCLUDE other.inc
a 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR a.example.com.
2 3600 IN PTR b.example.com.
`,
);

healthy(
  'loopback, linklocal, multicast',
  `
;- example.com.zone
lo 3600 IN A 127.0.0.1
ll 3600 IN A 169.254.1.1
mc 3600 IN A 224.0.0.1
z 3600 IN A 0.0.0.0
l6 3600 IN AAAA fe80::1
m6 3600 IN AAAA ff02::1
s6 3600 IN AAAA ::1
;- arpa.zone origin=in-addr.arpa
@ 3600 IN NS ns.example.net.
;- arpa6.zone origin=ip6.arpa
@ 3600 IN NS ns.example.net.
`,
);

healthy(
  'AD',
  `
;- example.com.zone
@ 3600 IN A 192.0.2.1
DomainDnsZones 3600 IN A 192.0.2.1
ForestDnsZones 3600 IN A 192.0.2.1
gc._msdcs 3600 IN A 192.0.2.1
dc1 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR dc1.example.com.
`,
);

healthy(
  'apex A only, PTR to host in held other zone',
  `
;- example.com.zone
@ 3600 IN A 192.0.2.1
www 3600 IN CNAME @
;- example.net.zone
web1 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR web1.example.net.
`,
);

healthy(
  'mail healthy',
  `
;- example.com.zone
@ 3600 IN MX 10 mail
@ 3600 IN TXT "v=spf1 mx ip4:192.0.2.0/28 ip6:2001:db8::/64 include:_spf.example.net -all"
mail 3600 IN A 192.0.2.1
mail 3600 IN AAAA 2001:db8::25
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR mail.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR mail.example.com.
`,
);

healthy(
  'reverse zone in one file with $ORIGINs',
  `
;- example.com.zone
a 3600 IN A 10.1.2.3
b 3600 IN A 10.1.3.3
;- 10.in-addr.arpa.zone
$ORIGIN 2.1.10.in-addr.arpa.
3 3600 IN PTR a.example.com.
$ORIGIN 3.1.10.in-addr.arpa.
3 3600 IN PTR b.example.com.
`,
);

healthy(
  'same file two views',
  `
;- named.conf
view a { zone "example.com" { type primary; file "f.zone"; }; zone "2.0.192.in-addr.arpa" { type primary; file "r.zone"; }; };
view b { zone "example.com" { type primary; file "f.zone"; }; zone "2.0.192.in-addr.arpa" { type primary; file "r.zone"; }; };
;- f.zone
$TTL 60
@ SOA ns1 h 1 2 3 4 5
@ NS ns1
ns1 A 192.0.2.1
;- r.zone
$TTL 60
@ SOA ns1.example.com. h.example.com. 1 2 3 4 5
@ NS ns1.example.com.
1 PTR ns1.example.com.
`,
);

healthy(
  'CNAME at reverse to forward ptr in held parent',
  `
;- example.com.zone
a 3600 IN A 192.0.2.5
a-ptr 3600 IN PTR a
;- 2.0.192.in-addr.arpa.zone
5 3600 IN CNAME a-ptr.example.com.
`,
);

healthy(
  'SLAAC in unheld',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::5
`,
);

healthy(
  'round robin A with PTR of each own',
  `
;- example.com.zone
www 3600 IN A 192.0.2.1
www 3600 IN A 192.0.2.2
web1 3600 IN A 192.0.2.1
web2 3600 IN A 192.0.2.2
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR web1.example.com.
2 3600 IN PTR web2.example.com.
`,
);

healthy(
  'round robin, both PTR www',
  `
;- example.com.zone
www 3600 IN A 192.0.2.1
www 3600 IN A 192.0.2.2
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR www.example.com.
2 3600 IN PTR www.example.com.
`,
);

healthy(
  'localhost zones',
  `
;- 0.0.127.in-addr.arpa.zone
1 3600 IN PTR localhost.
;- localhost.zone
@ 3600 IN A 127.0.0.1
@ 3600 IN AAAA ::1
`,
);

healthy(
  '127.in-addr.arpa',
  `
;- 127.in-addr.arpa.zone
1.0.0 3600 IN PTR localhost.
`,
);

healthy(
  'ip6 localhost',
  `
;- l6.zone origin=0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa
@ 3600 IN NS localhost.
;- l7.zone origin=1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa
@ 3600 IN PTR localhost.
`,
);

healthy(
  'escaped label target',
  `
;- example.com.zone
a 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR \\097.example.com.
`,
);

healthy(
  'underscore PTR target foreign',
  `
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR a-b.example.net.
`,
);

healthy(
  'IDN',
  `
;- example.com.zone
xn--bcher-kva 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR xn--bcher-kva.example.com.
`,
);

healthy(
  'nibble delegation at the /124',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::15
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN NS ns.example.com.
;- r6.zone origin=1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa
5 3600 IN PTR a.example.com.
`,
);

healthy(
  'PTR to host below empty non-terminal; wildcard',
  `
;- example.com.zone
*.vm 3600 IN A 192.0.2.9
a.vm 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR a.vm.example.com.
`,
);

healthy(
  'PTR multi, series',
  `
;- example.com.zone
a 3600 IN A 192.0.2.1
`,
);

healthy(
  'ULA not held',
  `
;- example.com.zone
a 3600 IN AAAA fd00::1
`,
);

healthy(
  'PTR target via DNAME held and confirmed',
  `
;- example.com.zone
sub 3600 IN DNAME example.net.
;- example.net.zone
a 3600 IN A 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR a.example.net.
`,
);

healthy(
  'class CH zone',
  `
;- bind.zone origin=bind class=CH
version 3600 CH TXT "x"
`,
);

healthy(
  'rfc2317 with in-parent records (no own zone)',
  `
;- example.com.zone
a 3600 IN A 192.0.2.5
;- 2.0.192.in-addr.arpa.zone
5 3600 IN CNAME 5.0-63
5.0-63 3600 IN PTR a.example.com.
`,
);

healthy(
  'rfc2317 subnet /29 names by first host',
  `
;- example.com.zone
a 3600 IN A 192.0.2.9
;- 2.0.192.in-addr.arpa.zone
8-15 3600 IN NS ns.example.com.
$GENERATE 8-15 $ 3600 CNAME $.8-15
;- 8-15.2.0.192.in-addr.arpa.zone
9 3600 IN PTR a.example.com.
8 3600 IN PTR net.example.net.
`,
);

healthy(
  'classless with host in parent',
  `
;- example.com.zone
a 3600 IN A 192.0.2.9
b 3600 IN A 192.0.2.200
;- 2.0.192.in-addr.arpa.zone
8/29 3600 IN NS ns.example.com.
$GENERATE 8-15 $ 3600 CNAME $.8/29
200 3600 IN PTR b.example.com.
;- c.zone origin=8/29.2.0.192.in-addr.arpa
9 3600 IN PTR a.example.com.
`,
);

healthy(
  'dual reverse zone for SLAAC with PTR',
  `
;- example.com.zone
a 3600 IN AAAA 2001:db8::211:22ff:fe33:4455
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
5.5.4.4.3.3.e.f.f.f.2.2.1.1.2.0.0.0.0.0.0.0.0.0 3600 IN PTR a.example.com.
`,
);

healthy(
  'hidden PTR TTL/uppercase type/class odd',
  `
;- example.com.zone
a in 1h a 192.0.2.1
;- 2.0.192.in-addr.arpa.zone
1 1h in ptr a.example.com.
`,
);
