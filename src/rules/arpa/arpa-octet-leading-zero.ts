import { TYPE_PTR } from '../../dns/type-codes.ts';
import { sayShape } from '../facts/arpa-say.ts';
import { renameOwner } from '../fixes/owner-fixes.ts';
import { defineRule } from '../rule.ts';

/** `030.2.0.192.in-addr.arpa`: another name than that of the address. */
export const arpaOctetLeadingZero = defineRule({
  id: 'arpa-octet-leading-zero',
  scope: 'name',
  severity: 'error',
  types: [TYPE_PTR],
  summary: 'Owner of a PTR record has an octet with a leading zero',
  owners: 'others',
  check: (_, records, ctx, report) => sayShape('arpa-octet-leading-zero', records, ctx, report),
  fixes: (finding, ctx) => renameOwner(finding, ctx),
});
