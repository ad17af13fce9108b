import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { program } from '../../support/program.ts';
import { type NameServer, nameServer } from './name-servers.ts';

const { run } = program('live-examples');
const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

interface Output {
  readonly results: readonly {
    readonly address: string;
    readonly verdict: string;
    readonly names: readonly string[];
    readonly held: { readonly names: readonly string[]; readonly file: string; readonly line: number } | null;
    readonly advice: string;
    readonly owner: { readonly zone: string; readonly mailbox: string } | null;
  }[];
  readonly zones: readonly { readonly zone: string; readonly note: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

const folder = mkdtempSync(join(tmpdir(), 'zonewright-live-'));
let published: NameServer;

before(async () => {
  published = await serve(examples, 'named');
  cpSync(examples, folder, { recursive: true });
});

after(async () => {
  await published.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Serves the example zones as they are in a folder. */
function serve(from: string, kind: 'named' | 'nsd' | 'knot'): Promise<NameServer> {
  const zones: Record<string, string> = {};
  const files: Record<string, string> = {};
  for (const name of readdirSync(join(from, 'zones'))) {
    const whole = readFileSync(join(from, 'zones', name), 'utf8');
    // $GENERATE is BIND's own.
    const text = kind === 'named' ? whole : whole.replace(/^\$GENERATE.*$/gm, '');
    if (name.endsWith('.zone')) zones[name.replace(/\.zone$/, '')] = text;
    // Knot looks for it beside the including file.
    else files[kind === 'knot' ? `zones/zones/${name}` : `zones/${name}`] = text;
  }
  return nameServer({ kind, zones, files });
}

async function live(
  cwd: string,
  server: NameServer,
  ...targets: string[]
): Promise<Output & { status: number | null }> {
  const at = `${server.address}:${server.port}`;
  const ran = await run(cwd, ['live', '--resolver', at, '--format', 'json', ...targets]);
  assert.equal(ran.complaints, '');
  return { ...(JSON.parse(ran.output) as Output), status: ran.status };
}

test('the examples as they are: every fault that is in them is seen from outside', async () => {
  const { results, summary, status, zones } = await live(folder, published, 'example.com', '2.0.192.in-addr.arpa');
  assert.equal(status, 1);
  const faults = results.filter(({ verdict }) => verdict !== 'confirmed' && verdict !== 'generic');
  assert.deepEqual(
    faults.map(({ address, verdict }) => `${address} ${verdict}`),
    ['2001:db8::10 missing', '192.0.2.30 not-confirmed', '192.0.2.40 not-confirmed', '192.0.2.42 missing'],
  );
  assert.equal(summary.generic, 21);
  assert.equal(summary.addresses, results.length);
  assert.deepEqual(
    zones.map(({ zone, note }) => `${zone} ${note}`),
    ['example.com ', '2.0.192.in-addr.arpa '],
  );
});

test('verdicts of single addresses', async () => {
  const wanted = new Map([
    ['192.0.2.1', 'confirmed'],
    ['192.0.2.10', 'confirmed'],
    ['192.0.2.11', 'generic'],
    ['192.0.2.20', 'confirmed'],
    ['192.0.2.30', 'not-confirmed'],
    ['192.0.2.31', 'confirmed'],
    ['192.0.2.40', 'not-confirmed'],
    ['192.0.2.42', 'missing'],
    ['192.0.2.100', 'generic'],
    ['2001:db8::10', 'missing'],
    ['2001:db8::41', 'confirmed'],
  ]);
  const { results, status } = await live(folder, published, ...wanted.keys());
  assert.deepEqual(new Map(results.map(({ address, verdict }) => [address, verdict])), wanted);
  assert.equal(status, 1);
  const missing = results.find(({ address }) => address === '192.0.2.42');
  assert.equal(missing?.owner?.mailbox, 'hostmaster@example.com');
  const mail = results.find(({ address }) => address === '192.0.2.10');
  assert.deepEqual(mail?.held, { names: ['mail.example.com'], file: 'zones/2.0.192.in-addr.arpa.zone', line: 14 });
});

test('a zone is asked about by its name and by its file alike', async () => {
  const byName = await live(folder, published, '2.0.192.in-addr.arpa');
  const byFile = await live(folder, published, 'zones/2.0.192.in-addr.arpa.zone');
  assert.ok(byName.results.length > 20);
  const found = byFile.results.map(({ address, verdict }) => `${address} ${verdict}`).sort();
  for (const line of found) assert.ok(byName.results.some(({ address, verdict }) => `${address} ${verdict}` === line));
  assert.equal(byFile.zones[0]?.zone, '2.0.192.in-addr.arpa');
  assert.equal(byFile.zones[0]?.note, '');
});

test('all records of a zone are compared with those that are published', async () => {
  const at = `${published.address}:${published.port}`;
  const same = await run(folder, ['live', '--resolver', at, '--records', 'example.org']);
  assert.match(same.output, /no record differs \(by a transfer of the zone\)/);
  const other = mkdtempSync(join(tmpdir(), 'zonewright-live-'));
  cpSync(examples, other, { recursive: true });
  const file = join(other, 'zones/example.com.zone');
  writeFileSync(file, readFileSync(file, 'utf8').replace('v=spf1 mx -all', 'v=spf1 mx ~all'));
  const changed = await run(other, ['live', '--resolver', at, '--records', 'example.com']);
  rmSync(other, { recursive: true, force: true });
  assert.equal(changed.status, 1);
  assert.match(changed.output, /^ {4}example\.com TXT: held v=spf1 mx ~all, published v=spf1 mx -all$/m);
  assert.match(changed.output, /^ {4}1 differ \(by a transfer of the zone\)$/m);
});

test('delegations, glue and bytes beyond ASCII are no differences', async () => {
  const zone = `$ORIGIN example.com.
$TTL 1h
@ SOA ns1 hostmaster 1 1h 1h 1h 1h
@ NS ns1
ns1 A 192.0.2.1
sub NS ns.sub
ns.sub A 192.0.2.2
text TXT "Gr\u00fc\u00dfe" "\\195\\188\\"x"
srv._tcp SRV 1 2 3 ns1
@ MX 010 ns1
@ CAA 0 issue "ca.example.net"
`;
  const server = await nameServer({ kind: 'named', zones: { 'example.com': zone } });
  const other = mkdtempSync(join(tmpdir(), 'zonewright-live-'));
  writeFileSync(join(other, 'example.com.zone'), zone);
  const at = `${server.address}:${server.port}`;
  const { output } = await run(other, ['live', '--resolver', at, '--records', 'example.com']);
  const asked = await run(other, ['live', '--resolver', at, '--authoritative', '--records', 'example.com']);
  rmSync(other, { recursive: true, force: true });
  await server.stop();
  assert.match(output, /no record differs \(by a transfer of the zone; CAA records were not compared\)/);
  assert.match(asked.output, /no record differs/);
});

test('mended by our own fix and loaded, the faults are gone; until then the old zone is told of', async () => {
  const fixed = await run(folder, ['fix', '--write']);
  assert.equal(fixed.status, 0, fixed.complaints);
  const before = await live(folder, published, '192.0.2.40', '192.0.2.42', '2.0.192.in-addr.arpa');
  const stale = before.results.find(({ address }) => address === '192.0.2.42');
  assert.equal(stale?.verdict, 'missing');
  assert.match(
    stale?.advice ?? '',
    /^zones\/2\.0\.192\.in-addr\.arpa\.zone:\d+ says build\.example\.com, the world still sees no PTR: published serial 2026111501, held \d+: not loaded yet\?$/,
  );
  for (const kind of ['named', 'nsd', 'knot'] as const) {
    const server = await serve(folder, kind);
    try {
      const { results, zones } = await live(
        folder,
        server,
        '192.0.2.40',
        '192.0.2.42',
        '2001:db8::10',
        '2.0.192.in-addr.arpa',
      );
      const verdictOf = (wanted: string) => results.find(({ address }) => address === wanted)?.verdict;
      assert.deepEqual(
        ['192.0.2.40', '192.0.2.42', '2001:db8::10'].map(verdictOf),
        ['confirmed', 'confirmed', 'confirmed'],
        kind,
      );
      const others = results.filter(({ held, names }) => held && held.names.join() !== names.join());
      assert.equal(others.length, kind === 'named' ? 0 : 20, kind);
      assert.equal(zones[0]?.note, '', kind);
    } finally {
      await server.stop();
    }
  }
});

test('private and documentation addresses are asked of nobody unless a server is named', async () => {
  const { status, output } = await run(folder, ['live', '--format', 'json', '192.0.2.10', '10.0.0.1', '2001:db8::1']);
  const { results } = JSON.parse(output) as Output;
  assert.equal(status, 3);
  assert.deepEqual(new Set(results.map(({ verdict }) => verdict)), new Set(['unknown']));
  assert.match(results[0]?.advice ?? '', /--resolver/);
});

test('the exit status: all well, a fault, nothing worse than unknown', async () => {
  const at = `${published.address}:${published.port}`;
  const status = async (...targets: string[]): Promise<number | null> =>
    (await run(folder, ['live', '--resolver', at, '--timeout', '500', ...targets])).status;
  assert.equal(await status('192.0.2.10', '192.0.2.20'), 0);
  assert.equal(await status('192.0.2.10', '192.0.2.43'), 1);
  assert.equal(await status('192.0.2.10', '198.51.100.1'), 3, 'the server refuses what is not its own');
  assert.equal(await status('192.0.2.43', '198.51.100.1'), 1);
  assert.equal(await status('mail.example.com'), 1, 'one of its addresses has no PTR');
  assert.equal(await status('nowhere.example.com'), 1);
  assert.equal(await status('host.example.net'), 3);
  assert.equal(await status('192.0.2.10', 'no such word'), 2);
});

test('the server that is named speaks for its zones where their own servers can not be asked', async () => {
  const at = `${published.address}:${published.port}`;
  const args = ['live', '--authoritative', '--resolver', at, '--format', 'json', '192.0.2.10', '192.0.2.43'];
  const { output, complaints } = await run(folder, args);
  assert.equal(complaints, '');
  assert.deepEqual(
    (JSON.parse(output) as Output).results.map(({ verdict }) => verdict),
    ['confirmed', 'missing'],
  );
});

test('what servers say does no harm to a terminal', async () => {
  const { fakeServer, record } = await import('./fake-server.ts');
  const server = await fakeServer(({ name, type }) => ({
    answers: type === 'PTR' ? [record(name, 'PTR', '\u001b[2Jevil.example.com')] : [],
  }));
  const ran = await run(folder, ['live', '--resolver', `${server.address}:${server.port}`, '198.51.100.1']);
  await server.close();
  assert.ok(!ran.output.includes('\u001b'), 'no escape gets through');
  assert.match(ran.output, /evil\.example\.com/);
});

test('text for people ends with the sum', async () => {
  const at = `${published.address}:${published.port}`;
  const { output, status } = await run(folder, ['live', '--resolver', at, '192.0.2.10', '192.0.2.43']);
  assert.equal(status, 1);
  assert.equal(
    output,
    `192.0.2.10: confirmed: mail.example.com
192.0.2.43: missing: no PTR record (NXDOMAIN)
Who to ask: whoever runs 2.0.192.in-addr.arpa (ns1.example.com, ns2.example.com), hostmaster@example.com
192.0.2.43: Many mail servers refuse mail from an address without a PTR record: whoever runs the reverse zone must add one
1 confirmed, 1 missing of 2 addresses
`,
  );
});

test('wrong usage is told', async () => {
  const wrong = [
    [],
    ['--resolver', 'ns1.example.com', '192.0.2.1'],
    ['--timeout', 'x', '192.0.2.1'],
    ['192.0.2.0/40'],
    ['192.0.2.300'],
    ['10.0.0.0/8'],
  ];
  for (const args of wrong) {
    const { status, complaints } = await run(folder, ['live', ...args]);
    assert.equal(status, 2, args.join(' '));
    assert.match(complaints, /^zonewright: /);
  }
});
