import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailboxText } from '../../src/live/mailbox-text.ts';
import { nsupdateScript, reloadLine } from '../../src/live/nsupdate.ts';
import { providerOf, providers } from '../../src/live/providers.ts';
import { isPublishedBadly, serialNote } from '../../src/live/published.ts';
import { requestText } from '../../src/live/request.ts';
import type { LiveResult } from '../../src/live/result.ts';
import { differenceText, publishedText, resultText, toldApart } from '../../src/live/result-text.ts';
import { serverAddress } from '../../src/live/server-word.ts';
import { LiveCount, summaryText } from '../../src/live/summary.ts';
import { liveTarget } from '../../src/live/targets.ts';
import { compared } from '../../src/live/zone-diff.ts';

const RESULT: LiveResult = {
  address: '192.0.2.11',
  reverseName: '11.2.0.192.in-addr.arpa',
  status: 'found',
  reason: '',
  names: ['static.11.2.0.192.clients.your-server.de'],
  aliases: [],
  forward: [],
  servers: [],
  generic: null,
  held: null,
  verdict: 'generic',
  advice: '',
  trouble: [],
  owner: { zone: '2.0.192.in-addr.arpa', servers: ['ns1.your-server.de'], mailbox: 'hostmaster@your-server.de' },
};

test('words mean addresses, networks, names', () => {
  const kind = (text: string): string => {
    const target = liveTarget(text);
    if (target.kind === 'address') return target.address;
    if (target.kind === 'name') return target.name;
    return target.kind === 'network' ? `${[...target.addresses()].length}` : 'problem';
  };
  assert.equal(kind('192.0.2.1'), '192.0.2.1');
  assert.equal(kind('2001:DB8:0::1'), '2001:db8::1');
  assert.equal(kind('192.0.2.77/30'), '4');
  assert.equal(kind('2001:db8::/124'), '16');
  assert.equal(kind('1.2.0.192.in-addr.arpa'), '192.0.2.1');
  assert.equal(kind('2.0.192.in-addr.arpa.'), '256');
  assert.equal(kind('0/26.2.0.192.in-addr.arpa'), '64');
  assert.equal(kind('Mail.example.COM'), 'mail.example.com.');
  for (const wrong of ['', '.', '10.0.0.0/8', '192.0.2.0/33', '2001:db8::/64', 'a b', 'x/y'])
    assert.equal(kind(wrong), 'problem', wrong);
});

test('a server is an address, with a port behind a colon', () => {
  assert.deepEqual(serverAddress('192.0.2.53'), { address: '192.0.2.53', port: 53 });
  assert.deepEqual(serverAddress('127.0.0.1:5353'), { address: '127.0.0.1', port: 5353 });
  assert.deepEqual(serverAddress('::1'), { address: '::1', port: 53 });
  assert.deepEqual(serverAddress('[::1]:5353'), { address: '::1', port: 5353 });
  for (const wrong of ['', 'ns1.example.com', '192.0.2.53:0', '192.0.2.53:99999', '[::1', '1.2.3'])
    assert.equal(serverAddress(wrong), undefined, wrong);
});

test('serials: as held, not loaded yet, an old copy, servers that differ', () => {
  const server = (
    serial: number | null,
    name = 'ns1',
  ): { server: string; address: string; status: 'found'; serial: number | null } => ({
    server: name,
    address: '192.0.2.1',
    status: 'found',
    serial,
  });
  assert.equal(serialNote('found', [server(7)], 7), '');
  assert.equal(serialNote('found', [server(7)], null), '');
  assert.equal(
    serialNote('found', [server(2026112301)], 2026112302),
    'published serial 2026112301, held 2026112302: not loaded yet?',
  );
  assert.match(serialNote('found', [server(9)], 7), /the published zone is newer/);
  // 2^32 - 1 comes before 1 (RFC 1982).
  assert.match(serialNote('found', [server(4294967295)], 1), /not loaded yet/);
  assert.match(
    serialNote('found', [server(7), server(8, 'ns2')], 8),
    /the servers differ: ns1 has 7, ns2 has 8, held 8/,
  );
  assert.match(serialNote('timeout', [server(null)], 8), /nobody knows/);
});

test('a zone that is not there, or not alike at its servers, is a fault; another serial than is held may be meant so', () => {
  const server = (serial: number | null) => ({
    server: 'ns1',
    address: '192.0.2.53',
    status: 'found' as const,
    serial,
  });
  const zone = { zone: 'example.com', status: 'found' as const, held: { serial: 8, file: 'z' }, note: '' };
  assert.equal(isPublishedBadly({ ...zone, servers: [server(7)] }), false);
  assert.equal(isPublishedBadly({ ...zone, servers: [server(7), server(null)] }), false);
  assert.equal(isPublishedBadly({ ...zone, servers: [server(7), server(8)] }), true);
  assert.equal(isPublishedBadly({ ...zone, servers: [server(null)], status: 'nxdomain' }), true);
  assert.equal(isPublishedBadly({ ...zone, servers: [server(null)], status: 'timeout' }), false);
});

test('types that were not compared are named', () => {
  const difference = { how: 'transfer' as const, differences: [], unknown: 0, note: '', notCompared: [] };
  assert.equal(differenceText(difference), '    no record differs (by a transfer of the zone)\n');
  assert.equal(
    differenceText({ ...difference, notCompared: ['CAA', 'TLSA'] }),
    '    no record differs (by a transfer of the zone; CAA, TLSA records were not compared)\n',
  );
});

test('numbers between dots that are no address are not asked for as a name', () => {
  for (const text of ['192.0.2.300', '192.0.2.010', '1.2.3.4444']) {
    const target = liveTarget(text);
    assert.equal(target.kind, 'problem', text);
  }
  assert.equal(liveTarget('2.0.192.in-addr.arpa').kind, 'network');
});

