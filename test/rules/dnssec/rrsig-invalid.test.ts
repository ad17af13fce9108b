import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onOneLine, parseFixture, withMarks } from '../../support/fixture.ts';
import { typeFixture } from '../../support/typing.ts';
import { Workbench } from '../../support/workbench.ts';

/** A zone as dnssec-signzone signs it, with Ed25519. */
const ZONE = `
;- example.com.zone verified
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 22935 example.com. 3Y2ekgGzF2SY9LgpkPbiw9yFPTLiG6edZHMMVbS6jX/FLh993EeJ36FTS2bTpy9qrIaKZ2IXw3AemrWJ0awmAA==
@    IN NS ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 22935 example.com. 8IPK0r2ccNViGa+IdRRZN9f5Sjv5UArDjfCrs6OyPDRlGB0B3jyQvuDETS6wZ+sPq5wVyDoUpN+UL7vobmDiBg==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 22935 example.com. kgthwNZR+XVIAkygBg7oj3R5/TsRY4qL7OgBoe9EAWv59+V2Q07CevJnboLoSrTquSSB6LfiYWFF6GZp2QmGBw==
@    IN DNSKEY 256 3 15 sNHH4r8LVktPFXdDBlXMrvjKWplFXoxomH4f1HZR2lA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 22935 example.com. sMgGcc/uQp06WG/q6fd8fb1KcWOGlP0isKyiL5uZozesbwLeuAv0tuY3efcaSBMhVLgZsGGg9SoWeDOOoeNdDQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 22935 example.com. 31Q2aBeDA+KEL25CFFfnZRbBFSbDL9D0T8VGt/gLjh5lfwGhbKV725DvmqTWzrNzyVKcG0Xa3T0nWeZdnP5iCw==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 22935 example.com. NgsHZQoo0l48ijLDYVgwrt3NSrqvds2I0tIQatGiy/ZAZOa5lBLDxsgag/jmVBBGRNtFt7E7HrGrycsVHrv+Ag==
`;

/** What is marked is what is found once the signatures were verified. */
async function verified(text: string): Promise<Workbench> {
  const workbench = new Workbench(text);
  await workbench.verify();
  const found = workbench.shown().map((shown) => ({ ...shown, message: onOneLine(shown.message) }));
  assert.equal(withMarks(text, found), text);
  return workbench;
}
