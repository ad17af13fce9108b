import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { LONGEST_STRING } from '../../syntax/split-string.ts';
import { rangeOfToken, rowsIn } from '../row.ts';
import type { RefactorDraft, RefactorPlace } from './refactoring.ts';

/**
 * Joins the strings of a TXT record, or splits one where the cursor stands. What SPF, DKIM and DMARC read stays the same,
 * as they join the strings (RFC 7208 section 3.3); the record does not.
 */
export function textStrings({ ctx, file, range }: RefactorPlace): RefactorDraft[] {
  const [row] = rowsIn(ctx.engine.store, file, range);
  if (!row || row.typeCode !== TYPE_TXT || range.start.line !== range.end.line) return [];
  const drafts: RefactorDraft[] = [];
  const [first, last] = [row.rdata[0], row.rdata.at(-1)];
  const between = first && last ? row.text.slice(first.start, last.end) : '';
  if (first && last && row.rdata.length > 1) {
    const contents = row.rdata.map(({ text }) => text).join('');
    const whole = { start: rangeOfToken(row, first).start, end: rangeOfToken(row, last).end };
    const refused = !row.rdata.every(({ quoted }) => quoted)
      ? phrase`a string without quotation marks is among them`
      : octets(contents) > LONGEST_STRING
        ? phrase`together they have ${octets(contents)} octets, and a string holds ${LONGEST_STRING}`
        : /[;()]/.test(between.replace(/\\.|"(?:[^"\\]|\\.)*"/g, ''))
          ? phrase`comments or parentheses stand between them`
          : undefined;
    drafts.push({
      id: 'join-strings',
      title: phrase`Join ${row.rdata.length} strings into one: readers join them anyway`,
      kind: 'rewrite',
      changesRecords: true,
      changes: refused === undefined ? [{ file, edit: { range: whole, text: `"${contents}"` } }] : { refused },
    });
  }
  const token = row.rdata.find((one) => {
    const at = rangeOfToken(row, one);
    return (
      one.quoted &&
      at.start.line === range.start.line &&
      at.start.character + 1 < range.start.character &&
      range.start.character < at.end.character - 1
    );
  });
  if (token && range.start.character === range.end.character) {
    const from = rangeOfToken(row, token).start.character + 1;
    const before = token.text.slice(0, range.start.character - from);
    const isInEscape = /(?:^|[^\\])(?:\\\\)*\\\d{0,2}$/.test(before);
    drafts.push({
      id: 'split-string',
      title: phrase`Split the string here: readers join the parts`,
      kind: 'rewrite',
      changesRecords: true,
      changes: isInEscape
        ? { refused: phrase`an escape stands here` }
        : [{ file, edit: { range: { start: range.start, end: range.start }, text: '" "' } }],
    });
  }
  return drafts;
}

/** Octets of a text with escapes; letters beyond ASCII count as UTF-8. */
function octets(text: string): number {
  return new TextEncoder().encode(text.replace(/\\(?:\d{3}|.)/g, 'x')).length;
}
