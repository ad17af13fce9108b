import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { faultsOf, formatFile } from '../../src/format/format-file.ts';
import { formatText } from '../../src/format/format-text.ts';
import { spliced } from '../../src/format/splices.ts';
import { type FormatStyle, ownStyle } from '../../src/format/style.ts';
import { DECLARED } from '../../src/project/claim.ts';
import { nameIn } from '../../src/project/mounts.ts';
import { TextLines } from '../../src/report/text-lines.ts';
import { type SourceText, sourceOfBytes } from '../../src/text/source.ts';
import { Store } from '../../src/workspace/store.ts';
import { bindOutcomes, MASTER, type Outcome, type ZoneCase } from '../oracle/bind.ts';
import { ourOutcome } from '../oracle/ours.ts';
import { brokenArbitrary, zoneArbitrary } from '../oracle/zones.ts';

// A short run; COUNT=1000 looks at more.
const COUNT = Number(process.env.COUNT ?? 50);
const SEED = Number(process.env.SEED ?? 25);

const styleArbitrary: fc.Arbitrary<FormatStyle> = fc.record({
  indent: fc.constantFrom('auto', 'tabs', 'blanks'),
  columns: fc.constantFrom([], [], [16, 24, 32, 40], [10, 15, 18, 25]),
  upperCase: fc.boolean(),
  soa: fc.constantFrom('keep', 'one-line', 'lines'),
  textWidth: fc.constantFrom(0, 0, 40, 100),
});

/** A zone with its lines ended and its blanks made otherwise, as other editors leave them. */
const roughZone = fc
  .tuple(zoneArbitrary, fc.constantFrom('\n', '\n', '\r\n'), fc.infiniteStream(fc.nat(7)))
  .map(([zone, eol, picks]): ZoneCase => {
    const files = new Map<string, Uint8Array>();
    for (const [name, bytes] of zone.files) {
      const text = Buffer.from(bytes).toString('latin1');
      files.set(name, Buffer.from(roughened(text, eol, picks), 'latin1'));
    }
    return { ...zone, files };
  });

test('random zones mean the same to named-compilezone when they are formatted', () => {
  const cases = fc.sample(fc.tuple(roughZone, styleArbitrary), { numRuns: COUNT, seed: SEED });
  const formatted = cases.map(([zone, style]) => formattedCase(zone, style));
  assert.ok(formatted.filter((zone, i) => zone !== cases[i]?.[0]).length > COUNT / 2, 'most are changed');
  assertSameOutcomes(
    cases.map(([zone]) => zone),
    formatted,
  );
});

test('what named-checkzone says of broken zones stays', () => {
  const cases = fc.sample(fc.tuple(brokenArbitrary, styleArbitrary), { numRuns: COUNT, seed: SEED });
  const formatted = cases.map(([zone, style]) => formattedCase(zone, { ...style, soa: 'keep', textWidth: 0 }));
  assertSameOutcomes(
    cases.map(([zone]) => zone),
    formatted,
  );
});

test('lines that servers refuse stay byte for byte', () => {
  const cases = fc.sample(fc.tuple(brokenArbitrary, styleArbitrary), { numRuns: COUNT * 4, seed: SEED });
  let faultCount = 0;
  for (const [zone, style] of cases) faultCount += faultyLinesThatStay(zone, { ...style, soa: 'keep', textWidth: 0 });
  assert.ok(faultCount > COUNT, `${faultCount} faults`);
});

test('the zones of the fixtures mean the same to named-compilezone when they are formatted', () => {
  const root = fileURLToPath(new URL('../fixtures/zones', import.meta.url));
  const cases = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): ZoneCase => {
      const bytes = readFileSync(`${entry.parentPath}/${entry.name}`);
      return { files: new Map([[MASTER, bytes]]), origin: 'example.com' };
    });
  assert.ok(cases.length > 20);
  assertSameOutcomes(
    cases,
    cases.map((zone) => formattedCase(zone, ownStyle)),
  );
});

