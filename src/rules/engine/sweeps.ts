import type { Zone } from '../../workspace/instance.ts';
import type { View } from '../../workspace/view.ts';
import { bitsOfTypes } from '../../zone/draft.ts';
import { typesOfZone } from '../facts/zone-records.ts';
import type { Finding, Report, Rule, SweepRule } from '../rule.ts';
import type { FindingBook } from './finding-book.ts';
import type { ViewContext } from './view-context.ts';

/** The types of what is asked of each zone. */
const ANY_ZONE = -1;

/** The bits of the types (see `typeBit`) of which a zone must have one for a rule; of each zone where none are named. */
export function typesAsked(types: readonly number[] | undefined): number {
  return types ? bitsOfTypes(types) : ANY_ZONE;
}

/** Whether a rule that names these types is asked of a zone that has those. */
export function isAskedOf(present: number, types: number): boolean {
  return types === ANY_ZONE || (types & present) !== 0;
}

/** A rule that sweeps zones. */
interface Swept {
  readonly rule: Rule;
  readonly sweep: SweepRule['check'];
  readonly types: number;
  readonly sweeps: SweepRule['sweeps'];
}

/** Looks through whole zones, in slices, when nothing else is to do. */
export class Sweeps {
  readonly #rules: readonly Swept[];
  readonly #book: FindingBook;
  /** Zones to be swept; what has begun has its steps. */
  readonly #steps = new Map<Zone, Generator<void, void> | undefined>();

  constructor(rules: readonly Rule[], book: FindingBook) {
    this.#book = book;
    this.#rules = rules.flatMap((rule) => {
      if (rule.scope !== 'sweep' && rule.scope !== 'address') return [];
      const sweep = rule.scope === 'sweep' ? rule.check : rule.sweep;
      const sweeps = rule.scope === 'sweep' ? rule.sweeps : undefined;
      return sweep ? [{ rule, sweep, types: typesAsked(rule.sweptTypes), sweeps }] : [];
    });
  }

  get areDone(): boolean {
    return this.#steps.size === 0;
  }

  /** A zone is to be swept, from its beginning. */
  begin(zone: Zone): void {
    if (this.#rules.length > 0) this.#steps.set(zone, undefined);
  }

  /** A zone is gone. */
  forget(zone: Zone): void {
    this.#steps.delete(zone);
  }

  /** Sweeps until `isOver` or until nothing is left to do; true where nothing is. */
  run(isOver: () => boolean, contextOf: (view: View) => ViewContext): boolean {
    for (const [zone, begun] of this.#steps) {
      const steps = begun ?? this.#sweep(contextOf(zone.view), zone);
      while (!steps.next().done) {
        if (!isOver()) continue;
        this.#steps.set(zone, steps);
        return false;
      }
      this.#steps.delete(zone);
      if (isOver() && this.#steps.size > 0) return false;
    }
    return true;
  }

  *#sweep(context: ViewContext, zone: Zone): Generator<void, void> {
    const findings: Finding[] = [];
    const present = typesOfZone(zone);
    let asked: Rule | undefined;
    const say = (report: Report): void => {
      if (asked && !context.isOfGuest(report)) findings.push(context.finding(asked, report, zone.apex));
    };
    for (const { rule, sweep, types, sweeps } of this.#rules) {
      if (!isAskedOf(present, types) || sweeps?.(zone, context) === false) continue;
      asked = rule;
      yield* sweep(zone, context, say);
    }
    this.#book.setSweep(zone, findings);
  }
}
