import type { FindingPart, PlacedFinding } from '../facts/placed-finding.ts';
import type { Severity } from '../rule.ts';

/** A finding that knows its place in its part. */
export interface KeptFinding extends PlacedFinding {
  place: number;
}

/**
 * The findings that are shown in one file, in parts that are alike: of one rule and one severity. So a file with a million
 * of them can be asked for the few that are shown.
 *
 * Invariant: `length` is the sum of the parts' sizes.
 */
export class FilePlaces implements Iterable<PlacedFinding> {
  readonly #parts = new Map<string, Map<Severity, Part>>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The parts that are not empty. */
  get parts(): readonly FindingPart<PlacedFinding>[] {
    return [...this.#parts.values()].flatMap((parts) => [...parts.values()].filter(({ size }) => size > 0));
  }

  add(placed: KeptFinding): void {
    const { rule, severity } = placed.finding;
    let parts = this.#parts.get(rule);
    if (!parts) {
      parts = new Map();
      this.#parts.set(rule, parts);
    }
    let part = parts.get(severity);
    if (!part) {
      part = new Part();
      parts.set(severity, part);
    }
    part.add(placed);
    this.#length++;
  }

  delete(placed: KeptFinding): void {
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

/** More gaps than findings, and more than these, are closed. */
const MOST_GAPS = 64;

/**
 * Findings in the order in which they came. As each knows where it stands, a million take a fraction of what a `Set` does.
 *
 * Invariant: a finding stands at its place; where one was taken out there is a gap.
 */
class Part implements FindingPart<PlacedFinding> {
  #places: (KeptFinding | undefined)[] = [];
  size = 0;

  add(placed: KeptFinding): void {
    placed.place = this.#places.length;
    this.#places.push(placed);
    this.size++;
  }

  delete(placed: KeptFinding): boolean {
    if (this.#places[placed.place] !== placed) return false;
    this.#places[placed.place] = undefined;
    this.size--;
    const gaps = this.#places.length - this.size;
    if (gaps > this.size && gaps > MOST_GAPS) this.#close();
    return true;
  }

  #close(): void {
    this.#places = this.#places.filter((placed) => placed !== undefined);
    this.#places.forEach((placed, place) => {
      if (placed) placed.place = place;
    });
  }

  [Symbol.iterator](): Iterator<PlacedFinding> {
    const places = this.#places;
    // Where there is no gap the list itself is gone through, which is much faster.
    return this.size === places.length ? (places as readonly KeptFinding[]).values() : withoutGaps(places);
  }
}

function* withoutGaps(places: readonly (KeptFinding | undefined)[]): Generator<PlacedFinding> {
  for (const placed of places) if (placed) yield placed;
}
