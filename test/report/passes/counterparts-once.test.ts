import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Shown } from '../../../src/report/shown.ts';
import { registry } from '../../../src/rules/registry.ts';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import { parseFixture } from '../../support/fixture.ts';
import { Workbench } from '../../support/workbench.ts';

const missing = `
;- example.com.zone
www 3600 IN A 192.0.2.10
ftp 3600 IN A 192.0.2.11
ns1 3600 IN A 192.0.2.53
;- 2.0.192.in-addr.arpa.zone
@   3600 IN SOA ns1.example.com. hostmaster.example.com. 2026112301 7200 900 1209600 3600
53  3600 IN PTR ns1.example.com.
`;

function inEditor(text: string, counterparts: Settings['counterparts'] = 'hint'): Shown[] {
  const workbench = new Workbench(text, { settings: { ...defaultSettings, counterparts } });
  return [...workbench.store.files.values()].flatMap(
    (file) => workbench.reporter.inEditor(file, Number.POSITIVE_INFINITY).picked,
  );
}

function sides(shown: readonly Shown[]): string[] {
  return shown
    .filter(({ primary }) => !primary)
    .map(
      ({ path, range, severity, rule, message }) => `${path}:${range.start.line + 1} ${severity} ${rule}: ${message}`,
    );
}

test('what a reverse zone lacks is told there once, as a hint', () => {
  const shown = inEditor(missing);
  assert.deepEqual(sides(shown), [
    '2.0.192.in-addr.arpa.zone:1 hint ptr-missing: 192.0.2.10 has no PTR record here (and 1 more)',
  ]);
  const [side] = shown.filter(({ primary }) => !primary);
  assert.deepEqual(
    side?.related.map(({ path, range, message }) => `${path}:${range.start.line + 1} ${message}`),
    ['example.com.zone:1 The address of www.example.com', 'example.com.zone:2 The address of ftp.example.com'],
  );
});

test('the setting makes it information, or silences it', () => {
  assert.match(sides(inEditor(missing, 'information'))[0] ?? '', / information ptr-missing: /);
  assert.deepEqual(sides(inEditor(missing, 'off')), []);
  assert.equal(inEditor(missing, 'off').length, 2);
});

test('two rules at one place are told both', () => {
  const shown = inEditor(`
;- example.com.zone
mail 3600 IN A 192.0.2.20
;- 2.0.192.in-addr.arpa.zone
20   3600 IN PTR old.example.com.
20   3600 IN PTR 192.0.2.20.
`);
  assert.deepEqual(
    sides(shown).map((line) => line.replace(/:.*? hint/, '')),
    [
      'example.com.zone ptr-stale: The PTR record of 192.0.2.20 does not confirm mail.example.com',
      'example.com.zone ptr-target-is-address: The PTR record of 192.0.2.20 does not confirm mail.example.com',
    ].sort(),
  );
});

const FOLDER = new URL('../../../docs/rules/', import.meta.url);
const FENCE = /^```dns-zone\n(;- [\s\S]*?)^```$/gm;

test('in the examples of all pages the other side has words of its own, on one line', () => {
  let count = 0;
  for (const name of readdirSync(FOLDER)) {
    const rules = Object.fromEntries(
      registry.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'hint' as const]),
    );
    for (const [, example = ''] of readFileSync(new URL(name, FOLDER), 'utf8').matchAll(FENCE)) {
      const workbench = new Workbench(parseFixture(example), { rules });
      for (const file of workbench.store.files.values()) {
        for (const { primary, message, finding, rule } of workbench.reporter.inEditor(file, 1000).picked) {
          if (primary || !finding) continue;
          count++;
          assert.notEqual(message, finding.message, `${name}: ${rule}`);
          assert.doesNotMatch(message, /\n|"|the other side is at fault/, `${name}: ${rule}: ${message}`);
        }
      }
    }
  }
  assert.ok(count > 10, `${count} counterparts`);
});
