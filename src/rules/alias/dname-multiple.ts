import { TYPE_DNAME } from '../../dns/type-codes.ts';
import { reportSecond } from '../facts/second-record.ts';
import { defineRule } from '../rule.ts';

/** Two DNAME records of one name in a zone (RFC 6672 section 2.4 allows one). */
export const dnameMultiple = defineRule({
  id: 'dname-multiple',
  scope: 'name',
  severity: 'error',
  refused: 'line',
  types: [TYPE_DNAME],
  summary: 'Name has more than one DNAME record',
  isAboutSeveral: true,
  check: (_, records, ctx, report) => reportSecond(records, TYPE_DNAME, ctx, report),
});
