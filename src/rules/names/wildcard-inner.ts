import type { NameId, NameTable } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import { gravity, hasNamesChecked, isOfInvalidHost } from '../facts/invalid-host.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** An asterisk that is not the first label of a name: it is a label like others there (RFC 4592 section 2.1.1). */
export const wildcardInner = defineRule({
  id: 'wildcard-inner',
  scope: 'name',
  owners: 'others',
  severity: 'warning',
  types: [],
  passesPlainHosts: true,
  passesSoundTexts: true,
  summary: 'Asterisk inside a name: only the first label is a wildcard',
  passesPlainMail: true,
  wants: ({ store: { names } }, name) => !names.isHostName(name) && starAbove(names, name) >= 0,
  check(name, records, ctx, report) {
    const { names } = ctx.store;
    const record = records.find(
      ({ zone, owner }) => zone && isPaired(zone, ctx) && starAbove(names, owner) > zone.apex,
    );
    if (!record || ctx.isClaimed(record.id)) return;
    const isRefused = records.some((one) => hasNamesChecked(one) && isOfInvalidHost(one, ctx));
    report({
      at: record.at('owner'),
      message: phrase`${shown(ctx, name)} has its asterisk inside: only as the first label it stands for other names, so nothing but this very name, asterisk and all, gets the answer`,
      claims: records.filter(({ zone }) => zone === record.zone),
      ...gravity(isRefused),
    });
  },
});

/** The name above another one that begins with an asterisk label; -1 where there is none. */
function starAbove(names: NameTable, name: NameId): NameId {
  for (let node = names.parent(name); node > 0; node = names.parent(node)) if (names.isWildcard(node)) return node;
  return -1;
}
