import { classlessRanges, coversOctet } from '../../dns/arpa.ts';
import { ARPA4_ADDRESS, type NameId } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_PTR } from '../../dns/type-codes.ts';
import { classlessChildren, misledAlias } from '../../edits/meant/classless-child.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext, type Say } from '../rule.ts';

/** An alias of classless delegation, or a PTR in such a zone, for an octet that its label covers in no reading (RFC 2317). */
export const arpaClasslessRange = defineRule({
  id: 'arpa-classless-range',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_CNAME, TYPE_PTR],
  summary: 'Alias of classless delegation, or PTR there, for an address outside the range',
  passesPlainPairs: true,
  wants({ store }, name, first) {
    const { names, records } = store;
    if (!names.isAddress(name)) return names.arpaKind(names.parent(names.parent(name))) === ARPA4_ADDRESS - 1;
    return records.type[first] === TYPE_CNAME || records.nextAt(first) !== -1;
  },
  check(name, records, ctx, report) {
    if (ctx.store.names.isAddress(name)) checkAliases(name, records, ctx, report);
    else checkPointers(name, records, ctx, report);
  },
});

function checkAliases(name: NameId, records: readonly ZoneRecord[], ctx: RuleContext, report: Say): void {
  const { names } = ctx.store;
  for (const alias of records) {
    const child = alias.type === TYPE_CNAME && alias.data > 0 ? names.parent(alias.data) : 0;
    if (child <= 0 || names.parent(child) !== names.parent(name)) continue;
    for (const zone of classlessChildren(ctx.held, names.parent(name))) ctx.watch(zone.apex);
    const covered = coveredBeside(names.labelText(name), names.labelText(child));
    // Of an alias to no zone at all that is said, and once.
    if (covered === undefined || misledAlias(ctx.held, alias)) continue;
    report({
      at: alias.at('target'),
      message: phrase`${ctx.held.addressText(name)} is led to ${shown(ctx, child)}, which covers ${covered}`,
    });
  }
}

function checkPointers(name: NameId, records: readonly ZoneRecord[], ctx: RuleContext, report: Say): void {
  const { names } = ctx.store;
  const apex = names.parent(name);
  // Of an alias that leads here the alias is told.
  if (ctx.held.recordsTo(name, TYPE_CNAME).length > 0) return;
  for (const pointer of records) {
    if (pointer.type !== TYPE_PTR || pointer.zone?.apex !== apex) continue;
    const covered = coveredBeside(names.labelText(name), names.labelText(apex));
    if (covered === undefined) continue;
    report({
      at: pointer.at('owner'),
      message: phrase`${names.labelText(name)} lies outside ${shown(ctx, apex)}, which covers ${covered}: no look-up comes to this PTR record`,
      claims: [pointer],
    });
  }
}

/** What the label of a classless zone covers in words, where it does not cover an octet in any reading. */
function coveredBeside(octet: string, label: string): string | undefined {
  const ranges = classlessRanges(label);
  const isOctet = /^\d{1,3}$/.test(octet) && Number(octet) <= 255;
  if (!isOctet || ranges.length === 0) return undefined;
  if (ranges.some((range) => coversOctet(range, Number(octet)))) return undefined;
  return ranges.map(({ first, last }) => phrase`${first} to ${last}`).join(phrase` or `);
}
