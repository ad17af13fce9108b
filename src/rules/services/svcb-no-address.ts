import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { BINDING_TYPES, type Binding, bindingsOf } from '../facts/bindings.ts';
import { isTargetPaired, shown } from '../facts/pairing.ts';
import { hasUnsureBinding } from '../facts/sure-hosts.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** The host of a service binding that certainly has no address in its held zone (RFC 9460 section 3). */
export const svcbNoAddress = defineRule({
  id: 'svcb-no-address',
  asksOtherZones: true,
  scope: 'name',
  severity: 'warning',
  types: BINDING_TYPES,
  wants: hasUnsureBinding,
  summary: 'Host of an SVCB or HTTPS record has no address',
  check(_, records, ctx, report) {
    for (const binding of bindingsOf(records, ctx)) {
      const { record, host } = binding;
      if (host < 0 || host === 0 || host === (binding.isAlias ? record.owner : -1)) continue;
      ctx.watch(host);
      if (!isTargetPaired(host, ctx) || !lacksAddress(binding, ctx)) continue;
      // That an address of the web names no host, nor a parameter, is told as that.
      if (/:\/\/|=/.test(ctx.store.names.text(record.data))) continue;
      const name = shown(ctx, host);
      const who = host === record.owner && record.data === 0 ? phrase`"." stands for ${name}, which` : name;
      report({
        at: record.at({ rdata: 1 }),
        message: phrase`${who} has no A or AAAA record: clients of the ${typeName(record.type)} record reach nothing`,
      });
    }
  },
});

function lacksAddress({ record, host, isAlias }: Binding, { held }: RuleContext): boolean {
  const isAbsent = (type: number): boolean => {
    const answer = held.lookup(host, type);
    return answer.kind === 'none' && answer.aliases.length === 0;
  };
  return isAbsent(TYPE_A) && isAbsent(TYPE_AAAA) && (!isAlias || isAbsent(record.type));
}
