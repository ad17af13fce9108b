import { phrase } from '../../language/phrase.ts';
import type { Anchor, ZoneRecord } from '../../workspace/zone-record.ts';
import type { Say } from '../rule.ts';

/** Something that is wrong with many records of a zone in the same way. */
interface Cause {
  readonly first: ZoneRecord;
  readonly at: Anchor;
  readonly message: string;
  readonly owners: Set<number>;
}

/** What a rule finds at many records of a zone, told once for each cause: at the first record, with the number of names. */
export class Causes {
  readonly #causes = new Map<string, Cause>();

  /** `cause` tells which findings are the same; the message of the first one is shown. */
  add(cause: string, record: ZoneRecord, { at, message }: { readonly at: Anchor; readonly message: string }): void {
    const known = this.#causes.get(cause);
    if (known) known.owners.add(record.owner);
    else this.#causes.set(cause, { first: record, at, message, owners: new Set([record.owner]) });
  }

  tell(report: Say): void {
    for (const { at, message, owners } of this.#causes.values()) {
      const others = owners.size - 1;
      const more =
        others === 0
          ? ''
          : others === 1
            ? phrase`; the same at 1 other name`
            : phrase`; the same at ${others} other names`;
      report({ at, message: message + more });
    }
  }
}
