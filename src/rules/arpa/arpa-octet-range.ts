import { TYPE_PTR } from '../../dns/type-codes.ts';
import { sayShape } from '../facts/arpa-say.ts';
import { defineRule } from '../rule.ts';

/** A label over 255, or none that is a number: `300.2.0.192.in-addr.arpa`. */
export const arpaOctetRange = defineRule({
  id: 'arpa-octet-range',
  scope: 'name',
  severity: 'error',
  types: [TYPE_PTR],
  summary: 'Owner of a PTR record has a label that is no octet',
  owners: 'others',
  check: (_, records, ctx, report) => sayShape('arpa-octet-range', records, ctx, report),
});
