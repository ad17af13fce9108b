import type { Shown } from './shown.ts';

/** A line that a person is typing: nothing is said of it yet. */
export interface TypedLine {
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  /** Whether a finding, which another file shows for this line, was there before the typing began. */
  readonly wasThere: (shown: Shown) => boolean;
}

/** What holds for the moment only. */
export interface Moment {
  /** Whether files are still being read: nothing is said of what they may hold. */
  readonly isReading: () => boolean;
  /** The line that grows; undefined where none does. */
  readonly typing: () => TypedLine | undefined;
}

/** All is read, and nobody types. */
export const QUIET: Moment = { isReading: () => false, typing: () => undefined };
