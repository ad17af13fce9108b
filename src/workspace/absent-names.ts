import { type NameId, type NameTable, ROOT } from '../dns/name-table.ts';

/**
 * Names that were looked up and do not exist, or only by a wildcard, to be found from any name above them. A name that
 * exists now may still be among them.
 */
export class AbsentNames {
  readonly #names: NameTable;
  readonly #absent = new Set<NameId>();
  /** The absent names and all names above them, but for the root. */
  readonly #known = new Set<NameId>();
  /** The known names right below another. */
  readonly #below = new Map<NameId, NameId[]>();

  constructor(names: NameTable) {
    this.#names = names;
  }

  add(name: NameId): void {
    if (this.#absent.has(name)) return;
    this.#absent.add(name);
    for (let node = name; node > ROOT && !this.#known.has(node); ) {
      this.#known.add(node);
      const parent = this.#names.parent(node);
      const siblings = this.#below.get(parent);
      if (siblings) siblings.push(node);
      else this.#below.set(parent, [node]);
      node = parent;
    }
  }

  /** The absent names at and below a name. */
  *atOrBelow(above: NameId): Generator<NameId> {
    const left = [above];
    for (let name = left.pop(); name !== undefined; name = left.pop()) {
      if (this.#absent.has(name)) yield name;
      for (const child of this.#below.get(name) ?? []) left.push(child);
    }
  }
}
