import type { NameId } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_PTR } from '../../dns/type-codes.ts';
import { type Change, type Refusal, replaceInBlock } from '../../edits/change.ts';
import { placeOf, type RowPlace, type Rows, rowKey } from '../../edits/rows.ts';
import { stateBefore, writtenUnder } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import type { Token } from '../../syntax/token.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { tokenAt } from '../../zone/row-words.ts';
import { isRelative } from '../facts/pointer-words.ts';
import type { Finding, Fix, RuleContext } from '../rule.ts';
import { Subject } from './subject.ts';

/** arpa-label-count, where the origin of all owners is at fault: the $ORIGIN that the targets' addresses tell. */
export function fixOrigin(finding: Finding, ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const answer = subject.number('origin', -1);
  const ids = finding.data?.records;
  if (answer < 0 || !Array.isArray(ids)) return [];
  const records = (ids as number[]).map((id) => new ZoneRecord(ctx.store, id));
  const { at } = finding;
  if (at.kind === 'file') return insertOrigin(subject, records, answer);
  return at.kind === 'block' ? changeOrigin(subject, records, answer, at) : [];
}

function changeOrigin(
  subject: Subject,
  records: readonly ZoneRecord[],
  answer: NameId,
  at: Finding['at'] & { kind: 'block' },
): readonly Fix[] {
  const { rows, ctx } = subject;
  const place = rowOf(rows, at);
  const written = place && wordAt(rows, place, 1);
  if (!place || !written) return [];
  const { origin } = stateBefore(rows, place);
  const text = isAbsolute(written) ? ctx.held.text(answer) : writtenUnder(ctx.store, answer, origin);
  const why = whyTaken(subject, records, answer, stateBefore(rows, { block: at.block, row: place.row + 1 }).origin);
  const changes = why ?? whyNotBelow(rows, place, records) ?? [replaceInBlock(at.block, at.start, at.end, text)];
  return [subject.fix(phrase`Change $ORIGIN to ${text}`, changes, { preferred: true })];
}

/** A file that has no $ORIGIN gets one above its PTR records. Its zone may be another one as well: that is to be looked at. */
function insertOrigin(subject: Subject, records: readonly ZoneRecord[], answer: NameId): readonly Fix[] {
  const { rows, ctx } = subject;
  const [first] = records;
  if (!first) return [];
  const text = ctx.held.text(answer);
  const why = whyTaken(subject, records, answer, first.zone?.apex ?? answer) ?? whyNotAlone(rows, records);
  const changes: readonly Change[] | Refusal = why ?? [rows.insertBefore(placeOf(first), `$ORIGIN ${text}`)];
  return [subject.fix(phrase`Put "$ORIGIN ${text}" above the first PTR record`, changes)];
}

/** An owner under the new origin may have a PTR already. */
function whyTaken(
  { ctx }: Subject,
  records: readonly ZoneRecord[],
  answer: NameId,
  before: NameId,
): Refusal | undefined {
  const { names } = ctx.store;
  for (const { owner } of records) {
    const labels: string[] = [];
    for (let node = owner; node !== before && node > 0; node = names.parent(node))
      labels.unshift(names.labelText(node));
    let name = answer;
    for (const label of labels) name = name < 0 ? name : names.findChild(name, label);
    const taken = name >= 0 && ctx.held.recordsAt(name).find(({ type }) => type === TYPE_PTR || type === TYPE_CNAME);
    if (taken) {
      const what = taken.type === TYPE_PTR ? phrase`a PTR` : phrase`an alias`;
      return { refused: phrase`${ctx.held.addressText(name) ?? ctx.held.text(name)} has ${what} already` };
    }
  }
  return undefined;
}

/** What else the origin counts for, up to the next one. */
function whyNotBelow(rows: Rows, place: RowPlace, records: readonly ZoneRecord[]): Refusal | undefined {
  const wrong = new Set(records.map((record) => rowKey(placeOf(record))));
  for (const next of rows.behind(place)) {
    const first = wordAt(rows, next.place, 0);
    const directive = next.kind === 'blank' ? '' : first?.text.toUpperCase();
    if (directive === '$ORIGIN') {
      const word = wordAt(rows, next.place, 1);
      return word && !isAbsolute(word) ? { refused: phrase`the next $ORIGIN is relative to this one` } : undefined;
    }
    if (directive === '$INCLUDE') return { refused: phrase`the origin counts in an included file too` };
    if (next.kind === 'owner' && wrong.has(rowKey(next.place)) && first && isAbsolute(first))
      return { refused: phrase`${first.text} is not under the $ORIGIN: it ends in a dot` };
  }
  return undefined;
}

/** Below the first PTR record there are to be others of its kind only, whose targets are absolute. */
function whyNotAlone(rows: Rows, records: readonly ZoneRecord[]): Refusal | undefined {
  const wrong = new Set(records.map((record) => rowKey(placeOf(record))));
  const [first] = records;
  if (!first) return undefined;
  const place = placeOf(first);
  if (rows.isBlankOwner(place)) return { refused: phrase`the first PTR record takes its owner from the line above` };
  for (const at of [place, ...[...rows.behind(place)].map((next) => next.place)]) {
    const { tape } = rows.of(at.block);
    const words = [wordAt(rows, at, 0), wordAt(rows, at, tape.width(at.row) - 1)] as const;
    const isMoved = wrong.has(rowKey(at)) && words[1] !== undefined && isAbsolute(words[1]);
    if (!isMoved || (words[0] && !rows.isBlankOwner(at) && isAbsolute(words[0])))
      return { refused: phrase`an $ORIGIN above the PTR records would count for other lines too` };
  }
  return undefined;
}

function rowOf(rows: Rows, { block, start }: { block: RowPlace['block']; start: number }): RowPlace | undefined {
  const { tape } = rows.of(block);
  for (let row = 0; row < tape.rowCount; row++)
    if (start >= (tape.rowStart[row] as number) && start < (tape.rowNext[row] as number)) return { block, row };
  return undefined;
}

function wordAt(rows: Rows, { block, row }: RowPlace, index: number): Token | undefined {
  const scanned = rows.of(block);
  return index < scanned.tape.width(row) ? tokenAt(scanned, (scanned.tape.rowToken[row] as number) + index) : undefined;
}

function isAbsolute({ text }: Token): boolean {
  return text !== '@' && !isRelative(text);
}
