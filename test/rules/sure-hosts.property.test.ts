import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dsNoDelegation } from '../../src/rules/delegation/ds-no-delegation.ts';
import { dsApex } from '../../src/rules/dnssec/ds-apex.ts';
import { dsNoKey } from '../../src/rules/dnssec/ds-no-key.ts';
import { hasUnsurePrimary, hasUnsureServer } from '../../src/rules/facts/server-state.ts';
import {
  hasUnsureBinding,
  hasUnsureHint,
  hasUnsureMailHost,
  hasUnsureService,
} from '../../src/rules/facts/sure-hosts.ts';
import { hasUnsoundSoa } from '../../src/rules/facts/unsound-data.ts';
import { hostnameInvalid } from '../../src/rules/names/hostname-invalid.ts';
import { targetRepeatsOrigin } from '../../src/rules/names/target-repeats-origin.ts';
import { registry } from '../../src/rules/registry.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { srvOwner } from '../../src/rules/services/srv-owner.ts';
import { soaRnameInvalid } from '../../src/rules/soa/soa-rname-invalid.ts';
import { tlsaCertificate } from '../../src/rules/text/tlsa-certificate.ts';
import { tlsaHost } from '../../src/rules/text/tlsa-host.ts';
import { tlsaOwner } from '../../src/rules/text/tlsa-owner.ts';
import { tlsaUnsignedZone } from '../../src/rules/text/tlsa-unsigned-zone.ts';
import { Bench } from '../support/dump.ts';

const hosts = `
@ NS ns1
ns1 A 192.0.2.53
mail A 192.0.2.2
both A 192.0.2.3
both AAAA 2001:db8::3
six AAAA 2001:db8::6
inside A 10.0.0.1
mixed A 10.0.0.2
mixed A 192.0.2.4
loop A 127.0.0.1
localhost A 127.0.0.1
alias CNAME mail
cut NS ns.cut
ns.cut A 192.0.2.5
odd A 192.0.2.6
odd CNAME mail
*.wild A 192.0.2.7
`;
const target = fc.constantFrom(
  ...'mail both six inside mixed loop localhost alias gone cut ns.cut odd x.wild . @ mail.example.net. 1.2.0.192.in-addr.arpa. below.moved'.split(
    ' ',
  ),
);
const soa = fc
  .tuple(
    fc.constantFrom('example.com.', 'example.com.', 'gone.example.com.'),
    fc.constantFrom('example.com.', 'example.com.', 'm'),
    target,
    fc.constantFrom(
      ...'h dns-admin @ . a.b h.example.com h.example.com. h.mail.example.com. h.gone.example.com. h.example.net. example.com. h@example.com a_b -h h.-x.net. h.localhost.'.split(
        ' ',
      ),
    ),
    fc.constantFrom(
      ...['1d 2h 4w 1h', '14400 3600 1209600 86400', '1d 2h 4w 86401', '1d 2h 4w 0', '1d 13h 4w 1h', '3h 1h 4w 1h'],
      ...['4h 30m 4w 1h', '1d 1h 6d 1h', '6d 1d 1w 1h'],
    ),
  )
  .map(
    ([origin, owner, host, mailbox, times]) =>
      `$ORIGIN ${origin}\n${owner} SOA ${host} ${mailbox} 1 ${times}\n$ORIGIN example.com.`,
  );
const line = fc.oneof(
  target.map((host) => `m MX 10 ${host}`),
  target.map((host) => `_sip._tcp.m SRV 0 5 5060 ${host}`),
  fc
    .tuple(
      fc.constantFrom('_sip._udp', '_tcp', '_5060._tcp', 'sip._tcp', '_sip._odd', '_tcp._udp', '_a._b._tcp'),
      target,
    )
    .map(([owner, host]) => `${owner} SRV 0 5 5060 ${host}`),
  fc
    .tuple(
      fc.constantFrom('m', 'mail', 'six'),
      fc.constantFrom('0', '1', '( 1'),
      target,
      fc.subarray([
        'alpn=h2',
        'ipv4hint=192.0.2.2',
        'ipv6hint=2001:db8::3',
        'port=8443',
        'ipv4hint=192.0.2.3,10.0.0.1',
      ]),
    )
    .map(([owner, priority, host, parameters]) => {
      const isGrouped = priority.startsWith('(');
      const words = [priority, host, ...parameters].join(isGrouped ? '\n ' : ' ');
      return `${owner} HTTPS ${words}${isGrouped ? ')' : ''}`;
    }),
  target.map((host) => `m SVCB 1 ${host} ipv4hint=192.0.2.9`),
  fc.tuple(fc.constantFrom('m', 'cut', 'a.cut', '@'), target).map(([owner, host]) => `${owner} NS ${host}`),
  fc.constantFrom('m', 'cut', 'a.cut', '@', 'mail').map((owner) => `${owner} DS 1 13 2 ${'ab'.repeat(32)}`),
  fc
    .tuple(
      fc.constantFrom('_443', '_0', '_04', '_99999', '_25', '443'),
      fc.constantFrom('_tcp', '_quic', '_odd'),
      target,
    )
    .map(
      ([port, protocol, host]) => `${port}.${protocol}.${host.replace(/^[.@]$/, 'mail')} TLSA 3 1 1 ${'ab'.repeat(32)}`,
    ),
  fc.constant('moved DNAME example.net.'),
);

/** Rules with a filter that must take nothing away, without it. */
const filters: ReadonlySet<unknown> = new Set([
  ...[hasUnsureMailHost, hasUnsureService, hasUnsureBinding, hasUnsureHint, hasUnsureServer, hasUnsurePrimary],
  hasUnsoundSoa,
]);
const others: ReadonlySet<Rule> = new Set<Rule>([
  ...[tlsaCertificate, tlsaHost, tlsaOwner, tlsaUnsignedZone, srvOwner, dsApex, dsNoDelegation, dsNoKey],
  ...[soaRnameInvalid, targetRepeatsOrigin, hostnameInvalid],
]);
const unfiltered = registry.map((rule): Rule => {
  if (rule.scope !== 'name' || !(filters.has(rule.wants) || others.has(rule))) return rule;
  const { wants: _, ...rest } = rule;
  return rest;
});

test('filters by the hosts that records lead to take no finding away', () => {
  assert.ok(registry.filter((rule, i) => unfiltered[i] !== rule).length >= 28);
  let count = 0;
  fc.assert(
    fc.property(soa, fc.array(line, { minLength: 1, maxLength: 6 }), (first, lines) => {
      const text = `$TTL 3600\n${first}\n${hosts}${lines.join('\n')}\n`;
      const [found, all] = [registry, unfiltered].map((rules) => findings(text, rules));
      count += all?.length ?? 0;
      assert.deepEqual(found, all, text);
    }),
    { numRuns: 300 },
  );
  assert.ok(count > 1000, `${count} findings`);
});

function findings(text: string, rules: readonly Rule[]): string[] {
  const bench = new Bench(new Map([['zone', text]]), [{ file: 'zone', origin: 'example.com.' }], rules);
  bench.run();
  return [...bench.engine.book.all()].map(({ rule, key, message }) => `${key} ${rule}: ${message}`).sort();
}
