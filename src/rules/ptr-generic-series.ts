import type { AddressCase } from './address-case.ts';
import { isInNetworks, ownPointers, shown } from './pairing.ts';
import { defineRule, type RuleContext } from './rule.ts';

/** A run of PTRs that only count, as providers make them: said once, at its first one. */
export const ptrGenericSeries = defineRule({
  id: 'ptr-generic-series',
  scope: 'address',
  severity: 'hint',
  summary: 'PTR records of a network only count',
  confirmedToo(ctx, address, pointer) {
    const target = ctx.store.records.data[pointer] as number;
    return ctx.store.names.hasDigit(target) && ctx.network(address).seriesOf(address)?.first.id === pointer;
  },
  check(address, ctx, report) {
    if (isInNetworks(ctx.store.names, address.address, ctx.settings.pools)) return;
    for (const pointer of ownPointers(address, ctx)) {
      const series = ctx.network(pointer.owner).seriesOf(pointer.owner);
      const standing = address.standing(pointer);
      if (series?.first.id !== pointer.id || (standing !== 'confirmed' && standing !== 'unknown')) continue;
      const { last, count, template } = series;
      const by = pointer.generated ? ' made by $GENERATE' : '';
      report({
        at: pointer.at('record'),
        message:
          `${count} PTR records${by} only count, from ${address.text} ` +
          `(${shown(ctx, pointer.data)}) to ${endOf(address, last.owner, ctx)} (${shown(ctx, last.data)})`,
        related: [{ at: last.at('record'), message: 'The last one' }],
        data: { address: address.text, count, template },
      });
    }
  },
});

function endOf(address: AddressCase, owner: number, ctx: RuleContext): string {
  return ctx.held.addressText(owner) ?? (address.address < 0 ? shown(ctx, owner) : ctx.store.names.labelText(owner));
}