test('the script for nsupdate holds only where the zone is as it was seen', () => {
  const update = {
    reverseName: '10.2.0.192.in-addr.arpa.',
    zone: '2.0.192.in-addr.arpa.',
    target: 'mail.example.com.',
    ttl: 3600,
    server: 'ns1.example.com',
  };
  assert.equal(
    nsupdateScript([{ ...update, present: [] }]),
    `; nsupdate -l on the server itself, or nsupdate -k KEYFILE
server ns1.example.com
zone 2.0.192.in-addr.arpa.
prereq nxrrset 10.2.0.192.in-addr.arpa. IN PTR
update add 10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.com.
send
`,
  );
  assert.equal(
    nsupdateScript([{ ...update, server: undefined, present: ['old.example.com.'] }]),
    `; nsupdate -l on the server itself, or nsupdate -k KEYFILE
zone 2.0.192.in-addr.arpa.
prereq yxrrset 10.2.0.192.in-addr.arpa. IN PTR old.example.com.
update delete 10.2.0.192.in-addr.arpa. IN PTR
update add 10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.com.
send
`,
  );
});

test('the line that reloads a zone names its view', () => {
  assert.equal(reloadLine('example.com.', ''), 'rndc reload example.com');
  assert.equal(reloadLine('example.com.', 'inside'), 'rndc reload example.com IN inside');
  const pasted = reloadLine('a`id`.$(id).example.', "x; id'\nid");
  assert.equal(pasted, "rndc reload 'a`id`.$(id).example' IN 'x; id'\\''\ufffdid'");
});

test('a request tells all that a provider needs, and what its customers do themselves', () => {
  const text = requestText(RESULT, { name: 'mail.example.com.', ttl: 3600 });
  for (const part of [
    '192.0.2.11',
    'mail.example.com. IN A 192.0.2.11',
    '3600 IN PTR mail.example.com.',
    'hostmaster@your-server.de',
  ])
    assert.ok(text.includes(part), part);
  assert.match(text, /Customers of Hetzner set it themselves: /);
  assert.match(text, /See https:\/\/docs\.hetzner\.com\//);
});

test('providers have a source each, and are known by whole labels', () => {
  for (const { name, source, suffixes, how } of providers) {
    assert.match(source, /^https:\/\/[^ ]+$/, name);
    assert.ok(suffixes.length > 0 && how.length > 0, name);
  }
  assert.equal(providerOf(['ip-192-0-2-1.vps.ovh.net'])?.name, 'OVHcloud');
  assert.equal(providerOf(['notovh.net']), undefined);
});

test('what was not asked is not told as refused', () => {
  const refused: LiveResult = { ...RESULT, names: [], status: 'refused', verdict: 'unknown' };
  assert.match(resultText(refused), /unknown: not asked/);
  const word = { server: '', address: '192.0.2.53', zone: '', status: 'refused', names: [], reason: '' } as const;
  assert.match(resultText({ ...refused, servers: [word] }), /unknown: not answered \(REFUSED\)/);
});

test('a mailbox is read as RFC 1035 writes it', () => {
  assert.equal(mailboxText('hostmaster.example.com.'), 'hostmaster@example.com');
  assert.equal(mailboxText('john\\.doe.example.com.'), 'john.doe@example.com');
});

test('differences of records: changed, gone, new; order does not count', () => {
  const held = [
    { name: 'example.com.', type: 'MX', data: ['10 a.example.com.', '20 b.example.com.'] },
    { name: 'www.example.com.', type: 'A', data: ['192.0.2.1'] },
    { name: 'new.example.com.', type: 'A', data: ['192.0.2.2'] },
  ];
  const published = [
    { name: 'example.com.', type: 'MX', data: ['20 b.example.com.', '10 a.example.com.'] },
    { name: 'www.example.com.', type: 'A', data: ['192.0.2.9'] },
    { name: 'gone.example.com.', type: 'A', data: ['192.0.2.3'] },
  ];
  assert.deepEqual(
    compared(held, published, 'example.com.').map(
      ({ name, held: here, published: there }) => `${name} ${here} | ${there}`,
    ),
    ['gone.example.com  | 192.0.2.3', 'new.example.com 192.0.2.2 | ', 'www.example.com 192.0.2.1 | 192.0.2.9'],
  );
});

test('the sum tells the worst', () => {
  const count = new LiveCount();
  assert.equal(count.outcome, 'fine');
  count.add({ ...RESULT, verdict: 'confirmed' });
  count.add({ ...RESULT, verdict: 'unknown' });
  assert.equal(count.outcome, 'unknown');
  count.add(RESULT);
  assert.equal(count.outcome, 'faults');
  assert.equal(summaryText(count.summary), '1 confirmed, 1 generic, 1 unknown of 3 addresses');
});

test('a zone that two views have is told with the file of each', () => {
  const zone = (name: string, file: string) =>
    ({ zone: name, status: 'nxdomain', servers: [], held: { serial: 1, file }, note: 'not published' }) as const;
  const zones = [zone('example.com', 'in.zone'), zone('example.com', 'out.zone'), zone('example.net', 'net.zone')];
  assert.deepEqual(
    toldApart(zones).map(publishedText),
    ['example.com (in.zone)', 'example.com (out.zone)', 'example.net'].map((name) => `${name}: not published\n`),
  );
});

test('a serial that is published as it is held says nothing of the records', () => {
  const zone = (serial: number | null) =>
    ({ zone: 'example.com', status: 'found', servers: [], held: { serial, file: 'in.zone' }, note: '' }) as const;
  assert.deepEqual([zone(7), zone(null)].map(publishedText), [
    'example.com: published, serial 7 as held\n',
    'example.com: published\n',
  ]);
});
