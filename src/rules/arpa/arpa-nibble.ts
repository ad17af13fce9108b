import { TYPE_PTR } from '../../dns/type-codes.ts';
import { sayShape } from '../facts/arpa-say.ts';
import { renameOwner } from '../fixes/owner-fixes.ts';
import { defineRule } from '../rule.ts';

/** A label below ip6.arpa that is not one hexadecimal digit: a group of four, or a name. */
export const arpaNibble = defineRule({
  id: 'arpa-nibble',
  scope: 'name',
  severity: 'error',
  types: [TYPE_PTR],
  summary: 'Owner of a PTR record has a label that is no single hexadecimal digit',
  owners: 'others',
  check: (_, records, ctx, report) => sayShape('arpa-nibble', records, ctx, report),
  fixes: (finding, ctx) => renameOwner(finding, ctx),
});
