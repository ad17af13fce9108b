import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fixesOf } from '../../src/report/fixes.ts';
import { registry, ruleOf } from '../../src/rules/registry.ts';
import type { Fix } from '../../src/rules/rule.ts';
import { parseFixture } from '../support/fixture.ts';
import { Workbench } from '../support/workbench.ts';

const FOLDER = fileURLToPath(new URL('../../docs/rules/', import.meta.url));
const FENCE = /^```dns-zone\n(;- [\s\S]*?)^```$/gm;
/** Fixes that change settings or comments, not records: nobody's tool writes those. */
const OF_NO_RECORD = new Set(['suppression-unknown', 'suppression-unused']);

/** Where the example of a page is of a fault that has no fix, one that has. */
const WITH_FIX: Readonly<Record<string, string>> = {
  'srv-no-address': ';- example.com.zone\n_sip._tcp 60 IN SRV 0 5 5060 sip.example.net\n',
  'soa-not-apex': ';- example.com.zone\nexample.com 60 IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h\n',
  'cname-dangling': ';- example.com.zone\na 60 IN CNAME cdn.example.org\n',
  'dkim-key-syntax':
    ';- example.com.zone\nk._domainkey 60 IN TXT "v=DKIM1; k=ed25519 p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="\n',
  'mta-sts-syntax': ';- example.com.zone\n_mta-sts 60 IN TXT "v=stsv1; id=1"\n',
  'ptr-outside-arpa':
    ';- example.com.zone\n$TTL 60\n10.2.0.192.in-addr.arpa IN PTR www\nwww IN A 192.0.2.10\n;- 2.0.192.in-addr.arpa.zone\n$TTL 60\n9 IN PTR other.example.net.\n',
  'ptr-generate-range':
    ';- example.com.zone\n$GENERATE 10-60 dhcp$ 60 A 192.0.2.$\n;- 2.0.192.in-addr.arpa.zone\n$GENERATE 10-70 $ 60 PTR dhcp$.example.com.\n',
  'ptr-spf-address':
    ';- example.com.zone\n@ 60 IN TXT "v=spf1 ip4:192.0.2.25 -all"\n@ 60 IN MX 10 mail\nmail 60 IN AAAA 2001:db8::25\n;- 2.0.192.in-addr.arpa.zone\n27 60 IN PTR x.example.net.\n',
};

/** What is offered for a rule in the example of its page. */
function offered(id: string, example: string): readonly Fix[] {
  const rules = ruleOf(id)?.severity === 'off' ? { [id]: 'information' as const } : {};
  const workbench = new Workbench(parseFixture(`${example};< error ${id}: `), { rules });
  return workbench
    .shown()
    .filter(({ rule }) => rule === id)
    .flatMap((shown) => fixesOf(workbench.engine, shown));
}

const examples = registry
  .filter(({ id, fixes }) => fixes && !OF_NO_RECORD.has(id))
  .flatMap(({ id }) =>
    [...readFileSync(`${FOLDER}${id}.md`, 'utf8').matchAll(FENCE)]
      .map(([, example = '']) => example)
      .concat(WITH_FIX[id] ?? [])
      .map((example) => ({ id, example })),
  )
  .filter(({ id, example }) => offered(id, example).some(({ refused }) => refused === undefined));

test('the examples of rules with fixes offer them', () => {
  const silent = registry.filter(
    ({ id, fixes }) => fixes && !OF_NO_RECORD.has(id) && !examples.some((one) => one.id === id),
  );
  assert.deepEqual(
    silent.map(({ id }) => id),
    [],
  );
});

for (const { id, example } of examples) {
  test(`${id}: no fix is made in a file that says that it is not to be edited`, () => {
    const guarded = example.replace(/^;- .*\n/gm, (head) => `${head}; DO NOT EDIT\n`);
    const fixes = offered(id, guarded);
    assert.ok(fixes.length > 0, 'the fixes are named, with the reason');
    for (const { title, refused } of fixes) assert.match(refused ?? `made: ${title}`, /DO NOT EDIT/);
  });
}
