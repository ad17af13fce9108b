/** What a receiver can claim of the sender's reverse DNS; the last one is that it refused for another reason. */
export type About =
  | 'ptr-missing'
  | 'ptr-not-confirmed'
  | 'ptr-generic'
  | 'ptr-unspecified'
  | 'lookup-failed'
  | 'helo'
  | 'not-reverse-dns';

/** Why mail was refused that was not refused for its reverse DNS. */
export type Reason = 'blocklist' | 'spf' | 'dkim' | 'dmarc' | 'greylist' | 'other';

/** A claim, as the words of a reply make it. */
export interface Claim {
  readonly about: About;
  /** Null for all but `not-reverse-dns`. */
  readonly reason: Reason | null;
}

/** One wording of a receiver. */
export interface Wording {
  /**
   * In lower case, looked for in the words of a reply. A string is also found where blanks stand elsewhere in it. An
   * expression has no unbounded repetition.
   */
  readonly pattern: string | RegExp;
  readonly about: About;
  readonly reason?: Reason;
  /** Who alone says so. */
  readonly receiver?: string;
  /** A reply with it; it runs as a test. */
  readonly example: string;
  /** Where the wording, or what a letter code means, is written. */
  readonly source: string;
}
