import { TYPE_PTR } from '../../dns/type-codes.ts';
import { sayShape } from '../facts/arpa-say.ts';
import { fixOrigin } from '../fixes/origin-fixes.ts';
import { renameOwner } from '../fixes/owner-fixes.ts';
import { defineRule } from '../rule.ts';

/** Owner and zone together make no 4 octets or 32 nibbles. */
export const arpaLabelCount = defineRule({
  id: 'arpa-label-count',
  scope: 'name',
  severity: 'error',
  types: [TYPE_PTR],
  summary: 'Owner of a PTR record has too few or too many labels for an address',
  owners: 'others',
  joinsByOrigin: true,
  check: (_, records, ctx, report) => sayShape('arpa-label-count', records, ctx, report),
  fixes: (finding, ctx) => (finding.at.kind === 'record' ? renameOwner(finding, ctx) : fixOrigin(finding, ctx)),
});
