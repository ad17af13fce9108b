import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { BINDING_TYPES, type Binding, bindingsOf } from '../facts/bindings.ts';
import { shown } from '../facts/pairing.ts';
import { hasUnsoundBinding } from '../facts/unsound-data.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** An alias among service bindings (priority 0) that clients take for something else (RFC 9460 section 2.4.2). */
export const svcbAlias = defineRule({
  id: 'svcb-alias',
  scope: 'name',
  severity: 'warning',
  types: BINDING_TYPES,
  wants: hasUnsoundBinding,
  summary: 'SVCB or HTTPS alias that does not work',
  check(_, records, ctx, report) {
    const bindings = bindingsOf(records, ctx);
    for (const type of BINDING_TYPES) {
      const all = bindings.filter(({ record }) => record.type === type);
      const aliases = all.filter(({ priority }) => priority === 0);
      const [first, second] = aliases;
      if (!first) continue;
      const service = all.find(({ priority }) => priority > 0);
      const message = whyNoAlias({ first, second, service }, ctx);
      if (message === undefined) continue;
      const other = second ?? service;
      report({
        at: (second ?? first).record.at('record'),
        message,
        ...(other && other !== second
          ? { related: [{ at: other.record.at('record'), message: phrase`The service` }] }
          : {}),
      });
    }
  },
});

interface Aliases {
  readonly first: Binding;
  readonly second: Binding | undefined;
  readonly service: Binding | undefined;
}

function whyNoAlias({ first, second, service }: Aliases, ctx: RuleContext): string | undefined {
  const { record, host, parameters } = first;
  const [type, owner] = [typeName(record.type), shown(ctx, record.owner)];
  if (host === record.owner)
    return phrase`${owner} is its own target: an alias (priority 0) leads to another name. Write priority 1 to offer the service here`;
  if (parameters.length > 0)
    return phrase`An alias (priority 0) has no parameters, clients pass ${parameters.map(({ key }) => key).join(', ')} over: write priority 1 to offer a service`;
  if (second) return phrase`${owner} has two aliases (priority 0) of ${type}: clients take one of them by chance`;
  if (service)
    return phrase`An alias (priority 0) stands beside a service: clients follow the alias and pass the other ${type} record over`;
  return undefined;
}
