import { TYPE_CNAME, TYPE_KEY } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { mayStandBesideAlias } from '../facts/beside-alias.ts';
import { shown } from '../facts/pairing.ts';
import { deleteAliasOrOthers } from '../fixes/delete-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** An alias that has other records: one finding a name, at the record that came to the one before it. */
export const cnameOtherData = defineRule({
  id: 'cname-other-data',
  scope: 'name',
  severity: 'error',
  refused: 'line',
  types: [TYPE_CNAME],
  summary: 'Name has a CNAME record and other records',
  isAboutSeveral: true,
  check(_, records, ctx, report) {
    const seen = new Set<ZoneRecord['zone']>();
    for (const alias of records) {
      if (alias.type !== TYPE_CNAME || seen.has(alias.zone) || ctx.isClaimed(alias.id)) continue;
      seen.add(alias.zone);
      const others = records.filter((record) => record.zone === alias.zone && !mayStandBesideAlias(record.type));
      const [other] = others;
      if (!other) {
        const key = records.find((record) => record.zone === alias.zone && record.type === TYPE_KEY);
        if (key)
          report({
            at: key.at('type'),
            severity: 'warning',
            message: phrase`${shown(ctx, alias.owner)} is an alias and has a KEY record too: BIND 9.20 takes that, NSD and Knot refuse the zone`,
            related: [{ at: alias.at('record'), message: phrase`The alias` }],
          });
        continue;
      }
      const isAliasFirst = records.indexOf(alias) < records.indexOf(other);
      const [first, second] = isAliasFirst ? [alias, other] : [other, alias];
      const types = [...new Set(others.map((record) => typeName(record.type)))].join(', ');
      report({
        at: second.at('type'),
        message: phrase`${shown(ctx, alias.owner)} is an alias of ${shown(ctx, alias.data)} and has ${types} records too: an alias has no other records`,
        related: [{ at: first.at('record'), message: isAliasFirst ? phrase`The alias` : phrase`The other record` }],
      });
    }
  },
  fixes: (finding, ctx) => deleteAliasOrOthers(new Subject(finding, ctx)),
});
