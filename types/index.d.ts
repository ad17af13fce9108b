/** How bad a finding is. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A place in a text: lines and columns count from one, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From a place to another, without what stands there. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Something that is wrong, at its one primary place. */
export interface Finding {
  /** The rule's id, such as `ptr-missing`; `npx zonewright explain ID` prints its page. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The path that the file was given by. */
  readonly file: string;
  readonly range: Range;
  /** Other places that it speaks of, such as the other side of a pair. */
  readonly related: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
  /** What can be done about it; `safe` where it may be done without being looked at. */
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

/** What a check came to. */
export interface CheckedZones {
  readonly findings: readonly Finding[];
  readonly summary: {
    /** Zone files, with findings or without. */
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    readonly hints: number;
  };
  /** What could not be read, in words: settings, configurations. */
  readonly problems: readonly string[];
}

/** How zones are checked; all may be left out. */
export interface CheckZonesOptions {
  /** Only these rules. */
  readonly rules?: readonly string[];
  /** None of these rules. */
  readonly ignore?: readonly string[];
  /** What a `zonewright.json` would say; it counts in the place of one among the files. */
  readonly settings?: object;
  /** The time of the check, for serials and signatures; now without it. */
  readonly now?: Date;
}

/**
 * Checks the texts of zone files, with the server's configurations and the zonewright.json that may be among them, by their
 * paths with slashes. Nothing is read but these, nothing is written, nothing is asked of the network. Throws a RangeError
 * where no rule has a name that is given.
 */
export function checkZones(
  files: Readonly<Record<string, string | Uint8Array>>,
  options?: CheckZonesOptions,
): Promise<CheckedZones>;
