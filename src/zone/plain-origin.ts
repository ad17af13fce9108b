/** Below an origin of no more octets names of `LONGEST_RELATIVE` characters are not too long. */
export const LONGEST_ORIGIN = 150;
