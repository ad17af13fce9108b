/** An interned absolute domain name. 0 is the root. */
export type NameId = number & { readonly brand?: 'NameId' };

/** The root of the domain name space. */
export const ROOT: NameId = 0;
/** No name: a token that is no legal name, or nothing held. */
export const NO_NAME: NameId = -1;

/** Where a name stands below in-addr.arpa: 1 is in-addr.arpa itself, 5 a whole IPv4 address. */
export const ARPA4 = 1;
/** Where a whole IPv4 address stands below in-addr.arpa. */
export const ARPA4_ADDRESS = 5;
/** Where a name stands below ip6.arpa: 64 is ip6.arpa itself, 96 a whole IPv6 address. */
export const ARPA6 = 64;
/** Where a whole IPv6 address stands below ip6.arpa. */
export const ARPA6_ADDRESS = 96;
