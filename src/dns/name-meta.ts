import { ARPA6_ADDRESS } from './name-id.ts';

/** What a name is, in one number: the length of its first label, */
export const LENGTH = 63;
/** whether a digit stands somewhere in it, */
export const HAS_DIGIT = 64;
/** whether a character stands in it that host names do not have, */
export const NO_HOST = 128;
/** its length on the wire, */
export const WIRE_SHIFT = 8;
/** how many labels it has, */
export const DEPTH_SHIFT = 16;
/** whether its first label is an asterisk, */
export const WILDCARD = 1 << 23;
/** and its place in arpa. */
export const ARPA_SHIFT = 24;

/** The octet of "-". */
export const HYPHEN = 45;
/** The octet of "*". */
export const ASTERISK = 42;

/** Beside the others while a label is read: an octet beyond ASCII stands in it. It is no part of what a name is. */
export const BEYOND_ASCII = 32;

/** The same of an "@". */
export const AT_SIGN = 16;

/** What a character of a label says of the name. */
export const FLAGS = new Uint8Array(256).map((_, code) => {
  if (code > 127) return NO_HOST | BEYOND_ASCII;
  if (code >= 48 && code <= 57) return HAS_DIGIT;
  if (code === 64) return NO_HOST | AT_SIGN;
  return (code >= 97 && code <= 122) || code === HYPHEN ? 0 : NO_HOST;
});

/** The length on the wire of a name with a label of so many bytes below another one. */
export function wireLengthBelow(above: number, length: number): number {
  return ((above >> WIRE_SHIFT) & 255) + length + 1;
}

/** What a name with one label more is. */
export function metaBelow(above: number, length: number, flags: number, arpa: number): number {
  const depth = ((above >> DEPTH_SHIFT) & 127) + 1;
  const wireLength = wireLengthBelow(above, length);
  return length | flags | (wireLength << WIRE_SHIFT) | (depth << DEPTH_SHIFT) | (arpa << ARPA_SHIFT);
}

/** What the name of an IPv4 address is, below its network: one label more, one place further in arpa. */
export function metaOfAddress(network: number, octet: number): number {
  const length = octet > 99 ? 3 : octet > 9 ? 2 : 1;
  const flags = (network & NO_HOST) | HAS_DIGIT;
  return metaBelow(network, length, flags, (network >> ARPA_SHIFT) + 1);
}

/** What the name of each IPv6 address is: 32 nibbles, of which each is a label, below ip6.arpa. */
export const META_OF_ADDRESS6 =
  1 | HAS_DIGIT | (74 << WIRE_SHIFT) | (34 << DEPTH_SHIFT) | (ARPA6_ADDRESS << ARPA_SHIFT);
