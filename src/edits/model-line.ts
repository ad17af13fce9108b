/** The words of a record's line. */
export type WordPart = 'owner' | 'ttl' | 'class' | 'type' | 'rdata';

/** A word of a line that others are written like. */
export interface ModelWord {
  readonly part: WordPart;
  readonly text: string;
  /** The blanks before the word. */
  readonly gap: string;
  /** Where the word begins, tabs at stops of 8. */
  readonly column: number;
}

/** The words of a record that stands on one line, each with the blanks before it. */
export interface ModelLine {
  readonly words: readonly ModelWord[];
}
