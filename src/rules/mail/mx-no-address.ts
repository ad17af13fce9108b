import { TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { relatedAstray } from '../facts/astray.ts';
import { recordsToHosts, targetInWords, whyWithoutAddress } from '../facts/host-target.ts';
import { shown } from '../facts/pairing.ts';
import { hasUnsureMailHost } from '../facts/sure-hosts.ts';
import { addTargetDot } from '../fixes/target-fixes.ts';
import { defineRule } from '../rule.ts';

/** A mail server whose name lies in a held zone, and has no address there. */
export const mxNoAddress = defineRule({
  id: 'mx-no-address',
  asksOtherZones: true,
  scope: 'name',
  severity: 'error',
  types: [TYPE_MX],
  passesPlainMail: true,
  wants: hasUnsureMailHost,
  summary: 'Mail server has no address record in its held zone',
  check(_, records, ctx, report) {
    for (const record of recordsToHosts(records, TYPE_MX, ctx)) {
      const why = whyWithoutAddress(record, ctx);
      if (why === undefined) continue;
      const { name, lead } = targetInWords(record, ctx);
      const zone = ctx.held.zoneOf(record.data);
      const astray = zone ? relatedAstray(record.data, zone, ctx) : [];
      report({
        at: record.at('target'),
        message: phrase`${lead || phrase`${shown(ctx, record.owner)} has the mail server ${name}`}, ${why}: no mail is delivered there`,
        ...(astray.length > 0 ? { related: astray, data: { isAstray: true } } : {}),
      });
    }
  },
  fixes: addTargetDot,
});
