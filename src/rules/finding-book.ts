import type { NameId } from '../dns/name-table.ts';
import { grown } from '../text/typed-array.ts';
import type { Zone } from '../workspace/instance.ts';
import type { View } from '../workspace/view.ts';
import type { Finding } from './rule.ts';

/** The findings by what was checked, so that checking it again replaces them. Counts its changes. */
export class FindingBook {
  readonly #names = new Map<View, ViewBook>();
  readonly #zones = new Map<Zone, readonly Finding[]>();
  readonly #sweeps = new Map<Zone, readonly Finding[]>();
  /** Counts the changes: equal numbers, equal findings. */
  version = 0;

  setName(view: View, name: NameId, findings: readonly Finding[]): void {
    let book = this.#names.get(view);
    if (!book) {
      book = { findings: new Map(), marks: new Uint8Array(1024) };
      this.#names.set(view, book);
    }
    if (findings.length === 0) {
      if (book.marks[name] !== 1) return;
      book.marks[name] = 0;
      book.findings.delete(name);
    } else {
      if (name >= book.marks.length) book.marks = grown(book.marks, name * 2);
      book.marks[name] = 1;
      book.findings.set(name, findings);
    }
    this.version++;
  }

  setZone(zone: Zone, findings: readonly Finding[]): void {
    this.#set(this.#zones, zone, findings);
  }

  setSweep(zone: Zone, findings: readonly Finding[]): void {
    this.#set(this.#sweeps, zone, findings);
  }

  dropZone(zone: Zone): void {
    if (this.#zones.delete(zone)) this.version++;
    if (this.#sweeps.delete(zone)) this.version++;
  }

  /** The findings at one key. */
  at(view: View, name: NameId): readonly Finding[] {
    return this.#names.get(view)?.findings.get(name) ?? [];
  }

  *all(): Generator<Finding> {
    for (const book of this.#names.values()) for (const findings of book.findings.values()) yield* findings;
    for (const findings of this.#zones.values()) yield* findings;
    for (const findings of this.#sweeps.values()) yield* findings;
  }

  #set(map: Map<Zone, readonly Finding[]>, zone: Zone, findings: readonly Finding[]): void {
    if (findings.length === 0 && !map.has(zone)) return;
    if (findings.length > 0) map.set(zone, findings);
    else map.delete(zone);
    this.version++;
  }
}

/** The findings of one view by name; a mark for each name that has some, since most have none. */
interface ViewBook {
  readonly findings: Map<NameId, readonly Finding[]>;
  marks: Uint8Array;
}
