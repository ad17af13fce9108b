import type { NameId } from '../../dns/name-table.ts';
import { grown } from '../../text/typed-array.ts';
import type { SourceFile, Zone } from '../../workspace/instance.ts';
import type { View } from '../../workspace/view.ts';
import type { Anchor } from '../../workspace/zone-record.ts';
import type { PlacedFinding } from '../facts/placed-finding.ts';
import type { Finding } from '../rule.ts';
import { FilePlaces } from './file-places.ts';

/** The findings of one file. */
export interface FileFindings {
  readonly places: Pick<FilePlaces, 'length' | 'parts' | 'ofRule' | typeof Symbol.iterator>;
  /** Counts the changes of this file's findings. */
  readonly version: number;
}

/**
 * The findings by what was checked, so that checking it again replaces them, and by the file that they are shown in.
 *
 * Invariant: a file's places are exactly those placed findings that stand under a name, a zone or a sweep.
 */
export class FindingBook {
  readonly #fileOf: (anchor: Anchor) => SourceFile | undefined;
  readonly #names = new Map<View, NameFindings>();
  readonly #zones = new Map<Zone, readonly PlacedFinding[]>();
  readonly #sweeps = new Map<Zone, readonly PlacedFinding[]>();
  readonly #files = new Map<SourceFile, { readonly places: FilePlaces; version: number }>();
  /** Counts the changes: equal numbers, equal findings. */
  version = 0;

  constructor(fileOf: (anchor: Anchor) => SourceFile | undefined) {
    this.#fileOf = fileOf;
  }

  /** The findings of a view's names. */
  namesOf(view: View): NameFindings {
    let names = this.#names.get(view);
    if (!names) {
      names = new NameFindings((before, findings) => this.#replace(before, findings));
      this.#names.set(view, names);
    }
    return names;
  }

  setZone(zone: Zone, findings: readonly Finding[]): void {
    this.#set(this.#zones, zone, findings);
  }

  setSweep(zone: Zone, findings: readonly Finding[]): void {
    this.#set(this.#sweeps, zone, findings);
  }

  dropZone(zone: Zone): void {
    this.#set(this.#zones, zone, []);
    this.#set(this.#sweeps, zone, []);
  }

  /** The findings that are shown in a file; undefined where it never had any. */
  in(file: SourceFile): FileFindings | undefined {
    return this.#files.get(file);
  }

  *all(): Generator<Finding> {
    for (const names of this.#names.values()) yield* names.all();
    for (const map of [this.#zones, this.#sweeps]) for (const placed of map.values()) yield* primaryOf(placed);
  }

  #set(map: Map<Zone, readonly PlacedFinding[]>, zone: Zone, findings: readonly Finding[]): void {
    const before = map.get(zone);
    if (findings.length === 0 && !before) return;
    const placed = this.#replace(before ?? [], findings);
    if (placed.length > 0) map.set(zone, placed);
    else map.delete(zone);
  }

  #replace(before: readonly PlacedFinding[], findings: readonly Finding[]): readonly PlacedFinding[] {
    this.version++;
    for (const placed of before) this.#takeOut(placed);
    // Kept for each of a million: no longer than need be.
    const after = findings.some(({ counterpart }) => counterpart)
      ? findings.flatMap((finding) => this.#bothSides(finding))
      : findings.map((finding) => this.#placed(finding, finding.at, true));
    for (const placed of after) this.#putIn(placed);
    return after;
  }

  #bothSides(finding: Finding): readonly PlacedFinding[] {
    const main = this.#placed(finding, finding.at, true);
    return finding.counterpart ? [main, this.#placed(finding, finding.counterpart, false)] : [main];
  }

  #placed(finding: Finding, at: Anchor, primary: boolean): PlacedFinding {
    return { finding, primary, file: this.#fileOf(at) };
  }

  #takeOut(placed: PlacedFinding): void {
    const file = placed.file && this.#files.get(placed.file);
    if (!file) return;
    file.places.delete(placed);
    file.version++;
  }

  #putIn(placed: PlacedFinding): void {
    if (!placed.file) return;
    let file = this.#files.get(placed.file);
    if (!file) {
      file = { places: new FilePlaces(), version: 0 };
      this.#files.set(placed.file, file);
    }
    file.places.add(placed);
    file.version++;
  }
}

/** The findings of one view by name; a mark for each name that has some, since most have none. */
export class NameFindings {
  readonly #findings = new Map<NameId, readonly PlacedFinding[]>();
  #marks = new Uint8Array(1024);
  readonly #replace: (before: readonly PlacedFinding[], findings: readonly Finding[]) => readonly PlacedFinding[];

  constructor(replace: (before: readonly PlacedFinding[], findings: readonly Finding[]) => readonly PlacedFinding[]) {
    this.#replace = replace;
  }

  /** Whether something was found of a name. */
  has(name: NameId): boolean {
    return this.#marks[name] === 1;
  }

  /** What was found of a name. */
  of(name: NameId): readonly PlacedFinding[] {
    return this.#findings.get(name) ?? [];
  }

  set(name: NameId, findings: readonly Finding[]): void {
    if (findings.length === 0 && this.#marks[name] !== 1) return;
    const placed = this.#replace(this.#findings.get(name) ?? [], findings);
    if (placed.length === 0) {
      this.#marks[name] = 0;
      this.#findings.delete(name);
    } else {
      if (name >= this.#marks.length) this.#marks = grown(this.#marks, name * 2);
      this.#marks[name] = 1;
      this.#findings.set(name, placed);
    }
  }

  *all(): Generator<Finding> {
    for (const placed of this.#findings.values()) yield* primaryOf(placed);
  }
}

function* primaryOf(placed: readonly PlacedFinding[]): Generator<Finding> {
  for (const { finding, primary } of placed) if (primary) yield finding;
}
