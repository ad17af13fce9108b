import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { registry } from '../../src/rules/registry.ts';
import { parseFixture } from '../support/fixture.ts';
import { Workbench } from '../support/workbench.ts';
import { compareWithCheckers } from './compare-checkers.ts';
import { zoneOf } from './zones.ts';

const HEAD = `$TTL 1h
@ SOA ns1.example.net. hostmaster.example.com. 2026010101 4h 1h 4w 1h
@ NS ns1.example.net.
@ NS ns2.example.net.
`;

/** A fault of `faults.txt`, as a fixture, and the rule that tells it. */
interface Fault {
  readonly title: string;
  readonly rule: string;
  readonly fixture: string;
}

const FAULTS = readFileSync(join(import.meta.dirname, '../fixtures/faults.txt'), 'utf8')
  .split(/^### /m)
  .slice(1)
  .map(faultOf);

function faultOf(part: string): Fault {
  const [heading = '', ...lines] = part.split('\n');
  const [title = '', rule = ''] = heading.split(': ');
  const body = lines.join('\n');
  if (body.startsWith(';- ')) return { title, rule, fixture: body };
  const zone = body.startsWith('RAW\n') ? body.slice('RAW\n'.length) : HEAD + body;
  return { title, rule, fixture: `;- example.com.zone\n${zone}` };
}

/** Fixtures have some faults in passing: here these are told, as they are by default. */
const RULES = Object.fromEntries(
  registry.filter(({ severity }) => severity !== 'off').map(({ id, severity }) => [id, severity]),
);

test('each fault is told by the rule for it', () => {
  assert.ok(FAULTS.length > 400);
  const untold = FAULTS.filter(({ rule, fixture }) => {
    const bench = new Workbench(parseFixture(fixture), { wholeZones: true, rules: RULES });
    return !bench.shown().some((shown) => shown.primary && shown.rule === rule);
  });
  assert.deepEqual(
    untold.map(({ title, rule }) => `${title}: ${rule}`),
    [],
  );
});

test('what another checker reports of them is reported here', () => {
  const zones = FAULTS.map(({ fixture }) => parseFixture(fixture).files).filter((files) => files.length === 1);
  compareWithCheckers(zones.map(([file]) => zoneOf(file?.text ?? '')));
});
