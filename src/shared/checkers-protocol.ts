/** Verifies the signatures of a file's zones (`VerifySignaturesParams`); what is wrong becomes a diagnostic. */
export const verifySignaturesRequest = 'zonewright/verifySignatures';

/** Asks to verify the signatures of the zones of a document. */
export interface VerifySignaturesParams {
  readonly uri: string;
}

/** What came of it. */
export interface VerifySignaturesResult {
  /** Why nothing was verified. */
  readonly problem?: string;
  /** A sentence for each zone. */
  readonly zones: readonly string[];
  /** How many signatures are wrong. */
  readonly wrong: number;
}

/** Asks other checkers about the zones of a document that was saved (`SecondOpinionParams`). */
export const secondOpinionRequest = 'zonewright/secondOpinion';

/** Asks checkers by their names; those that are not known are passed over. */
export interface SecondOpinionParams {
  readonly uri: string;
  readonly programs: readonly string[];
}

/** What a checker says and Zonewright does not. Zero-based, UTF-16. */
export interface CheckerOpinion {
  readonly program: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
}

/** What checkers said. */
export interface SecondOpinionResult {
  /** All files of the zones: those without opinions have none any more. */
  readonly files: readonly { readonly uri: string; readonly opinions: readonly CheckerOpinion[] }[];
  /** Why some were not asked, or did not answer. */
  readonly problems: readonly string[];
}
