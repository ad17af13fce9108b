import { TYPE_A, TYPE_AAAA, TYPE_PTR } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { defineRule } from '../rule.ts';

/** A wildcard PTR: it answers for every address, and only those that its target owns lead back. */
export const arpaWildcard = defineRule({
  id: 'arpa-wildcard',
  scope: 'name',
  severity: 'information',
  types: [TYPE_PTR],
  summary: 'Wildcard PTR record confirms only the addresses that its target has',
  owners: 'others',
  wants: (ctx, name) => ctx.store.names.isWildcard(name),
  check(name, records, ctx, report) {
    if (!isInArpa(ctx, name)) return;
    const type = ctx.store.names.isBelowOrAt(name, ctx.store.names.ip6Arpa) ? TYPE_AAAA : TYPE_A;
    const above = ctx.store.names.parent(name);
    for (const pointer of records) {
      if (pointer.type !== TYPE_PTR || pointer.data < 0 || ctx.isClaimed(pointer.id)) continue;
      const answer = ctx.held.lookup(pointer.data, type);
      if (answer.kind === 'unknown') continue;
      const addresses = answer.kind === 'records' ? answer.records : [];
      const inside = addresses.filter((record) => ctx.store.names.isBelowOrAt(record.data, above));
      const which =
        inside.length === 0
          ? phrase`has none of these addresses: no receiver of mail believes it`
          : phrase`has ${inside.map((record) => ctx.held.addressText(record.data)).join(', ')} only: for the others no receiver of mail believes it`;
      report({
        at: pointer.at('owner'),
        message: phrase`This PTR answers for every address without one of its own, and ${shown(ctx, pointer.data)} ${which}`,
        related: inside
          .slice(0, 3)
          .map((record) => ({ at: record.at('rdata'), message: phrase`An address that leads back` })),
      });
    }
  },
});
