/** What was meant: a stretch of the joined text, and what belongs there. */
export interface Meant {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the fix does, as its title. */
  readonly title: string;
  /** Whether nothing else can have been meant. */
  readonly isSure?: true;
}

/** A place where a text of mail breaks its grammar. Offsets are in the joined text, half-open. */
export interface MailFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** Where it weighs less than what makes receivers pass over the record. */
  readonly weight?: 'warning' | 'information';
  /** Whether receivers only pass over what stands there. */
  readonly isPassedOver?: true;
  readonly meant?: Meant;
}
