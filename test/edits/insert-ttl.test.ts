import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from '../../src/report/fixes.ts';
import type { Fix } from '../../src/rules/rule.ts';
import { Workbench } from '../support/workbench.ts';
import { apply } from './mend.ts';

const SOA = '@ IN SOA ns1.example.net. hostmaster 2026112301 7200 900 1209600 3600';
const SERIAL = ' (serial 2026112302)';

function ttlMends(text: string): { workbench: Workbench; fixes: readonly Fix[] } {
  const workbench = new Workbench(text, { wholeZones: true });
  const shown = workbench.shown().find(({ rule }) => rule === 'ttl-missing');
  assert.ok(shown);
  return { workbench, fixes: fixesOf(workbench.engine, shown) };
}

function mended(text: string, path = 'example.com.zone'): string {
  const { workbench, fixes } = ttlMends(text);
  const [fix] = fixes;
  assert.ok(fix && !fix.safe);
  apply(workbench, fix);
  assert.ok(!workbench.shown().some(({ rule }) => rule === 'ttl-missing'));
  return workbench.text(path);
}

test('a $TTL goes above the first record, behind comments and $ORIGIN, and raises the serial', () => {
  const head = '; the zone\n$ORIGIN example.com.\n';
  assert.equal(
    mended(`;- example.com.zone\n${head}${SOA}\n@ IN NS ns1\n`),
    `${head}$TTL 3600\n${SOA.replace('301', '302')}\n@ IN NS ns1\n`,
  );
  assert.match(mended(`;- example.com.zone\nwww IN A 192.0.2.1\n${SOA}\n`), /^\$TTL 3600\nwww IN A 192\.0\.2\.1\n/);
  assert.match(mended(`;- example.com.zone\n$GENERATE 1-2 h$ A 192.0.2.$\n${SOA}\n`), /^\$TTL 3600\n\$GENERATE/);
});

test("it goes into the zone's own file, above what that includes first", () => {
  const text = `;- example.com.zone\n$INCLUDE hosts.inc\n${SOA.replace('IN', '1h IN')}\n;- hosts.inc\nwww IN A 192.0.2.1\n`;
  assert.match(mended(text), /^\$TTL 3600\n\$INCLUDE hosts\.inc\n/);
});

test('a first record far above, in another block, is found', () => {
  const hosts = Array.from({ length: 3000 }, (_, i) => `h${i} 300 IN TXT "x"\n`).join('');
  const text = `;- example.com.zone\n${SOA.replace('IN', '300 IN')}\n${hosts}www IN TXT "y"\n`;
  assert.match(mended(text), /^\$TTL 3600\n@ 300 IN SOA/);
});

test('where the minimum of the SOA is another time, that is offered too', () => {
  const titles = (minimum: number): readonly string[] =>
    ttlMends(`;- example.com.zone\n${SOA.replace('3600', String(minimum))}\n`).fixes.map(({ title }) => title);
  const both = [`Put "$TTL 3600" above the first record${SERIAL}`];
  assert.deepEqual(titles(900), [
    ...both,
    `Put "$TTL 900" above the first record, the time that BIND takes now${SERIAL}`,
  ]);
  assert.deepEqual(titles(3600), [`Put "$TTL 3600" above the first record, the time that BIND takes now${SERIAL}`]);
});

test('a file that a program writes is left alone', () => {
  const { fixes } = ttlMends(`;- example.com.zone\n; do not edit\n${SOA}\n`);
  assert.match(fixes[0]?.refused ?? '', /says "do not edit"/);
  assert.deepEqual(fixes[0]?.edits, []);
});
