import { TYPE_PTR } from '../../dns/type-codes.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { leadsBack, swappedAddress } from '../facts/swapped-octets.ts';
import { moveOwner } from '../fixes/owner-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** A PTR at an address that nobody has, where the same octets in another order are the address of its target. */
export const arpaOctetsSwapped = defineRule({
  id: 'arpa-octets-swapped',
  scope: 'name',
  severity: 'error',
  types: [TYPE_PTR],
  summary: 'Owner of a PTR record has the octets of its target in another order',
  owners: 'addresses',
  passesPlainPairs: true,
  wants: (ctx, name, first) => !leadsBack(ctx, name, first),
  check(_, records, ctx, report) {
    for (const pointer of records) {
      if (pointer.type !== TYPE_PTR || pointer.generated || ctx.isClaimed(pointer.id)) continue;
      const meant = swappedAddress(pointer, ctx);
      if (meant === undefined) continue;
      const found = ctx.held.addressText(pointer.owner) ?? '';
      const right = ctx.held.addressText(meant) ?? '';
      report({
        at: pointer.at('owner'),
        message: right.includes(':')
          ? phrase`This is the PTR of ${found}, but ${shown(ctx, pointer.data)} has ${right}: the nibbles stand in another order`
          : phrase`This is the PTR of ${found}, but ${shown(ctx, pointer.data)} has ${right}: the octets stand in another order`,
        claims: [pointer],
        related: ctx.held
          .recordsTo(meant)
          .filter((record) => record.owner === pointer.data)
          .map((record) => ({ at: record.at('rdata'), message: phrase`${shown(ctx, pointer.data)} has ${right}` })),
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, rows } = subject;
    const meant = record && swappedAddress(record, ctx);
    if (!record || meant === undefined) return [];
    return [moveOwner(subject, record, meant, { safe: false, origin: stateBefore(rows, placeOf(record)).origin })];
  },
});
