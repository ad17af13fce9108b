import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snippetText } from '../../src/features/completion/snippets.ts';
import { Workbench } from '../support/workbench.ts';

const NOON = Date.UTC(2026, 10, 23, 12) / 1000;
/** What fixtures have in passing, as it is by default. */
const RULES = { 'ns-single': 'warning', 'ns-same-network': 'information', 'wildcard-hidden': 'hint' } as const;

/** The text of a snippet where nothing is filled in. */
function textOf(word: string): string {
  const text = snippetText(word, NOON);
  assert.ok(text !== undefined, `no snippet ${word}`);
  return text;
}

function foundIn(texts: Readonly<Record<string, string>>): readonly string[] {
  const fixture = Object.entries(texts).map(([path, text]) => `;- ${path}\n${text}\n`);
  const bench = new Workbench(fixture.join(''), { wholeZones: true, rules: RULES, now: NOON });
  return bench.shown().map(({ path, range, rule, message }) => `${path}:${range.start.line + 1} ${rule}: ${message}`);
}

test('nothing is found in a new zone as its snippet makes it', () => {
  assert.deepEqual(foundIn({ 'example.com.zone': textOf('zone') }), []);
  assert.deepEqual(foundIn({ '2.0.192.in-addr.arpa.zone': textOf('reverse') }), []);
  assert.deepEqual(foundIn({ '8.b.d.0.1.0.0.2.ip6.arpa.zone': textOf('reverse6') }), []);
});

test('nor where a forward and a reverse zone come together', () => {
  assert.deepEqual(foundIn({ 'example.com.zone': textOf('zone'), '2.0.192.in-addr.arpa.zone': textOf('reverse') }), []);
});

for (const words of [['host'], ['mail'], ['nullmx'], ['caa'], ['mail', 'tlsa'], ['delegation'], ['region']])
  test(`nor where ${words.join(' and ')} come to it`, () => {
    const text = [textOf('zone'), ...words.map(textOf)].join('\n');
    assert.deepEqual(foundIn({ 'example.com.zone': text }), []);
  });
