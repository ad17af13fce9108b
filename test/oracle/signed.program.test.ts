import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findingsOf } from './ours.ts';
import { zoneOf } from './zones.ts';

const ORIGIN = 'example.com';
const PLAIN = `$ORIGIN example.com.
$TTL 3600
@ IN SOA ns1 hostmaster 2026112301 86400 7200 2419200 3600
@ NS ns1
@ NS ns2
@ MX 10 mail
@ TXT "v=spf1 mx -all"
ns1 A 192.0.2.1
ns2 A 192.0.2.2
mail A 192.0.2.3
www A 192.0.2.4
www A 192.0.2.5
*.wild A 192.0.2.6
a.b.c TXT "deep"
alias CNAME www
UPPER A 192.0.2.9
sub NS ns.sub
sub NS ns.example.net.
ns.sub A 192.0.2.7
secure NS ns.example.net.
secure DS 12345 13 2 000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f
x.y.insecure NS ns.example.net.
old DNAME new.example.net.
z\\046dot TXT "odd"
`;
/** The moment at which our side looks at the zones: signatures begin before, and end after it. */
const NOW = 1_700_000_000;
const TIMES = ['-s', '20231101000000', '-e', '20231201000000'];

const folder = mkdtempSync(join(tmpdir(), 'zonewright-signed-'));
after(() => rmSync(folder, { recursive: true }));

/** Makes a zone-signing and a key-signing key; gives the names of their files. */
function keysOf(algorithm: string): readonly string[] {
  const make = (...flags: string[]): string =>
    execFileSync('dnssec-keygen', ['-q', '-a', algorithm, ...flags, '-K', folder, ORIGIN], { encoding: 'utf8' }).trim();
  return [make(), make('-f', 'KSK')];
}

function keyText(key: string): string {
  return readFileSync(join(folder, `${key}.key`), 'utf8');
}

function signedByBind(name: string, keys: readonly string[], ...options: string[]): string {
  return signedWith('', name, keys, options);
}

/** Signs the zone with some records more. */
function signedWith(more: string, name: string, keys: readonly string[], options: readonly string[]): string {
  const source = join(folder, `${name}.in`);
  writeFileSync(source, PLAIN + keys.map(keyText).join('') + more);
  const args = [
    '-q',
    '-P',
    '-o',
    ORIGIN,
    '-K',
    folder,
    ...TIMES,
    '-f',
    `${source}.signed`,
    ...options,
    source,
    ...keys,
  ];
  execFileSync('dnssec-signzone', args, { stdio: 'pipe', cwd: folder });
  return readFileSync(`${source}.signed`, 'utf8');
}

function signedByLdns(name: string, keys: readonly string[], ...options: string[]): string {
  const source = join(folder, `${name}.in`);
  writeFileSync(source, PLAIN);
  const times = ['-i', '20231101000000', '-e', '20231201000000'];
  const paths = keys.map((key) => join(folder, key));
  execFileSync('ldns-signzone', [...times, '-o', ORIGIN, '-f', `${source}.signed`, ...options, source, ...paths], {
    stdio: 'pipe',
  });
  return readFileSync(`${source}.signed`, 'utf8');
}

function signedByKnot(name: string, policy: string): string {
  const source = join(folder, `${name}.zone`);
  const database = mkdtempSync(join(folder, 'knot-'));
  writeFileSync(source, PLAIN);
  const configuration = `database:\n    storage: ${database}\npolicy:\n  - id: p\n    algorithm: ecdsap256sha256\n${policy}
zone:\n  - domain: ${ORIGIN}\n    file: ${source}\n    dnssec-signing: on\n    dnssec-policy: p\n`;
  writeFileSync(join(database, 'knot.conf'), configuration);
  const out = mkdtempSync(join(folder, 'out-'));
  execFileSync('kzonesign', ['-c', join(database, 'knot.conf'), '-o', out, '-t', String(NOW), ORIGIN], {
    stdio: 'pipe',
  });
  return readFileSync(join(out, readdirSync(out)[0] ?? ''), 'utf8');
}

