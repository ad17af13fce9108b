/** Type numbers of the records that mail rules look at. */
export const TYPE_SSHFP = 44;
export const TYPE_TLSA = 52;
export const TYPE_SPF = 99;
export const TYPE_CAA = 257;
