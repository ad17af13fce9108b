import { TYPE_PTR } from '../../dns/type-codes.ts';
import { sayShape } from '../facts/arpa-say.ts';
import { renameOwner } from '../fixes/owner-fixes.ts';
import { defineRule } from '../rule.ts';

/** `192.0.2.30` or `30.2.0.192.in-addr.arpa` without its final dot, in a zone that completes it. */
export const arpaFullAddressOwner = defineRule({
  id: 'arpa-full-address-owner',
  scope: 'name',
  severity: 'error',
  types: [TYPE_PTR],
  summary: 'Owner of a PTR record is a whole address, and the zone completes it',
  owners: 'others',
  check: (_, records, ctx, report) => sayShape('arpa-full-address-owner', records, ctx, report),
  fixes: (finding, ctx) => renameOwner(finding, ctx, { safe: true }),
});
