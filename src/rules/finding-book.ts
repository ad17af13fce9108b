import type { NameId } from '../dns/name-table.ts';
import type { Zone } from '../workspace/instance.ts';
import type { View } from '../workspace/view.ts';
import type { Finding } from './rule.ts';

/** The findings by what was checked, so that checking it again replaces them. Counts its changes. */
export class FindingBook {
  readonly #names = new Map<View, Map<NameId, readonly Finding[]>>();
  readonly #zones = new Map<Zone, readonly Finding[]>();
  readonly #sweeps = new Map<Zone, readonly Finding[]>();
  /** Counts the changes: equal numbers, equal findings. */
  version = 0;

  setName(view: View, name: NameId, findings: readonly Finding[]): void {
    let names = this.#names.get(view);
    if (!names) {
      names = new Map();
      this.#names.set(view, names);
    }
    if (findings.length > 0) {
      names.set(name, findings);
      this.version++;
    } else if (names.size > 0 && names.delete(name)) this.version++;
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
    return this.#names.get(view)?.get(name) ?? [];
  }

  *all(): Generator<Finding> {
    for (const names of this.#names.values()) for (const findings of names.values()) yield* findings;
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
