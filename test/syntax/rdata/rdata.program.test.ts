import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isNameFault, parseName } from '../../../src/dns/name.ts';
import { typeCode, typeName, typeNames } from '../../../src/dns/types.ts';
import { encodeHex } from '../../../src/syntax/rdata/binary.ts';
import { checkRdata, rdataText } from '../../../src/syntax/rdata/rdata.ts';
import { RdataReader } from '../../../src/syntax/rdata/reader.ts';
import { typeRow } from '../../../src/syntax/rdata/types.ts';
import type { Token } from '../../../src/syntax/token.ts';

const origin = 'example.com.';
const records = readFileSync(new URL('rdata.records.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const classNumbers = { IN: 1, CH: 3, HS: 4 };
type ClassName = keyof typeof classNumbers;

const headLines = 3;

test('every type has a record that BIND takes', () => {
  const valid = new Set(
    records.filter((record) => ourFault(record, 'IN') === undefined).map((record) => typeOf(record)),
  );
  const missing = typeNames().filter((type) => !valid.has(type) && !['SOA', 'UINFO', 'UID', 'GID'].includes(type));
  assert.deepEqual(missing, []);
});

test('each number has the mnemonic that BIND prints', () => {
  const numbers = Array.from({ length: 65535 }, (_, index) => index + 1);
  const lines = [`NSEC a. (${numbers.map((code) => `${code % 20 === 0 ? '\n' : ''} TYPE${code}`).join('')})`];
  const words = (bindTexts(lines, 'IN').get(0) ?? '').split(' ').slice(2);
  assert.deepEqual(
    words,
    numbers.map((code) => typeName(code)),
  );
});

test('records of every type are judged and printed as BIND does', () => compare(records, 'IN'));

test('records with a word changed are judged and printed as BIND does', () => compare(records.flatMap(changed), 'IN'));

test('records in generic form are judged and printed as BIND does', () => compare(records.flatMap(generic), 'IN'));

test('the classes CH and HS have types of their own', () => {
  const samples = [
    ...['A a 1', 'A a 177777', 'A a 200000', 'A a 8', 'A a', 'A 192.0.2.1', 'A 192.0.2.256', 'A \\# 4 C0000201'],
    ...['A \\# 4 01610000', 'A \\# 5 0161000001', 'AAAA 2001:db8::1', 'AAAA \\# 4 01020304', 'SRV 1 2 3 a', 'SVCB 1 a'],
    ...['MX 10 a', 'TXT x', 'KX 1 a', 'WKS 192.0.2.1 tcp', 'APL 1:192.0.2.0/24', 'PX 10 a b', 'NSAP 0x47', 'A6 128 a'],
  ];
  compare(samples, 'CH');
  compare(samples, 'HS');
});

test('SOA records are judged and printed as BIND does', () => {
  const soa = 'SOA ns1 hostmaster.example.net. 2024010100 1d 2H 4w 1h30m';
  const samples = [
    soa,
    ...changed(soa),
    'SOA . . 0 0 0 0 0',
    'SOA @ a\\.b 007 0d 1m0 4294967295 1w1w',
    'SOA a b 1 2 3 4 7102w',
  ];
  const verdicts = bindFaults(samples, 'IN', '@');
  for (const [index, sample] of samples.entries()) {
    const bind = verdicts.get(index);
    assert.equal(bind === undefined, ourFault(sample, 'IN') === undefined, `${sample}\nBIND: ${bind}`);
  }
  const output = execute('named-compilezone', ['-s', 'full', '-o', '-'], 'IN', `@ 60 ${soa}\n@ 60 NS a.\n`);
  const printed = /SOA\s+(.*)$/m.exec(output)?.[1];
  assert.equal(rdataText(6, wordsOf(soa), origin), printed);
});

/** Each record with its last word dropped, one added, and each word replaced in turn. */
function changed(record: string): string[] {
  const type = typeOf(record);
  const words = wordsOf(record).map(({ start, end }) => record.slice(start, end));
  if (words.length > 12 || record.includes('\\\\') || ourFault(record, 'IN') !== undefined) return [];
  const lines = [words.slice(0, -1), [...words, 'x'], [...words, '""']];
  for (const [index] of words.entries()) {
    for (const other of ['zz', '0', '256', '-1', '4294967296', '"q"', '.', 'a..b', '1.1', 'AB', '=', '00', 'A']) {
      lines.push(words.map((word, i) => (i === index ? other : word)));
    }
  }
  // After an NS without a word BIND passes over the next line, so that line's verdict would be lost.
  return lines.filter((line) => line.length > 0 || type !== 'NS').map((line) => [type, ...line].join(' '));
}

/** Each valid record as `\# length data`, whole, cut, prolonged and with single bytes changed. */
function generic(record: string): string[] {
  const type = typeOf(record);
  const row = typeRow(typeCode(type) ?? 0, 1);
  if (row?.form !== 'words' || ourFault(record, 'IN') !== undefined) return [];
  const name = parseName(origin);
  const surroundings = { encoding: 'utf8' as const, origin: isNameFault(name) ? { labels: [], absolute: true } : name };
  const reader = new RdataReader(type, wordsOf(record), record.length, surroundings);
  if (wordsOf(record)[0]?.text === '\\#') return [];
  for (const { name, kind } of row.fields) kind.read(reader, name);
  const { bytes } = reader;
  const variants = [bytes, bytes.slice(0, -1), `${bytes}\0`, `${bytes}a`, bytes.slice(1)];
  for (const index of [0, 1, 2, 3, 4, 5, bytes.length - 1]) {
    for (const byte of ['\0', '\u00ff', '\u0001']) variants.push(bytes.slice(0, index) + byte + bytes.slice(index + 1));
  }
  return variants.map((variant) => `${type} \\# ${variant.length} ${encodeHex(variant)}`.trimEnd());
}

/** Fails with the records that BIND judges or prints otherwise. */
function compare(lines: readonly string[], className: ClassName): void {
  const unique = [...new Set(lines)];
  const verdicts = bindFaults(unique, className);
  const differences: string[] = [];
  for (const [index, record] of unique.entries()) {
    const bind = verdicts.get(index);
    const ours = ourFault(record, className);
    if ((bind === undefined) !== (ours === undefined)) differences.push(`${record}\n  BIND: ${bind}\n  here: ${ours}`);
  }
  assert.equal(differences.length, 0, report(differences, unique));
  const good = unique.filter((_, index) => !verdicts.has(index));
  const texts = bindTexts(good, className);
  for (const [index, record] of good.entries()) {
    const type = typeCode(typeOf(record)) ?? 0;
    const ours = rdataText(type, wordsOf(record), origin, { classNumber: classNumbers[className] });
    const text = ours === undefined ? undefined : `${typeName(type)} ${ours}`.trimEnd();
    if (text !== texts.get(index)) differences.push(`${record}\n  BIND: ${texts.get(index)}\n  here: ${text}`);
  }
  assert.equal(differences.length, 0, report(differences, unique));
}

function report(differences: readonly string[], all: readonly string[]): string {
  return `${differences.length} of ${all.length} differ\n${differences.slice(0, 40).join('\n')}`;
}

function ourFault(record: string, className: ClassName): string | undefined {
  const type = typeCode(typeOf(record));
  assert.notEqual(type, undefined, record);
  const context = { origin, classNumber: classNumbers[className] };
  return checkRdata(type ?? 0, wordsOf(record), record.length, context)[0]?.message;
}

/** What named-checkzone says of each record it refuses, by index. */
function bindFaults(lines: readonly string[], className: ClassName, owner?: string): Map<number, string> {
  const faults = new Map<number, string>();
  for (const line of run('named-checkzone', [], lines, className, owner).split('\n')) {
    const match = /zone:([0-9]+): (.*)$/.exec(line);
    const [, number = '', message = ''] = match ?? [];
    if (
      !match ||
      /signature has expired|old style DNSSEC|multiple RRs of singleton|unexpected service parameter|^warning:/.test(
        message,
      )
    )
      continue;
    faults.set(Number(number) - headLines - 1, message);
  }
  return faults;
}

/** The records as named-compilezone prints them, blanks made single, by index. */
function bindTexts(lines: readonly string[], className: ClassName): Map<number, string> {
  const texts = new Map<number, string>();
  const output = run('named-compilezone', ['-s', 'full', '-o', '-'], lines, className);
  for (const line of output.split('\n')) {
    const match = /^r([0-9]+)\.\S+\s+[0-9]+\s+\S+\s+(\S+)\s*(.*)$/.exec(line);
    const [, number = '', type = '', rdata = ''] = match ?? [];
    if (match) texts.set(Number(number), `${type} ${type === 'A6' ? rdata.replace('  ', ' ') : rdata}`.trimEnd());
  }
  return texts;
}

function run(
  program: string,
  options: readonly string[],
  lines: readonly string[],
  className: ClassName,
  owner?: string,
): string {
  const head = `$TTL 60\n@ ${className} SOA a. b. 1 2 3 4 5\n@ NS a.\n`;
  const body = lines.map((line, index) => `${owner ?? `r${index}`} ${line}\n`).join('');
  return execute(program, options, className, head + body);
}

function execute(program: string, options: readonly string[], className: ClassName, zone: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'zonewright-rdata-'));
  try {
    writeFileSync(join(directory, 'zone'), zone);
    const args = ['-c', className, '-i', 'none', '-k', 'ignore', ...options, origin, 'zone'];
    const result = spawnSync(program, args, { cwd: directory, encoding: 'utf8', maxBuffer: 1 << 27 });
    assert.equal(result.error, undefined, `${program} is needed`);
    return result.stdout + result.stderr;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function typeOf(record: string): string {
  return record.split(' ', 1)[0] ?? '';
}

/** The words after the type, as a scanner finds them. */
function wordsOf(record: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /"((?:[^"\\]|\\.)*)"|(?:[^\s"();\\]|\\.|\\$)+|;.*|./gsu;
  for (const match of record.matchAll(pattern)) {
    const [text, inside] = match;
    if (text.startsWith(';')) break;
    if (/^[\s()]$/.test(text)) continue;
    const quoted = inside !== undefined;
    tokens.push({ text: inside ?? text, start: match.index, end: match.index + text.length, quoted });
  }
  return tokens.slice(1);
}
