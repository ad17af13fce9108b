import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isRefusal } from '../../src/edits/change.ts';
import { createReverseZone, type NewReverseZone, zoneStanza } from '../../src/edits/reverse-zone.ts';
import { Workbench } from '../support/workbench.ts';

const FORWARD = `;- zones/example.com.zone
$TTL 1h
@     IN SOA ns1 hostmaster ( 2026112301 4h 1h 2w 30m )
      IN NS ns1
      IN NS ns.example.net.
      IN MX 10 mail
      IN TXT "v=spf1 mx -all"
www   IN A 192.0.2.80
shop  IN A 192.0.2.80
mail  IN A 192.0.2.25
      IN AAAA 2001:db8:1:2::25
ns1   IN A 192.0.2.9
*.dev IN A 192.0.2.99
out   IN A 198.51.100.7
`;

function create(network: string, text = FORWARD): NewReverseZone {
  const workbench = new Workbench(text);
  const created = createReverseZone(workbench.engine.context(workbench.store.view('')), network);
  if (isRefusal(created)) throw new Error(created.refused);
  return created;
}

function refusal(network: string, text = FORWARD): string {
  const workbench = new Workbench(text);
  const created = createReverseZone(workbench.engine.context(workbench.store.view('')), network);
  return isRefusal(created) ? created.refused : '';
}

/** Whether BIND takes the text as that zone. */
function checkZone({ zone, text }: NewReverseZone): void {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-reverse-'));
  try {
    const file = join(folder, 'zone');
    writeFileSync(file, text);
    const { status, stdout } = spawnSync('named-checkzone', ['-i', 'none', zone, file]);
    assert.equal(status, 0, stdout.toString());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the reverse zone of a network, with the PTRs of the hosts that are held', () => {
  const created = create('192.0.2.0/24');
  assert.equal(created.zone, '2.0.192.in-addr.arpa');
  assert.equal(created.path, 'zones/2.0.192.in-addr.arpa.zone');
  assert.equal(created.count, 3);
  assert.equal(
    created.text,
    `$TTL 1h
@\tIN\tSOA\tns1.example.com. hostmaster.example.com. (
\t\t\t\t2026112301\t; serial
\t\t\t\t4h\t; refresh
\t\t\t\t1h\t; retry
\t\t\t\t2w\t; expire
\t\t\t\t30m )\t; negative answers
@\tIN\tNS\tns1.example.com.
@\tIN\tNS\tns.example.net.

9\tIN\tPTR\tns1.example.com.
25\tIN\tPTR\tmail.example.com.
80\tIN\tPTR\twww.example.com.
`,
  );
  checkZone(created);
});

test('an address alone stands for its /24 or /64', () => {
  assert.equal(create('192.0.2.25').text, create('192.0.2.0/24').text);
  const created = create('2001:db8:1:2::25');
  assert.equal(created.zone, '2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa');
  assert.match(created.text, /^5\.2\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\tIN\tPTR\tmail\.example\.com\.$/m);
  checkZone(created);
});

test('under /24: a classless zone, and the lines for the zone above', () => {
  const created = create('192.0.2.0/26');
  assert.equal(created.zone, '0-63.2.0.192.in-addr.arpa');
  assert.match(created.text, /^25\tIN\tPTR\tmail\.example\.com\.$/m);
  assert.equal(
    created.delegation,
    `; For the owner of 2.0.192.in-addr.arpa: the delegation of 192.0.2.0/26 (RFC 2317).
$ORIGIN 2.0.192.in-addr.arpa.
0-63\tIN\tNS\tns1.example.com.
0-63\tIN\tNS\tns.example.net.
$GENERATE 0-63 $ IN CNAME $.0-63
`,
  );
  checkZone(created);
});

test('nothing is found in the new zone', () => {
  for (const network of ['192.0.2.0/24', '192.0.2.0/26', '2001:db8:1:2::/64', '198.51.100.0/24']) {
    const { path, text } = create(network);
    const bench = new Workbench(`${FORWARD};- ${path}\n${text}`, {
      wholeZones: true,
      rules: { 'ns-single': 'warning' },
    });
    const found = bench.shown().filter((one) => one.path === path);
    assert.deepEqual(
      found.map(({ range, rule }) => `${network} ${range.start.line + 1} ${rule}`),
      [],
    );
  }
});

test('the file is called as the others are', () => {
  assert.equal(
    create('192.0.2.0/24', FORWARD.replace('zones/example.com.zone', 'db.example.com')).path,
    'db.2.0.192.in-addr.arpa',
  );
});

test('what is held already, or is no zone, is refused', () => {
  assert.match(refusal('192.0.2.0/24', `${FORWARD};- 2.0.192.in-addr.arpa.zone\n`), /is held already/);
  assert.match(refusal('192.0.0.0/20'), /16 reverse zones of \/24/);
  assert.match(refusal('2001:db8::/47'), /2 reverse zones of \/48/);
  assert.match(refusal('192.0.2.25/32'), /one address has no zone of its own/);
  assert.match(refusal('here'), /is no network/);
});

test('what declares it', () => {
  assert.equal(
    zoneStanza('bind', { zone: '2.0.192.in-addr.arpa', file: 'zones/db.192', indent: '\t' }),
    'zone "2.0.192.in-addr.arpa" {\n\ttype primary;\n\tfile "zones/db.192";\n};\n',
  );
});
