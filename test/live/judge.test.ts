import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../src/live/judge.ts';
import type { Looked } from '../../src/live/look.ts';
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
  return judge({ address, pointers: looked, forward: names }, options).verdict;
}

test('only an answer that there is none makes a PTR missing', () => {
  assert.equal(verdict(pointers('nxdomain')), 'missing');
  assert.equal(verdict(pointers('nodata')), 'missing');
  for (const status of ['servfail', 'refused', 'timeout', 'unreachable', 'malformed'] as const)
    assert.equal(verdict(pointers(status)), 'unknown', status);
});

test('a failure is told by its name, and that it is not a missing record', () => {
  const advice = (status: Looked['status']): string =>
    judge({ address: ADDRESS, pointers: pointers(status), forward: [] }, options).advice;
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
  const evidence = { address: ADDRESS, pointers: pointers('found'), forward: [forward(name, ADDRESS)] };
  assert.equal(judge(evidence, passed).verdict, 'confirmed');
  assert.equal(judge(evidence, { passesStaticNames: false, isPool: () => true }).verdict, 'confirmed');
});

test('servers that differ come before all else', () => {
  assert.equal(verdict(pointers('found', { isDisputed: true }), [forward('mail.example.com', ADDRESS)]), 'disagree');
});

test('lame servers are named once each, whatever the verdict', () => {
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
  ];
  const { advice, verdict: found } = judge(
    { address: ADDRESS, pointers: pointers('found', { servers }), forward: [forward('mail.example.com', ADDRESS)] },
    options,
  );
  assert.equal(found, 'confirmed');
  assert.equal(
    advice,
    'lame delegation: ns2.example.net (192.0.2.54) is listed for 2.0.192.in-addr.arpa and does not answer for it',
  );
});

test('a target below arpa tells of the missing dot', () => {
  const { advice } = judge(
    { address: ADDRESS, pointers: pointers('found'), forward: [forward('mail.example.com.2.0.192.in-addr.arpa')] },
    options,
  );
  assert.match(advice, /a final dot is missing/);
});
