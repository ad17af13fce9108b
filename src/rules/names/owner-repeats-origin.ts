import { TYPE_PTR } from '../../dns/type-codes.ts';
import { holdsTwice, meantAsOwner } from '../../edits/meant/repeated-origin.ts';
import { phrase } from '../../language/phrase.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { dotOfOwner } from '../fixes/dot-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** An owner that has the zone's name at its end and no final dot: the zone's name comes behind it once more. */
export const ownerRepeatsOrigin = defineRule({
  id: 'owner-repeats-origin',
  scope: 'name',
  severity: 'warning',
  types: [],
  tellsAstray: true,
  summary: 'Owner without its final dot has the name of the zone twice',
  owners: 'others',
  passesPlainHosts: 'short',
  passesSoundTexts: true,
  passesPlainMail: true,
  wants: (ctx, name) => ctx.store.names.depth(name) >= 4 && isRepeated(ctx, name),
  check(name, records, ctx, report) {
    for (const record of records) {
      // Owners of PTR records have rules of their own.
      if (!record.zone || !isPaired(record.zone, ctx) || (record.type === TYPE_PTR && isInArpa(ctx, name))) continue;
      const { owner } = record.words();
      if (ctx.isClaimed(record.id) || !owner || meantAsOwner(ctx.store, record) < 0) continue;
      report({
        at: record.at('owner'),
        message: phrase`"${owner.text}" has no final dot, so it means ${shown(ctx, name)}`,
        claims: [record],
        data: { written: owner.text },
      });
    }
  },
  fixes: (finding, ctx) => dotOfOwner(new Subject(finding, ctx)),
});

/** The fast filter: whether the name of a zone that has records here stands in this name twice. */
function isRepeated({ store, held }: RuleContext, name: number): boolean {
  const { records } = store;
  for (let id = held.view.index.firstAt(name); id >= 0; id = records.nextAt(id)) {
    const apex = store.blockOf(id)?.instance.apex ?? -1;
    if (holdsTwice(store.names, name, apex)) return true;
  }
  return false;
}
