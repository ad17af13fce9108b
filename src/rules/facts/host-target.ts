import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_DNAME } from '../../dns/type-codes.ts';
import { addDot, retarget } from '../../edits/rewrite.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { Subject } from '../fixes/subject.ts';
import type { Finding, Fix, RuleContext } from '../rule.ts';
import { isPaired, isTargetPaired, shown } from './pairing.ts';
import { isRelative, looksAbsolute } from './pointer-words.ts';
import { targetWord } from './target-words.ts';

/**
 * The records of a type (MX, SRV) that servers answer with and that name a host: not those whose target is the root,
 * which says that there is none (RFC 7505, RFC 2782), nor those that an earlier finding explains or a template makes.
 */
export function recordsToHosts(records: readonly ZoneRecord[], type: number, ctx: RuleContext): readonly ZoneRecord[] {
  return records.filter(
    (record) =>
      record.type === type &&
      record.data > ROOT &&
      record.zone !== undefined &&
      !ctx.isClaimed(record.id) &&
      isPaired(record.zone, ctx) &&
      ctx.held.answers(record) &&
      isTargetPaired(record.data, ctx) &&
      !holdsPlaceholder(ctx.store.names.text(record.data)),
  );
}

/** The target as written; of a generated record the whole name. */
export function writtenHost(record: ZoneRecord, ctx: RuleContext): string {
  return targetWord(record)?.word.text ?? ctx.held.text(record.data);
}

/** That a record's target is an alias, and the record that makes it one; undefined where it is none, or leads in a circle. */
export function aliasedTarget(
  { data }: ZoneRecord,
  ctx: RuleContext,
): { readonly alias: ZoneRecord; readonly says: string } | undefined {
  const answer = ctx.held.lookup(data, TYPE_A);
  const [alias] = answer.kind === 'loop' ? [] : answer.aliases;
  if (!alias) return undefined;
  const how =
    alias.type === TYPE_DNAME
      ? `lies below the DNAME of ${shown(ctx, alias.owner)}, so it is an alias`
      : `is an alias of ${shown(ctx, alias.data)}`;
  return { alias, says: `${shown(ctx, data)} ${how}` };
}

/** The name behind the alias in the place of the target, where it has addresses. */
export function retargetFromAlias(finding: Finding, ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { record, rows } = subject;
  if (!record || record.generated) return [];
  const host = [TYPE_A, TYPE_AAAA]
    .map((type) => ctx.held.lookup(record.data, type))
    .find((answer) => answer.kind === 'records' && answer.aliases.length > 0);
  if (host?.kind !== 'records' || !ctx.store.names.isHostName(host.name) || hasAnother(record, host.name, ctx))
    return [];
  const title = `Change the target from ${subject.name(record.data)} to ${subject.name(host.name)}`;
  return [subject.fix(title, retarget(rows, record, host.name), { preferred: true })];
}

/** Why a record's target certainly has no address, as the end of a sentence that begins with it; undefined where it may. */
export function whyWithoutAddress(record: ZoneRecord, ctx: RuleContext): string | undefined {
  const answers = [TYPE_A, TYPE_AAAA].map((type) => ctx.held.lookup(record.data, type));
  const [first] = answers;
  if (first?.kind !== 'none' || first.aliases.length > 0 || answers.some(({ kind }) => kind !== 'none'))
    return undefined;
  const zone = ctx.held.zoneOf(record.data);
  if (first.exists || !zone) return 'which has no A or AAAA record';
  return `which does not exist in ${shown(ctx, zone.apex)}`;
}

/** The target in a sentence; where it is written with dots and without the final one, what that makes of it. */
export function targetInWords(record: ZoneRecord, ctx: RuleContext): { readonly name: string; readonly lead: string } {
  const written = writtenHost(record, ctx);
  const name = shown(ctx, record.data);
  const lacksDot = isRelative(written) && looksAbsolute(written);
  return { name, lead: lacksDot ? `"${written}" has no final dot, so it means ${name}` : '' };
}

/** The final dot, where the target is written like a whole name. */
export function addTargetDot(finding: Finding, ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { record, token } = subject;
  if (!record || !token || record.generated || !isRelative(token.text) || !looksAbsolute(token.text)) return [];
  return [subject.fix(`Add the final dot: ${token.text}.`, addDot(record, token), { preferred: true })];
}

/** The names in the place of a target that is an address, one mend each. */
export function retargetToNames(finding: Finding, hosts: readonly NameId[], ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { record, rows } = subject;
  if (!record || record.generated) return [];
  const others = hosts.filter((host) => !hasAnother(record, host, ctx));
  return others.map((host) =>
    subject.fix(`Change the target to ${subject.name(host)}`, retarget(rows, record, host), {
      preferred: others.length === 1,
    }),
  );
}

/** Whether the owner has a record to a host already: a second one mends nothing. */
function hasAnother({ owner, type }: ZoneRecord, host: NameId, ctx: RuleContext): boolean {
  return ctx.held.recordsAt(owner, type).some(({ data }) => data === host);
}
