import {
  TYPE_A6,
  TYPE_AFSDB,
  TYPE_CNAME,
  TYPE_DNAME,
  TYPE_KX,
  TYPE_MB,
  TYPE_MD,
  TYPE_MF,
  TYPE_MG,
  TYPE_MINFO,
  TYPE_MR,
  TYPE_MX,
  TYPE_NAPTR,
  TYPE_NS,
  TYPE_NSAP_PTR,
  TYPE_NXT,
  TYPE_PTR,
  TYPE_PX,
  TYPE_RP,
  TYPE_RRSIG,
  TYPE_RT,
  TYPE_SIG,
  TYPE_SOA,
  TYPE_SRV,
} from '../../dns/type-codes.ts';

/**
 * The bytes of an rdata in canonical form: its names in lower case, in the types of RFC 4034 section 6.2 as RFC 6840
 * section 5.1 corrects it (NSEC is none of them), and of NSAP-PTR, as BIND does. All else stays as it is.
 */
export function canonicalBytes(type: number, bytes: string): string {
  const names = NAMES.get(type);
  if (!names) return bytes;
  const start = names.before(bytes);
  let end = start;
  for (let count = 0; count < names.count; count++) end = endOfName(bytes, end);
  // The lengths of labels are below the code of any letter.
  return bytes.slice(0, start) + lower(bytes.slice(start, end)) + bytes.slice(end);
}

/** Where the names of a type begin, and how many follow each other there. */
interface Names {
  readonly before: (bytes: string) => number;
  readonly count: number;
}

function namesAt(start: number, count = 1): Names {
  return { before: () => start, count };
}

const NAMES: ReadonlyMap<number, Names> = new Map([
  ...[
    TYPE_NS,
    TYPE_MD,
    TYPE_MF,
    TYPE_CNAME,
    TYPE_MB,
    TYPE_MG,
    TYPE_MR,
    TYPE_PTR,
    TYPE_DNAME,
    TYPE_NXT,
    TYPE_NSAP_PTR,
  ].map((type): [number, Names] => [type, namesAt(0)]),
  ...[TYPE_SOA, TYPE_MINFO, TYPE_RP].map((type): [number, Names] => [type, namesAt(0, 2)]),
  ...[TYPE_MX, TYPE_AFSDB, TYPE_RT, TYPE_KX].map((type): [number, Names] => [type, namesAt(2)]),
  [TYPE_PX, namesAt(2, 2)],
  [TYPE_SRV, namesAt(6)],
  [TYPE_SIG, namesAt(18)],
  [TYPE_RRSIG, namesAt(18)],
  // Order and preference, then flags, services and regexp with their lengths.
  [TYPE_NAPTR, { before: (bytes) => endOfString(bytes, endOfString(bytes, endOfString(bytes, 4))), count: 1 }],
  // The prefix length, and the bytes of the address that it leaves.
  [TYPE_A6, { before: (bytes) => 1 + 16 - Math.floor(bytes.charCodeAt(0) / 8), count: 1 }],
]);

function endOfString(bytes: string, start: number): number {
  return start + 1 + bytes.charCodeAt(start);
}

function endOfName(bytes: string, start: number): number {
  let at = start;
  for (let length = bytes.charCodeAt(at); length > 0; length = bytes.charCodeAt(at)) at += length + 1;
  return Math.min(at + 1, bytes.length);
}

function lower(bytes: string): string {
  return bytes.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
