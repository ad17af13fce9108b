import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Formatted, formatText } from '../../src/format/format-text.ts';
import { spliced } from '../../src/format/splices.ts';
import { type FormatStyle, ownStyle } from '../../src/format/style.ts';
import { type SourceText, sourceOfBytes, sourceOfText } from '../../src/text/source.ts';
import { HOSTILE } from '../hostile/inputs.ts';

const SIZE = 4000;
const STYLES: readonly FormatStyle[] = [
  ownStyle,
  { indent: 'tabs', columns: [8, 16, 24, 32], upperCase: true, soa: 'lines', textWidth: 40 },
  { indent: 'blanks', columns: [], upperCase: false, soa: 'one-line', textWidth: 0 },
];

function run(source: SourceText, style: FormatStyle): Formatted {
  const steps = formatText(source, { style });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

test('hostile texts are laid out or left, and a second run finds nothing', () => {
  for (const { name, make } of HOSTILE) {
    const text = make(SIZE);
    const source = typeof text === 'string' ? sourceOfText(text) : sourceOfBytes(text);
    for (const style of STYLES) {
      const formatted = run(source, style);
      if ('refused' in formatted) continue;
      const again = run(spliced(source, formatted.splices), style);
      assert.ok(!('refused' in again) && again.splices.length === 0, name);
    }
  }
});

test('a record of very many lines, and one of very many words', () => {
  const lines = `@ IN SOA ns hm (\n${'1\n'.repeat(40_000)})\n`;
  const words = `a TXT ${'"x"  '.repeat(40_000)}\nb TXT ${'"x"  '.repeat(40_000)}\n`;
  for (const style of STYLES)
    for (const text of [lines, words]) assert.ok(!('refused' in run(sourceOfText(text), style)));
});

test('texts of random characters are never changed so that they mean something else', () => {
  const parts = [
    'a',
    '@',
    ' ',
    '\t',
    '  ',
    '\n',
    '\r',
    '\r\n',
    '(',
    ')',
    '"',
    ';',
    '\\',
    '\\"',
    'A',
    'TXT',
    'IN',
    '60',
    '1.1.1.1',
    '$',
    '\u00e9',
    '\ufeff',
    '\0',
    '$ORIGIN',
    'SOA',
  ];
  let seed = 5;
  const random = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    const mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  let changed = 0;
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: 1 + (random() % 60) }, () => parts[random() % parts.length]).join('');
    const source = sourceOfText(text);
    const style = STYLES[round % STYLES.length] as FormatStyle;
    const formatted = run(source, style);
    assert.ok(!('refused' in formatted), JSON.stringify(text));
    if (formatted.splices.length > 0) changed++;
    const again = run(spliced(source, formatted.splices), style);
    assert.ok(!('refused' in again) && again.splices.length === 0, JSON.stringify(text));
  }
  assert.ok(changed > 100, `${changed} are changed`);
});
