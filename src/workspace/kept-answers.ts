import type { NameId } from '../dns/name-table.ts';
import type { Answer } from './answer.ts';
import type { RecordId } from './record-table.ts';
import type { Tables } from './tables.ts';
import type { View } from './view.ts';
import { ZoneRecord } from './zone-record.ts';

/** So many of the last answers are kept, each in the place that its question has: the rules at one name ask the same. */
const ANSWERS_KEPT = 1024;
/** The same of the last records, whose words are read once so. */
const RECORDS_KEPT = 256;

/**
 * What the zones of a view were asked, and answered.
 *
 * Invariant: once `renew` was called all of it is of the records and zones as they are.
 */
export class KeptAnswers {
  readonly #store: Tables;
  readonly #view: View;
  /** Of names with many records whether they own a type, and long answers, by `questionKey`. */
  readonly owned = new Map<number, boolean>();
  readonly long = new Map<number, Answer>();
  readonly repeating = new Map<NameId, boolean>();
  readonly #questions = new Float64Array(ANSWERS_KEPT).fill(-1);
  readonly #answers: (Answer | undefined)[] = new Array(ANSWERS_KEPT).fill(undefined);
  readonly #records: (ZoneRecord | undefined)[] = new Array(RECORDS_KEPT).fill(undefined);
  #version = -1;
  #count = -1;

  constructor(store: Tables, view: View) {
    this.#store = store;
    this.#view = view;
  }

  /** Forgets all where a record or a zone has changed since. */
  renew(): void {
    const { version, changeCount } = this.#view;
    if (version === this.#version && changeCount === this.#count) return;
    this.#version = version;
    this.#count = changeCount;
    this.owned.clear();
    this.long.clear();
    this.repeating.clear();
    this.#questions.fill(-1);
    this.#records.fill(undefined);
  }

  /** The answer to a question that was asked not long ago. */
  last(name: NameId, type: number): Answer | undefined {
    const place = placeOf(name, type);
    return this.#questions[place] === questionKey(name, type) ? this.#answers[place] : undefined;
  }

  /** Keeps the answer to the question that was asked last. */
  keep(name: NameId, type: number, answer: Answer): Answer {
    const place = placeOf(name, type);
    this.#questions[place] = questionKey(name, type);
    this.#answers[place] = answer;
    return answer;
  }

  /** A record, with what was read of it. */
  record(id: RecordId): ZoneRecord {
    const place = id & (RECORDS_KEPT - 1);
    const known = this.#records[place];
    if (known?.id === id) return known;
    const record = new ZoneRecord(this.#store, id);
    this.#records[place] = record;
    return record;
  }
}

/** A number for a name and a type. */
export function questionKey(name: NameId, type: number): number {
  return name * 0x10000 + type;
}

function placeOf(name: NameId, type: number): number {
  return (name * 8 + type) & (ANSWERS_KEPT - 1);
}
