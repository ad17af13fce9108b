import type { NameId } from '../../dns/name-table.ts';
import { withFinalDot } from '../../edits/meant/repeated-origin.ts';
import { phrase } from '../../language/phrase.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { isAbsent, isRefusedServer, isThere, targetTypes, targetWord } from '../facts/target-words.ts';
import { dotOfTarget } from '../fixes/dot-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A target that would be a held name, had it its final dot, and is none as it stands. */
export const targetMissingDot = defineRule({
  id: 'target-missing-dot',
  scope: 'name',
  severity: 'warning',
  types: targetTypes,
  summary: 'Target without its final dot does not exist, but would with it',
  passesPlainMail: true,
  passesPlainDelegations: true,
  wants: (ctx, name) => hasAbsentTarget(ctx, name),
  check(_, records, ctx, report) {
    for (const record of records) {
      const { zone } = record;
      if (!zone || record.generated || ctx.isClaimed(record.id) || !ctx.store.names.isBelowOrAt(record.data, zone.apex))
        continue;
      if (!isPaired(zone, ctx) || !isAbsent(record.data, ctx)) continue;
      const target = targetWord(record);
      if (!target || target.word.quoted) continue;
      const meant = withFinalDot(ctx.store, record, target.word);
      if (meant < 0 || !isThere(meant, ctx) || isRefusedServer(record, ctx)) continue;
      const written = target.word.text;
      report({
        at: record.at({ rdata: target.place }),
        message: phrase`"${written}" has no final dot, so it means ${shown(ctx, record.data)}, which does not exist; ${shown(ctx, meant)} does`,
        claims: [record],
        data: { written },
      });
    }
  },
  fixes: (finding, ctx) => dotOfTarget(new Subject(finding, ctx)),
});

/** The fast filter: whether a target has no records and stands above none. */
function hasAbsentTarget({ store, held }: RuleContext, name: NameId): boolean {
  const { records } = store;
  const { index } = held.view;
  for (let id = index.firstAt(name); id >= 0; id = records.nextAt(id)) {
    const data = records.data[id] as number;
    if (data >= 0 && (index.weight[data] ?? 0) === 0 && targetTypes.includes(records.type[id] as number)) return true;
  }
  return false;
}
