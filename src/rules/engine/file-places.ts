import type { PlacedFinding } from '../facts/placed-finding.ts';
import type { Severity } from '../rule.ts';

/**
 * The findings that are shown in one file, in parts that are alike: of one rule and one severity. So a file with a million
 * of them can be asked for the few that are shown.
 *
 * Invariant: `length` is the sum of the parts' sizes.
 */
export class FilePlaces implements Iterable<PlacedFinding> {
  readonly #parts = new Map<string, Map<Severity, Set<PlacedFinding>>>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The parts that are not empty. */
  get parts(): readonly ReadonlySet<PlacedFinding>[] {
    return [...this.#parts.values()].flatMap((parts) => [...parts.values()].filter(({ size }) => size > 0));
  }

  add(placed: PlacedFinding): void {
    const { rule, severity } = placed.finding;
    let parts = this.#parts.get(rule);
    if (!parts) {
      parts = new Map();
      this.#parts.set(rule, parts);
    }
    const part = parts.get(severity);
    if (part) part.add(placed);
    else parts.set(severity, new Set([placed]));
    this.#length++;
  }

  delete(placed: PlacedFinding): void {
    const { rule, severity } = placed.finding;
    if (this.#parts.get(rule)?.get(severity)?.delete(placed)) this.#length--;
  }

  *ofRule(rule: string): Generator<PlacedFinding> {
    for (const part of this.#parts.get(rule)?.values() ?? []) yield* part;
  }

  *[Symbol.iterator](): Generator<PlacedFinding> {
    for (const part of this.parts) yield* part;
  }
}
