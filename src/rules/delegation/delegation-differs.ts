import { TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { addressLiteral } from '../facts/address-literal.ts';
import { mayBe } from '../facts/apex.ts';
import { delegationOf } from '../facts/held-parent.ts';
import { listed } from '../facts/mail-note.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A held zone whose NS records are others than those that the held zone above delegates it with (RFC 1034 section 4.2.2). */
export const delegationDiffers = defineRule({
  id: 'delegation-differs',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_NS],
  isAboutSeveral: true,
  summary: 'Delegation names other servers than the held zone itself',
  passesPlainDelegations: true,
  wants: ({ held }, name) => held.view.zones.has(name),
  check(name, _, ctx, report) {
    const delegation = delegationOf(name, ctx);
    if (!delegation) return;
    const { child, parent, inChild, inParent } = delegation;
    const stray = without(inParent, inChild);
    const missing = without(inChild, inParent);
    const [at = missing[0]] = stray;
    if (inChild.length === 0 || inParent.length === 0 || !at) return;
    // What is said of a server, or of a line that can't be read, explains one that the other side has.
    const isTold = (server: ZoneRecord): boolean =>
      ctx.isClaimed(server.id) || addressLiteral(server, ctx) !== undefined;
    const toldCount = [...stray, ...missing].filter(isTold).length;
    const unreadCount = ctx.held.recordsAt(name).filter(mayBe(TYPE_NS)).length;
    if (stray.length + missing.length <= 2 * toldCount + unreadCount) return;
    const [other] = at.zone === parent ? [...missing, ...inChild] : inParent;
    const counterpartMessage =
      at.zone === parent
        ? phrase`The delegation of ${shown(ctx, name)} in ${shown(ctx, parent.apex)} names other servers than this zone`
        : phrase`The zone ${shown(ctx, name)} itself names other servers than this delegation`;
    const { apex, root } = at.zone === parent ? child : parent;
    const differences = [
      said(stray, phrase`only the delegation has`, ctx),
      said(missing, phrase`only the zone has`, ctx),
    ];
    report({
      at: at.at('target'),
      message: phrase`${shown(ctx, parent.apex)} delegates ${shown(ctx, name)} to other servers than that zone names itself: ${differences.filter(Boolean).join(', ')}; resolvers ask either`,
      ...(other ? { counterpart: other.at('target'), counterpartMessage } : {}),
      related: [{ at: { kind: 'file', file: root.file }, message: phrase`The zone ${shown(ctx, apex)}` }],
    });
  },
});

function without(servers: readonly ZoneRecord[], others: readonly ZoneRecord[]): readonly ZoneRecord[] {
  const known = new Set(others.map(({ data }) => data));
  return servers.filter(({ data }) => !known.has(data));
}

function said(servers: readonly ZoneRecord[], who: string, ctx: RuleContext): string {
  return servers.length === 0 ? '' : `${who} ${listed(servers, ({ data }) => shown(ctx, data))}`;
}
