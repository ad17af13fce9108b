import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../src/live/judge.ts';
import { endlessAliases, type Looked } from '../../src/live/look.ts';
import type { ForwardResult } from '../../src/live/result.ts';

const ADDRESS = '192.0.2.10';

function pointers(status: Looked['status'], rest: Partial<Looked> = {}): Looked {
  return { status, records: [], aliases: [], servers: [], reason: '', isDisputed: false, zone: undefined, ...rest };
}

function forward(name: string, ...addresses: string[]): ForwardResult {
  return { name, status: addresses.length > 0 ? 'found' : 'nodata', addresses, confirms: addresses.includes(ADDRESS) };
}

const options = { passesStaticNames: false, isPool: () => false };

function verdict(looked: Looked, names: readonly ForwardResult[] = [], address = ADDRESS): string {
  return judge({ address, pointers: looked, forward: names, failed: [] }, options).verdict;
}

test('only an answer that there is none makes a PTR missing', () => {
  assert.equal(verdict(pointers('nxdomain')), 'missing');
  assert.equal(verdict(pointers('nodata')), 'missing');
  for (const status of ['servfail', 'refused', 'timeout', 'unreachable', 'malformed'] as const)
    assert.equal(verdict(pointers(status)), 'unknown', status);
});

test('a failure is told by its name, and that it is not a missing record', () => {
  const advice = (status: Looked['status']): string =>
    judge({ address: ADDRESS, pointers: pointers(status), forward: [], failed: [] }, options).advice;
  assert.match(advice('timeout'), /a delay is not a missing record; ask again/);
  assert.match(advice('servfail'), /SERVFAIL.*not a missing record/);
  assert.match(advice('refused'), /REFUSED.*not a missing record/);
  assert.match(advice('malformed'), /not a missing record/);
  const all = ['timeout', 'servfail', 'refused', 'malformed', 'unreachable'] as const;
  assert.equal(new Set(all.map(advice)).size, all.length);
});

test('a name confirms where it has the address', () => {
  assert.equal(verdict(pointers('found'), [forward('mail.example.com', ADDRESS)]), 'confirmed');
  assert.equal(verdict(pointers('found'), [forward('mail.example.com', '192.0.2.11')]), 'not-confirmed');
  assert.equal(verdict(pointers('found'), [forward('mail.example.com')]), 'not-confirmed');
});

test('of several names one that confirms is enough to be several, none to be unconfirmed', () => {
  const good = forward('mail.example.com', ADDRESS);
  const bad = forward('old.example.com', '192.0.2.99');
  assert.equal(verdict(pointers('found'), [bad, good]), 'several');
  assert.equal(verdict(pointers('found'), [bad, bad]), 'not-confirmed');
});

test('a look-up of the name that fails leaves all open', () => {
  const open: ForwardResult = { name: 'mail.example.com', status: 'servfail', addresses: [], confirms: false };
  assert.equal(verdict(pointers('found'), [open]), 'unknown');
  assert.equal(verdict(pointers('found'), [open, forward('mail.example.com', ADDRESS)]), 'several');
});

test('a name made from the address is generic, confirmed or not known to be; unconfirmed is worse', () => {
  const name = '192-0-2-10-static.provider.example';
  assert.equal(verdict(pointers('found'), [forward(name, ADDRESS)]), 'generic');
  assert.equal(verdict(pointers('found'), [{ ...forward(name), status: 'refused' }]), 'generic');
  assert.equal(verdict(pointers('found'), [forward(name, '192.0.2.1')]), 'not-confirmed');
  const passed = { passesStaticNames: true, isPool: () => false };
  const evidence = { address: ADDRESS, pointers: pointers('found'), forward: [forward(name, ADDRESS)], failed: [] };
  assert.equal(judge(evidence, passed).verdict, 'confirmed');
  assert.equal(judge(evidence, { passesStaticNames: false, isPool: () => true }).verdict, 'confirmed');
});

test('of several names those that do not lead back are told, a few of many', () => {
  const told = (count: number): string => {
    const strays = Array.from({ length: count }, (_, i) => forward(`old${i}.example.com`, '192.0.2.99'));
    const names = [forward('mail.example.com', ADDRESS), ...strays];
    return judge({ address: ADDRESS, pointers: pointers('found'), forward: names, failed: [] }, options).advice;
  };
  assert.match(told(1), /; these do not lead back: old0\.example\.com\. Keep one that does$/);
  assert.match(told(9), /old3\.example\.com and 5 more\. Keep one that does$/);
});

