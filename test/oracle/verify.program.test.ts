import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { nodeSignatureChecker } from '../../src/ports/signature-checker.node.ts';
import { DECLARED } from '../../src/project/claim.ts';
import { verifyZone } from '../../src/rules/engine/verify-zone.ts';
import type { VerifiedZone } from '../../src/rules/facts/verified-zones.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { Store } from '../../src/workspace/store.ts';
import { readSamples } from './samples.ts';

const ORIGIN = 'example.com';
const HEAD = `$ORIGIN example.com.
$TTL 3600
@ IN SOA NS1 hostmaster 2026112301 86400 7200 2419200 3600
@ NS ns1
@ NS NS2
@ MX 10 Mail
ns1 A 192.0.2.1
NS2 A 192.0.2.2
mail A 192.0.2.3
www A 192.0.2.5
www A 192.0.2.10
www A 192.0.2.4
*.wild A 192.0.2.6
*.wild TXT "any"
a.b.c TXT "deep" "and long"
alias CNAME WWW
sub NS ns.sub
ns.sub A 192.0.2.7
secure NS NS.example.net.
secure DS 12345 13 2 000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f
old DNAME New.example.net.
z\\046dot TXT "odd"
`;
const TIMES = ['-s', '20231101000000', '-e', '20361201000000'];

const folder = mkdtempSync(join(tmpdir(), 'zonewright-verify-'));
after(() => rmSync(folder, { recursive: true }));

