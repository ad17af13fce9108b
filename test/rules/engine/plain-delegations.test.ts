import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TYPE_DS, TYPE_NS } from '../../../src/dns/type-codes.ts';
import { registry } from '../../../src/rules/registry.ts';
import { Bench } from '../../support/dump.ts';

const HEAD = `@ 60 SOA ns1 hostmaster 1 14400 3600 1209600 3600
@ 60 NS ns1
@ 60 NS ns2
ns1 60 A 192.0.2.1
ns2 60 A 198.51.100.1
`;
const PLAIN = `a 60 NS ns1.a
a 60 NS ns2.a
a 60 DS 1 13 2 0000000000000000000000000000000000000000000000000000000000000000
ns1.a 60 A 192.0.2.2
ns2.a 60 A 198.51.100.2
`;

/** The rules that find something in a zone of these lines. */
function found(lines: string): Set<string> {
  const bench = new Bench(new Map([['forward', HEAD + lines]]), [{ file: 'forward', origin: 'example.com.' }]);
  bench.run();
  return new Set([...bench.engine.book.all()].map(({ rule }) => rule));
}

test('no rule is asked of plain delegations', () => {
  for (const rule of registry) {
    if (rule.scope !== 'name' || rule.owners === 'addresses') continue;
    if (rule.types.length > 0 && !rule.types.includes(TYPE_NS) && !rule.types.includes(TYPE_DS)) continue;
    assert.ok(
      rule.passesPlainDelegations || rule.passesPlainHosts,
      `${rule.id} is asked of each of a million delegations: if it has nothing to say of plain ones, give it passesPlainDelegations: true`,
    );
  }
});

test('nothing is found at a plain delegation', () => {
  assert.deepEqual(found(PLAIN), found(''));
});

/** What is nearly a plain delegation, and the rule that finds something at it. */
const OTHERS: Readonly<Record<string, string>> = {
  'ttl-differs': PLAIN.replace('60 NS ns2.a', '61 NS ns2.a'),
  'record-duplicate': `${PLAIN}a 60 NS ns1.a\n`,
  'ns-same-address': PLAIN.replace('198.51.100.2', '192.0.2.2'),
  'ns-no-ipv4': PLAIN.replace('A 192.0.2.2', 'AAAA 2001:db8::1').replace('A 198.51.100.2', 'AAAA 2001:db8:1::1'),
  'glue-missing': PLAIN.replace('ns2.a 60 A 198.51.100.2\n', ''),
  'ns-cname': `${PLAIN.replace('NS ns2.a', 'NS www')}www 60 CNAME ns2\n`,
  'ns-address-literal': PLAIN.replaceAll('ns2.a', '192.0.2.1'),
  'target-repeats-origin': PLAIN.replaceAll('ns2.a', 'ns2.example.com'),
  'hostname-invalid': PLAIN.replaceAll('ns2.a', 'ns_2.a'),
  'ns-wildcard': `${PLAIN}* 60 NS ns1\n`,
  'ds-no-delegation': PLAIN.replaceAll(/^a 60 NS.*\n/gm, ''),
  'owner-repeats-origin': PLAIN.replaceAll(/^a /gm, 'a.example.com '),
};

for (const [rule, lines] of Object.entries(OTHERS)) {
  test(`${rule} is asked of what is no plain delegation`, () => {
    assert.ok(found(lines).has(rule), [...found(lines)].join(' '));
  });
}
