import type { NameId } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import { BINDING_TYPES, type Binding, bindingsOf, type Parameter } from '../facts/bindings.ts';
import { shown } from '../facts/pairing.ts';
import { hasUnsureHint } from '../facts/sure-hosts.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

const HINTS: ReadonlyMap<string, number> = new Map([
  ['ipv4hint', TYPE_A],
  ['ipv6hint', TYPE_AAAA],
]);

/** Address hints of a service binding that are no addresses of its host in the held zone (RFC 9460 section 7.3). */
export const svcbHintDiffers = defineRule({
  id: 'svcb-hint-differs',
  scope: 'name',
  severity: 'warning',
  types: BINDING_TYPES,
  wants: hasUnsureHint,
  summary: 'Address hint of an SVCB or HTTPS record is no address of its host',
  check(_, records, ctx, report) {
    for (const binding of bindingsOf(records, ctx))
      for (const { parameter, wrong, held } of differing(binding, ctx))
        report({
          at: binding.record.at({ rdata: parameter.place }),
          message: phrase`${parameter.key} has ${wrong.join(', ')}, and ${shown(ctx, binding.host)} has ${held.join(', ')}: clients that take the hint go elsewhere`,
          data: { place: parameter.place },
        });
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const [binding] = record ? bindingsOf([record], ctx) : [];
    const found = binding && differing(binding, ctx).find(({ parameter }) => parameter.place === finding.data?.place);
    if (!record || !found?.parameter.isOneWord) return [];
    const text = `${found.parameter.key}=${found.held.join(',')}`;
    return [
      subject.fix(phrase`Change it to ${text}`, [replaceToken(record, found.parameter.token, text)], {
        preferred: true,
      }),
    ];
  },
});

interface Differing {
  readonly parameter: Parameter;
  readonly wrong: readonly string[];
  readonly held: readonly string[];
}

function differing({ host, isAlias, parameters }: Binding, ctx: RuleContext): readonly Differing[] {
  if (host < 0 || isAlias) return [];
  const found: Differing[] = [];
  for (const parameter of parameters) {
    const type = HINTS.get(parameter.key);
    if (type === undefined) continue;
    ctx.watch(host);
    const answer = ctx.held.lookup(host, type);
    if (answer.kind !== 'records') continue;
    const { reverse } = ctx.store.names;
    const wrong = parameter.value.split(',').filter((text) => !ctx.held.leadsTo(answer, reverse.keyOf(text)));
    if (wrong.length === 0) continue;
    const addresses = new Set<NameId>(answer.records.map(({ data }) => data));
    const held = [...addresses].flatMap((address) => ctx.held.addressText(address) ?? []);
    found.push({ parameter, wrong, held });
  }
  return found;
}