function keysOf(algorithm: string): readonly string[] {
  const bits = algorithm.startsWith('RSA') ? ['-b', '1024'] : [];
  const make = (...flags: string[]): string =>
    execFileSync('dnssec-keygen', ['-q', '-a', algorithm, ...bits, ...flags, '-K', folder, ORIGIN], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  return [make(), make('-f', 'KSK')];
}

function signedByBind(plain: string, keys: readonly string[], ...options: string[]): string {
  const source = join(folder, 'in');
  writeFileSync(source, plain + keys.map((key) => readFileSync(join(folder, `${key}.key`), 'utf8')).join(''));
  const args = ['-q', '-P', '-O', 'full', '-o', ORIGIN, '-K', folder, ...TIMES, '-f', `${source}.signed`, ...options];
  execFileSync('dnssec-signzone', [...args, source, ...keys], { stdio: 'pipe', cwd: folder });
  return readFileSync(`${source}.signed`, 'utf8');
}

function signedByLdns(plain: string, keys: readonly string[]): string {
  const source = join(folder, 'in');
  writeFileSync(source, plain);
  const args = ['-i', '20231101000000', '-e', '20361201000000', '-o', ORIGIN, '-f', `${source}.signed`, source];
  execFileSync('ldns-signzone', [...args, ...keys.map((key) => join(folder, key))], { stdio: 'pipe' });
  return readFileSync(`${source}.signed`, 'utf8');
}

const checker = nodeSignatureChecker();

/** What our side makes of the signatures of a zone. */
async function verified(text: string): Promise<VerifiedZone> {
  const store = new Store();
  store.setFile('zone', sourceOfText(text));
  const apex = store.names.childText(store.names.childText(0, 'com'), 'example');
  const root = store.mount('zone', { apex, view: '', zoneClass: 1, traits: DECLARED, held: true });
  store.step(() => false);
  const result = root && (await verifyZone(root, store, { checker, rest: async () => true }));
  if (!result || typeof result === 'string') throw new Error(`not verified: ${result}`);
  return result;
}

/** The wrong signatures of a zone: type and owner. */
async function wrongIn(text: string): Promise<readonly string[]> {
  return (await verified(text)).bad.map(
    ({ type, tag, hasOther }) => `${type} ${tag}${hasOther ? ' beside a good one' : ''}`,
  );
}

function bindRefuses(text: string): boolean {
  const path = join(folder, 'verified');
  writeFileSync(path, text);
  return spawnSync('dnssec-verify', ['-q', '-o', ORIGIN, path], { cwd: folder }).status !== 0;
}

const ALGORITHMS = [
  'RSASHA1',
  'NSEC3RSASHA1',
  'RSASHA256',
  'RSASHA512',
  'ECDSAP256SHA256',
  'ECDSAP384SHA384',
  'ED25519',
  'ED448',
];
const keys = new Map(ALGORITHMS.map((algorithm) => [algorithm, keysOf(algorithm)]));

/** What may be damaged so that signatures do not fit any more; the line that a pattern fits is changed. */
const DAMAGES: readonly (readonly [string, RegExp, (line: string) => string])[] = [
  ['data', /\sIN A\s+192\.0\.2\.5$/, (line) => line.replace('192.0.2.5', '192.0.2.55')],
  ['the data of a wildcard', /^\*\.wild\S+\s.*IN A\s/, (line) => line.replace('192.0.2.6', '192.0.2.66')],
  ['a text', /"deep"/, (line) => line.replace('deep', 'Deep')],
  ['the serial', /IN SOA\s/, (line) => line.replace('2026112301', '2026112302')],
  ['a type in NSEC', /^www\S+\s.*IN NSEC\s/, (line) => line.replace(' A ', ' A TXT ')],
  ['the original TTL', /^www\S+\s.*IN RRSIG\s+A /, (line) => line.replace(/(A \d+ 3) 3600/, '$1 3599')],
  ['the labels', /^www\S+\s.*IN RRSIG\s+A /, (line) => line.replace(/(A \d+) 3 /, '$1 2 ')],
  ['the inception', /^www\S+\s.*IN RRSIG\s+A /, (line) => line.replace('20231101000000', '20231101000001')],
  [
    'a digit of the signature',
    /^www\S+\s.*IN RRSIG\s+A /,
    (line) =>
      line.replace(/(example\.com\. .)(.)/, (_, before: string, digit: string) => before + (digit === 'A' ? 'B' : 'A')),
  ],
];

function damaged(text: string, line: RegExp, change: (line: string) => string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((one) => line.test(one));
  const before = lines[at] ?? '';
  lines[at] = change(before);
  assert.notEqual(lines[at], before, `no line fits ${line}`);
  return lines.join('\n');
}

for (const algorithm of ALGORITHMS)
  test(`signatures of ${algorithm}, as they are made and with each kind of damage`, async () => {
    const healthy = signedByBind(HEAD, keys.get(algorithm) ?? []);
    assert.deepEqual(await wrongIn(healthy), []);
    assert.equal(bindRefuses(healthy), false);
    for (const [what, line, change] of DAMAGES) {
      const text = damaged(healthy, line, change);
      assert.equal((await wrongIn(text)).length, 1, what);
      assert.ok(bindRefuses(text), `${what}: dnssec-verify takes it`);
    }
  });

test('signatures that ldns makes', async () => {
  const made = signedByLdns(HEAD, keys.get('ECDSAP256SHA256') ?? []);
  assert.deepEqual(await wrongIn(made), []);
  assert.equal((await wrongIn(made.replace('192.0.2.10', '192.0.2.11'))).length, 1);
});

test('NSEC3, and keys of two algorithms', async () => {
  const both = [...(keys.get('ED25519') ?? []), ...(keys.get('RSASHA256') ?? [])];
  const text = signedByBind(HEAD, both, '-3', 'aabb', '-H', '1');
  assert.deepEqual(await wrongIn(text), []);
  const [wrong = ''] = await wrongIn(
    damaged(text, /^www\S+\s.*IN RRSIG\s+A 8 /, (line) => line.replace('20231101000000', '20231101000001')),
  );
  assert.match(wrong, /beside a good one/);
});

/** Types whose records end with a name; some of them are signed with it in lower case, and some as it is. */
const NAMED = new Set('PTR MB MG MR MINFO MX RP AFSDB RT NSAP-PTR PX SRV NAPTR KX A6 TALINK LP HIP DSYNC'.split(' '));

/** What signers write themselves, or take for their own. */
const SIGNERS = new Set(['RRSIG', 'DNSKEY', 'NSEC3', 'NSEC3PARAM']);

/** The parameters of services stand in one word with their quotes, samples in two. */
function isCut(word: string, i: number, words: readonly string[]): boolean {
  return word.endsWith('=') && words[i + 1]?.startsWith('"') === true;
}

test('the records of all types, in the form that BIND signs', async () => {
  const samples = readSamples().filter(([type = '', ...words]) => !SIGNERS.has(type) && !words.some(isCut));
  const lines = samples.map(([type = '', ...words]) => {
    const last = words.pop() ?? '';
    return [type, ...words, NAMED.has(type) && !last.startsWith('"') ? last.toUpperCase() : last].join(' ');
  });
  const zone = [...new Set(lines)].map((line, i) => `t${i}.Types ${line}\n`).join('');
  const text = signedByBind(HEAD + zone, keys.get('ED25519') ?? []);
  assert.ok((text.match(/^t\d+\.types\S+\s.*IN RRSIG\s/gim) ?? []).length > 400);
  assert.deepEqual(await wrongIn(text), []);
});

test('a zone with a key of the same tag in the place of its own', async () => {
  const text = signedByBind(HEAD, keys.get('ED25519') ?? []);
  // Two octets that count alike for the tag change places.
  const swapped = damaged(text, /IN DNSKEY\s+256 /, (line) =>
    line.replace(/(\S+)$/, (key) => {
      const octets = Buffer.from(key, 'base64');
      [octets[0], octets[2]] = [octets[2] ?? 0, octets[0] ?? 0];
      return octets.toString('base64');
    }),
  );
  const { bad, byKey } = await verified(swapped);
  const tag = Number(keys.get('ED25519')?.[0]?.split('+').at(-1));
  assert.ok(tag > 0 && (byKey.get(tag * 256 + 15) ?? 0) > 5);
  // All by that key, and those of the keys themselves.
  assert.equal(bad.filter((one) => one.tag === tag).length, byKey.get(tag * 256 + 15));
  assert.deepEqual([...new Set(bad.filter((one) => one.tag !== tag).map(({ type }) => type))], [48]);
  assert.ok(bindRefuses(swapped));
});
