import type { Asking } from './asking-options.ts';

/** What `live` is asked. */
export interface LiveCommand extends Asking {
  readonly kind: 'live';
  readonly format: 'text' | 'json';
  /** What the mail server at the address calls itself. */
  readonly helo: string | undefined;
  /** All records of the zones are compared. */
  readonly records: boolean;
  readonly targets: readonly string[];
}
