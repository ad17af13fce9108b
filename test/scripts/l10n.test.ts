import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { committedText, missingTexts } from '../../scripts/generate/files.ts';
import { manifestTexts } from '../../scripts/generate/manifest-texts.ts';
import { keysIn, sourceKeys } from '../../scripts/l10n-keys.ts';
import { root } from '../../scripts/root.ts';
import { type Bundle, phrase, setLanguage } from '../../src/language/phrase.ts';

afterEach(() => setLanguage('en', undefined));

const bundleOf = (path: string): Bundle => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));
const german = bundleOf('l10n/bundle.l10n.de.json');

/** The values that a text has places for; a language may say one twice. */
const placesIn = (text: string): string => [...new Set(text.match(/\{\d+\}/g))].sort().join(' ');

test('each text that people see has its German, and no other has', () => {
  assert.deepEqual(missingTexts(), [], 'write it into the file that is named');
  assert.deepEqual(Object.keys(german).sort(), [...sourceKeys().keys()].sort(), 'npm run generate takes it away');
});

test('each translation has places for the same values, and begins and ends with a blank where the English does', () => {
  const faults = [german, bundleOf('l10n/manifest.de.json')]
    .flatMap((bundle) => Object.entries(bundle))
    .filter(([key, text]) => {
      const edges = (one: string): string => `${/^\s*/.exec(one)?.[0]}|${/\s*$/.exec(one)?.[0]}`;
      return placesIn(key) !== placesIn(text) || edges(key) !== edges(text) || text === '';
    });
  assert.deepEqual(faults, []);
});

test('what can be pressed in a text of the manifest does the same in German', () => {
  const commandsIn = (text: string): string[] => text.match(/\(command:[\w.]+\)/g) ?? [];
  for (const [key, text] of Object.entries(bundleOf('l10n/manifest.de.json')))
    assert.deepEqual(commandsIn(text), commandsIn(key));
});

test('each translation is filled to the last place', () => {
  setLanguage('de', german);
  for (const key of Object.keys(german)) {
    const parts = key.split(/\{\d+\}/);
    const values = parts.slice(1).map((_, place) => `<${place}>`);
    const said = phrase(Object.assign([...parts], { raw: parts }), ...values);
    for (const value of values) assert.ok(said.includes(value), `${key}: ${said}`);
    assert.doesNotMatch(said, /\{\d+\}|undefined/, key);
  }
});

test('the editor finds each text of the manifest in both languages', () => {
  const keys = [...committedText('package.json').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
  for (const language of ['', '.de'])
    assert.deepEqual(
      [...new Set(keys)].filter((key) => !bundleOf(`package.nls${language}.json`)[key ?? '']),
      [],
    );
});

test('a text that is written into the manifest in English gets its key, and keeps it', () => {
  const command = { command: 'zonewright.newCommand', title: 'Do Something', category: 'Zonewright' };
  const manifest = { description: '%description%', contributes: { commands: [command] } };
  const { manifest: keyed, english } = manifestTexts(manifest, { description: 'Zones' });
  assert.deepEqual(keyed, {
    description: '%description%',
    capabilities: {},
    contributes: { commands: [{ ...command, title: '%command.newCommand%' }] },
  });
  assert.deepEqual(english, { 'command.newCommand': 'Do Something', description: 'Zones' });
});

test('keys are read from the tagged templates of a source', () => {
  const source = [
    "phrase`No @{a} for @{b.map((c) => `@{c}'s`).join(phrase` or `)}: \\`x\\``",
    'counted(n, noun`address/addresses`)',
    'laterPhrase`a table`, plain`no text`, `neither`',
  ]
    .join('\n')
    .replaceAll('@', '$');
  assert.deepEqual(keysIn(source), ['No {0} for {1}: `x`', ' or ', '{0} address', '{0} addresses', 'a table']);
});
