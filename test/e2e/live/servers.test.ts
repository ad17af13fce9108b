import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { AuthoritativeLookup } from '../../../src/live/authoritative-lookup.ts';
import { LiveChecker } from '../../../src/live/checker.ts';
import type { Lookup } from '../../../src/live/look.ts';
import { ResolverLookup } from '../../../src/live/resolver-lookup.ts';
import type { LiveResult } from '../../../src/live/result.ts';
import { NodeResolver } from '../../../src/ports/resolver.node.ts';
import { defaultLimits, type Resolver, type ServerAddress } from '../../../src/ports/resolver.ts';
import { fakeServer, record } from './fake-server.ts';
import { freePort, head, type NameServer, type NameServerOptions, nameServer } from './name-servers.ts';

const running: { stop(): Promise<void> }[] = [];

after(async () => {
  for (const one of running) await one.stop();
});

async function start(options: NameServerOptions): Promise<NameServer> {
  const server = await nameServer(options);
  running.push(server);
  return server;
}

/** Looks addresses up through a server, or at the servers that it tells of. */
async function checked(
  server: ServerAddress,
  addresses: readonly string[],
  how: 'resolver' | 'authoritative' = 'resolver',
  timeout = 1000,
): Promise<LiveResult[]> {
  const resolver = new NodeResolver({ ...defaultLimits, timeout });
  const checker = checkerOf(lookupOf(resolver, server, how));
  const results: LiveResult[] = [];
  for await (const result of checker.checkAll(new Set(addresses))) results.push(result);
  resolver.close();
  return results;
}

function lookupOf(resolver: Resolver, server: ServerAddress, how: 'resolver' | 'authoritative'): Lookup {
  return how === 'resolver'
    ? new ResolverLookup(resolver, [server])
    : new AuthoritativeLookup({ resolver, through: [server] });
}

function checkerOf(lookup: Lookup): LiveChecker {
  const judge = { passesStaticNames: false, isPool: () => false };
  return new LiveChecker({ lookup, judge, isServerNamed: true, namedBy: '', isCancelled: () => false, window: 128 });
}

const only = (results: readonly LiveResult[]): LiveResult => {
  assert.equal(results.length, 1);
  return results[0] as LiveResult;
};

const FORWARD = `${head(7, 'ns1.example.net.')}mail IN A 192.0.2.10\nmail IN AAAA 2001:db8::10\nshop IN A 192.0.2.70\n`;
const NET = `${head(7, 'ns1.example.net.', 'ns2.example.net.')}ns1 IN A 127.0.0.1\nns2 IN A 127.0.0.2\n`;

test('a classless delegation leads through two servers', async () => {
  const port = await freePort('127.0.0.2');
  const parent = `${head(1, 'ns1.example.net.')}$GENERATE 64-127 $ IN CNAME $.64/26\n64/26 IN NS ns2.example.net.\n`;
  const child = `${head(1, 'ns2.example.net.')}70 IN PTR shop.example.com.\n71 IN PTR gone.example.com.\n`;
  const first = await start({
    kind: 'named',
    port,
    zones: { '2.0.192.in-addr.arpa': parent, 'example.com': FORWARD, 'example.net': NET },
  });
  await start({ kind: 'nsd', address: '127.0.0.2', port, zones: { '64/26.2.0.192.in-addr.arpa': child } });
  const addresses = ['192.0.2.70', '192.0.2.71', '192.0.2.72'];
  const results = await checked(first, addresses, 'authoritative');
  assert.deepEqual(
    results.map(({ verdict, status }) => `${verdict} ${status}`),
    ['confirmed found', 'not-confirmed found', 'missing nxdomain'],
  );
  assert.deepEqual(results[0]?.aliases, ['70.64/26.2.0.192.in-addr.arpa']);
  assert.equal(results[1]?.owner?.zone, '64/26.2.0.192.in-addr.arpa');
  const servers = results[0]?.servers.map(({ server, zone }) => `${server} ${zone}`);
  assert.deepEqual(servers, ['ns1.example.net 2.0.192.in-addr.arpa', 'ns2.example.net 64/26.2.0.192.in-addr.arpa']);
  const [asked] = await checked(first, ['192.0.2.70']);
  assert.equal(asked?.verdict, 'unknown', 'the first server alone does not know');
  assert.match(asked?.advice ?? '', /refers to the servers of 64\/26\.2\.0\.192\.in-addr\.arpa/);
  const recursive = await start({
    kind: 'named',
    zones: { 'other.example': head(1) },
    files: { 'root.hints': '. 3600 IN NS ns1.example.net.\nns1.example.net. 3600 IN A 127.0.0.1\n' },
    forwards: {
      '64/26.2.0.192.in-addr.arpa': { address: '127.0.0.2', port },
      '2.0.192.in-addr.arpa': first,
      'example.com': first,
    },
  });
  const through = await checked(recursive, addresses, 'resolver', 4000);
  assert.deepEqual(
    through.map(({ verdict }) => verdict),
    ['confirmed', 'not-confirmed', 'missing'],
  );
});

