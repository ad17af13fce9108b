import type { NameId } from '../../dns/name-table.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import { type Change, type Refusal, replaceInBlock } from '../../edits/change.ts';
import { wildcardHidden } from '../../edits/insert-pointer.ts';
import { indentedOwnerOf } from '../../edits/meant/indented-owner.ts';
import { placeOf, type Rows } from '../../edits/rows.ts';
import { stateBefore, writtenUnder } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { shown } from '../facts/pairing.ts';
import { leadsBack } from '../facts/swapped-octets.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A blank in front of the owner of a PTR record: it is read as a TTL, and the record takes the owner above. */
export const arpaOwnerIndented = defineRule({
  id: 'arpa-owner-indented',
  scope: 'name',
  severity: 'error',
  types: [TYPE_PTR],
  summary: 'Blank in front of the owner of a PTR record makes it a TTL',
  passesPlainPairs: true,
  wants: (ctx, name, first) => !leadsBack(ctx, name, first),
  check(_, records, ctx, report) {
    for (const pointer of records) {
      const meant = indentedOwnerOf(ctx.held, pointer);
      if (meant === undefined || ctx.isClaimed(pointer.id)) continue;
      ctx.watch(meant);
      const right = ctx.held.addressText(meant) ?? '';
      const found = ctx.held.addressText(pointer.owner) ?? shown(ctx, pointer.owner);
      report({
        at: pointer.at('ttl'),
        message: phrase`The line begins with a blank, so ${pointer.ttl} is a TTL, and this the PTR of ${found}: ${shown(ctx, pointer.data)} has ${right}`,
        claims: [pointer],
        related: ctx.held
          .recordsTo(meant)
          .filter(({ owner }) => owner === pointer.data)
          .map((record) => ({ at: record.at('rdata'), message: phrase`${shown(ctx, pointer.data)} has ${right}` })),
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, rows } = subject;
    const meant = record && indentedOwnerOf(ctx.held, record);
    if (!record || meant === undefined) return [];
    const title = phrase`Remove the blank in front of "${record.ttl}"`;
    const changes = withoutBlank(rows, record, meant, ctx);
    return changes ? [subject.fix(title, changes, { preferred: true })] : [];
  },
});

/** Undefined where the line without its blank would still be of another owner. */
function withoutBlank(
  rows: Rows,
  record: ZoneRecord,
  meant: NameId,
  ctx: RuleContext,
): readonly Change[] | Refusal | undefined {
  const place = placeOf(record);
  const { ttl } = record.words();
  const { start } = rows.linesOf(place);
  if (!ttl || !/^[ \t]+$/.test(rows.of(place.block).block.slice(start, ttl.start))) return undefined;
  if (writtenUnder(ctx.store, meant, stateBefore(rows, place).origin) !== ttl.text) return undefined;
  const hidden = record.zone && wildcardHidden(ctx.held, meant, record.zone);
  if (hidden !== undefined) return { refused: hidden };
  if (hasOtherHeirs(rows, record, ctx))
    return { refused: phrase`a line below takes its owner from above too: give it the owner that it is for` };
  return [replaceInBlock(place.block, start, ttl.start, '')];
}

/** Whether lines below would get the new owner, but for those that have a blank in front of theirs too. */
function hasOtherHeirs(rows: Rows, record: ZoneRecord, { held }: RuleContext): boolean {
  const isIndented = new Set(
    held
      .recordsAt(record.owner, TYPE_PTR)
      .filter((pointer) => indentedOwnerOf(held, pointer) !== undefined)
      .map(({ block, row }) => `${block.id} ${row}`),
  );
  for (const { place, kind } of rows.behind(placeOf(record))) {
    if (kind === 'owner') return false;
    if (kind === 'include-of-blank' || (kind === 'blank' && !isIndented.has(`${place.block.id} ${place.row}`)))
      return true;
  }
  return false;
}
