import type { Held } from '../workspace/held.ts';
import type { Zone } from '../workspace/instance.ts';
import type { MailHosts } from '../workspace/mail.ts';
import type { Store } from '../workspace/store.ts';
import type { Rows } from './rows.ts';

/** What edits ask of one view. */
export interface EditContext {
  readonly store: Store;
  readonly held: Held;
  readonly mail: MailHosts;
  readonly settings: { readonly now: number; readonly bumpOnFix: boolean };
  /** What fixes of this moment have read of the texts; without it each reads them by itself. */
  readonly rows?: Rows;
  /**
   * The serial of a zone at the last commit or save; undefined where nobody knows. Where the serial is higher already,
   * another change has raised it, and it is not raised again.
   */
  readonly baselineSerial?: (zone: Zone) => number | undefined;
}