/** As named-compilezone writes a zone anew: from its raw form, as inline signing keeps it, or from text. */
function compiled(name: string, text: string, ...options: string[]): string {
  const paths = ['text', 'raw', 'out'].map((end) => join(folder, `${name}.${end}`));
  const [source = '', raw = '', out = ''] = paths;
  writeFileSync(source, text);
  execFileSync('named-compilezone', ['-i', 'none', '-F', 'raw', '-o', raw, ORIGIN, source], { stdio: 'pipe' });
  execFileSync('named-compilezone', ['-i', 'none', '-f', 'raw', ...options, '-o', out, ORIGIN, raw], { stdio: 'pipe' });
  return readFileSync(out, 'utf8');
}

/** As dig writes what PowerDNS sends: each record in a line, in another order, its SOA at both ends. */
function transferred(text: string): string {
  const lines = text.split('\n').filter((line) => /^\S+\s+\d+\s+IN\s/.test(line));
  const isSoa = (line: string): boolean => /\sIN\s+SOA\s/.test(line);
  const soa = lines.filter(isSoa);
  return [...soa, ...lines.filter((line) => !isSoa(line)).reverse(), ...soa].join('\n').concat('\n');
}

/** Adds the CDS and CDNSKEY records of a key, as signers publish them. */
function withCds(key: string): string {
  const path = join(folder, `${key}.key`);
  const dnskey = keyText(key)
    .split('\n')
    .find((line) => / DNSKEY /.test(line));
  const ds = execFileSync('dnssec-dsfromkey', ['-2', path], { encoding: 'utf8' });
  return `${ds.replace(' DS ', ' CDS ')}${dnskey?.replace(' DNSKEY ', ' CDNSKEY ')}\n`;
}

/** The rules that find something in a zone, but what is information. */
function rulesIn(text: string): readonly string[] {
  const rules = findingsOf(zoneOf(text)).map((finding) => finding.split(' ')[1] ?? '');
  return [...new Set(rules)].filter((rule) => !rule.startsWith('soa-') && !QUIET.has(rule)).sort();
}

/** What the zone at hand has whoever signs it, and information of NSEC3. */
const QUIET = new Set([
  'nsec3-iterations',
  'spf-helo',
  'mail-parked',
  'dmarc-missing',
  'ns-same-network',
  'wildcard-hidden',
]);
const ofUnsigned = rulesIn(PLAIN);

const p256 = keysOf('ECDSAP256SHA256');
const ed25519 = keysOf('ED25519');
const csk = p256.slice(1);
const rolled = keysOf('ECDSAP256SHA256');
const rsa = keysOf('RSASHA256');
const full = signedByBind('full', p256, '-O', 'full');
const hashed = signedByBind('hashed', p256, '-3', '-', '-H', '0', '-O', 'full');

const HEALTHY: readonly (readonly [string, () => string])[] = [
  ['NSEC', () => signedByBind('nsec', p256)],
  ['one line a record', () => full],
  ['NSEC3', () => hashed],
  ['NSEC3 with opt-out, Ed25519', () => signedByBind('optout', ed25519, '-3', '-', '-H', '0', '-A')],
  ['RSA', () => signedByBind('rsa', rsa)],
  ['NSEC3 with a salt', () => signedByBind('salt', rsa, '-3', 'aabb', '-H', '0')],
  ['keys of two signers', () => signedByBind('multi', [...p256, ...ed25519])],
  ['ldns, NSEC', () => signedByLdns('ldns', p256)],
  ['ldns, NSEC3 with opt-out', () => signedByLdns('ldns3', p256, '-n', '-p', '-t', '0')],
  ['Knot, NSEC', () => signedByKnot('knot', '')],
  ['Knot, NSEC3', () => signedByKnot('knot3', '    nsec3: on\n')],
  ['a key that signs alone', () => signedByBind('csk', csk, '-z')],
  ['a key that is published before it signs', () => signedWith(keyText(rolled[0] ?? ''), 'roll', p256, [])],
  ['CDS and CDNSKEY', () => signedWith(withCds(p256[1] ?? ''), 'cds', p256, [])],
  ['what inline signing keeps, in text', () => compiled('inline', full, '-s', 'relative')],
  ['NSEC3, each record in a line', () => compiled('lines', hashed, '-s', 'full')],
  ['transferred', () => transferred(full)],
  ['transferred, NSEC3', () => transferred(hashed)],
  ['ldns, a key that signs alone', () => signedByLdns('ldnscsk', csk)],
  ['Knot, a key that signs alone', () => signedByKnot('knotcsk', '    single-type-signing: on\n')],
  ['Knot, NSEC3 with opt-out', () => signedByKnot('knot3o', '    nsec3: on\n    nsec3-opt-out: on\n')],
];

