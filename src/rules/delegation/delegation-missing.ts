import { TYPE_A, TYPE_AAAA, TYPE_SOA } from '../../dns/type-codes.ts';
import { type Change, isRefusal } from '../../edits/change.ts';
import { insertForward } from '../../edits/insert-record.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, mayHold, ofType } from '../facts/apex.ts';
import { type Delegation, delegationOf } from '../facts/held-parent.ts';
import { shown } from '../facts/pairing.ts';
import { isOfPrivateUse } from '../facts/private-zone.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type Finding, type Fix, type RuleContext } from '../rule.ts';

/** A held zone that the held zone above it does not delegate: only who asks its own servers finds it. */
export const delegationMissing = defineRule({
  id: 'delegation-missing',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SOA],
  summary: 'Held zone is not delegated in the held zone above it',
  wants: ({ held }, name) => held.view.zones.has(name),
  check(name, _, ctx, report) {
    const delegation = delegationOf(name, ctx);
    if (!delegation || delegation.inParent.length > 0 || isSpared(delegation, ctx)) return;
    const { child, parent } = delegation;
    ctx.watch(parent.apex);
    const [soa] = ofType(apexRecords(child, ctx), TYPE_SOA);
    const [above] = ofType(apexRecords(parent, ctx), TYPE_SOA);
    if (!soa || !above) return;
    report({
      at: soa.at('owner'),
      message: phrase`${shown(ctx, parent.apex)} has no NS record for ${shown(ctx, name)}: resolvers are never led here, and who asks another server than this one gets no answer`,
      counterpart: above.at('owner'),
      counterpartMessage: phrase`No NS record of this zone delegates ${shown(ctx, name)}, which is held too`,
      related: [{ at: { kind: 'file', file: parent.root.file }, message: phrase`The zone ${shown(ctx, parent.apex)}` }],
    });
  },
  fixes: (finding, ctx) => delegate(finding, ctx),
});

/** Networks of their own need no delegation: their resolvers ask these very servers. Active Directory makes its own. */
function isSpared({ child, parent, inChild }: Delegation, ctx: RuleContext): boolean {
  if (inChild.length === 0 || ctx.store.names.labelText(child.apex).startsWith('_')) return true;
  if (mayHold(ctx.held.recordsAt(child.apex), 2)) return true;
  return isOfPrivateUse(child.apex, ctx) || isOfPrivateUse(parent.apex, ctx);
}

/** The NS records of the zone in the one above, with the addresses of the servers that lie below the delegation. */
function delegate(finding: Finding, ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { rows } = subject;
  const delegation = delegationOf(finding.key, ctx);
  if (!delegation || delegation.inParent.length > 0) return [];
  const { child, parent, inChild } = delegation;
  const title = phrase`Delegate ${subject.zoneName(child.apex)} in ${subject.zoneName(parent.apex)}`;
  const changes: Change[] = [];
  for (const record of lines(inChild.map(({ data }) => data))) {
    const insertion = insertForward(ctx.held, rows, parent, record);
    if (isRefusal(insertion)) return [subject.fix(title, insertion)];
    changes.push(insertion.change);
  }
  return [subject.fix(title, changes, { safe: true, preferred: true })];

  function lines(servers: readonly number[]) {
    const { names } = ctx.store;
    const glue = servers
      .filter((server) => names.isBelowOrAt(server, child.apex))
      .flatMap((server) => [TYPE_A, TYPE_AAAA].map((type) => ({ server, type, answer: ctx.held.lookup(server, type) })))
      .flatMap(({ server, type, answer }) =>
        (answer.kind === 'records' ? answer.records : []).map(({ data }) => ({
          owner: server,
          type: type === TYPE_A ? 'A' : 'AAAA',
          rdata: subject.text(data),
        })),
      );
    return [...servers.map((server) => ({ owner: child.apex, type: 'NS', rdata: subject.name(server) })), ...glue];
  }
}
