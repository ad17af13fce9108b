/**
 * What the report must know of a rule, beyond its weight: which findings follow from which, and what a person is to see of
 * them. The passes of the report (`report/passes.ts`) ask these questions, never for a rule's id.
 */
export interface Showing {
  /** Whether an export of Windows' server means what it finds, and no other server reads it so. */
  readonly isMeantInWindowsExports?: true;
  /** The rules of reading the text that explain its findings: where one of them speaks of the same line, it is the cause. */
  readonly followsOnLine?: readonly { readonly id: string }[];
  /** The rules that explain its findings: where one of them says that its record was meant for a place below the same name. */
  readonly followsAtName?: readonly { readonly id: string }[];
  /**
   * What it finds in a record with a parenthesis or quotation mark that nothing closes follows from that: anywhere in the
   * record, where the mark itself stands, or from there on.
   */
  readonly followsUnclosed?: 'anywhere' | 'at-mark' | 'from-mark';
  /** What it finds may be a record that goes on in the next line: where nothing in it is unclosed, or where something is. */
  readonly mayGoOn?: 'closed' | 'unclosed';
  /** What it finds may tell that a record and the lines below it belong together, in parentheses that are not there. */
  readonly mayBeGroup?: true;
  /**
   * What it finds depends on lines above (their TTL, owner or origin), and is not known where a template fills some in: in
   * the whole file, or below those lines only.
   */
  readonly hangsOnLines?: 'anywhere' | 'above';
  /** A file that is not read yet may settle what it finds. */
  readonly needsAllFiles?: true;
  /** It finds the name of a zone wrong: that is changed where the name is given. */
  readonly isOfName?: true;
  /** Where its finding stands at a record, that is the SOA of another zone than the file is read for. */
  readonly tellsOtherZone?: true;
  /** It tells that an owner is another name than was meant: what that name lacks follows from it. */
  readonly tellsAstray?: true;
  /** What is lost there had an owner for the lines below it: that they have none follows from that. */
  readonly leavesOwnerless?: true;
  /** Reading the text reports it too; at the same line, what the rule finds by checking says more. */
  readonly refinesReading?: true;
  /** It is said of an $ORIGIN: findings with `undotted` in their data below that line follow from it, and give it their weight. */
  readonly isOfOrigin?: true;
  /** What it finds of all owners below one $ORIGIN may be one finding: where that is at fault. */
  readonly joinsByOrigin?: true;
  /** What its finding makes of the $ORIGIN that it follows from, as the end of that one's message. */
  readonly consequence?: string;
  /** Its first fix leaves what servers read as it is meant, so that it needs no look. */
  readonly hasSafeFix?: true;
  /** What it finds does nothing (an editor fades it), or is of a kind that is no longer used (an editor strikes it through). */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** It asks for names in other zones, which each view has its own of: where not all that read a file find it, those that do are named. */
  readonly asksOtherZones?: true;
  /** Its fixes change no record but an SOA's serial itself, so that no serial is raised for them. */
  readonly leavesRecords?: true;
}
