import assert from 'node:assert/strict';
import { test } from 'node:test';
import { genericName } from '../../src/generic/generic.ts';

/**
 * Address, name, and what is expected: the kind with its confidence, or `-` for silence. A last word `static` says that
 * the verdict is marked static.
 */
const TABLE = `
# all four octets
192.0.2.34      192-0-2-34.example.net                    address high
192.0.2.34      34.2.0.192.example.net                    address high
192.0.2.34      34-2-0-192-static.pool.example.net        address high
192.0.2.34      static.34.2.0.192.clients.example.org     address high static
192.0.2.34      host34.192-0-2.example.com                address high
192.0.2.34      cable034.2-0-192.mc.example.com           address high
192.0.2.34      192-000-002-034.res.example.com           address high
192.0.2.34      chello192000002034.example.org            address high
192.0.2.34      ppp192000002034.access.example.org        address high
192.0.2.34      c-2-34.w192-0.abo.example.com             address high
203.0.113.77    2030.11377.example.net                    address high
203.0.113.77    77.ip-203-0-113.example.com               address high
203.0.113.77    203x0x113x77.ap113.ftth.example.net       address high
203.0.113.77    ec2-203-0-113-77.compute.example.com      address high
203.0.113.77    ip-77-113-0-203.static.example.com        address high static
203.0.113.77    a23-203-77-0-113.deploy.example.com       address high
203.0.113.77    203.0.113.77-static.reverse.example.com   address high static
# in other bases
203.0.113.77    pcb00714d.dip0.example.net                address high
203.0.113.77    PCB00714D.dip0.example.net.               address high
203.0.113.77    0xcb00714d.inet.example.net               address high
203.0.113.77    host-4d7100cb.example.net                 address high
203.0.113.77    cb-00-71-4d.example.net                   address high
203.0.113.77    4d.71.00cb.ip4.static.example.com         address high static
203.0.113.77    line-cb0071-4d.dhcp.example.com           address high
203.0.113.77    203.0.714d.example.net                    address high
203.0.113.77    n3405803853.example.net                   address high
203.0.113.77    x1299251403.example.net                   address high
203.0.113.77    beefcafe.example.net                      -
# three octets, two, one
203.0.113.77    203-0-x-77.example.net                    address high
203.0.113.77    line.113-0-203.example.net                address high
203.0.113.77    fia77-113-0.dsl.example.net               address high
203.0.113.77    ip-113-77.example.net                     address medium
203.0.113.77    i77.113.example.net                       address medium
203.0.113.77    wireless-113-077.example.com              address medium
203.0.113.77    m77-113.vip.example.com                   -
203.0.113.77    vm113-77.example.com                      address medium
203.0.113.77    cm77.gamma113.example.com                 address medium
203.0.113.77    web77.rack113.example.com                 -
203.0.113.77    way2-113077.example.com                   -
203.0.113.77    u113077.ppp.example.or.jp                 address medium
203.0.113.77    adsl113077.example.net                    address medium
203.0.113.77    node-714d.example.net                     address medium
203.0.113.77    web-714d.example.net                      -
203.0.113.77    static-77.example.net                     static low static
203.0.113.77    dsl-77.example.net                        access medium
203.0.113.77    ip77.example.net                          address low
203.0.113.77    host77.example.net                        address low
203.0.113.77    77.example.net                            address low
203.0.113.77    web77.example.net                         -
203.0.113.77    yeld-77.example.com                       -
203.0.113.7     host7.example.net                         -
203.0.113.7     cust7.example.net                         address low
203.0.113.177   ca-town-unit1-zone7-b-177.pbc.example.net address low
203.0.113.177   us-east-web-177.example.net               -
# another address
203.0.113.77    198-51-100-25.example.net                 address medium
203.0.113.77    a0-1-2-3.example.net                      -
# words of access lines
203.0.113.77    cpc159313-town20-2-0-cust161.5-4.cable.example.net  access medium
203.0.113.77    node-1a.pool-1-1.dynamic.example.net      access medium
203.0.113.77    node-abc.pool1.dynamic.example.net        access medium
203.0.113.77    adsl-dc-305f5.adsl.example.nl             access medium
203.0.113.77    town-08-b2-v4wan-169520-cust2225.vm32.cable.example.net  access low
203.0.113.77    static-css-csd-123456.business.example.com static low static
203.0.113.77    cust1234.example.net                      access low
203.0.113.77    dhcp1.example.com                         -
203.0.113.77    adsl-gw1.example.com                      -
203.0.113.77    bras2.dsl.example.net                     -
203.0.113.77    dslam12.pop3.example.net                  -
203.0.113.77    dynamics365.example.com                   -
203.0.113.77    wifi-controller12.example.com             -
203.0.113.77    pool-master-1.k8s-2.example.com           -
203.0.113.77    lo0-100.town-vfttp-407.example.net        -
203.0.113.77    town-gw.wireless.example.com              -
# ids of machines and lines
203.0.113.77    vps-3c8a1f2e.vps.example.net              instance high
203.0.113.77    vps123456.example.net                     instance high
203.0.113.77    vmi40990.example.net                      instance high
203.0.113.77    srv918843.example.cloud                   instance high
203.0.113.77    ks3353703.example.com                     instance high
203.0.113.77    h2859123.example.net                      instance high
203.0.113.77    v2202101123456789.example.de              instance high
203.0.113.77    148940.ip-ptr.example                     instance high
203.0.113.77    s01060002b3d79728.cg.example.ca           instance high
203.0.113.77    cpe00fc8d123456.example.net               instance high
203.0.113.77    4f3b2a10-9c8d-4e7f-a1b2-0123456789ab.pub.example.cloud  instance high
203.0.113.77    host123456.example.com                    -
203.0.113.77    box5126.example.com                       -
203.0.113.77    www3050.example.com                       -
203.0.113.77    dd3712.example.com                        -
203.0.113.77    server2024.example.com                    -
203.0.113.77    web-prod-17.example.com                   -
# nobody named it yet
203.0.113.77    static.example.net                        placeholder low static
203.0.113.77    hosted-by.example.com                     placeholder medium
203.0.113.77    customer.town1.pop.example.net            placeholder low
203.0.113.77    customer.portal.example.com               -
203.0.113.77    dhcp.example.com                          -
203.0.113.77    hostedby.example.com                      placeholder medium
203.0.113.77    hosted-by-shop.example.com                placeholder medium
203.0.113.77    vps3051.example.com                       instance high
203.0.113.77    vps2024.example.com                       -
203.0.113.77    vps-1655482-x.example.com                 instance high
203.0.113.77    unassigned.example.com                    placeholder medium
203.0.113.77    no.rdns.example.net                       placeholder medium
203.0.113.77    no-reverse-dns-configured.example.net     placeholder medium
203.0.113.77    default-rdns.example.nz                   placeholder medium
203.0.113.77    dynamic-ip-adsl.example.vn                placeholder medium
203.0.113.77    ip-address-pool-xxx.example.vn            placeholder medium
203.0.113.77    powered.by.host.example                   placeholder medium
203.0.113.77    undefined.hostname.localhost              placeholder high
203.0.113.77    hn.kd.ny.adsl                             placeholder high
203.0.113.77    localhost                                 placeholder high
203.0.113.77    1234.rdns.example.net                     placeholder low
203.0.113.77    b3162.static.example.net                  static low static
203.0.113.77    host132.town.cust.example.ca              access low
203.0.113.77    1-1-12-13a.han.sth.example.se             access low
203.0.113.77    x-101-1-6-77.abo.example.fr               access medium
203.0.113.77    1cust123.tnt4.example.net                 access low
203.0.113.77    j113077.upc-j.example.nl                  address medium
203.0.113.77    way2-113077.example.com                   -
203.0.113.77    img12.static.example.com                  -
203.0.113.77    o4.ptr613.example.com                     -
203.0.113.77    rdns1.example.com                         -
203.0.113.77    pool.example.com                          -
203.0.113.77    host.example.com                          -
203.0.113.77    static-assets.example.com                 -
203.0.113.77    reverse-proxy.example.com                 -
203.0.113.77    hosting.example.com                       -
203.0.113.77    custompolicy77.example.com                -
203.0.113.77    no1.example.com                           -
# chosen names
203.0.113.77    example.com                               -
203.0.113.77    www.example.com                           -
203.0.113.77    mail.example.com                          -
203.0.113.77    mail-wr1-f77.example.com                  -
203.0.113.77    a113-77.smtp-out.example.com              -
203.0.113.77    mta-113-77.example.com                    -
203.0.113.77    203-0-113-77.mail-mail.example.com        -
203.0.113.77    mail-eopbgr113077.outbound.example.com    -
203.0.113.77    mx-ll-203.0.113-77.dynamic.example.co.th  address high
192.0.2.3       ae-2-3.r01.town.example.net               -
192.0.2.11      hu-0-0-2-11.p1.example.net                -
192.0.2.11      xe-2-11.cr1.example.net                   -
198.51.100.0    s0v0.oms.example                          -
# the lowest numbers and addresses
203.0.113.1     nat1.example.com                          -
203.0.113.2     dhcp2.campus.example.com                  -
203.0.113.2     pool2.ntp.example.com                     -
203.0.113.1     static1.example.com                       -
203.0.113.2     2.dsl.example.net                         access medium
203.0.113.12    nat12.example.net                         address low
203.0.113.12    node04.rack12.row3.example.com            -
203.0.113.12    node12.rack3.example.net                  address low
# two octets, one of a single digit: racks and floors beside the host's number
192.0.2.71      rack2-u71.dc.example.com                  -
192.0.2.70      r70-2.example.com                         -
192.0.2.72      c2-72.dc1.example.com                     -
192.0.2.72      72-2.example.net                          address medium
192.0.2.72      dsl-2-72.example.net                      address medium
192.0.2.72      host2-72.example.net                      address medium
10.0.0.5        ip-10-0-0-5.example.internal              address high
# not judged here
203.0.113.77    77.113.0.203.in-addr.arpa                 -
203.0.113.77    mail.example.com.113.0.203.in-addr.arpa   -
203.0.113.77    .                                         -
# IPv6
2001:db8:12:34:a1b2:c3d4:e5f6:789a  p20010db800120034a1b2c3d4e5f6789a.dip0.example.net  address high
2001:db8:12:34:a1b2:c3d4:e5f6:789a  20010db800120034a1b2c3d4e5f6789a.example.net        address high
2001:db8:12:34:a1b2:c3d4:e5f6:789a  2001-db8-12-34-a1b2-c3d4-e5f6-789a.example.net      address high
2001:db8:12:34:a1b2:c3d4:e5f6:789a  2001-0db8-0012-0034-a1b2-c3d4-e5f6-789a.example.net address high
2001:db8:12:34:a1b2:c3d4:e5f6:789a  789a-e5f6-c3d4-a1b2-34-12-db8-2001.example.net      address high
2001:db8:12:34:a1b2:c3d4:e5f6:789a  a.9.8.7.6.f.5.e.4.d.3.c.2.b.1.a.4.3.0.0.2.1.0.0.8.b.d.0.1.0.0.2.v6.example.net  address high
2001:db8:12:34:a1b2:c3d4:e5f6:789a  a.9.8.7.6.f.5.e.4.d.3.c.2.b.1.a.v6.example.net      address high
2001:db8:12:34:a1b2:c3d4:e5f6:789a  a1b2c3d4e5f6789a.example.net                        address high
2001:db8:12:34:a1b2:c3d4:e5f6:789a  host-a1b2-c3d4-e5f6-789a.example.net                address high
2001:db8:12:34:a1b2:c3d4:e5f6:789a  e5f6-789a.v6.example.net                            address medium
2001:db8:12:34:a1b2:c3d4:e5f6:789a  ip2001-db8-12-34.example.net                        address high
2001:db8::1                         2001-db8--1.example.net                             address high
2001:db8::1                         2001-db8-0-0-0-0-0-1.example.net                    address high
2001:db8::1                         ip6-2001-db8--1.dyn.example.net                     address high
2001:db8::1:2                       2001-db8--1-3.example.net                           -
2001:DB8:0:0:200:5eff:fe00:5301     mac-00005e005301.example.net                        address high
2001:db8::200:5eff:fe00:5301        00-00-5e-00-53-01.lan.example.net                   address high
2001:db8::25                        mail.example.com                                    -
2001:db8::25                        web25.example.com                                   -
2001:db8::25                        dsl25.example.com                                   access medium
2001:db8::11                        hu-0-0-0-11.p1.example.net                          -
2001:db8:0:1::2                     xe-0-0-1-2.cr1.example.net                          -
2001:db8::cafe                      cafe.example.com                                    -
2001:db8::1                         static.example.net                                  placeholder low static
`;

