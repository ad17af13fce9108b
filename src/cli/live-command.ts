import type { ResolverLimits, ServerAddress } from '../ports/resolver.ts';

/** What `live` is asked. */
export interface LiveCommand {
  readonly kind: 'live';
  readonly format: 'text' | 'json';
  /** The server that the user names. */
  readonly resolver: ServerAddress | undefined;
  readonly authoritative: boolean;
  /** All records of the zones are compared. */
  readonly records: boolean;
  readonly limits: Partial<ResolverLimits>;
  readonly targets: readonly string[];
}
