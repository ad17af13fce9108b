import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { typeCode, typeName, typeNames, typeStatus } from '../../../src/dns/types.ts';
import { explainTopic } from '../../../src/features/completion/documentation.ts';
import { completion } from '../../../src/features/completion.ts';
import { hover } from '../../../src/features/hover.ts';
import type { TypeRow } from '../../../src/syntax/rdata/type-row.ts';
import { leadingWord, typeRow, typeRows } from '../../../src/syntax/rdata/types.ts';
import { spotIn } from '../../report/place-of.ts';

const rows = typeRows();
const records = readFileSync(new URL('rdata.records.txt', import.meta.url), 'utf8').split('\n');

test('each type that may have records has one row, in order of number', () => {
  const codes = rows.map(({ code }) => code);
  assert.deepEqual(
    codes,
    [...new Set(codes)].sort((a, b) => a - b),
  );
  const mnemonics: readonly string[] = rows.map(({ mnemonic }) => mnemonic);
  assert.deepEqual(
    mnemonics.filter((mnemonic) => typeStatus(typeCode(mnemonic) ?? 0) === 'data' && mnemonic !== 'KEYDATA'),
    typeNames(),
  );
  for (const { code, mnemonic } of rows) assert.equal(typeCode(mnemonic), code);
});

for (const row of rows) test(`the row of ${row.mnemonic} is whole`, () => isWhole(row));

test('what stands before the name that a record leads to is a word each', () => {
  for (const { code, leads, mnemonic, fields } of rows) {
    const at = leadingWord(code);
    assert.equal(at !== undefined, leads === true, mnemonic);
    if (at === undefined) continue;
    assert.match(fields[at]?.kind.use ?? '', /^(host|name)$/, mnemonic);
    for (const { kind } of fields.slice(0, at)) assert.equal(kind.span, 'one', mnemonic);
  }
});

function isWhole({ mnemonic, code, rfc, summary, fields, colours, form }: TypeRow): void {
  assert.match(rfc, /^(?:RFC \d{4})?$/);
  assert.match(summary, /^\S.*[^.\s]$/);
  assert.ok(fields.length > 0, 'it has no fields');
  for (const field of fields) assert.ok(field.name !== '' && field.about !== '', `"${field.name}" says nothing`);
  assert.ok(colours.fields.length > 0, 'no word of it has a colour');
  const samples = records.filter((record) => record.split(' ', 1)[0] === mnemonic);
  const isTried = form !== 'generic' && typeStatus(code) === 'data' && mnemonic !== 'SOA';
  if (isTried) assert.ok(samples.length > 0, 'rdata.records.txt has no record of it');
}

test('the places in completion are counted from 1 without a gap', () => {
  const places = rows.flatMap(({ place }) => place ?? []).sort((a, b) => a - b);
  assert.deepEqual(
    places,
    places.map((_, index) => index + 1),
  );
});

test('a type in use is not obsolete', () => {
  for (const { mnemonic, place, isObsolete } of rows) assert.ok(!(place && isObsolete), mnemonic);
});

test('completion proposes each type with its line, its fields and its RFC', () => {
  const { ctx, file, position } = spotIn(';- example.com.zone\nwww 1h <|>\n');
  const proposals = new Map(
    completion(ctx, file, position).items.flatMap((item) => (item.kind === 'type' ? [[item.label, item]] : [])),
  );
  assert.deepEqual([...proposals.keys()].sort(), [...typeNames()].sort());
  for (const [name, { detail, topic }] of proposals) {
    const row = typeRow(typeCode(name) ?? -1, 1);
    assert.equal(detail, row?.summary, name);
    const about = topic && explainTopic(ctx, topic);
    assert.ok(about?.includes(row?.rfc ?? ''), name);
    for (const field of row?.fields ?? [])
      if (row?.form !== 'generic') assert.ok(about?.includes(`- ${field.name}: `), name);
  }
});

test('hover says the line of each type', () => {
  for (const { mnemonic, summary, rfc, code } of rows) {
    const fixture = `;- example.com.zone\nwww 1h ${mnemonic.slice(0, 1)}<|>${mnemonic.slice(1)} \\# 1 00\n`;
    const { ctx, file, position } = spotIn(fixture);
    const [form, line] = hover(ctx, file, position)?.paragraphs ?? [];
    assert.ok(form?.startsWith(`\`${typeName(code)}`), `${mnemonic}: ${form}`);
    assert.equal(line, rfc === '' ? summary : `${summary} (${rfc})`, mnemonic);
  }
});

test('a field whose name looks like several is several: messages say "are missing" of it', () => {
  const several = rows.flatMap(({ fields }) => fields.map(({ name }) => name)).filter((name) => /[^s]s$/.test(name));
  assert.deepEqual([...new Set(several)].sort(), [
    'flags',
    'iterations',
    'labels',
    'parameters',
    'prefixes',
    'rendezvous servers',
    'services',
    'types',
  ]);
});
