import type { NameId } from '../../dns/name-table.ts';
import { grown } from '../../text/typed-array.ts';
import type { SourceFile, Zone } from '../../workspace/instance.ts';
import type { View } from '../../workspace/view.ts';
import type { Anchor } from '../../workspace/zone-record.ts';
import type { Finding } from '../rule.ts';
import { FilePlaces, type KeptFinding } from './file-places.ts';

/** The findings of one file. */
export interface FileFindings {
  readonly places: Pick<FilePlaces, 'length' | 'parts' | 'rules' | 'ofRule' | typeof Symbol.iterator>;
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
  readonly #zones = new Map<Zone, readonly KeptFinding[]>();
  readonly #sweeps = new Map<Zone, readonly KeptFinding[]>();
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

  #set(map: Map<Zone, readonly KeptFinding[]>, zone: Zone, findings: readonly Finding[]): void {
    const before = map.get(zone);
    if (findings.length === 0 && !before) return;
    const placed = this.#replace(before ?? [], findings);
    if (placed.length > 0) map.set(zone, placed);
    else map.delete(zone);
  }

  #replace(before: readonly KeptFinding[], findings: readonly Finding[]): readonly KeptFinding[] {
    this.version++;
    for (const placed of before) this.#takeOut(placed);
    // Kept for each of a million: no longer than need be.
    const after = findings.some(({ counterpart }) => counterpart)
      ? findings.flatMap((finding) => this.#bothSides(finding))
      : findings.map((finding) => this.#placed(finding, finding.at, true));
    for (const placed of after) this.#putIn(placed);
    return after;
  }

  #bothSides(finding: Finding): readonly KeptFinding[] {
    const main = this.#placed(finding, finding.at, true);
    return finding.counterpart ? [main, this.#placed(finding, finding.counterpart, false)] : [main];
  }

  #placed(finding: Finding, at: Anchor, primary: boolean): KeptFinding {
    return { finding, primary, file: this.#fileOf(at), place: -1 };
  }

  #takeOut(placed: KeptFinding): void {
    const file = placed.file && this.#files.get(placed.file);
    if (!file) return;
    file.places.delete(placed);
    file.version++;
  }

  #putIn(placed: KeptFinding): void {
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

/** The findings of one view by name, in slots: most names have none. */
export class NameFindings {
  /** By name its slot and 1; 0 where it has none. */
  #slots = new Int32Array(1024);
  readonly #placed: (readonly KeptFinding[])[] = [];
  readonly #free: number[] = [];
  readonly #replace: (before: readonly KeptFinding[], findings: readonly Finding[]) => readonly KeptFinding[];

  constructor(replace: (before: readonly KeptFinding[], findings: readonly Finding[]) => readonly KeptFinding[]) {
    this.#replace = replace;
  }

  /** Whether something was found of a name. */
  has(name: NameId): boolean {
    return (this.#slots[name] ?? 0) !== 0;
  }

  /** What was found of a name. */
  of(name: NameId): readonly KeptFinding[] {
    return this.#placed[(this.#slots[name] ?? 0) - 1] ?? NONE;
  }

  set(name: NameId, findings: readonly Finding[]): void {
    const known = this.#slots[name] ?? 0;
    if (findings.length === 0 && known === 0) return;
    const placed = this.#replace(this.of(name), findings);
    if (placed.length === 0) {
      this.#placed[known - 1] = NONE;
      this.#free.push(known - 1);
      this.#slots[name] = 0;
      return;
    }
    if (name >= this.#slots.length) this.#slots = grown(this.#slots, name * 2);
    const slot = known > 0 ? known - 1 : (this.#free.pop() ?? this.#placed.length);
    this.#placed[slot] = placed;
    this.#slots[name] = slot + 1;
  }

  *all(): Generator<Finding> {
    for (const placed of this.#placed) yield* primaryOf(placed);
  }
}

const NONE: readonly KeptFinding[] = [];

function* primaryOf(placed: readonly KeptFinding[]): Generator<Finding> {
  for (const { finding, primary } of placed) if (primary) yield finding;
}
