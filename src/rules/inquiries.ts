import type { NameId } from '../dns/name-table.ts';

/** What another view was told, and what is to be done once it is not right any more. */
export interface Inquiry {
  readonly answer: string;
  readonly ask: () => string;
  readonly changed: () => void;
}

/** The questions that other views had about names of a view: a name that is checked again may answer otherwise. */
export class Inquiries {
  readonly #byName = new Map<NameId, Map<string, Inquiry>>();

  /** Keeps a question about a name until its answer changes; one with the same id takes its place. */
  keep(name: NameId, id: string, inquiry: Inquiry): void {
    const known = this.#byName.get(name);
    if (known) known.set(id, inquiry);
    else this.#byName.set(name, new Map([[id, inquiry]]));
  }

  /** Asks again what others asked about a name. */
  review(name: NameId): void {
    // Of millions of names hardly one is asked about.
    if (this.#byName.size === 0) return;
    const known = this.#byName.get(name);
    if (!known) return;
    for (const [id, { answer, ask, changed }] of known) {
      if (ask() === answer) continue;
      known.delete(id);
      changed();
    }
    if (known.size === 0) this.#byName.delete(name);
  }
}
