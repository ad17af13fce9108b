import { typeName } from '../../dns/types.ts';
import { type Change, type Refusal, replaceInBlock } from '../../edits/change.ts';
import { whyNotWithout } from '../../edits/delete-record.ts';
import { commentedRecords, commentMark } from '../../edits/meant/commented-record.ts';
import { placeOf } from '../../edits/rows.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** A line behind `#` or `//` that servers read as a record of a name with these characters. One that nobody can read is found while the text is read. */
export const syntaxComment = defineRule({
  id: 'syntax-comment',
  scope: 'name',
  severity: 'error',
  hasSafeFix: true,
  leavesRecords: true,
  types: [],
  summary: 'Comment that does not begin with a semicolon',
  owners: 'others',
  passesPlainHosts: true,
  passesSoundTexts: true,
  passesPlainMail: true,
  wants: ({ store }, name) => commentMark(store.names, name) !== undefined,
  check(name, _, ctx, report) {
    const records = commentedRecords(ctx.held, name);
    for (const record of records) {
      ctx.claim(record);
      if (record.type === TYPE_UNREADABLE || !record.zone || !isPaired(record.zone, ctx)) continue;
      if (!record.words().owner) continue;
      report({
        at: record.at('owner'),
        severity: 'warning',
        message: phrase`A comment begins with ";", not with "${commentMark(ctx.store.names, name)}": servers read this line as the ${typeName(record.type)} record of ${shown(ctx, name)}`,
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, token } = subject;
    if (!record || !token) return [];
    const length = token.text.startsWith('#') ? 1 : 2;
    return [
      subject.fix(phrase`Make it a comment with ";"`, commentOf(subject, record, length), {
        safe: true,
        preferred: true,
      }),
    ];
  },
});

/** In the place of the mark of this length; refused where the lines below would be read as something else. */
function commentOf({ rows }: Subject, record: ZoneRecord, length: number): readonly Change[] | Refusal {
  const place = placeOf(record);
  const { start, end } = rows.linesOf(place);
  const text = rows.of(place.block).block.slice(start, end);
  if (/[\r\n]./s.test(text.replace(/\r\n?/g, '\n'))) return { refused: phrase`the record goes on in the next line` };
  if (rows.isInherited(place))
    return { refused: phrase`a line below takes its owner from this one: give it the owner that it is for` };
  const why = whyNotWithout(rows, record, new Set());
  if (why !== undefined) return { refused: why };
  return [replaceInBlock(place.block, start, start + length, ';')];
}
