/** The checkers of zones that can be asked for a second opinion. */
export const checkerNames = ['named-checkzone', 'nsd-checkzone', 'kzonecheck'] as const;
/** One of `checkerNames`. */
export type CheckerName = (typeof checkerNames)[number];

/** A zone that a checker is to look at. */
export interface CheckerJob {
  readonly program: CheckerName;
  /** The zone's name without its final dot. */
  readonly zone: string;
  /** The texts by their names in a folder of their own: plain names, the zone's own file first. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The URIs of the workspace's folders: no program in them is run. */
  readonly folders: readonly string[];
  /** Milliseconds that it may take. */
  readonly patience: number;
  /** Calls back when nobody waits for the answer any more. */
  readonly onCancelled: (stop: () => void) => void;
}

/** What a checker said; or why it said nothing. */
export type CheckerAnswer =
  | { readonly kind: 'said'; readonly text: string; readonly isRefused: boolean }
  | { readonly kind: 'absent' }
  | { readonly kind: 'late' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

/** Runs a checker. */
export type RunChecker = (job: CheckerJob) => Promise<CheckerAnswer>;
