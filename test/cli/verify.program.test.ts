import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { program } from '../support/program.ts';

const { folderWith, run } = program('verify');

const page = readFileSync(new URL('../../docs/rules/rrsig-invalid.md', import.meta.url), 'utf8');
/** The zone of the rule's page, in which an address was changed after signing. */
const CHANGED = (/^```dns-zone\n;- .*\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '').replace(/^;.*\n/gm, '');
const SIGNED = CHANGED.replace('192.0.2.11', '192.0.2.10');
const args = ['check', '--format', 'concise', '--rule', 'rrsig-invalid'];

test('signatures are verified where that is asked for, and counted', async () => {
  const folder = folderWith({
    'zonewright.json': '{}',
    'example.com.zone': SIGNED,
    'hosts.example.org.zone': '@ TXT x\n',
  });
  const fine = await run(folder, [...args, '--verify']);
  assert.deepEqual(
    [fine.status, fine.output, fine.complaints],
    [0, '', 'zonewright: example.com: 6 signatures verified\n'],
  );
  const quiet = await run(folder, [...args, '--verify', '--quiet']);
  assert.deepEqual([quiet.status, quiet.complaints], [0, '']);
});

test('a wrong one is an error, in a signed file beside its source too', async () => {
  const folder = folderWith({
    'zonewright.json': '{}',
    'example.com.zone':
      '$TTL 1h\n@ SOA ns1.example.net. hostmaster 2 1d 2h 4w 1h\n NS ns1.example.net.\nwww A 192.0.2.11\n',
    'example.com.zone.signed': CHANGED,
  });
  const found = await run(folder, [...args, '--verify']);
  assert.equal(found.status, 1);
  assert.match(
    found.output,
    /^example\.com\.zone\.signed:11:15: error rrsig-invalid: The signature of A of www\.example\.com does not verify/,
  );
  assert.equal(found.complaints, 'zonewright: example.com: 6 signatures verified, 1 of them wrong\n');
  const json = await run(folder, ['check', '--verify', '--rule', 'rrsig-invalid', '--format', 'json']);
  const [{ related }] = JSON.parse(json.output).findings;
  assert.deepEqual(
    related.map(({ file, range }: { file: string; range: { start: { line: number } } }) => [file, range.start.line]),
    [['example.com.zone.signed', 10]],
  );
  const unasked = await run(folder, args);
  assert.deepEqual([unasked.status, unasked.output], [0, '']);
});

test('what can not be verified is said', async () => {
  const folder = folderWith({ 'zonewright.json': '{}', 'example.com.zone': SIGNED });
  const none = await run(folderWith({ 'example.com.zone': '@ TXT x\n' }), [...args, '--verify']);
  assert.equal(none.complaints, 'zonewright: no zone that was asked about has signatures\n');
  const input = SIGNED.replace(/^@ {4}IN DNSKEY.*\n/m, '');
  const noKeys = await run(folder, [...args, '--verify', '--origin', 'example.com', '-'], input);
  assert.match(noKeys.complaints, /its signatures were not verified, as it has no DNSKEY record/);
  const unknown = SIGNED.replace(/RRSIG A 15/, 'RRSIG A 17').replace(/(RRSIG NS 15 2 3600 \d+ \d+) 22935/, '$1 1');
  const some = await run(folder, [...args, '--verify', '--origin', 'example.com', '-'], unknown);
  assert.match(some.complaints, /: 4 signatures verified, 1 not verified, of algorithm 17, 1 not verified, by keys /);
  assert.equal(some.status, 0);
});
