import { ROOT } from '../../dns/name-table.ts';
import { TYPE_RP, TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isOfPairedZone, isTargetPaired, shown } from '../facts/pairing.ts';
import { nameInRdata } from '../facts/rdata-fields.ts';
import { defineRule } from '../rule.ts';

/** An RP record whose second name, in a held zone, has no TXT record (RFC 1183 section 2.2). */
export const rpTxtMissing = defineRule({
  id: 'rp-txt-missing',
  scope: 'name',
  severity: 'information',
  types: [TYPE_RP],
  summary: 'RP record names a text that is not there',
  check(_, records, ctx, report) {
    for (const record of records) {
      if (record.type !== TYPE_RP || ctx.isClaimed(record.id) || !isOfPairedZone(record, ctx)) continue;
      const text = nameInRdata(record, 1, ctx);
      if (text <= ROOT || !isTargetPaired(text, ctx)) continue;
      ctx.watch(text);
      const answer = ctx.held.lookup(text, TYPE_TXT);
      if (answer.kind !== 'none' || answer.aliases.length > 0) continue;
      report({
        at: record.at({ rdata: 1 }),
        message: phrase`${shown(ctx, text)} has no TXT record, where the RP record says that more is told: add it, or write "."`,
      });
    }
  },
});
