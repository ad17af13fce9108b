/** What an RRSIG record says before its signature (RFC 4034 section 3.1). One object is used for all records. */
export class SignatureHead {
  covered = 0;
  algorithm = 0;
  originalTtl = 0;
  /** Times as the digits YYYYMMDDHHmmSS. */
  expiration = 0;
  inception = 0;
  tag = 0;
  /** Where the name of the signer begins and ends. */
  signerStart = 0;
  signerEnd = 0;
}
