import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AuthoritativeLookup } from '../../../src/live/authoritative-lookup.ts';
import { publishedZone } from '../../../src/live/published.ts';
import { ResolverLookup } from '../../../src/live/resolver-lookup.ts';
import { setsOf, zoneDifference } from '../../../src/live/zone-diff.ts';
import { NodeResolver } from '../../../src/ports/resolver.node.ts';
import { defaultLimits } from '../../../src/ports/resolver.ts';
import { freePort, head, nameServer } from './name-servers.ts';

const RECORDS = 'mail IN A 192.0.2.10\n@ IN MX 10 mail\n@ IN TXT "v=spf1 mx -all"\n_dmarc IN TXT "v=DMARC1; p=none"\n';
const NET = `${head(7, 'ns1.example.net.', 'ns2.example.net.')}ns1 IN A 127.0.0.1\nns2 IN A 127.0.0.2\n`;

test('every server of a zone is asked for its serial, and the one that is behind is named', async (t) => {
  const port = await freePort('127.0.0.2');
  const zone = (serial: number): string => head(serial, 'ns1.example.net.', 'ns2.example.net.') + RECORDS;
  const first = await nameServer({ kind: 'named', port, zones: { 'example.com': zone(8), 'example.net': NET } });
  t.after(() => first.stop());
  const second = await nameServer({ kind: 'nsd', address: '127.0.0.2', port, zones: { 'example.com': zone(7) } });
  t.after(() => second.stop());
  const resolver = new NodeResolver(defaultLimits);
  t.after(() => resolver.close());
  const lookup = new AuthoritativeLookup({ resolver, through: [first] });
  const found = await publishedZone(lookup, 'example.com.', { serial: 9, file: 'example.com.zone' });
  assert.deepEqual(
    found.servers.map(({ server, serial }) => `${server} ${serial}`),
    ['ns1.example.net 8', 'ns2.example.net 7'],
  );
  assert.match(found.note, /the servers differ: ns1\.example\.net has 8, ns2\.example\.net has 7, held 9/);
});

test('a zone is compared by a transfer where a server allows it, else by questions', async (t) => {
  const server = await nameServer({ kind: 'named', zones: { 'example.com': head(8) + RECORDS } });
  t.after(() => server.stop());
  const resolver = new NodeResolver(defaultLimits);
  t.after(() => resolver.close());
  const transfer = await resolver.transfer('example.com.', server);
  assert.equal(transfer.kind, 'records');
  const held = setsOf(transfer.kind === 'records' ? transfer.records : []);
  assert.deepEqual(held.map(({ type }) => type).sort(), ['A', 'MX', 'NS', 'TXT', 'TXT']);
  const changed = held
    .filter(({ name }) => name !== '_dmarc.example.com.')
    .map((set) => (set.type === 'MX' ? { ...set, data: ['5 mail.example.com.'] } : set));
  const lookup = new ResolverLookup(resolver, [server]);
  const servers = [{ name: 'ns1.example.net.', ...server }];
  for (const mayTransfer of [true, false]) {
    const found = await zoneDifference('example.com.', changed, {
      resolver,
      lookup,
      servers,
      mayTransfer,
      notCompared: [],
    });
    const lines = found.differences.map(
      ({ name, type, held: here, published }) => `${name} ${type} ${here} | ${published}`,
    );
    const wanted = ['example.com MX 5 mail.example.com. | 10 mail.example.com.'];
    // What is not held is not asked for.
    if (mayTransfer) wanted.push('_dmarc.example.com TXT  | v=DMARC1; p=none');
    assert.deepEqual(lines, wanted);
    assert.equal(found.how, mayTransfer ? 'transfer' : 'questions');
  }
  const refused = await resolver.transfer('example.org.', server);
  assert.equal(refused.kind, 'refused');
});

test('an nsupdate script is one that nsupdate takes', async (t) => {
  const { spawnSync } = await import('node:child_process');
  const { nsupdateScript } = await import('../../../src/live/nsupdate.ts');
  const port = await freePort();
  const reverse = `${head(1)}10 IN PTR old.example.com.\n`;
  const server = await nameServer({ kind: 'named', port, zones: { '2.0.192.in-addr.arpa': reverse }, isDynamic: true });
  t.after(() => server.stop());
  const update = {
    reverseName: '10.2.0.192.in-addr.arpa.',
    zone: '2.0.192.in-addr.arpa.',
    target: 'mail.example.com.',
    ttl: 3600,
    server: `127.0.0.1 ${port}`,
  };
  const send = (present: readonly string[]): number | null =>
    spawnSync('nsupdate', [], { input: nsupdateScript([{ ...update, present }]), encoding: 'utf8' }).status;
  const resolver = new NodeResolver(defaultLimits);
  t.after(() => resolver.close());
  const now = async (): Promise<string | undefined> =>
    (await resolver.ask({ name: update.reverseName, type: 'PTR' }, server, false)).answers[0]?.data;
  assert.notEqual(send(['other.example.com.']), 0, 'the zone has something else by now');
  assert.equal(await now(), 'old.example.com.');
  assert.equal(send(['old.example.com.']), 0);
  assert.equal(await now(), 'mail.example.com.');
});
