import { TYPE_DNAME } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A DNAME at a wildcard, which servers and caches read differently (RFC 4592 section 4.4, RFC 6672 section 3.3). */
export const dnameWildcard = defineRule({
  id: 'dname-wildcard',
  scope: 'name',
  severity: 'hint',
  types: [TYPE_DNAME],
  summary: 'DNAME record at a wildcard',
  wants: (ctx, name) => ctx.store.names.isWildcard(name),
  check(name, records, ctx, report) {
    const dname = records.find(({ type }) => type === TYPE_DNAME);
    if (!dname) return;
    report({
      at: dname.at('owner'),
      message: phrase`${shown(ctx, name)} has a DNAME record: servers and caches differ in what a wildcard of that type means`,
    });
  },
});
