import type { SourceFile } from '../../workspace/instance.ts';
import type { Finding } from '../rule.ts';

/** A finding at one of the files that it is shown in. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** False at the counterpart place. */
  readonly primary: boolean;
  /** Undefined where nobody knows: then it is shown nowhere. */
  readonly file: SourceFile | undefined;
}

/** Findings of one rule and one severity. */
export interface FindingPart<T> extends Iterable<T> {
  readonly size: number;
}
