import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Workbench } from '../support/workbench.ts';

const FILES = ['example.com.zone', 'example.org.zone', '2.0.192.in-addr.arpa.zone'];

/** Lines of which groups are made, and comments that silence some of them. */
const row = fc
  .record({
    kind: fc.oneof(
      { weight: 12, arbitrary: fc.constant('address') },
      { weight: 1, arbitrary: fc.constant('pointer') },
      { weight: 4, arbitrary: fc.constant('comment') },
    ),
    octet: fc.integer({ min: 1, max: 9 }),
    owner: fc.constantFrom('new', 'new', 'h1', 'h2', 'h3'),
    comment: fc.constantFrom('', '', 'disable-line', 'disable-next-line', 'disable', 'enable'),
    rule: fc.constantFrom('ptr-missing', 'ptr-stale', ''),
  })
  .map(({ kind, octet, owner, comment, rule }) => {
    const written = comment === '' ? '' : `; zonewright-${comment} ${rule}`;
    if (kind === 'comment') return written || '; nothing';
    const record =
      kind === 'address'
        ? `${owner} 60 IN A 192.0.2.${octet}`
        : `${octet}.2.0.192.in-addr.arpa. 60 IN PTR old.example.com.`;
    return `${record} ${comment.startsWith('disable-') ? written : ''}`;
  });

const edit = fc.record({
  file: fc.constantFrom(...FILES),
  at: fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 330 })),
  removed: fc.constantFrom(0, 0, 1, 2),
  lines: fc.array(row, { maxLength: 2 }),
  appended: fc.constantFrom('', ...['ptr-missing', 'ptr-stale'].map((rule) => ` ; zonewright-disable-line ${rule}`)),
});

test('after edits of lines and comments the groups are those of a fresh load', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(row, { minLength: 4, maxLength: 12 }), { minLength: 3, maxLength: 3 }),
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      (texts, edits, isLong) => {
        // What stands between belongs to blocks of its own.
        const filler = isLong ? Array.from({ length: 300 }, (_, i) => `t${i} 60 IN TXT "${i}"`) : [];
        const files = FILES.map((path, i) => ({
          path,
          lines: [...own(path, texts[i] ?? []), ...filler, ...own(path, texts[i] ?? [])],
        }));
        const bench = new Workbench(fixture(files));
        for (const { file, at, removed, lines: rows, appended } of edits) {
          const lines = own(file, rows);
          const held = files.find(({ path }) => path === file);
          if (!held) continue;
          const from = Math.min(at, held.lines.length);
          const line = held.lines[from];
          // A comment behind a line leaves its record what it is.
          if (appended !== '' && line !== undefined && !line.includes(';')) {
            held.lines[from] = line + appended;
            const end = { line: from, character: line.length };
            bench.store.edit(file, [{ range: { start: end, end }, text: appended }]);
            bench.settle();
            continue;
          }
          const end = Math.min(from + removed, held.lines.length);
          held.lines.splice(from, end - from, ...lines);
          const range = { start: { line: from, character: 0 }, end: { line: end, character: 0 } };
          bench.store.edit(file, [{ range, text: lines.map((line) => `${line}\n`).join('') }]);
          bench.settle();
        }
        assert.deepEqual(shown(bench), shown(new Workbench(fixture(files))));
      },
    ),
    { numRuns: 150 },
  );
});

/** A network in whose zone other names stand is none without PTR records. */
function own(path: string, lines: readonly string[]): readonly string[] {
  return path === FILES[2] ? lines.map((line) => (line.includes(' A ') ? '; nothing' : line)) : lines;
}

function fixture(files: readonly { readonly path: string; readonly lines: readonly string[] }[]): string {
  return files.map(({ path, lines }) => [`;- ${path}`, ...lines, ''].join('\n')).join('');
}

function shown(bench: Workbench): readonly string[] {
  return bench
    .shown()
    .map(({ path, range, rule, message, primary }) => `${path}:${range.start.line} ${rule} ${primary} ${message}`)
    .sort();
}
