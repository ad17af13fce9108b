import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SignatureChecker } from '../../../src/ports/signature-checker.ts';
import { type NotVerified, verifyZone } from '../../../src/rules/engine/verify-zone.ts';
import type { VerifiedZone } from '../../../src/rules/facts/verified-zones.ts';
import { Workbench } from '../../support/workbench.ts';

const KEY = '@ IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
const sig = (type: string, rest = '1040 example.com. AQ=='): string =>
  `RRSIG ${type} 15 2 3600 20270101000000 20261101000000 ${rest}`;
const SIGNED = `@ IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h\n@ IN ${sig('SOA')}\n${KEY}\n`;

const anything: SignatureChecker = { knows: (number) => number === 15, key: () => ({ verify: async () => true }) };
const nothing: SignatureChecker = { ...anything, key: () => ({ verify: async () => false }) };

function verified(
  text: string,
  checker: SignatureChecker,
  rest: (workbench: Workbench) => Promise<boolean> = async () => true,
  options = '',
): Promise<VerifiedZone | NotVerified> {
  const workbench = new Workbench(`;- example.com.zone ${options}\n$TTL 1h\n${text}`);
  const [root] = workbench.store.files.get('example.com.zone')?.instances ?? [];
  if (!root) throw new Error('no zone');
  return verifyZone(root, workbench.store, { checker, rest: () => rest(workbench) });
}

test('why a zone is not verified', async () => {
  assert.equal(await verified('www A 192.0.2.1\n', anything), 'not-signed');
  assert.equal(await verified(SIGNED.replace(KEY, ''), anything), 'no-keys');
  assert.equal(await verified(SIGNED, anything, undefined, 'signed'), 'signed-by-server');
  assert.equal(await verified(`${SIGNED}$INCLUDE missing\n`, anything), 'incomplete');
  assert.equal(await verified(SIGNED, anything, async () => false), 'cancelled');
  const edits = async ({ store }: Workbench): Promise<boolean> => {
    const start = { line: 1, character: 0 };
    store.edit('example.com.zone', [{ range: { start, end: start }, text: 'www A 192.0.2.1\n' }]);
    store.step(() => false);
    return true;
  };
  assert.equal(await verified(SIGNED, anything, edits), 'changed');
});

test('what is verified, and what is counted only', async () => {
  const text = [
    SIGNED,
    // Another key, another algorithm, another signer, no such records.
    `www A 192.0.2.1\nwww ${sig('A', '7 example.com. AQ==')}`,
    `mail A 192.0.2.2\nmail ${sig('A').replace('15', '16')}`,
    `web A 192.0.2.3\nweb ${sig('A', '1040 example.net. AQ==')}`,
    `gone ${sig('A')}`,
    // Records that no signer has seen as they are.
    `$GENERATE 1-2 h A 192.0.2.$\nh ${sig('A')}`,
    `odd A 192.0.2\nodd TXT x\nodd ${sig('TXT')}`,
    '',
  ].join('\n');
  const result = await verified(text, nothing);
  assert.ok(typeof result !== 'string');
  const { checked, bad, unknown, noKey, unclear } = result;
  assert.deepEqual([checked, bad.length, noKey, unclear], [1, 1, 1, 2]);
  assert.deepEqual([...unknown], [[16, 1]]);
});

test('of what a delegation hides nothing is said', async () => {
  const below = `sub NS ns.sub\nns.sub A 192.0.2.1\nns.sub ${sig('A')}\nold DNAME example.net.\na.old A 192.0.2.1\na.old ${sig('A')}\n`;
  const result = await verified(`${SIGNED}${below}`, nothing);
  assert.ok(typeof result !== 'string');
  assert.deepEqual([result.checked, result.bad.map(({ type }) => type)], [3, [6]]);
});
