import { TYPE_PTR } from '../../dns/type-codes.ts';
import { undottedOrigin } from '../../edits/meant/repeated-origin.ts';
import { phrase } from '../../language/phrase.ts';
import { noteWithoutPointer } from '../facts/mail-note.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/**
 * A mail host without PTR record, as the one that was meant for it stands below an origin without its final dot. The origin
 * itself is told while the text is read: what is found here makes an error of that (`raised-origins.ts`).
 */
export const originMissingDot = defineRule({
  id: 'origin-missing-dot',
  scope: 'address',
  ofExternalToo: true,
  severity: 'warning',
  isOfOrigin: true,
  summary: 'Origin without its final dot has the name of the zone twice',
  check(address, ctx, report) {
    if (!address.isMailHost || address.answer.kind !== 'none' || !address.reverseZone) return;
    for (const host of address.records) {
      const pointer = ctx.held
        .recordsTo(host.owner, TYPE_PTR)
        .find((record) => undottedOrigin(ctx.store, record)?.meant === address.address);
      if (!pointer) continue;
      const note = noteWithoutPointer(address.address, ctx);
      const found = phrase`${address.text} has no PTR record`;
      report({
        at: pointer.at('owner'),
        severity: 'error',
        message: phrase`${found}, as the origin of this one has no final dot${note.text}`,
        related: [
          { at: host.at('rdata'), message: phrase`${shown(ctx, host.owner)} has ${address.text}` },
          ...note.related,
        ],
        counterpart: host.at('rdata'),
        counterpartMessage: phrase`${found}: the one that is meant for it stands below an origin without its final dot`,
        claims: address.records,
        data: { undotted: true, note: `${found}${note.text}` },
      });
      return;
    }
  },
});
