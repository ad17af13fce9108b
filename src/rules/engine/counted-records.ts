import type { NameId } from '../../dns/name-table.ts';
import { grown } from '../../text/typed-array.ts';
import type { InstanceBlock, Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { Store } from '../../workspace/store.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { bitsOfTypes } from '../../zone/draft.ts';
import { FirstTold } from '../facts/first-told.ts';
import { blocksWith } from '../facts/zone-records.ts';
import type { Finding, NameRule, Report, Rule, RuleContext } from '../rule.ts';

/** So many rules have a bit in a mark. */
export const MOST_COUNTING = 8;

const NOTHING: readonly Finding[] = [];

/** The context of a zone's view, which makes findings of reports. */
interface Teller extends RuleContext {
  finding(rule: Rule, report: Report, key: NameId): Finding;
}

/**
 * At which records rules found what they tell in part (`NameRule.tell`): a byte a record, as there may be millions. How many
 * there are in each block is counted when that is asked, and kept.
 *
 * Invariant: a record at a name that was checked has the bits of the rules that found something at it then. What was counted
 * of a block holds while it has the same records, unless it is stale.
 */
export class CountedRecords {
  readonly #store: Store;
  readonly #rules: readonly NameRule[];
  /** The bits of the types that these rules are about (see `typeBit`). */
  readonly types: number;
  #marks = new Uint8Array(0);
  /** By the number of a block 1 where a mark in it has changed since it was counted: its zone is dirty then. */
  #stale = new Uint8Array(0);
  /** By the number of a block its records when they were counted. */
  readonly #inside: (Int32Array | undefined)[] = [];
  /** At how many of them each rule found something: by the block's number and the rule's place. */
  #counts = new Uint32Array(0);

  constructor(store: Store, rules: readonly NameRule[]) {
    this.#store = store;
    this.#rules = rules.filter(({ tell }) => tell);
    this.types = bitsOfTypes(this.#rules.flatMap(({ types }) => types));
  }

  /** The bit of a rule in the marks; 0 where it tells all. */
  bitOf(rule: NameRule): number {
    const at = this.#rules.indexOf(rule);
    return at < 0 ? 0 : 1 << at;
  }

  /** Notes that the rule with a bit found something at a record. */
  mark(record: RecordId, bit: number): void {
    if (record >= this.#marks.length) this.#marks = grown(this.#marks, this.#store.records.capacity);
    this.#marks[record] = (this.#marks[record] as number) | bit;
    this.#noteBlock(record);
  }

  /** Takes the marks from the records of a name that is to be checked, of which one is the first. */
  clear(first: RecordId): void {
    const { records } = this.#store;
    for (let id = first; id >= 0; id = records.nextAt(id)) {
      if ((this.#marks[id] ?? 0) === 0) continue;
      this.#marks[id] = 0;
      this.#noteBlock(id);
    }
  }

  /** What is told of a record's zone is to be told anew. */
  #noteBlock(record: RecordId): void {
    const id = this.#store.records.block[record] as number;
    if (this.#stale[id] === 1) return;
    if (id >= this.#stale.length) this.#stale = grown(this.#stale, Math.max(id + 64, this.#stale.length * 2));
    this.#stale[id] = 1;
    const zone = this.#store.blockOf(record)?.instance.zone;
    zone?.view.dirtyZones.add(zone);
  }

  /** What there is to tell of a zone with these types: by each rule the first records in the order of the text, and how many more. */
  told(zone: Zone, types: number, context: Teller): readonly Finding[] {
    zone.view.toldInPart.delete(zone);
    if ((types & this.types) === 0) return NOTHING;
    const sums = this.#rules.map(() => 0);
    const counted: InstanceBlock[] = [];
    for (const block of blocksWith(zone, this.types)) {
      if (!block || block.instance.isGuest) continue;
      this.#count(block);
      counted.push(block);
      for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + this.#countOf(block, i);
    }
    return this.#rules.flatMap((rule, i) => {
      if (!sums[i]) return NOTHING;
      const told = new FirstTold(rule.id, zone, sums[i] as number, context);
      const isOne = (id: RecordId): boolean => this.#isMarked(id, i);
      for (const block of counted) {
        const count = this.#countOf(block, i);
        if (count > 0) told.add(block, count, isOne);
      }
      return this.#findings(rule, told, context);
    });
  }

  #findings(rule: NameRule, { records, more }: FirstTold, context: Teller): readonly Finding[] {
    return records.flatMap((id, at) => {
      const record = new ZoneRecord(this.#store, id);
      const report = rule.tell?.(record, context);
      if (!report) return [];
      const behind = at === records.length - 1 ? more : 0;
      return context.finding(rule, { ...report, more: behind }, record.owner);
    });
  }

  #countOf({ id }: InstanceBlock, index: number): number {
    return this.#counts[id * MOST_COUNTING + index] as number;
  }

  /** Counts at how many records of a block each rule found something, where that is not known. */
  #count({ id, inside }: InstanceBlock): void {
    if (this.#inside[id] === inside && this.#stale[id] !== 1) return;
    const first = id * MOST_COUNTING;
    if (first >= this.#counts.length) this.#counts = grown(this.#counts, Math.max(first * 2, 64 * MOST_COUNTING));
    this.#counts.fill(0, first, first + MOST_COUNTING);
    for (let i = 0; i < inside.length; i++) {
      if ((this.#marks[inside[i] as RecordId] ?? 0) === 0) continue;
      for (let of = 0; of < this.#rules.length; of++)
        if (this.#isMarked(inside[i] as RecordId, of))
          this.#counts[first + of] = (this.#counts[first + of] as number) + 1;
    }
    this.#inside[id] = inside;
    this.#stale[id] = 0;
  }

  /** Whether a rule found something at a record. Of a number that was given out again the mark may be that of another type. */
  #isMarked(record: RecordId, index: number): boolean {
    if (((this.#marks[record] ?? 0) & (1 << index)) === 0) return false;
    return this.#rules[index]?.types.includes(this.#store.records.type[record] as number) === true;
  }
}
