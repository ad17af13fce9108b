import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import { type Change, replaceInBlock } from '../../edits/change.ts';
import { refusedPlan } from '../../edits/plan.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { fillTemplate, type Generation, generationCount } from '../../zone/generate.ts';
import { type GenerateLine, parseGenerate } from '../../zone/generate-line.ts';
import { NameReader } from '../../zone/name-reader.ts';
import { tokensOf } from '../../zone/row-words.ts';
import { otherReaders } from '../facts/shared-line.ts';
import type { Fix } from '../rule.ts';
import type { Subject } from './subject.ts';

const MOST_RECORDS = 65_536;

/** ptr-generate-range: one line gets the range of the other, where both then make the same pairs. */
export function alignRanges(subject: Subject): readonly Fix[] {
  const { finding, record, ctx } = subject;
  const counterpart = finding.counterpart;
  if (!record || counterpart?.kind !== 'record') return [];
  const lines = [record, new ZoneRecord(ctx.store, counterpart.record)].map((one) => lineOf(subject, one));
  const pointers = lines.find((line) => line?.line.type === TYPE_PTR);
  const hosts = lines.find((line) => line !== undefined && line.line.type !== TYPE_PTR);
  if (!pointers || !hosts) return [];
  return [...align(subject, pointers, hosts), ...align(subject, hosts, pointers)];
}

/** A $GENERATE line, and what relative names in it stand under. */
interface Line {
  readonly record: ZoneRecord;
  readonly line: GenerateLine;
  readonly origin: NameId;
}

function lineOf({ rows }: Subject, record: ZoneRecord): Line | undefined {
  if (!record.generated) return undefined;
  const place = placeOf(record);
  const scanned = rows.of(place.block);
  const [directive, ...words] = tokensOf(scanned, scanned.tape.rowToken[place.row] as number, place.row);
  const line = directive && parseGenerate(directive, words);
  if (!line || 'rule' in line || generationCount(line.range) > MOST_RECORDS) return undefined;
  return { record, line, origin: stateBefore(rows, place).origin };
}

/** Gives a line the range of the other; nothing where they then disagree, or where new records meet others. */
function align(subject: Subject, wrong: Line, model: Line): Fix[] {
  const { range } = model.line;
  const made = pairsOf(subject, wrong, range);
  const wanted = pairsOf(subject, model, range);
  if (made.size !== wanted.size || [...made].some(([pair]) => !wanted.has(pair))) return [];
  const known = pairsOf(subject, wrong, wrong.line.range);
  const { held } = subject.ctx;
  const { type } = wrong.line;
  for (const [pair, owner] of made) if (!known.has(pair) && held.recordsAt(owner).length > 0) return [];
  const bare =
    type === TYPE_PTR
      ? [...known].find(([pair, owner]) => !made.has(pair) && hasHost(subject, wrong, owner))
      : undefined;
  const { rangeToken } = wrong.line;
  const what = type === TYPE_PTR ? 'PTR' : 'address';
  const title = phrase`Change the range of the ${what} line from ${rangeToken.text} to ${model.line.rangeToken.text}`;
  if (bare) return [refusedPlan(title, phrase`${subject.text(bare[1])} has a host, which would have no PTR then`)];
  const change: Change = replaceInBlock(
    wrong.record.block,
    rangeToken.start,
    rangeToken.end,
    model.line.rangeToken.text,
  );
  return [subject.fix(title, [change])];
}

/** Whether a name that is to keep a PTR of a line has an address, in any view that reads the line. */
function hasHost({ ctx }: Subject, { record }: Line, address: NameId): boolean {
  return [ctx, ...otherReaders(record, ctx)].some(({ held }) =>
    held.addressRecords(address).some(({ owner }) => !ctx.store.names.isWildcard(owner)),
  );
}

/** The pairs of an address and a name that a line makes with a range, each with the owner of its record. */
function pairsOf({ ctx }: Subject, { line, origin, record }: Line, range: Generation): Map<string, NameId> {
  const { names } = ctx.store;
  const reader = new NameReader(names);
  const { encoding } = record.file.document;
  const read = (text: string): NameId => {
    const name = reader.readText(text, origin, encoding);
    return typeof name === 'number' ? name : NO_NAME;
  };
  const pairs = new Map<string, NameId>();
  for (let value = range.start; value <= range.stop; value += range.step) {
    const owner = read(fillTemplate(line.lhs, value));
    const data = fillTemplate(line.rhs, value);
    const pair = line.type === TYPE_PTR ? `${owner} ${read(data)}` : `${names.reverse.keyOf(data)} ${owner}`;
    pairs.set(pair, owner);
  }
  return pairs;
}
