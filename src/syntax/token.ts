/**
 * One word of a record or directive. Offsets are UTF-16, half-open, in the text the word was read from; they include
 * the quotation marks of a quoted string, `text` does not. Escapes stay as written (RFC 1035 section 5.1).
 */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** What a syntax fault offers as a fix: replace `start`..`end` by `text`. */
export interface FaultFix {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A mistake at a place of the text, found without knowing the zone. `rule` is an id of the syntax family. */
export interface Fault {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fixes?: readonly FaultFix[];
  /** Where one rule reports things of different weight: the weight of this one. */
  readonly severity?: 'error' | 'warning' | 'information' | 'hint';
  /** Records outside the zone that are told of here, or follow from what is told here. */
  readonly outside?: OutsideRecords;
  /** Windows' server writes so, and it alone reads it. */
  readonly isOfWindows?: true;
  /** A parenthesis or quotation mark begins here that nothing closes: what its record lacks may follow from that. */
  readonly isUnclosed?: true;
  /** The row takes its owner from a record above, and there is none. */
  readonly isOwnerless?: true;
}

/** Records of a stretch of text that lie outside its zone, of which the first one is told. */
export interface OutsideRecords {
  /** The number of the first one's name. */
  readonly owner: number;
  count: number;
  readonly isSoa: boolean;
  /** Whether an $ORIGIN puts them there: no name written below it can be in the zone. */
  readonly isOfOrigin: boolean;
  /** The name of that $ORIGIN, where it stands in the same stretch of text. */
  readonly originAt: Stretch | undefined;
}

/** Offsets in a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A word as a message shows it: of a long one the beginning. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
