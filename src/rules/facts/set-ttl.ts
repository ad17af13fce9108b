import type { NameId } from '../../dns/name-table.ts';
import { TYPE_NS } from '../../dns/type-codes.ts';
import type { InstanceBlock } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { byPlace, ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';

/**
 * The record of a set whose TTL BIND gives to all of it: the first of those that stand together, and of several such groups
 * the first of the last one. Undefined where $GENERATE or several files make the order a long story. The lines between
 * are watched.
 */
export function recordOfSetTtl(set: readonly ZoneRecord[], ctx: RuleContext): ZoneRecord | undefined {
  const [first, ...others] = [...set].sort(byPlace);
  if (!first) return undefined;
  const { instance } = first.block;
  if (set.some((record) => record.generated || record.block.instance !== instance)) return undefined;
  let taken = first;
  let last = first;
  for (const record of others) {
    if (!isOneGroup(last, record, ctx)) taken = record;
    last = record;
  }
  return taken;
}

/** Whether no other owner stands between two records of a name, as BIND sees it: glue of its delegation is none. */
function isOneGroup(first: ZoneRecord, last: ZoneRecord, ctx: RuleContext): boolean {
  const { owner } = ctx.store.records;
  const name = first.owner;
  let servers: ReadonlySet<NameId> | undefined;
  for (const id of between(first, last, ctx)) {
    if (id === undefined) return false;
    const record = new ZoneRecord(ctx.store, id);
    if (record.generated) continue;
    if (owner[id] === name) {
      if (!isSameSpelling(first, record)) return false;
      continue;
    }
    servers ??= new Set(ctx.held.recordsAt(name, TYPE_NS).map(({ data }) => data));
    if (!servers.has(owner[id] as NameId)) return false;
  }
  return isSameSpelling(first, last);
}

/** The records between two of one instance; undefined where a file is included between them. */
function* between(
  first: ZoneRecord,
  last: ZoneRecord,
  { store, watchLines }: RuleContext,
): Generator<RecordId | undefined, void> {
  const { row } = store.records;
  const { instance } = first.block;
  for (let index = first.block.index; index <= last.block.index; index++) {
    const block = instance.blocks[index];
    if (!block) continue;
    watchLines(block);
    const from = index === first.block.index ? first.row : -1;
    const to = index === last.block.index ? last.row : Number.POSITIVE_INFINITY;
    for (const id of block.records) {
      const at = row[id] as number;
      if (at <= from) continue;
      if (at >= to) break;
      if (includesWithin(block, from, at)) yield undefined;
      yield id;
    }
    if (includesWithin(block, from, to)) yield undefined;
  }
}

function includesWithin({ children }: InstanceBlock, from: number, to: number): boolean {
  return children.some(({ site }) => site.row > from && site.row < to);
}

/** Whether two owners are written with the same letters; one that is left out is that of the record above. */
function isSameSpelling(a: ZoneRecord, b: ZoneRecord): boolean {
  const one = a.words().owner?.text;
  const other = b.words().owner?.text;
  if (one === undefined || other === undefined) return true;
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) === other.slice(0, length);
}