function assertSameOutcomes(cases: readonly ZoneCase[], formatted: readonly ZoneCase[]): void {
  const bind = bindOutcomes([...cases, ...formatted]);
  for (const [i, zone] of cases.entries()) {
    const [before, after] = [bind[i] as Outcome, bind[cases.length + i] as Outcome];
    const why = `${textOf(zone)}\n---- formatted\n${textOf(formatted[i] as ZoneCase)}\n${after.messages.join('\n')}`;
    assert.equal(after.isAccepted, before.isAccepted, why);
    assert.deepEqual(after.records, before.records, why);
    assert.equal(after.errorLines.length, before.errorLines.length, why);
    assert.deepEqual(ourOutcome(formatted[i] as ZoneCase).records, ourOutcome(zone).records, why);
  }
}

/** Each file formatted; a second run must change nothing. The same case where nothing was to be done. */
function formattedCase(zone: ZoneCase, style: FormatStyle): ZoneCase {
  const files = new Map<string, Uint8Array>();
  let isChanged = false;
  for (const [name, bytes] of zone.files) {
    const source = sourceOfBytes(new Uint8Array(bytes));
    const once = formattedText(source, style);
    const text = once.text ?? Buffer.from(once.codes).toString('latin1');
    const again = formattedText(once, style);
    assert.equal(again.text ?? Buffer.from(again.codes).toString('latin1'), text, 'a second run changes nothing');
    const result = Buffer.from(text, source.encoding === 'utf8' ? 'utf8' : 'latin1');
    isChanged ||= Buffer.compare(result, bytes) !== 0;
    files.set(name, result);
  }
  return isChanged ? { ...zone, files } : zone;
}

function formattedText(source: SourceText, style: FormatStyle): SourceText {
  const formatted = lastOf(formatText(source, { style }));
  assert.ok(!('refused' in formatted), `${'refused' in formatted ? formatted.refused : ''}\n${source.text}`);
  return 'refused' in formatted ? source : spliced(source, formatted.splices);
}

/** Formats the files of a zone as the editor does; counts the faults whose lines are the same as before. */
function faultyLinesThatStay(zone: ZoneCase, style: FormatStyle): number {
  const store = new Store();
  store.findInclude = (path) => (zone.files.has(path) ? path : undefined);
  for (const [name, bytes] of zone.files) store.setFile(name, sourceOfBytes(new Uint8Array(bytes)));
  const apex = nameIn(store.names, zone.origin);
  assert.ok(apex !== undefined);
  store.mount(MASTER, { apex, view: '', zoneClass: 1, traits: DECLARED, held: true });
  store.step(() => false);
  let count = 0;
  for (const file of store.files.values()) {
    const formatted = lastOf(formatFile(store, { file, style }));
    if ('refused' in formatted) continue;
    const { source, splices } = formatted;
    const texts = [source, spliced(source, splices)].map(
      (one) => one.text ?? Buffer.from(one.codes).toString('latin1'),
    );
    const [before, after] = texts.map((text) => text.split(/\r\n|\n|\r/)) as [string[], string[]];
    const places = new TextLines(texts[0] ?? '');
    for (const fault of faultsOf(file)) {
      const { line } = places.position(fault.start);
      assert.equal(after[line], before[line], `${textOf(zone)}\n${JSON.stringify(fault)}`);
      count++;
    }
  }
  return count;
}

function lastOf<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Other blanks where blanks stand between words, and some at the ends of lines. */
function roughened(text: string, eol: string, picks: fc.Stream<number>): string {
  const blanks = [' ', ' ', '\t', '  ', ' \t', '   ', ' ', '\t\t'];
  const lines = text.split('\n').map((line) => {
    if (line.includes('"') || line.includes(';') || line.includes('\\') || line.includes('\r')) return line;
    return line.replace(/[ \t]+/g, () => blanks[picks.next().value as number] ?? ' ');
  });
  return lines.join(eol);
}

function textOf({ files }: ZoneCase): string {
  return [...files].map(([name, bytes]) => `--- ${name}\n${Buffer.from(bytes).toString('latin1')}`).join('\n');
}
