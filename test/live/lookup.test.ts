import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AuthoritativeLookup } from '../../src/live/authoritative-lookup.ts';
import { LiveChecker } from '../../src/live/checker.ts';
import { meaningOf } from '../../src/live/reply.ts';
import { ResolverLookup } from '../../src/live/resolver-lookup.ts';
import { silence } from '../../src/ports/resolver.ts';
import { fakeResolver, rr, type Say } from './fake-resolver.ts';

const FIRST = { address: '10.0.0.1', port: 53 };
const SECOND = { address: '10.0.0.2', port: 53 };
const NAME = '10.2.0.192.in-addr.arpa.';
const SOA = rr('2.0.192.in-addr.arpa.', 'SOA', '7');

test('a reply without records is NODATA only from who may say so', () => {
  const question = { name: NAME, type: 'PTR' };
  const of = (rest: object): string => meaningOf(question, { ...silence('answer'), ...rest }).kind;
  assert.equal(of({ authoritative: true }), 'nodata');
  assert.equal(of({ authorities: [SOA] }), 'nodata');
  assert.equal(of({ recursive: true }), 'nodata');
  assert.equal(of({ authorities: [rr('2.0.192.in-addr.arpa.', 'NS', 'ns1.example.net.')] }), 'referral');
  assert.equal(
    of({ recursive: true, authorities: [rr('2.0.192.in-addr.arpa.', 'NS', 'ns1.example.net.')] }),
    'referral',
  );
  assert.equal(of({}), 'failed');
});

test('records of other names do not count', () => {
  const answers = [rr('11.2.0.192.in-addr.arpa.', 'PTR', 'evil.example.com.')];
  assert.equal(
    meaningOf({ name: NAME, type: 'PTR' }, { ...silence('answer'), authoritative: true, answers }).kind,
    'nodata',
  );
});

test('the next resolver is asked where one fails', async () => {
  const say: Say = (_question, { address }) =>
    address === FIRST.address ? undefined : { recursive: true, answers: [rr(NAME, 'PTR', 'mail.example.com.')] };
  const resolver = fakeResolver(say);
  const looked = await new ResolverLookup(resolver, [FIRST, SECOND]).look(NAME, 'PTR');
  assert.equal(looked.status, 'found');
  assert.deepEqual(
    looked.servers.map(({ status }) => status),
    ['timeout', 'found'],
  );
});

test('aliases are followed through one answer and over several', async () => {
  const target = '10.0-63.2.0.192.in-addr.arpa.';
  const alias = rr(NAME, 'CNAME', target);
  const pointer = rr(target, 'PTR', 'mail.example.com.');
  for (const together of [true, false]) {
    const resolver = fakeResolver(({ name }) => ({
      recursive: true,
      answers: name === NAME ? (together ? [alias, pointer] : [alias]) : [pointer],
    }));
    const looked = await new ResolverLookup(resolver, [FIRST]).look(NAME, 'PTR');
    assert.deepEqual([looked.status, looked.aliases], ['found', [target]]);
    assert.equal(resolver.asked.length, together ? 1 : 2);
  }
});

test('without a server nothing is asked, and nothing is missing', async () => {
  const looked = await new ResolverLookup(
    fakeResolver(() => undefined),
    [],
  ).look(NAME, 'PTR');
  assert.equal(looked.status, 'unreachable');
});

test('from the root down: each zone is asked for the way once', async () => {
  const resolver = fakeResolver(({ name }, { address }) => {
    if (address !== '192.168.0.1' && address !== '192.168.0.2')
      return {
        authorities: [rr('192.in-addr.arpa.', 'NS', 'ns1.192.in-addr.arpa.')],
        additionals: [rr('ns1.192.in-addr.arpa.', 'A', '192.168.0.1')],
      };
    if (address === '192.168.0.1')
      return {
        authorities: [rr('2.0.192.in-addr.arpa.', 'NS', 'ns1.2.0.192.in-addr.arpa.')],
        additionals: [rr('ns1.2.0.192.in-addr.arpa.', 'A', '192.168.0.2')],
      };
    return { authoritative: true, answers: [rr(name, 'PTR', 'mail.example.com.')] };
  });
  const lookup = new AuthoritativeLookup({ resolver, through: [] });
  assert.equal((await lookup.look(NAME, 'PTR')).status, 'found');
  assert.equal(resolver.asked.length, 3);
  assert.equal((await lookup.look('11.2.0.192.in-addr.arpa.', 'PTR')).status, 'found');
  assert.equal(resolver.asked.length, 4, 'the way is known now');
});

test('delegations that lead nowhere or upwards end', async () => {
  const up = fakeResolver(() => ({ authorities: [rr('.', 'NS', 'a.root-servers.net.')] }));
  const looked = await new AuthoritativeLookup({ resolver: up, through: [] }).look(NAME, 'PTR');
  assert.notEqual(looked.status, 'found');
  assert.ok(up.asked.length < 60, `${up.asked.length} questions`);
  const without = fakeResolver(() => ({ authorities: [rr('192.in-addr.arpa.', 'NS', 'ns.192.in-addr.arpa.')] }));
  const none = await new AuthoritativeLookup({ resolver: without, through: [] }).look(NAME, 'PTR');
  assert.equal(none.status, 'unreachable');
  assert.ok(without.asked.length < 200, `${without.asked.length} questions`);
});