for (const line of TABLE.split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const [address = '', name = '', ...expected] = line.split(/ +/);
  test(`${name} for ${address}`, () => {
    const verdict = genericName(address, name);
    const seen = verdict ? `${verdict.kind} ${verdict.confidence}${verdict.isStatic ? ' static' : ''}` : '-';
    assert.equal(seen, expected.join(' '), verdict?.evidence);
  });
}

const EVIDENCE: readonly (readonly [string, string, string])[] = [
  ['192.0.2.34', '34-2.example.net', 'encodes the octets 34 and 2, reversed'],
  ['192.0.2.34', '34.2.0.192.example.net', 'spells the whole address 192.0.2.34, reversed'],
  ['192.0.2.34', 'dsl-34.example.net', 'encodes the last octet 34, beside the word "dsl"'],
  ['192.0.2.34', 'dsl-192-0.example.net', 'encodes the octets 192 and 0, beside the word "dsl"'],
  ['192.0.2.34', 'dsl-0-192.example.net', 'encodes the octets 0 and 192, beside the word "dsl"'],
  ['192.0.2.34', 'c0000222.example.net', 'spells the address in hexadecimal, c0000222'],
  ['192.0.2.34', 'host-192-x-2-34.example.net', 'holds the octets 192, 2 and 34 of the address'],
  ['192.0.2.34', 'vps123456.example.net', 'begins with the serial number "vps123456" of a machine'],
  ['192.0.2.34', 'hosted-by.example.net', 'begins with the placeholder "hosted-by"'],
  ['192.0.2.34', 'vps-3c8a1f2e.example.net', 'begins with the random id "vps-3c8a1f2e" of a machine'],
  ['2001:db8::1', '2001-db8--1.example.net', 'spells the whole address, 2001:db8::1'],
  ['', '198-51-100-25.example.net', 'spells an address, 198.51.100.25'],
];

for (const [address, name, evidence] of EVIDENCE) {
  test(`the evidence against ${name}`, () => assert.equal(genericName(address, name)?.evidence, evidence));
}

test('an unreadable address leaves words and shapes', () => {
  assert.equal(genericName('?', '1-2.example.net'), undefined);
  assert.equal(genericName('?', 'dsl-1-234.example.net')?.kind, 'access');
});
