import type { NameId } from '../dns/name-table.ts';
import { grown } from '../text/typed-array.ts';
import type { Zone } from '../workspace/instance.ts';
import type { View } from '../workspace/view.ts';
import type { Finding } from './rule.ts';

/** The findings by what was checked, so that checking it again replaces them. Counts its changes. */
export class FindingBook {
  readonly #names = new Map<View, NameFindings>();
  readonly #zones = new Map<Zone, readonly Finding[]>();
  readonly #sweeps = new Map<Zone, readonly Finding[]>();
  /** Counts the changes: equal numbers, equal findings. */
  version = 0;

  /** The findings of a view's names. */
  namesOf(view: View): NameFindings {
    let names = this.#names.get(view);
    if (!names) {
      names = new NameFindings(() => this.version++);
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
    if (this.#zones.delete(zone)) this.version++;
    if (this.#sweeps.delete(zone)) this.version++;
  }

  /** The findings at one key. */
  at(view: View, name: NameId): readonly Finding[] {
    return this.#names.get(view)?.at(name) ?? [];
  }

  *all(): Generator<Finding> {
    for (const names of this.#names.values()) yield* names.all();
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
export class NameFindings {
  readonly #findings = new Map<NameId, readonly Finding[]>();
  #marks = new Uint8Array(1024);
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  set(name: NameId, findings: readonly Finding[]): void {
    if (findings.length === 0) {
      if (this.#marks[name] !== 1) return;
      this.#marks[name] = 0;
      this.#findings.delete(name);
    } else {
      if (name >= this.#marks.length) this.#marks = grown(this.#marks, name * 2);
      this.#marks[name] = 1;
      this.#findings.set(name, findings);
    }
    this.#changed();
  }

  at(name: NameId): readonly Finding[] {
    return this.#findings.get(name) ?? [];
  }

  *all(): Generator<Finding> {
    for (const findings of this.#findings.values()) yield* findings;
  }
}
