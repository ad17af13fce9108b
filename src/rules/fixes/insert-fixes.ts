import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { undotted } from '../../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_MX } from '../../dns/type-codes.ts';
import { pointerCandidates } from '../../edits/candidates.ts';
import { type Change, isRefusal, type Refusal } from '../../edits/change.ts';
import { changesOf, insertAddress, insertPointer } from '../../edits/insert-pointer.ts';
import { type PlanDraft, plan } from '../../edits/plan.ts';
import { phrase } from '../../language/phrase.ts';
import { pointersStanding } from '../facts/lone-pointer.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { generatePointers } from './generate-pointers.ts';
import { inTitle, type Subject } from './subject.ts';

/** ptr-missing: one fix for each name that the PTR may have; of a group of addresses one fix for all of them. */
export function insertMissing(subject: Subject): readonly Fix[] {
  const group = missingGroup(subject);
  if (group.length > 1) return [plan(subject.ctx, groupDraft(subject, group))];
  const { address, ctx } = subject;
  const candidates = pointerCandidates(ctx, address);
  return candidates.length > 0
    ? insertFor(subject, address, candidates)
    : [plan(ctx, insertionDraft(subject, address, undefined))];
}

/** Whether a finding of a rule is an address that lacks a PTR record; not one whose alias is to be changed first. */
export function wantsPointer(rule: Rule | undefined, finding: Finding | undefined): boolean {
  return rule?.findsMissingPointers === true && finding?.data?.child === undefined;
}

/** A PTR that is to be added, together with others; one that may not be says why. */
export interface MissingPointer {
  readonly address: NameId;
  readonly draft: PlanDraft;
}

/** The best of these fixes, before its serials: for each address by itself, or one line of $GENERATE for all. */
export function missingPointersOf(subject: Subject): readonly MissingPointer[] {
  const { address, record, ctx } = subject;
  const group = missingGroup(subject);
  const line = group.length > 1 && record?.generated ? generatePointers(subject, record, group) : undefined;
  if (line) return [{ address, draft: line }];
  return (group.length > 1 ? group : [address]).map((one) => {
    const [best] = pointerCandidates(ctx, one);
    return { address: one, draft: insertionDraft(subject, one, best) };
  });
}

/** ptr-one-view: the PTR in the view that lacks it, to the name that the other view has where the address has it here too. */
export function insertInView(subject: Subject): readonly Fix[] {
  const { address, ctx } = subject;
  const elsewhere = new Set(
    ctx.otherViews().flatMap(({ held }) => pointersStanding(held, address).map(({ data }) => data)),
  );
  const candidates = pointerCandidates(ctx, address);
  const same = candidates.filter((name) => elsewhere.has(name));
  const others = candidates.filter((name) => !elsewhere.has(name));
  return insertFor(subject, address, [...same, ...others]);
}

/**
 * ptr-spf-address: the PTR and the address record together, for a mail exchanger of the domain that has no address of
 * the family yet. No name is made up.
 */
export function insertBoth(subject: Subject): readonly Fix[] {
  const { address, ctx, rows } = subject;
  const { held } = ctx;
  const type = ctx.store.names.isBelowOrAt(address, ctx.store.names.ip6Arpa) ? TYPE_AAAA : TYPE_A;
  const domains = new Set(ctx.mail.reasons(address).map(({ domain }) => domain));
  const hosts = new Set([...domains].flatMap((domain) => held.recordsAt(domain, TYPE_MX).map(({ data }) => data)));
  return [...hosts].flatMap((host) => {
    if (host === NO_NAME || held.lookup(host, type).kind !== 'none') return [];
    const forward = insertAddress(held, rows, host, address);
    const reverse = insertPointer(held, rows, address, host);
    if (isRefusal(forward) || isRefusal(reverse) || reverse.alias) return [];
    const title = phrase`Add "${inTitle(forward.line)}" to ${subject.zoneName(forward.zone.apex)} and "${inTitle(reverse.line)}" to ${subject.zoneName(reverse.zone.apex)}`;
    return [subject.fix(title, [forward.change, reverse.change])];
  });
}

/** The PTR of an address to a name, as a fix; without a name why there is none. */
function insertionDraft(subject: Subject, address: NameId, name: NameId | undefined): PlanDraft {
  if (name === undefined)
    return {
      title: phrase`Add the PTR of ${subject.text(address)}`,
      changes: { refused: whyNoName(subject, address) },
    };
  const insertion = insertPointer(subject.ctx.held, subject.rows, address, name);
  if (isRefusal(insertion))
    return { title: phrase`Add the PTR of ${subject.text(address)} to ${subject.name(name)}`, changes: insertion };
  const { alias, line, zone } = insertion;
  const first = alias ? phrase`"${inTitle(alias.line)}" to ${subject.zoneName(alias.zone.apex)} and ` : '';
  const title = phrase`Add ${first}"${inTitle(line)}" to ${subject.zoneName(zone.apex)}`;
  return { title, changes: changesOf(insertion) };
}

/** Why none of the names that have an address may be the target of its PTR. */
function whyNoName({ ctx }: Subject, address: NameId): string {
  const records = ctx.held.addressRecords(address);
  const names = [...new Set(records.map(({ owner }) => undotted(ctx.held.text(owner))))].join(phrase` and `);
  return records.every(({ owner, zone }) => owner === zone?.apex)
    ? phrase`${names} is the name of a zone and no mail host: a PTR names a host`
    : phrase`${names} is no host's name`;
}

/** One fix for each name; one that says why not where none may be made. */
function insertFor(subject: Subject, address: NameId, candidates: readonly NameId[]): Fix[] {
  const { ctx } = subject;
  const fixes: Fix[] = [];
  const [best] = candidates;
  const isMail = ctx.mail.reasons(address).some(({ host }) => host === best);
  for (const name of candidates) {
    const preferred = name === best && (isMail || candidates.length === 1);
    const fix = plan(ctx, { ...insertionDraft(subject, address, name), preferred });
    if (fix.refused !== undefined) return [fix];
    fixes.push(fix);
  }
  return fixes;
}

/** The addresses that one finding is about: those of a network without any PTR, or those of one $GENERATE line. */
export function missingGroup({ finding, record, address, ctx }: Subject): readonly NameId[] {
  const count = finding.data?.count;
  if (typeof count !== 'number' || count < 2 || finding.data?.last === undefined) return [];
  const network = ctx.network(address);
  const hosts = network.bareHosts;
  return hosts.length === count || !record ? hosts : network.missingWith(record);
}

function groupDraft(subject: Subject, group: readonly NameId[]): PlanDraft {
  const { record } = subject;
  const line = record?.generated ? generatePointers(subject, record, group) : undefined;
  if (line) return line;
  const zone = subject.finding.data?.zone;
  const title = phrase`Add ${group.length} PTR records to ${typeof zone === 'string' ? zone.replace(/\.$/, '') : phrase`their zone`}`;
  return { title, changes: insertAll(subject, group) };
}

function insertAll({ ctx, rows }: Subject, group: readonly NameId[]): readonly Change[] | Refusal {
  const changes: Change[] = [];
  for (const address of group) {
    const [best] = pointerCandidates(ctx, address);
    if (best === undefined) continue;
    const insertion = insertPointer(ctx.held, rows, address, best);
    if (isRefusal(insertion)) return insertion;
    if (insertion.alias) return { refused: phrase`some of them need an alias too: add the PTR records one by one` };
    changes.push(insertion.change);
  }
  return changes;
}
