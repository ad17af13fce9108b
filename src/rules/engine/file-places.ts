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
  /** Few, as a file has findings of few rules; those of one rule side by side. */
  readonly #parts: Part[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The parts that are not empty. */
  get parts(): readonly Part[] {
    return this.#parts.every(({ size }) => size > 0) ? this.#parts : this.#parts.filter(({ size }) => size > 0);
  }

  /** The rules of all findings. */
  get rules(): ReadonlySet<string> {
    return new Set(this.parts.map(({ rule }) => rule));
  }

  add(placed: KeptFinding): void {
    const { rule, severity } = placed.finding;
    let part = this.#partOf(rule, severity);
    if (!part) {
      part = new Part(rule, severity);
      const beside = this.#parts.findLastIndex((other) => other.rule === rule);
      this.#parts.splice(beside < 0 ? this.#parts.length : beside + 1, 0, part);
    }
    part.add(placed);
    this.#length++;
  }

  delete(placed: KeptFinding): void {
    const { rule, severity } = placed.finding;
    if (this.#partOf(rule, severity)?.delete(placed)) this.#length--;
  }

  *ofRule(rule: string): Generator<PlacedFinding> {
    for (const part of this.#parts) if (part.rule === rule) yield* part;
  }

  *[Symbol.iterator](): Generator<PlacedFinding> {
    for (const part of this.parts) yield* part;
  }

  #partOf(rule: string, severity: Severity): Part | undefined {
    for (const part of this.#parts) if (part.rule === rule && part.severity === severity) return part;
    return undefined;
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
  readonly rule: string;
  readonly severity: Severity;
  #places: (KeptFinding | undefined)[] = [];
  size = 0;

  constructor(rule: string, severity: Severity) {
    this.rule = rule;
    this.severity = severity;
  }

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