for (const [name, sign] of HEALTHY)
  test(`nothing is found in a zone as signers make it: ${name}`, () => assert.deepEqual(rulesIn(sign()), ofUnsigned));

const without = (text: string, line: RegExp): string =>
  text
    .split('\n')
    .filter((one) => !line.test(one))
    .join('\n');
const BROKEN: readonly (readonly [string, string, string])[] = [
  ['a record more', `${full}new.example.com. 3600 IN A 192.0.2.77\n`, 'rrsig-missing'],
  ['a type more', `${full}www.example.com. 3600 IN TXT "x"\n`, 'rrsig-missing'],
  ['a signature less', without(full, /^www\S+\s+3600\s+IN\s+RRSIG\s+A\s/), 'rrsig-missing'],
  ['a record less', without(full, /^www\S+\s+3600\s+IN\s+A\s/), 'edited-signed-zone'],
  ['an NSEC record less', without(full, /^www\S+\s+3600\s+IN\s+(?:NSEC|RRSIG\s+NSEC)\s/), 'nsec-chain'],
  ['another next name', full.replace(/^(www\S+\s+3600\s+IN\s+NSEC\s+)\S+/m, '$1ns2.example.com.'), 'nsec-chain'],
  ['another list of types', full.replace(/^(www\S+\s+3600\s+IN\s+NSEC\s+\S+\s+A)/m, '$1 TXT'), 'nsec-chain'],
  ['no keys', without(full, /\sDNSKEY\s+\d/), 'rrsig-no-key'],
  ['another TTL', full.replace(/^(www\S+\s+)3600(\s+IN\s+A\s.*\n.*)3600/m, '$17200$27200'), 'rrsig-ttl'],
  [
    'another signer',
    full.replace(/^(www\S+\s+3600\s+IN\s+RRSIG\s+A\s.*\s)example\.com\.(\s)/m, '$1example.net.$2'),
    'rrsig-signer',
  ],
  ['keys that no key-signing key signs', without(full, signatureOfKeys()), 'dnskey-not-signed'],
  ['an NSEC3 record less', without(hashed, firstHash(hashed)), 'nsec-chain'],
  ['a name that NSEC3 does not know', hashed.replaceAll('www.example.com.', 'web.example.com.'), 'nsec-chain'],
];

/** The signature of the keys by the key-signing key. */
function signatureOfKeys(): RegExp {
  const tag = Number(/\+(\d+)$/.exec(p256[1] ?? '')?.[1]);
  return new RegExp(`\\sRRSIG\\s+DNSKEY\\s.*\\s${tag} ${ORIGIN}\\. `);
}

/** The NSEC3 record that stands first, with its signature. */
function firstHash(text: string): RegExp {
  const owner = /^(\S{32})\.example\.com\.\s+3600\s+IN\s+NSEC3\s/m.exec(text)?.[1] ?? 'none';
  return new RegExp(`^${owner}\\.`);
}

for (const [name, text, rule] of BROKEN)
  test(`a signed zone with ${name}`, () => {
    assert.ok(verifiersRefuse(text), 'no verifier finds it, so it is no fault');
    assert.ok(rulesIn(text).includes(rule), `${rule} is not among ${rulesIn(text).join(', ')}`);
  });

function verifiersRefuse(text: string): boolean {
  const path = join(folder, 'broken');
  writeFileSync(path, text);
  const now = ['-t', '20231114000000'];
  const runs = [
    spawnSync('ldns-verify-zone', [...now, path]),
    spawnSync('kzonecheck', ['-d', 'on', '-t', String(NOW), '-o', ORIGIN, path]),
  ];
  return runs.some(({ status }) => status !== 0);
}
