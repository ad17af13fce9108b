import type { NameId } from '../../dns/name-table.ts';
import { TYPE_DS, TYPE_NS, TYPE_NSEC, TYPE_RRSIG } from '../../dns/type-codes.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import type { RuleContext } from '../rule.ts';
import { lastFirst } from './name-order.ts';
import type { SignedZone } from './signed-columns.ts';

/** A signed zone before it is known at which names anything differs. */
export type FoundZone = Omit<SignedZone, 'suspects'>;

/** The records of a name that stand in the zone: the types of its sets, each once, and those that its signatures cover. */
export class NameSets {
  readonly #ctx: RuleContext;
  readonly #signed: FoundZone;
  /** The types of the sets, RRSIG among them, and the first record of each. */
  readonly types: number[] = [];
  readonly first: RecordId[] = [];
  /** The types covered, and a signature of each. */
  readonly covered: number[] = [];
  readonly signature: RecordId[] = [];
  readonly #found: RecordId[] = [];

  constructor(signed: FoundZone, ctx: RuleContext) {
    this.#signed = signed;
    this.#ctx = ctx;
  }

  /** Reads the records of a name, the last one in the text first. */
  read(name: NameId): void {
    const { records } = this.#ctx.store;
    this.types.length = this.first.length = this.covered.length = this.signature.length = 0;
    for (const id of this.#recordsAt(name)) {
      const type = records.type[id] as number;
      if (!this.types.includes(type)) {
        this.types.push(type);
        this.first.push(id);
      }
      const covered = type === TYPE_RRSIG ? this.#signed.records.covered(id) : 0;
      if (covered !== 0 && !this.covered.includes(covered)) {
        this.covered.push(covered);
        this.signature.push(id);
      }
    }
  }

  #recordsAt(name: NameId): readonly RecordId[] {
    const { store, held } = this.#ctx;
    const found = this.#found;
    found.length = 0;
    let isInOrder = true;
    for (let id = held.view.index.firstAt(name); id !== NO_RECORD; id = store.records.nextAt(id)) {
      if (store.blockOf(id)?.instance.zone !== this.#signed.zone) continue;
      const before = found.at(-1);
      isInOrder &&= before === undefined || lastFirst(before, id, this.#ctx) <= 0;
      found.push(id);
    }
    return isInOrder ? found : found.sort((a, b) => lastFirst(a, b, this.#ctx));
  }

  has(type: number): boolean {
    return this.types.includes(type);
  }
}

/** Whether signers sign a set: no signatures, and of a delegation only what the parent answers for (RFC 4035 section 2.2). */
export function isToBeSigned(type: number, isCut: boolean): boolean {
  return type !== TYPE_RRSIG && (!isCut || type === TYPE_DS || type === TYPE_NSEC);
}

/** Whether a set takes part in what NSEC and NSEC3 list of a name: at a delegation most do not (RFC 4035 section 2.3). */
export function isListed(type: number, isCut: boolean): boolean {
  return !isCut || type === TYPE_NS || type === TYPE_DS || type === TYPE_RRSIG || type === TYPE_NSEC;
}

/** The names at which anything differs, with their sets, in the order of the text; undefined now and then. */
export function* suspectNames(
  signed: SignedZone,
  ctx: RuleContext,
): Generator<{ readonly name: NameId; readonly sets: NameSets } | undefined, void, undefined> {
  const sets = new NameSets(signed, ctx);
  for (const [i, record] of signed.suspects.entries()) {
    if (i % SUSPECTS_PER_SLICE === SUSPECTS_PER_SLICE - 1) yield undefined;
    const name = ctx.store.records.owner[record] as NameId;
    sets.read(name);
    yield { name, sets };
  }
}

const SUSPECTS_PER_SLICE = 64;
