import type { Finding, Severity } from '../rules/rule.ts';
import type { Range } from '../text/block.ts';
import type { FileRange } from './place.ts';

/** Another place that a shown finding speaks of. */
export interface ShownRelated extends FileRange {
  readonly message: string;
}

/** A fix of a text fault, as a change of its file. */
export interface ShownFix {
  readonly title: string;
  readonly range: Range;
  readonly text: string;
}

/** Records outside their zone that are told of together. */
export interface OutsideShown {
  readonly count: number;
  readonly firstLine: number;
  /** Whether the first one is an SOA, and the others are below its name. */
  readonly isSoa: boolean;
}

/** A finding as people see it: settings and suppression comments applied, in lines and columns (zero-based, UTF-16). */
export interface Shown extends FileRange {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly ShownRelated[];
  /** False at the counterpart place, which only an editor shows: the finding counts at its primary place. */
  readonly primary: boolean;
  /** At the counterpart place, what an editor says there: of that line alone. */
  readonly ownWords?: string;
  /** The place on the other side, where there is one: a comment there silences the finding too. */
  readonly otherSide?: FileRange;
  /** What the rule found, for its fixes; none where reading the text found it. */
  readonly finding?: Finding;
  /** Those of the same rule that a $GENERATE line makes beside it. */
  readonly alike?: readonly Finding[];
  /** The view and the zone in which it was found; absent where the text is read for none. */
  readonly view?: string;
  readonly zone?: string;
  /** The same, found in other views that read the place too: what one of them knows may fix it. */
  readonly others?: readonly Shown[];
  /** Where it is said of several records outside their zone. */
  readonly outside?: OutsideShown;
  /** The fixes of a text fault. */
  readonly faultFixes?: readonly ShownFix[];
}
