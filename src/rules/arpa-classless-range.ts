import { classlessRanges } from '../dns/arpa.ts';
import { TYPE_CNAME } from '../syntax/header.ts';
import { shown } from './pairing.ts';
import { defineRule } from './rule.ts';

/** An alias of classless delegation from an octet that the child's label does not cover in any reading (RFC 2317). */
export const arpaClasslessRange = defineRule({
  id: 'arpa-classless-range',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_CNAME],
  summary: 'Alias of classless delegation from an address outside the range',
  owners: 'addresses',
  check(name, records, ctx, report) {
    const { names } = ctx.store;
    const octet = Number(names.labelText(name));
    for (const alias of records) {
      const child = alias.type === TYPE_CNAME && alias.data > 0 ? names.parent(alias.data) : 0;
      if (child <= 0 || names.parent(child) !== names.parent(name)) continue;
      const ranges = classlessRanges(names.labelText(child));
      if (ranges.length === 0 || ranges.some(({ first, last }) => octet >= first && octet <= last)) continue;
      const covers = ranges.map(({ first, last }) => `${first} to ${last}`).join(' or ');
      report({
        at: alias.at('target'),
        message: `${ctx.held.addressText(name)} is led to ${shown(ctx, child)}, which covers ${covers}`,
      });
    }
  },
});
