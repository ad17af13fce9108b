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
