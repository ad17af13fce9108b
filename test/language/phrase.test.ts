import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { counted, language, laterPhrase, noun, phrase, setLanguage, translated } from '../../src/language/phrase.ts';

afterEach(() => setLanguage('en', undefined));

const said = (zone: string, count: number): string => phrase`${zone} has ${counted(count, RECORD)}, "${zone}"`;
const RECORD = noun`record`;

test('English where there is no bundle, or no translation', () => {
  assert.equal(said('example.com', 1), 'example.com has 1 record, "example.com"');
  setLanguage('de', {});
  assert.equal(said('example.com', 2), 'example.com has 2 records, "example.com"');
  assert.equal(language(), 'de');
});

test('a translation puts the values where it wants them, as often as it wants', () => {
  setLanguage('de', {
    '{0} has {1}, "{2}"': '{1} in {0} und {0}',
    '{0} record': '{0} Eintrag',
    '{0} records': '{0} Einträge',
  });
  assert.equal(said('a', 1), '1 Eintrag in a und a');
  assert.equal(said('b', 3), '3 Einträge in b und b');
  setLanguage('en', undefined);
  assert.equal(said('a', 1), 'a has 1 record, "a"');
});

test('texts of tables are translated where they are said', () => {
  const text = laterPhrase`PTR record is missing`;
  assert.equal(translated(text), text);
  setLanguage('de', { 'PTR record is missing': 'PTR-Eintrag fehlt' });
  assert.equal(translated(text), 'PTR-Eintrag fehlt');
});
