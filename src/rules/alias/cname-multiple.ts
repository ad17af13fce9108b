import { TYPE_CNAME } from '../../dns/type-codes.ts';
import { reportSecond } from '../facts/second-record.ts';
import { defineRule } from '../rule.ts';

/** Two aliases of one name in a zone; the same one twice counts once, as servers have it. */
export const cnameMultiple = defineRule({
  id: 'cname-multiple',
  scope: 'name',
  severity: 'error',
  refused: 'line',
  types: [TYPE_CNAME],
  summary: 'Name has more than one CNAME record',
  isAboutSeveral: true,
  check: (_, records, ctx, report) => reportSecond(records, TYPE_CNAME, ctx, report),
});
