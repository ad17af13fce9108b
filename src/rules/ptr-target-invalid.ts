import type { NameId } from '../dns/name-table.ts';
import { holdsPlaceholder } from '../syntax/template.ts';
import { ownPointers } from './own-pointers.ts';
import { shown } from './pairing.ts';
import { defineRule, type RuleContext } from './rule.ts';

/** A target that is a domain name but no host's (RFC 952, RFC 1123 section 2.1). */
export const ptrTargetInvalid = defineRule({
  id: 'ptr-target-invalid',
  scope: 'address',
  severity: 'warning',
  summary: 'PTR target is no host name',
  confirmedToo(ctx, _, pointer) {
    return !ctx.store.names.isHostName(ctx.store.records.data[pointer] as number);
  },
  check(address, ctx, report) {
    for (const pointer of ownPointers(address, ctx)) {
      if (pointer.data < 0 || ctx.store.names.isHostName(pointer.data)) continue;
      // What a template makes of the name is not known.
      if (holdsPlaceholder(ctx.store.names.text(pointer.data))) continue;
      report({
        at: pointer.at('target'),
        message: `${shown(ctx, pointer.data)} is no host name: ${reason(pointer.data, ctx)}`,
        data: { address: address.text },
      });
    }
  },
});

function reason(name: NameId, ctx: RuleContext): string {
  const { names } = ctx.store;
  if (name === 0) return 'it is the root';
  for (let node = name; node > 0; node = names.parent(node)) {
    const label = names.labelText(node);
    if (/^-|-$/.test(label)) return `"${label}" begins or ends with a hyphen`;
    const character = /\\\d{3}|\\?[^a-z0-9-]/.exec(label)?.[0];
    if (character !== undefined) return `"${character}" is not a letter, a digit or a hyphen`;
  }
  return 'it has a label that is not made of letters, digits and hyphens';
}
