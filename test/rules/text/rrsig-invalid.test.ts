import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOfText } from '../../../src/text/source.ts';
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
async function verified(text: string): Promise<void> {
  const workbench = new Workbench(text);
  await workbench.verify();
  const found = workbench.shown().map((shown) => ({ ...shown, message: onOneLine(shown.message) }));
  assert.equal(withMarks(text, found), text);
}

/** The zone with something changed, and a mark below the first line that a pattern fits. */
function changed(from: string | RegExp, to: string, ...marks: readonly (readonly [RegExp, string])[]): string {
  const text = ZONE.replace(from, to);
  assert.notEqual(text, ZONE);
  const lines = text.split('\n');
  for (const [line, mark] of marks) {
    const at = lines.findIndex((one) => line.test(one));
    lines.splice(at + 1, 0, mark);
  }
  return lines.join('\n');
}

const OF_A = `;             ^ error rrsig-invalid: The signature of A of www.example.com does not verify: the records, or the signature itself, were changed after signing. Validators answer SERVFAIL. Sign the zone again`;

test('a zone as it was signed', () => verified(ZONE));

test('data changed', () => verified(changed('192.0.2.10', '192.0.2.11', [/RRSIG A/, OF_A])));

test('times that are swapped are told as that', () =>
  verified(
    changed('A 15 3 3600 20270101000000 20261101000000', 'A 15 3 3600 20261101000000 20270101000000', [
      /RRSIG A/,
      ';                         ^^^^^^^^^^^^^^ error rrsig-expired: A signature (A of www.example.com) ends at 2026-11-01 00:00 UTC, before it begins: validators answer SERVFAIL. Sign the zone again',
    ]),
  ));

test('a record more', () =>
  verified(changed('www  IN A 192.0.2.10', 'www  IN A 192.0.2.10\nwww  IN A 192.0.2.12', [/RRSIG A/, OF_A])));

test('a record twice counts once', () =>
  verified(
    changed('www  IN A 192.0.2.10', 'www  IN A 192.0.2.10\nwww  IN A 192.0.2.10').replace(
      'www  IN RRSIG A',
      ';<-------------------- warning record-duplicate: www.example.com has this A record already\nwww  IN RRSIG A',
    ),
  ));

test('an original TTL changed', () => {
  const text = changed(/(RRSIG A 15 3) 3600/, '$1 7200', [/RRSIG A/, OF_A]);
  return verified(text.replace('www  IN A ', 'www  7200 IN A '));
});

test('an original TTL changed: what follows from that is told once', () =>
  verified(changed(/(RRSIG A 15 3) 3600/, '$1 7200', [/RRSIG A/, OF_A])));

test('an NSEC record changed: what follows from that is told once', () =>
  verified(
    changed('www  IN NSEC @ A RRSIG', 'www  IN NSEC @ A MX RRSIG', [
      /RRSIG NSEC 15 3/,
      OF_A.replace('^', '^^^^').replace(' of A ', ' of NSEC '),
    ]),
  ));

test('the signature changed', () => verified(changed('31Q2', '31Q3', [/RRSIG A/, OF_A])));

test('a signature that is cut', () => verified(changed(/31Q2\S+/, 'AQ==', [/RRSIG A/, OF_A])));

test('dates changed', () =>
  verified(changed(/(RRSIG A 15 3 3600) 20270101000000/, '$1 20280101000000', [/RRSIG A/, OF_A])));

test('an end that was changed to one that is over is told once', () =>
  verified(changed(/(RRSIG A 15 3 3600) 20270101000000/, '$1 20261102000000', [/RRSIG A/, OF_A])));

test('more labels than the owner has', () => verified(changed('RRSIG A 15 3', 'RRSIG A 15 4', [/RRSIG A/, OF_A])));

test('fewer labels are those of a wildcard, which signed something else', () =>
  verified(changed('RRSIG A 15 3', 'RRSIG A 15 2', [/RRSIG A/, OF_A])));

test('upper case, escapes and other spellings are the same records', () =>
  verified(changed('www  IN A 192.0.2.10', 'W\\087w.EXAMPLE.com. IN TYPE1 \\# 4 C000020A')));

test('another key with the same tag: one finding for all that it signed', () =>
  verified(
    changed('sNHH4r8LVktPFXdDBlXMrvjKWplFXoxomH4f1HZR2lA=', 'x9Gw4r8LVktPFXdDBlXMrvjKWplFXoxomH4f1HZR2lA=', [
      /RRSIG SOA/,
      `;                                                         ^^^^^ error rrsig-invalid: None of the 6 signatures by key 22935 verifies: the DNSKEY record is not the key that they were made with, or all of them were made for other records. Validators answer SERVFAIL. Sign the zone again`,
    ]),
  ));

test('two of the signatures by a key are no sign of another key', async () => {
  const workbench = new Workbench(changed('192.0.2.10', '192.0.2.11').replace('NSEC @ A RRSIG', 'NSEC @ A MX RRSIG'));
  await workbench.verify();
  const [shown, ...others] = workbench.shown().filter(({ rule }) => rule === 'rrsig-invalid');
  assert.match(
    shown?.message ?? '',
    /^The signature of A of www.example.com does not verify, and 1 other signature too/,
  );
  assert.deepEqual(others, []);
});

test('what is found goes when the zone is edited, and when it is typed nobody verifies', async () => {
  const text = changed('192.0.2.10', '192.0.2.11');
  assert.deepEqual(typeFixture(parseFixture(text), {}).shown(), []);
  const workbench = new Workbench(text);
  await workbench.verify();
  assert.deepEqual(
    workbench.shown().map(({ rule }) => rule),
    ['rrsig-invalid'],
  );
  workbench.store.setFile('example.com.zone', sourceOfText(workbench.text('example.com.zone').replace('www ', 'web ')));
  workbench.settle();
  assert.ok(workbench.shown().every(({ rule }) => rule !== 'rrsig-invalid'));
});
