import type { NameId } from '../dns/name-table.ts';
import { serialOf } from '../edits/serial.ts';
import { zonesOf } from '../edits/writable.ts';
import type { Zone } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import type { Path } from './uri.ts';

/** The serials of open files as they were when they were opened or last saved, so that a change raises each once. */
export class SerialBaseline {
  readonly #store: Store;
  readonly #serials = new Map<Path, ReadonlyMap<NameId, number>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The text of a file is about to change for the first time since it was opened or saved. */
  remember(path: Path): void {
    const file = this.#store.files.get(path);
    if (!file || this.#serials.has(path)) return;
    const serials = new Map<NameId, number>();
    for (const zone of zonesOf(file)) {
      const serial = zone.root.file === file ? serialOf(this.#store, zone) : undefined;
      if (serial !== undefined) serials.set(zone.apex, serial);
    }
    this.#serials.set(path, serials);
  }

  /** The text is what is on disk again. */
  forget(path: Path): void {
    this.#serials.delete(path);
  }

  /** The serial a zone had; undefined where its file has not been changed since. */
  of(zone: Zone): number | undefined {
    return this.#serials.get(zone.root.file.path)?.get(zone.apex);
  }
}
