import type { NameId } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { addDot, replaceToken, retarget } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { dottedName, isRelative, looksAbsolute } from '../facts/pointer-words.ts';
import { webAddress } from '../facts/web-address.ts';
import type { Finding, Fix, RuleContext } from '../rule.ts';
import { Subject } from './subject.ts';

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
  const title = phrase`Change the target from ${subject.name(record.data)} to ${subject.name(host.name)}`;
  return [subject.fix(title, retarget(rows, record, host.name), { preferred: true })];
}

/**
 * The host of an address of the web, or the final dot, where the target is written like a whole name; without a look where
 * only that name has addresses here.
 */
export function addTargetDot(finding: Finding, ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { record, token } = subject;
  if (!record || !token || record.generated) return [];
  const url = webAddress(token.text);
  if (url) return hostOf(subject, url.host);
  if (!isRelative(token.text) || !looksAbsolute(token.text)) return [];
  const meant = dottedName(token.text, ctx);
  const hasAddress = (name: NameId): boolean =>
    [TYPE_A, TYPE_AAAA].some((type) => ctx.held.lookup(name, type).kind === 'records');
  const safe = meant >= 0 && hasAddress(meant) && ctx.held.lookup(record.data, TYPE_A).kind === 'none';
  return [subject.fix(phrase`Add the final dot: ${token.text}.`, addDot(record, token), { safe, preferred: true })];
}

/** The host of an address of the web that is a target. */
export function hostOf(subject: Subject, host: string | undefined): readonly Fix[] {
  const { record, token } = subject;
  if (!record || !token || host === undefined) return [];
  return [subject.fix(phrase`Write ${host}.`, [replaceToken(record, token, `${host}.`)], { preferred: true })];
}

/** The names in the place of a target that is an address, one fix each. */
export function retargetToNames(finding: Finding, hosts: readonly NameId[], ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { record, rows } = subject;
  if (!record || record.generated) return [];
  const others = hosts.filter((host) => !hasAnother(record, host, ctx));
  return others.map((host) =>
    subject.fix(phrase`Change the target to ${subject.name(host)}`, retarget(rows, record, host), {
      preferred: others.length === 1,
    }),
  );
}

/** Whether the owner has a record to a host already: a second one changes nothing. */
function hasAnother({ owner, type }: ZoneRecord, host: NameId, ctx: RuleContext): boolean {
  return ctx.held.recordsAt(owner, type).some(({ data }) => data === host);
}
