import { ARPA4, ARPA4_ADDRESS, ARPA6, type NameId } from '../../dns/name-table.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { childrenIn } from '../../workspace/network.ts';
import { listed } from '../facts/mail-note.ts';
import { isPaired, isWithinNetworks, shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A wildcard PTR above names that exist only because others stand below them: it does not answer there (RFC 4592). */
export const ptrWildcardBlocked = defineRule({
  id: 'ptr-wildcard-blocked',
  scope: 'name',
  types: [TYPE_PTR],
  severity: 'warning',
  summary: 'Names below a wildcard PTR hide it from their neighbours',
  owners: 'others',
  wants: (ctx, name) => ctx.store.names.isWildcard(name) && isInArpa(ctx, name),
  check(wildcard, records, ctx, report) {
    const pointer = records.find((record) => record.type === TYPE_PTR && ctx.held.answers(record));
    if (!pointer?.zone || !isPaired(pointer.zone, ctx)) return;
    const parent = ctx.store.names.parent(wildcard);
    const blocked = blockedNames(parent, ctx);
    if (blocked.length === 0 || isWithinNetworks(ctx.store.names, parent, ctx.settings.externalNetworks)) return;
    const names = listed(blocked.map((name) => shown(ctx, name)));
    report({
      at: pointer.at('owner'),
      message: phrase`The wildcard does not answer below ${names}: names stand there, so their neighbours without a record of their own do not exist`,
      data: { names: blocked.map((name) => ctx.held.text(name)).join(' ') },
    });
  },
});

/** The octets or nibbles below a name that own nothing, have names below them, and no wildcard of their own. */
function blockedNames(parent: NameId, ctx: RuleContext): NameId[] {
  const { names } = ctx.store;
  const { index, zones } = ctx.held.view;
  const kind = names.arpaKind(parent);
  if (kind < ARPA4 || (kind >= ARPA4_ADDRESS - 1 && kind < ARPA6)) return [];
  return childrenIn(names, parent).filter((child) => {
    if ((index.weight[child] ?? 0) === 0 || index.firstAt(child) >= 0 || zones.has(child)) return false;
    const wildcard = names.findChild(child, '*');
    return wildcard < 0 || index.firstAt(wildcard) < 0;
  });
}