test('NODATA, NXDOMAIN and an empty non-terminal are missing; none of them is unknown', async () => {
  const reverse = `${head(1)}10 IN TXT "no pointer"\n_x.11 IN TXT "below"\n`;
  for (const kind of ['named', 'nsd', 'knot'] as const) {
    const server = await start({ kind, zones: { '2.0.192.in-addr.arpa': reverse } });
    const results = await checked(server, ['192.0.2.10', '192.0.2.11', '192.0.2.12']);
    assert.deepEqual(
      results.map(({ verdict, status }) => `${verdict} ${status}`),
      ['missing nodata', 'missing nodata', 'missing nxdomain'],
      kind,
    );
  }
});

test('IPv6: over IPv6, and for addresses of IPv6', async () => {
  const reverse = `${head(1)}0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 IN PTR mail.example.com.\n`;
  const server = await start({
    kind: 'knot',
    address: '::1',
    zones: { '8.b.d.0.1.0.0.2.ip6.arpa': reverse, 'example.com': FORWARD },
  });
  const results = await checked(server, ['2001:db8::10', '2001:0db8:0:0::0010', '2001:db8::11']);
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ['confirmed', 'confirmed', 'missing'],
  );
});

test('the hosts file is not read', async () => {
  // Every system calls this address localhost there; the server calls it otherwise.
  const server = await start({
    kind: 'named',
    zones: {
      '0.0.127.in-addr.arpa': `${head(1)}1 IN PTR trap.example.com.\n`,
      'example.com': `${head(1)}trap IN A 127.0.0.1\n`,
    },
  });
  const result = only(await checked(server, ['127.0.0.1']));
  assert.deepEqual([result.verdict, result.names], ['confirmed', ['trap.example.com']]);
});

test('servers that disagree are told, each with its answer', async () => {
  const port = await freePort('127.0.0.2');
  const zone = (name: string): string =>
    `${head(1, 'ns1.example.net.', 'ns2.example.net.')}10 IN PTR ${name}.example.com.\n`;
  const first = await start({
    kind: 'named',
    port,
    zones: { '2.0.192.in-addr.arpa': zone('mail'), 'example.com': FORWARD, 'example.net': NET },
  });
  await start({ kind: 'knot', address: '127.0.0.2', port, zones: { '2.0.192.in-addr.arpa': zone('old') } });
  const result = only(await checked(first, ['192.0.2.10'], 'authoritative'));
  assert.equal(result.verdict, 'disagree');
  assert.deepEqual(
    result.servers.map(({ server, names }) => `${server} ${names}`),
    ['ns1.example.net mail.example.com', 'ns2.example.net old.example.com'],
  );
});

test('a server that is listed and does not know the zone is lame, and the others are believed', async () => {
  const port = await freePort('127.0.0.2');
  const reverse = `${head(1, 'ns1.example.net.', 'ns2.example.net.')}10 IN PTR mail.example.com.\n`;
  const first = await start({
    kind: 'named',
    port,
    zones: { '2.0.192.in-addr.arpa': reverse, 'example.com': FORWARD, 'example.net': NET },
  });
  await start({ kind: 'nsd', address: '127.0.0.2', port, zones: { 'other.example': head(1) } });
  const result = only(await checked(first, ['192.0.2.10'], 'authoritative'));
  assert.equal(result.verdict, 'confirmed');
  assert.match(
    result.trouble.join(''),
    /^lame delegation: ns2\.example\.net \(127\.0\.0\.2\) is listed for 2\.0\.192\.in-addr\.arpa/,
  );
});

test('where all servers are lame nobody knows, and the delegation is named', async () => {
  const port = await freePort('127.0.0.2');
  const parent = `${head(1)}2 IN NS ns2.example.net.\n`;
  const first = await start({
    kind: 'named',
    port,
    zones: { '0.192.in-addr.arpa': parent, 'example.net': NET },
  });
  await start({ kind: 'nsd', address: '127.0.0.2', port, zones: { 'other.example': head(1) } });
  const result = only(await checked(first, ['192.0.2.10'], 'authoritative'));
  assert.equal(result.verdict, 'unknown');
  assert.match(result.advice, /^No server that is listed for the zone answers for it/);
  assert.match(result.trouble.join(''), /lame delegation: ns2\.example\.net/);
});

test('a dead server beside a good one costs its time once, and the verdict is that of the good one', async () => {
  const port = await freePort('127.0.0.2');
  const reverse = `${head(1, 'ns1.example.net.', 'ns2.example.net.')}$GENERATE 1-200 $ IN PTR h$.example.com.\n`;
  const forward = `${head(1, 'ns1.example.net.')}$GENERATE 1-200 h$ IN A 192.0.2.$\n`;
  const first = await start({
    kind: 'named',
    port,
    zones: { '2.0.192.in-addr.arpa': reverse, 'example.com': forward, 'example.net': NET },
  });
  const dead = await silentServer('127.0.0.2', port);
  const begin = performance.now();
  const addresses = Array.from({ length: 200 }, (_, i) => `192.0.2.${i + 1}`);
  const results = await checked(first, addresses, 'authoritative', 900);
  assert.ok(performance.now() - begin < 900 * 4, `${performance.now() - begin} ms`);
  assert.ok(results.every(({ names }) => names.length === 1));
  assert.ok(results.every(({ servers }) => servers.some(({ status }) => status === 'timeout')));
  assert.match(results[0]?.trouble.join('') ?? '', /^no answer from ns2\.example\.net \(127\.0\.0\.2\), listed for /);
  await dead();
});

