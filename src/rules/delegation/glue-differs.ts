import { TYPE_A, TYPE_AAAA, TYPE_NS } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { counted, noun, phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { delegationOf } from '../facts/held-parent.ts';
import { listed } from '../facts/mail-note.ts';
import { shown } from '../facts/pairing.ts';
import { insertGlue } from '../fixes/glue-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type Finding, type Fix, type Report, type RuleContext } from '../rule.ts';

/** Glue that is other than the addresses in the held zone below (RFC 1034 section 4.2.2): the zone itself is right. */
export const glueDiffers = defineRule({
  id: 'glue-differs',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_NS],
  isAboutSeveral: true,
  summary: 'Glue has other addresses than the held zone below',
  passesPlainDelegations: true,
  wants: ({ held }, name) => held.view.zones.has(name),
  check(name, _, ctx, report) {
    const delegation = delegationOf(name, ctx);
    if (!delegation) return;
    const { parent, inParent } = delegation;
    for (const server of new Set(inParent.map(({ data }) => data))) {
      if (!ctx.store.names.isBelowOrAt(server, name) || hasUnreadable(server, parent, ctx)) continue;
      const pairs = [TYPE_A, TYPE_AAAA].flatMap((type) => glueOf(server, { type, parent, ctx }) ?? []);
      // A server without any address in its zone is told there, one without glue as such.
      if (pairs.every(({ own }) => own.length === 0) || pairs.every(({ glue }) => glue.length === 0)) continue;
      for (const pair of pairs) {
        const { type, stray, missing, glue, own } = pair;
        const at = stray[0] ?? glue[0] ?? ctx.held.recordsAt(server).find(({ zone }) => zone === parent);
        if (!at || stray.length + missing.length === 0) continue;
        if (glue.length === 0 || own.length === 0) {
          report(oneSided(at, { pair, server, parent, ctx }));
          continue;
        }
        const texts = (records: readonly ZoneRecord[]): string =>
          listed(records, ({ data }) => ctx.held.addressText(data) ?? '');
        const [other = at] = missing.length > 0 ? missing : own;
        report({
          at: at.at('rdata'),
          message: phrase`The glue of ${shown(ctx, server)} in ${shown(ctx, parent.apex)} has ${typeName(type)} ${texts(glue)}, but ${shown(ctx, name)} itself says ${texts(own)}: resolvers ask the wrong address first`,
          counterpart: other.at('rdata'),
          counterpartMessage: phrase`The glue of ${shown(ctx, server)} in ${shown(ctx, parent.apex)} has other addresses than this zone`,
        });
      }
    }
  },
  fixes: (finding, ctx) => fix(finding, ctx),
});

/** Whether a line of a server's glue can not be read: it may be what lacks. */
function hasUnreadable(server: number, parent: Zone, { held }: RuleContext): boolean {
  return held.recordsAt(server, TYPE_UNREADABLE).some(({ zone }) => zone === parent);
}

interface Pair {
  readonly type: number;
  readonly glue: readonly ZoneRecord[];
  readonly own: readonly ZoneRecord[];
  readonly stray: readonly ZoneRecord[];
  readonly missing: readonly ZoneRecord[];
}

/** Addresses of a family that only one side has: those that the glue lacks are slower, those that it has alone are wrong. */
function oneSided(
  at: ZoneRecord,
  {
    pair,
    server,
    parent,
    ctx,
  }: { readonly pair: Pair; readonly server: number; readonly parent: Zone; readonly ctx: RuleContext },
): Report {
  const { glue, own } = pair;
  const [record = at] = glue.length > 0 ? glue : own;
  const data = { type: pair.type };
  const texts = listed(glue.length > 0 ? glue : own, ({ data }) => ctx.held.addressText(data) ?? '');
  const which = phrase`The glue of ${shown(ctx, server)} in ${shown(ctx, parent.apex)}`;
  if (glue.length > 0)
    return {
      at: at.at('rdata'),
      message: phrase`${which} has ${typeName(record.type)} ${texts}, and the zone itself has no ${typeName(record.type)} record of it: resolvers ask an address that is not the server's`,
      data,
    };
  return {
    at: at.at('rdata'),
    severity: 'information',
    message: phrase`${which} lacks ${typeName(record.type)} ${texts}, which the zone itself has: resolvers with ${pair.type === TYPE_A ? 'IPv4' : 'IPv6'} alone find no way there`,
    counterpart: record.at('rdata'),
    counterpartMessage: phrase`${which} does not have this address`,
    data,
  };
}

/** The glue and the zone's own addresses of a server and family, where glue and zone have addresses of it at all. */
function glueOf(
  server: number,
  { type, parent, ctx }: { readonly type: number; readonly parent: Zone; readonly ctx: RuleContext },
): Pair | undefined {
  const glue = ctx.held.recordsAt(server, type).filter(({ zone }) => zone === parent);
  const answer = ctx.held.lookup(server, type);
  if (answer.aliases.length > 0 || ('wildcard' in answer && answer.wildcard)) return undefined;
  if (answer.kind !== 'records' && (answer.kind !== 'none' || !answer.exists)) return undefined;
  const own = answer.kind === 'records' ? answer.records : [];
  const without = (some: readonly ZoneRecord[], others: readonly ZoneRecord[]): readonly ZoneRecord[] =>
    some.filter(({ data }) => others.every((other) => other.data !== data));
  return { type, glue, own, stray: without(glue, own), missing: without(own, glue) };
}

/** The held zone's address in the place of the wrong one; where one is too many or too few, it goes or comes. */
function fix(finding: Finding, ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { record, rows } = subject;
  const parent = record?.zone;
  const type = finding.data?.type ?? record?.type;
  const pair = record && parent && glueOf(record.owner, { type: Number(type), parent, ctx });
  if (!pair || record.generated) return [];
  const { stray, missing } = pair;
  const server = subject.zoneName(record.owner);
  const where = subject.zoneName(parent.apex);
  const [wrong] = stray;
  const [right] = missing;
  if (!wrong) return insertGlue(subject, { zone: parent, owner: record.owner, hosts: missing });
  if (!right) {
    const title = phrase`Delete ${counted(stray.length, noun`wrong address/wrong addresses`)} of ${server} from ${where}`;
    return [subject.fix(title, deleteRecords(rows, stray), { safe: true, preferred: true })];
  }
  const [token] = wrong.rdata();
  if (!token || stray.length + missing.length > 2) return [];
  const text = subject.text(right.data);
  const title = phrase`Change the glue of ${server} in ${where} to ${text}`;
  return [subject.fix(title, [replaceToken(wrong, token, text)], { safe: true, preferred: true })];
}
