import type { NameId } from '../../dns/name-table.ts';

/** What a view was told, and what is to be done once it is not right any more. */
export interface Inquiry {
  readonly answer: string;
  readonly ask: () => string;
  readonly changed: () => void;
}

/** The questions that views had about names of one: a name that is checked again may answer otherwise. */
export class Inquiries {
  readonly #byName = new Map<NameId, Map<string, Inquiry>>();

  /**
   * Keeps a question about a name until its answer changes. One with the same id takes its place; where its answer is
   * another one, what rests on the one before is not right any more, be it said of the same key or beside it.
   */
  keep(name: NameId, id: string, inquiry: Inquiry): void {
    const known = this.#byName.get(name);
    if (!known) {
      this.#byName.set(name, new Map([[id, inquiry]]));
      return;
    }
    const before = known.get(id);
    known.set(id, inquiry);
    if (before && before.answer !== inquiry.answer) before.changed();
  }

  get isEmpty(): boolean {
    return this.#byName.size === 0;
  }

  /** Asks again what was asked about a name. */
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