test('a DNAME leads to another tree', async () => {
  const server = await start({
    kind: 'named',
    zones: {
      '2.0.192.in-addr.arpa': `${head(1)}@ IN DNAME rev.example.com.\n`,
      'example.com': `${FORWARD}10.rev IN PTR mail.example.com.\n`,
    },
  });
  for (const how of ['resolver', 'authoritative'] as const) {
    const result = only(await checked(server, ['192.0.2.10'], how));
    assert.deepEqual([result.verdict, result.aliases], ['confirmed', ['10.rev.example.com']], how);
  }
});

test('aliases that lead in a circle end, and are no missing record', async () => {
  const reverse = `${head(1)}10 IN CNAME 11\n11 IN CNAME 10\n12 IN CNAME 12\n`;
  for (const kind of ['named', 'knot'] as const) {
    const server = await start({ kind, zones: { '2.0.192.in-addr.arpa': reverse } });
    for (const how of ['resolver', 'authoritative'] as const) {
      const results = await checked(server, ['192.0.2.10', '192.0.2.12'], how);
      for (const result of results) {
        assert.equal(result.verdict, 'unknown', `${kind} ${how}`);
        assert.match(result.advice, /circle/, `${kind} ${how}`);
        assert.deepEqual(result.trouble, [], `${kind} ${how}`);
      }
    }
  }
});

test('a PTR set of 200 comes over TCP, whole', async () => {
  const reverse = `${head(1)}${Array.from({ length: 200 }, (_, i) => `10 IN PTR host-number-${i}.example.com.\n`).join('')}`;
  const forward = `${head(1)}${Array.from({ length: 200 }, (_, i) => `host-number-${i} IN A 192.0.2.${i < 3 ? 10 : 11}\n`).join('')}`;
  const server = await start({ kind: 'named', zones: { '2.0.192.in-addr.arpa': reverse, 'example.com': forward } });
  const result = only(await checked(server, ['192.0.2.10']));
  assert.equal(result.names.length, 200);
  assert.equal(result.verdict, 'several');
  assert.equal(result.forward.filter(({ confirms }) => confirms).length, 3);
});

test('refusing, failing, silent, lying: told apart, and never missing', async () => {
  const pointer = record('10.2.0.192.in-addr.arpa', 'PTR', 'mail.example.com');
  const cases = [
    ['refused', /REFUSED/, () => ({ rcode: 5 })],
    ['servfail', /SERVFAIL/, () => ({ rcode: 2 })],
    ['timeout', /a delay is not a missing record; ask again/, () => undefined],
    ['timeout', /a delay is not a missing record/, ({ id }: { id: number }) => ({ id: id ^ 0x55, answers: [pointer] })],
    ['timeout', /truncated/, ({ overTcp }: { overTcp: boolean }) => (overTcp ? undefined : { tc: true })],
    [
      'refused',
      /refers to the servers of/,
      () => ({ aa: false, authorities: [record('192.in-addr.arpa', 'NS', 'ns.example.net')] }),
    ],
    ['servfail', /empty/, () => ({ aa: false })],
  ] as const;
  for (const [status, advice, answer] of cases) {
    const server = await fakeServer(answer);
    const result = only(await checked(server, ['192.0.2.10'], 'resolver', 400));
    await server.close();
    assert.deepEqual([result.verdict, result.status], ['unknown', status], String(advice));
    assert.match(result.advice, advice);
  }
});

test('names that are not those that were asked for do not count', async () => {
  const server = await fakeServer(({ name, type }) => ({
    answers: [record(type === 'PTR' ? '11.2.0.192.in-addr.arpa' : name, 'PTR', 'evil.example.com')],
  }));
  const result = only(await checked(server, ['192.0.2.10']));
  await server.close();
  assert.deepEqual([result.verdict, result.names], ['missing', []]);
});

test('a name whose addresses can not be looked up is not unconfirmed', async () => {
  const server = await fakeServer(({ name, type }) =>
    type === 'PTR' ? { answers: [record(name, 'PTR', 'mail.example.com')] } : { rcode: 2 },
  );
  const result = only(await checked(server, ['192.0.2.10']));
  await server.close();
  assert.equal(result.verdict, 'unknown');
  assert.match(result.advice, /^The addresses of mail\.example\.com: /);
});

/** Something that takes packets and says nothing. */
async function silentServer(address: string, port: number): Promise<() => Promise<void>> {
  const { createSocket } = await import('node:dgram');
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(port, address, resolve));
  return () => new Promise((resolve) => socket.close(() => resolve()));
}
