import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Workbench } from '../support/workbench.ts';

const FILES = ['example.com.zone', 'example.org.zone', '2.0.192.in-addr.arpa.zone'];

/** Lines of which groups are made, and comments that silence some of them. */
const row = fc
  .record({
    kind: fc.constantFrom('address', 'address', 'address', 'pointer', 'comment'),
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
  at: fc.nat({ max: 400 }),
  removed: fc.nat({ max: 2 }),
  lines: fc.array(row, { maxLength: 3 }),
});

test('after edits of lines and comments the groups are those of a fresh load', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(row, { maxLength: 12 }), { minLength: 3, maxLength: 3 }),
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      (texts, edits, isLong) => {
        // What stands between belongs to blocks of its own.
        const filler = isLong ? Array.from({ length: 300 }, (_, i) => `t${i} 60 IN TXT "${i}"`) : [];
        const files = FILES.map((path, i) => ({ path, lines: [...(texts[i] ?? []), ...filler, ...(texts[i] ?? [])] }));
        const bench = new Workbench(fixture(files));
        for (const { file, at, removed, lines } of edits) {
          const held = files.find(({ path }) => path === file);
          if (!held) continue;
          const from = Math.min(at, held.lines.length);
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

function fixture(files: readonly { readonly path: string; readonly lines: readonly string[] }[]): string {
  return files.map(({ path, lines }) => [`;- ${path}`, ...lines, ''].join('\n')).join('');
}

function shown(bench: Workbench): readonly string[] {
  return bench
    .shown()
    .map(({ path, range, rule, message, primary }) => `${path}:${range.start.line} ${rule} ${primary} ${message}`)
    .sort();
}
