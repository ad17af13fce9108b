import { TYPE_SRV } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { recordsToHosts, targetInWords, whyWithoutAddress } from '../facts/host-target.ts';
import { shown } from '../facts/pairing.ts';
import { hasUnsureService } from '../facts/sure-hosts.ts';
import { addTargetDot } from '../fixes/target-fixes.ts';
import { defineRule } from '../rule.ts';

/** A service's host whose name lies in a held zone, and has no address there. */
export const srvNoAddress = defineRule({
  id: 'srv-no-address',
  asksOtherZones: true,
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SRV],
  wants: hasUnsureService,
  summary: 'Host of a service has no address record in its held zone',
  check(_, records, ctx, report) {
    for (const record of recordsToHosts(records, TYPE_SRV, ctx)) {
      const why = whyWithoutAddress(record, ctx);
      if (why === undefined) continue;
      const { name, lead } = targetInWords(record, ctx);
      report({
        at: record.at('target'),
        message: phrase`${lead || phrase`${shown(ctx, record.owner)} leads to ${name}`}, ${why}: the service is not found there`,
      });
    }
  },
  fixes: addTargetDot,
});
