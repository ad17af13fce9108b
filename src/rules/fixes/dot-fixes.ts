import { relativeTo } from '../../dns/name.ts';
import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { pointerCandidates } from '../../edits/candidates.ts';
import { replaceInBlock } from '../../edits/change.ts';
import { addDot } from '../../edits/rewrite.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import { NameReader } from '../../zone/name-reader.ts';
import type { Fix } from '../rule.ts';
import { retargetTo } from './retarget-fixes.ts';
import type { Subject } from './subject.ts';

/**
 * ptr-target-in-arpa: the dot where that gives a name that has the address; for a single label the whole name that
 * begins with it; no guess else.
 */
export function dotInArpa(subject: Subject): readonly Fix[] {
  const { ctx, record, address } = subject;
  const token = record?.words().rdata.at(-1);
  if (!record || !token) return [];
  const { names } = ctx.store;
  const dotted = meantAbsolute(subject);
  const owners = new Set(ctx.held.addressRecords(address).map(({ owner }) => owner));
  if (dotted !== NO_NAME && owners.has(dotted))
    return [subject.fix(dotTitle(token.text), addDot(record, token), { safe: true, preferred: true })];
  if (token.text.includes('.')) return [];
  const label = token.text.toLowerCase();
  return retargetTo(
    subject,
    pointerCandidates(ctx, address).filter((name) => names.labelText(name) === label),
  );
}

/** The final dot, where the rule has found that only the dotted name exists. */
export function dotOfPointer(subject: Subject): readonly Fix[] {
  const { record } = subject;
  const token = record?.words().rdata.at(-1);
  if (!record || !token) return [];
  return [subject.fix(dotTitle(token.text), addDot(record, token), { safe: true, preferred: true })];
}

/** The final dot of a target at the finding's place; to be looked at where a rule says that it is not certain. */
export function dotOfTarget(subject: Subject): readonly Fix[] {
  return dotAt(subject, subject.finding.data?.isCertain !== false);
}

/** The final dot of an owner, which moves a record: to be looked at. */
export function dotOfOwner(subject: Subject): readonly Fix[] {
  return dotAt(subject, false);
}

function dotAt(subject: Subject, safe: boolean): readonly Fix[] {
  const { record, token } = subject;
  const { at } = subject.finding;
  if (record && token && !token.quoted && !token.text.endsWith('.'))
    return [subject.fix(dotTitle(token.text), addDot(record, token), { safe, preferred: true })];
  if (at.kind !== 'block') return [];
  const text = subject.rows.of(at.block).block.slice(at.start, at.end);
  if (!/^[^\s"();]+[^\s"();.]$/.test(text)) return [];
  return [subject.fix(dotTitle(text), [replaceInBlock(at.block, at.end, at.end, '.')], { safe, preferred: true })];
}

/** The name that the target would be with its final dot: what stands before the origin. */
function meantAbsolute({ ctx, record, rows }: Subject): NameId {
  if (!record || record.data === NO_NAME) return NO_NAME;
  const { names } = ctx.store;
  const { origin } = stateBefore(rows, placeOf(record));
  const text = names.text(record.data);
  const relative = relativeTo(text, names.text(origin));
  if (relative === text || relative === '@') return NO_NAME;
  const name = new NameReader(names).readText(`${relative}.`, origin, record.file.document.encoding);
  return typeof name === 'number' ? name : NO_NAME;
}

function dotTitle(text: string): string {
  return phrase`Add the missing final dot: ${text}.`;
}