test('servers that differ come before all else', () => {
  assert.equal(verdict(pointers('found', { isDisputed: true }), [forward('mail.example.com', ADDRESS)]), 'disagree');
});

test('lame and silent servers are named once each, whatever the verdict', () => {
  const word = {
    server: 'ns2.example.net.',
    address: '192.0.2.54',
    zone: '2.0.192.in-addr.arpa.',
    names: [],
    reason: '',
  };
  const servers = [
    { ...word, status: 'refused' as const },
    { ...word, status: 'refused' as const },
    { ...word, server: 'ns3.example.net.', address: '192.0.2.55', status: 'timeout' as const },
    { ...word, server: '', zone: '', status: 'timeout' as const },
  ];
  const {
    advice,
    trouble,
    verdict: found,
  } = judge(
    {
      address: ADDRESS,
      pointers: pointers('found', { servers }),
      forward: [forward('mail.example.com', ADDRESS)],
      failed: [],
    },
    options,
  );
  assert.equal(found, 'confirmed');
  assert.equal(advice, '');
  assert.deepEqual(trouble, [
    'lame delegation: ns2.example.net (192.0.2.54) is listed for 2.0.192.in-addr.arpa and does not answer for it: let it load the zone, or take it out of the NS records there and in the zone above',
    'no answer from ns3.example.net (192.0.2.55), listed for 2.0.192.in-addr.arpa: who asks there waits, and may give up. See that it runs, and that port 53 is open over UDP and TCP',
  ]);
});

test('servers fail at aliases that do not end; that is no fault of theirs', () => {
  const word = {
    server: 'ns1.example.net.',
    address: '192.0.2.53',
    zone: '2.0.192.in-addr.arpa.',
    names: [],
    reason: '',
  };
  const servers = [{ ...word, status: 'servfail' as const }];
  const circle = endlessAliases(['10.2.0.192.in-addr.arpa.', '10.2.0.192.in-addr.arpa.'], servers);
  const { advice, trouble } = judge({ address: ADDRESS, pointers: circle, forward: [], failed: [] }, options);
  assert.match(advice, /^No PTR record is found, as the aliases lead in a circle/);
  assert.deepEqual(trouble, []);
});

test('who was asked in vain is told: a resolver by its address, servers of a zone by what is wrong with them', () => {
  const word = { server: '', address: '192.0.2.53', zone: '', names: [], reason: '' };
  const told = (looked: Looked): string =>
    judge({ address: ADDRESS, pointers: looked, forward: [], failed: [] }, options).advice;
  assert.match(
    told(pointers('timeout', { servers: [{ ...word, status: 'timeout' }] })),
    /ask again \(asked: 192\.0\.2\.53\)$/,
  );
  const ofZone = { ...word, server: 'ns1.example.net.', zone: '2.0.192.in-addr.arpa.', status: 'servfail' as const };
  assert.match(told(pointers('servfail', { servers: [ofZone] })), /^The servers of the zone could not find out/);
});

test('where the addresses of a name are not told, the servers that failed are named', () => {
  const open: ForwardResult = { name: 'mail.example.com', status: 'refused', addresses: [], confirms: false };
  const failed = [
    {
      server: 'ns9.example.com.',
      address: '192.0.2.59',
      zone: 'example.com.',
      status: 'refused' as const,
      names: [],
      reason: '',
    },
  ];
  const { trouble } = judge({ address: ADDRESS, pointers: pointers('found'), forward: [open], failed }, options);
  assert.match(trouble.join(''), /^lame delegation: ns9\.example\.com \(192\.0\.2\.59\) is listed for example\.com/);
});

test('a target below arpa tells of the missing dot', () => {
  const { advice } = judge(
    {
      address: ADDRESS,
      pointers: pointers('found'),
      forward: [forward('mail.example.com.2.0.192.in-addr.arpa')],
      failed: [],
    },
    options,
  );
  assert.match(advice, /a final dot is missing/);
});