test('where no root server answers nobody is called lame', async () => {
  const refusing = fakeResolver(() => ({ status: 'refused' }));
  const looked = await new AuthoritativeLookup({ resolver: refusing, through: [] }).look('example.com.', 'SOA');
  assert.equal(looked.status, 'unreachable');
  assert.match(looked.reason, /^the DNS cannot be reached from here: no root server answers/);
  assert.deepEqual(looked.servers, []);
});

test('glue that a zone may not give is not believed', async () => {
  const resolver = fakeResolver(({ name, type }, { address }) => {
    if (address === '10.9.9.9') return { authoritative: true, answers: [rr(NAME, 'PTR', 'evil.example.com.')] };
    if (name === NAME && type === 'PTR' && address !== '192.168.0.5')
      return {
        authorities: [rr('2.0.192.in-addr.arpa.', 'NS', 'ns.example.net.')],
        additionals: [rr('ns.elsewhere.example.', 'A', '10.9.9.9')],
      };
    if (name === 'ns.example.net.')
      return { authoritative: true, answers: type === 'A' ? [rr(name, 'A', '192.168.0.5')] : [] };
    return { authoritative: true, answers: [rr(name, 'PTR', 'mail.example.com.')] };
  });
  const looked = await new AuthoritativeLookup({ resolver, through: [] }).look(NAME, 'PTR');
  assert.equal(looked.records[0]?.data, 'mail.example.com.');
});

test('documentation addresses are never sent to', async () => {
  const resolver = fakeResolver(({ type }) => ({
    recursive: true,
    answers:
      type === 'NS'
        ? [rr('2.0.192.in-addr.arpa.', 'NS', 'ns.example.net.')]
        : type === 'A'
          ? [rr('ns.example.net.', 'A', '192.0.2.53')]
          : [],
    authorities: [SOA],
  }));
  const looked = await new AuthoritativeLookup({ resolver, through: [FIRST] }).look(NAME, 'PTR');
  assert.equal(looked.status, 'unreachable');
  assert.ok(resolver.asked.every((line) => line.startsWith(FIRST.address)));
});

test('a neighbour that is a zone itself is not asked for the others', async () => {
  const [one, other] = ['one.example.com.', 'other.example.com.'];
  const resolver = fakeResolver(({ name, type }, { address }) => {
    const zone = name.replace(/^ns\./, '');
    const host = zone === one ? '192.168.0.1' : '192.168.0.2';
    if (address !== FIRST.address)
      return address === host
        ? { authoritative: true, answers: [rr(name, 'A', '192.168.9.9')] }
        : { status: 'refused' };
    const data = { SOA: '1', NS: `ns.${zone}`, A: host }[type];
    return { recursive: true, answers: data === undefined ? [] : [rr(name, type, data)] };
  });
  const lookup = new AuthoritativeLookup({ resolver, through: [FIRST] });
  assert.equal((await lookup.look(one, 'A')).status, 'found');
  assert.equal((await lookup.look(other, 'A')).status, 'found');
});

test('results come in the order of the addresses, and the owner of a zone is looked up once', async () => {
  const resolver = fakeResolver(({ name, type }) => {
    if (type === 'SOA') return { recursive: true, answers: [SOA] };
    if (type === 'NS') return { recursive: true, answers: [rr('2.0.192.in-addr.arpa.', 'NS', 'ns1.example.net.')] };
    return { status: 'nxdomain', recursive: true, authorities: [SOA], answers: [], reason: name };
  });
  const checker = new LiveChecker({
    lookup: new ResolverLookup(resolver, [FIRST]),
    judge: { passesStaticNames: false, isPool: () => false },
    isServerNamed: true,
    namedBy: '',
    isCancelled: () => false,
    window: 3,
  });
  const addresses = Array.from({ length: 20 }, (_, i) => `192.0.2.${i}`);
  const found: string[] = [];
  for await (const { address, owner } of checker.checkAll(new Set(addresses))) {
    found.push(address);
    assert.deepEqual(owner, {
      zone: '2.0.192.in-addr.arpa',
      servers: ['ns1.example.net'],
      mailbox: 'hostmaster@example.com',
    });
  }
  assert.deepEqual(found, addresses);
  assert.equal(resolver.asked.length, 22);
});

test('without a named server, private and documentation addresses are not asked for', async () => {
  const resolver = fakeResolver(() => ({ recursive: true, authorities: [SOA] }));
  const checker = new LiveChecker({
    lookup: new ResolverLookup(resolver, [FIRST]),
    judge: { passesStaticNames: false, isPool: () => false },
    isServerNamed: false,
    namedBy: '',
    isCancelled: () => false,
    window: 3,
  });
  for (const address of [
    '192.0.2.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '127.0.0.1',
    'fd00::1',
    '2001:db8::1',
    'fe80::1',
    '100.64.0.1',
  ])
    assert.equal((await checker.check(address)).verdict, 'unknown', address);
  assert.deepEqual(resolver.asked, []);
  assert.equal((await checker.check('172.32.0.1')).verdict, 'missing');
});
